// The two parts of this room: the rulebooks, and the office's letters.
import { Link } from "@tanstack/react-router";
import { en } from "../../messages/en";

const words = en.wording;

/** The agency stays chosen from one part to the other. */
export function RulesParts({ agency }: { agency: string | undefined }) {
  return (
    <nav aria-label={words.parts} className="parts">
      <Link
        to="/rules"
        search={{ agency }}
        activeOptions={{ exact: true, includeSearch: false }}
        activeProps={{ "aria-current": "page" }}
      >
        {words.rulebooks}
      </Link>
      <Link
        to="/rules/letters"
        search={{ agency }}
        activeOptions={{ exact: true, includeSearch: false }}
        activeProps={{ "aria-current": "page" }}
        data-testid="to-letters"
      >
        {words.letters}
      </Link>
    </nav>
  );
}

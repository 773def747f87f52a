import { Link } from "@tanstack/react-router";
import type { AgencyId, Check } from "../../backend/wire";
import { Cite } from "../../components/Cite";
import { en } from "../../messages/en";

const words = en.letters.composer;

/** What was checked in the letter: what fails, with the sentence at fault; what passes is told on request. */
export function Checks({ checks, agency }: { checks: Check[]; agency: AgencyId }) {
  const failed = checks.filter((check) => !check.passed);
  const passed = checks.filter((check) => check.passed);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
    <section aria-labelledby="checks-heading" className="checks" data-testid="checks" tabIndex={0}>
      <h2 id="checks-heading">
        {words.checks}{" "}
        <span role="status" className={failed.length > 0 ? "tone-late" : "passed"}>
          {failed.length > 0 ? words.failed(failed.length) : words.allPassed}
        </span>
      </h2>
      <CheckList checks={failed} />
      {failed.some((check) => check.id === "translation-approved") && (
        <p>
          <Link to="/rules/letters" search={{ agency, part: "spanish" }} data-testid="record-approval">
            {en.languages.recordApproval}
          </Link>
        </p>
      )}
      <details>
        <summary>{words.passedCount(passed.length)}</summary>
        <CheckList checks={passed} />
      </details>
    </section>
  );
}

/** Checks with what each asks, and the sentence at fault where one fails. */
export function CheckList({ checks }: { checks: Check[] }) {
  if (checks.length === 0) return null;
  return (
    <ul>
      {checks.map((check) => (
        <li key={check.id} className={check.passed ? "check passed" : "check failed-check"}>
          <span className="mark" aria-hidden="true">
            {check.passed ? "✓" : "✕"}
          </span>
          <div>
            <span className="sr-only">{check.passed ? words.passedMark : words.failedMark}: </span>
            {check.what} <Cite>{check.cite}</Cite>
            {!check.passed && check.found && <p className="found">{check.found}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}

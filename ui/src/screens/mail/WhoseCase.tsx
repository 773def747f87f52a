// Whose case a typed number is: said before anything is put into it, so that no letter comes into the file of somebody else.
import type { CaseView } from "../../backend/wire";
import { useLater } from "../../components/useLater";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { useCaseOfNumber } from "../../queries/desk";
import { refusalFrom } from "../../queries/useAsk";

const words = en.incoming;

/** How long after the last key the case is asked for, in milliseconds. */
const AFTER = 250;

interface OfNumber {
  /** The case, once the desk has told it. */
  view: CaseView | null;
  /** What is said of it, or why there is none. */
  said: string;
}

/** The case of the number as it is typed. */
export function useWhoseCase(typed: string): OfNumber {
  const number = typed.trim().toUpperCase();
  const settled = useLater(number, AFTER);
  const { data, error, isFetching } = useCaseOfNumber(settled);
  if (settled !== number) return { view: null, said: "" };
  if (error) return { view: null, said: refusalFrom(error).message };
  if (!data) return { view: null, said: isFetching ? words.looking : "" };
  const kinds = data.kinds.map((kind) => en.terms.kind[kind]).join(" and ");
  return { view: data, said: words.whose(data.requester.name, kinds, day(data.received)) };
}

export function WhoseCase({ said }: Pick<OfNumber, "said">) {
  return (
    <p className="whose-case" role="status" data-testid="whose-case">
      {said}
    </p>
  );
}

// A filter of the worklist: as it stands in the address, as the desk is asked, and as it is kept under a name.
import type { LetterKind, Nearness, State, WorklistQuery } from "../../backend/wire";
import { en } from "../../messages/en";

export interface WorklistSearch {
  agency?: string | undefined;
  state?: State | undefined;
  /** The key of the next step: `route`, `write-letter:delay`. */
  step?: string | undefined;
  clock?: string | undefined;
  /** `mine`, `my-unit`, `nobody`, or a name; everyone's where it is left out. */
  whose?: string | undefined;
  due?: Nearness | undefined;
  watched?: true | undefined;
  q?: string | undefined;
  closed?: true | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;

/** Reads a filter from an address or from what was saved; what it does not know is left out. */
export function readSearch(given: Record<string, unknown>): WorklistSearch {
  const state = text(given.state);
  const due = text(given.due);
  return {
    agency: text(given.agency),
    state: state && state in en.terms.state ? (state as State) : undefined,
    step: text(given.step),
    clock: text(given.clock),
    whose: text(given.whose),
    due: due && due in en.terms.nearness ? (due as Nearness) : undefined,
    watched: given.watched === true ? true : undefined,
    q: text(given.q),
    closed: given.closed === true ? true : undefined,
  };
}

export type Asked = Omit<WorklistQuery, "after">;

/** The question that the desk is asked. */
export function asked(filter: WorklistSearch): Asked {
  return {
    agency: filter.agency ?? null,
    state: filter.state ?? null,
    step: filter.step ?? null,
    clock: filter.clock ?? null,
    whose: filter.whose ?? null,
    due: filter.due ?? null,
    watched: filter.watched ?? false,
    search: filter.q ?? null,
    closed: filter.closed ?? false,
  };
}

/** A saved filter as it stands in the address; nothing where it cannot be read. */
export function fromSaved(json: string): WorklistSearch | null {
  try {
    const { search, ...rest } = JSON.parse(json) as Record<string, unknown>;
    return readSearch({ ...rest, q: search });
  } catch {
    return null;
  }
}

export function isFiltered(filter: WorklistSearch): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

/** The next steps that the list can be narrowed to: the steps themselves, and each letter that can be next. */
export function stepChoices(): [string, string][] {
  const steps = Object.entries(en.case.asStep).filter(([step]) => step !== "write-letter");
  const letters = Object.entries(en.terms.letterKind) as [LetterKind, string][];
  return [
    ...steps,
    ...letters.map(([kind, name]): [string, string] => [`write-letter:${kind}`, en.case.writeLetter(name)]),
  ];
}

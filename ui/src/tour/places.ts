// Where each step of the tour leads, and what it marks there. Cases are chosen from those that the worklist gives.
import type { Backend } from "../backend/backend";
import type { CaseView, LetterKind } from "../backend/wire";
import type { AppRouter } from "../router";

/** How many cases of the worklist are looked at to find one of the kind that a step wants. */
const LOOKED_AT = 12;

export const STEPS = ["worklist", "next", "clock", "letter", "intake"] as const;
export type Step = (typeof STEPS)[number];

type Navigate = AppRouter["navigate"];

export interface Place {
  /** Whether the desk has a case of the kind that the step wants. */
  fits: boolean;
  /** What to mark, the best first: the first one that the page has is marked. */
  mark: readonly string[];
}

/** Goes to the place of a step. */
export async function goTo(step: Step, backend: Backend, navigate: Navigate): Promise<Place> {
  if (step === "worklist") {
    await navigate({ to: "/" });
    return { fits: true, mark: [".worklist-body td.next span", ".worklist-body"] };
  }
  if (step === "intake") {
    await navigate({ to: "/new" });
    return { fits: true, mark: [".intake .margin"] };
  }
  const cases = await casesAtHand(backend);
  const fitting = cases.find((view) => WANTED[step](view));
  const shown = fitting ?? cases[0];
  const fits = fitting !== undefined;
  if (!shown) {
    await navigate({ to: "/" });
    return { fits, mark: [".worklist-body"] };
  }
  const { number } = shown;
  const kind = step === "letter" ? letterOf(shown) : null;
  if (kind) {
    await navigate({ to: "/case/$number/write/$kind", params: { number, kind } });
    return { fits, mark: ["[data-testid=checks]"] };
  }
  const search = step === "letter" ? ({ tab: "letters" } as const) : {};
  await navigate({ to: "/case/$number", params: { number }, search });
  return { fits, mark: ON_CASE[step] };
}

const ON_CASE: Record<"next" | "clock" | "letter", readonly string[]> = {
  next: ["[data-testid=next-panel]"],
  clock: [".clocks :is(.clock-running, .clock-overdue)", ".clocks"],
  letter: ["[data-testid=tab-letters]"],
};

const WANTED: Record<"next" | "clock" | "letter", (view: CaseView) => boolean> = {
  next: (view) => view.next.length > 0,
  clock: (view) => view.clocks.some((clock) => clock.status === "running" || clock.status === "overdue"),
  letter: (view) => letterOf(view) !== null,
};

/** The letter that the case asks for next, or else one that it allows; none that needs a recipient chosen first. */
function letterOf(view: CaseView): LetterKind | null {
  const step = view.next.find((one) => one.step === "write-letter" && one.recipient === null);
  const offer = view.offers.find((one) => one.why_not === null && one.kind !== "recipient-notice");
  return step?.letter ?? offer?.kind ?? null;
}

async function casesAtHand(backend: Backend): Promise<CaseView[]> {
  const list = await backend.worklist({
    agency: null,
    state: null,
    search: null,
    closed: false,
    after: null,
  });
  const views = await Promise.allSettled(
    list.rows.slice(0, LOOKED_AT).map((row) => backend.caseView(row.number)),
  );
  return views.flatMap((view) => (view.status === "fulfilled" ? [view.value] : []));
}

// The parts of a case, and which part each step belongs to.
export const CASE_TABS = ["request", "identity", "search", "decision", "letters", "history"] as const;
export type CaseTab = (typeof CASE_TABS)[number];

export function isCaseTab(value: unknown): value is CaseTab {
  return CASE_TABS.some((tab) => tab === value);
}

const TAB_OF_STEP: Record<string, CaseTab> = {
  "record-evidence": "identity",
  "verify-identity": "identity",
  "await-requester": "identity",
  route: "search",
  "send-to-office": "search",
  "record-search": "search",
  decide: "decision",
  "record-recipients-told": "decision",
  "record-delay": "letters",
  "write-letter": "letters",
  "dispatch-letter": "letters",
};

export function tabOfStep(step: string | undefined): CaseTab | undefined {
  return step === undefined ? undefined : TAB_OF_STEP[step];
}

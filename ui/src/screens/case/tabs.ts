// The parts of a case, and which part each step belongs to.
import { GROUP_OF, type Group, isDescribed } from "./forms/commands";

export const CASE_TABS = [
  "request",
  "identity",
  "search",
  "decision",
  "letters",
  "after",
  "file",
  "history",
] as const;
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
  dispose: "file",
};

const TAB_OF_GROUP: Record<Group, CaseTab> = {
  request: "request",
  people: "identity",
  search: "search",
  roads: "request",
  decision: "decision",
  after: "after",
  appeal: "after",
  file: "file",
};

export function tabOfStep(step: string | undefined): CaseTab | undefined {
  if (step === undefined) return undefined;
  return TAB_OF_STEP[step] ?? (isDescribed(step) ? TAB_OF_GROUP[GROUP_OF[step]] : undefined);
}

/** The part that a case shows at an address. */
export function tabAt(search: { tab?: CaseTab | undefined; do?: string | undefined }): CaseTab {
  return search.tab ?? tabOfStep(search.do) ?? "request";
}

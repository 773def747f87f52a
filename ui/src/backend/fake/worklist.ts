// The rows of the worklist: those that a query asks for, and those that are due on a day.

import type { Worklist, WorklistQuery } from "../wire";
import { type FakeCase, type Ground, stateOf } from "./case";
import { rowOf as caseRow } from "./view";

export function worklistOf(cases: FakeCase[], ground: Ground, me: string, query: WorklistQuery): Worklist {
  const words = (query.search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const rows = cases
    .filter((one) => query.closed || query.state === "closed" || !one.closed)
    .filter((one) => !query.agency || one.intake.agency === query.agency)
    .filter((one) => !query.state || stateOf(one) === query.state)
    .filter((one) => !query.watched || one.watched === true)
    .filter((one) => {
      if (!query.whose) return true;
      const who = one.assignee ?? "";
      return query.whose === "mine"
        ? who === me
        : query.whose === "nobody"
          ? who === ""
          : who === query.whose;
    })
    .filter((one) => !query.due || caseRow(one, ground).nearness === query.due)
    .filter((one) => {
      const all = `${one.number} ${one.intake.requester.name} ${one.intake.text} ${one.routing?.system ?? ""}`;
      return words.every((word) => all.toLowerCase().includes(word));
    })
    .map((one) => caseRow(one, ground))
    .sort((a, b) => (a.next_by ?? "9999").localeCompare(b.next_by ?? "9999"));
  return { rows, total: rows.length, more_than_total: false, next_page: null };
}

export function casesDueOn(cases: FakeCase[], ground: Ground, agency: string | null, on: string): Worklist {
  const rows = cases
    .filter((one) => !one.closed && (!agency || one.intake.agency === agency))
    .map((one) => caseRow(one, ground))
    .filter((row) => row.next_by === on);
  return { rows, total: rows.length, more_than_total: false, next_page: null };
}

// The workload of the invented desk, counted from its few cases.
import { daysBetween, shift, weekdayIndex } from "../../format/dates";
import type { DueDay, Spread, State, Workload, WorkloadAsked } from "../wire";
import { type FakeCase, type Ground, stateOf } from "./case";
import { whyNot } from "./days";
import { rowOf } from "./view";

const STEPS: State[] = [
  "identity",
  "system",
  "search",
  "decision",
  "approval",
  "letter",
  "dispatch",
  "appeal",
  "answered",
];
const BANDS = [10, 20, 30, 60, 120, 365];

function spreadOf(days: number[]): Spread {
  const sorted = [...days].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  const mean = sorted.reduce((total, one) => total + one, 0) / sorted.length;
  const variance = sorted.reduce((total, one) => total + (one - mean) ** 2, 0) / sorted.length;
  return {
    cases: sorted.length,
    median:
      ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2,
    mean,
    deviation: Math.sqrt(variance),
    lower_quartile: at(0.25),
    upper_quartile: at(0.75),
    ninth_decile: at(0.9),
    shortest: sorted[0] ?? 0,
    longest: sorted.at(-1) ?? 0,
  };
}

function groupBy<Item, Key>(all: Item[], keyOf: (one: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

export function workloadOf(all: FakeCase[], ground: Ground, asked: WorkloadAsked): Workload {
  const { today } = ground;
  const to = asked.to ?? today;
  const from = asked.from ?? shift(to, -181);
  const cases = all.filter((one) => !asked.agency || one.intake.agency === asked.agency);
  const open = cases.filter((one) => !one.closed);
  const decided = cases.filter((one) => one.determination);
  const weeks = [];
  for (let week = shift(from, -weekdayIndex(from)); week <= to; week = shift(week, 7)) {
    const last = shift(week, 6);
    const within = (on: string | undefined) => on !== undefined && on >= week && on <= last;
    weeks.push({
      week,
      received: cases.filter((one) => within(one.intake.received)).length,
      decided: decided.filter((one) => within(one.determination?.on)).length,
      closed: 0,
      open: open.filter((one) => one.intake.received <= last).length,
    });
  }
  const rows = open.map((one) => ({ one, row: rowOf(one, ground) }));
  const late = (row: { next_by: string | null }) => row.next_by !== null && row.next_by < today;
  const ages = open.map((one) => daysBetween(one.intake.received, today) ?? 0);
  const took = (some: FakeCase[]) =>
    some.map((one) => daysBetween(one.intake.received, one.determination?.on ?? today) ?? 0);
  const groups = groupBy(decided, (one) => one.intake.agency);
  const systems = groupBy(cases, (one) => one.routing?.system ?? `no system of ${one.intake.agency}`);
  return {
    agency: asked.agency ?? null,
    from,
    to,
    weeks,
    open: open.length,
    overdue: rows.filter(({ row }) => late(row)).length,
    steps: STEPS.map((state) => {
      const here = rows.filter(({ one }) => stateOf(one) === state);
      return { state, cases: here.length, overdue: here.filter(({ row }) => late(row)).length };
    }),
    ages: [...BANDS, null].map((band, at) => {
      const from_days = at === 0 ? 0 : (BANDS[at - 1] ?? 0) + 1;
      const inside = ages.filter((age) => age >= from_days && (band === null || age <= band));
      return { from_days, to_days: band, cases: inside.length };
    }),
    age: ages.length > 0 ? spreadOf(ages) : null,
    decided:
      decided.length === 0
        ? []
        : [
            { by: "all", of: "", spread: spreadOf(took(decided)) },
            ...[...groups].map(([of, some]) => ({ by: "agency" as const, of, spread: spreadOf(took(some)) })),
          ],
    times: [],
    systems: [...systems]
      .map(([, some]) => ({
        agency: some[0]?.intake.agency ?? "usps",
        system: some[0]?.routing?.system ?? null,
        name: ground.systems.find((one) => one.number === some[0]?.routing?.system)?.name ?? "",
        cases: some.length,
        open: some.filter((one) => !one.closed).length,
      }))
      .sort((a, b) => b.cases - a.cases),
  };
}

export function dueDaysOf(
  all: FakeCase[],
  ground: Ground,
  agency: string | null,
  from: string,
  to: string,
): DueDay[] {
  const due = all
    .filter((one) => !one.closed && (!agency || one.intake.agency === agency))
    .map((one) => rowOf(one, ground).next_by);
  const days: DueDay[] = [];
  for (let date = from; date <= to; date = shift(date, 1)) {
    const why = whyNot(date);
    days.push({
      date,
      what: why ?? "working day",
      working: why === null,
      cases: due.filter((on) => on === date).length,
    });
  }
  return days;
}

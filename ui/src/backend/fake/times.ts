// The times of an invented case: its clocks, and its life from the day it came in.

import { daysBetween } from "../../format/dates";
import type { CaseClock, CaseLife, LetterIssued, State } from "../wire";
import { type FakeCase, type Ground, isDecision, left, stateOf } from "./case";
import { runClock, workingDaysBetween } from "./days";
import { clocksFor, SPECS } from "./rules";

/** Its life: identity until it was proved, and the step at hand since. */
export function lifeOf(one: FakeCase, ground: Ground): CaseLife {
  const from = one.intake.received;
  const to = ground.today;
  const proved = one.identity_verified;
  const stage = (state: State, start: string, end: string) => ({
    state,
    from: start,
    to: end,
    days: daysBetween(start, end) ?? 0,
  });
  const now = stateOf(one);
  return {
    from,
    to,
    stages:
      proved && now !== "identity"
        ? [stage("identity", from, proved), stage(now, proved, to)]
        : [stage(now, from, to)],
    marks: [
      { on: from, kind: "received", words: "Received" },
      ...one.letters.flatMap((letter) =>
        letter.posted ? [{ on: letter.posted, kind: "letter" as const, words: letter.name }] : [],
      ),
      ...clocksFor(one.intake.agency, one.intake.kinds[0] ?? "access").flatMap((id) => {
        const spec = SPECS[id];
        return spec ? [{ on: runClock(spec, from).due, kind: "due" as const, words: spec.name }] : [];
      }),
    ],
  };
}

/** Its time limits, and how each stands today. */
export function clocksOf(one: FakeCase, ground: Ground): CaseClock[] {
  return clocksFor(one.intake.agency, one.intake.kinds[0] ?? "access").flatMap((id) => {
    const spec = SPECS[id];
    if (!spec) return [];
    const clock = runClock(spec, one.intake.received);
    const meets = (letter: LetterIssued) =>
      id.endsWith("acknowledge")
        ? letter.kind === "acknowledgement"
        : isDecision(letter.kind) || letter.kind === "delay";
    const met = one.letters.find((letter) => meets(letter) && left(letter));
    const metOn = met ? (met.posted ?? met.emailed) : null;
    const status = metOn
      ? metOn <= clock.due
        ? "met"
        : "met-late"
      : clock.send_by < ground.today
        ? "overdue"
        : "running";
    return [
      {
        ...clock,
        status,
        met_on: metOn,
        working_days_left: workingDaysBetween(ground.today, clock.send_by),
      } satisfies CaseClock,
    ];
  });
}

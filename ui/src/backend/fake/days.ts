// Enough of a calendar for the invented desk. The real counting is done by the law of the desk, never by the window.
import { shift, weekdayIndex } from "../../format/dates";
import type { Clock, CountedDay, DutyOf, Unit } from "../wire";

const HOLIDAYS: Record<string, string> = {
  "2026-10-12": "Columbus Day",
  "2026-11-11": "Veterans Day",
  "2026-11-26": "Thanksgiving Day",
  "2026-12-25": "Christmas Day",
  "2027-01-01": "New Year's Day",
  "2027-01-18": "Birthday of Martin Luther King, Jr.",
  "2027-02-15": "Washington's Birthday",
};

export function whyNot(iso: string): string | null {
  const weekday = weekdayIndex(iso);
  if (weekday === 5) return "Saturday";
  if (weekday === 6) return "Sunday";
  return HOLIDAYS[iso] ?? null;
}

export interface ClockSpec {
  clock: string;
  name: string;
  cite: string;
  duty: DutyOf;
  starts: string;
  count: number;
  unit: Unit;
}

export function runClock(spec: ClockSpec, from: string): Clock {
  const days: CountedDay[] = [];
  let date = from;
  let counted = 0;
  while (counted < spec.count) {
    date = shift(date, 1);
    const why = spec.unit === "working" ? whyNot(date) : null;
    if (why === null) counted += 1;
    days.push({
      date,
      counted: why === null ? counted : null,
      why: why ?? (spec.unit === "working" ? "working day" : "calendar day"),
    });
  }
  let sendBy = date;
  while (whyNot(sendBy) !== null) sendBy = shift(sendBy, -1);
  let acceptThrough = date;
  while (whyNot(acceptThrough) !== null) acceptThrough = shift(acceptThrough, 1);
  return {
    ...spec,
    from,
    due: date,
    due_strict: date,
    send_by: sendBy,
    closings: [],
    accept_through: spec.duty === "requester" ? acceptThrough : null,
    days,
  };
}

/** Working days from `today` to `day`; negative where it has passed. */
export function workingDaysBetween(today: string, day: string): number {
  const sign = day < today ? -1 : 1;
  let at = today;
  let count = 0;
  while (at !== day) {
    at = shift(at, sign);
    if (whyNot(at) === null) count += sign;
  }
  return count;
}

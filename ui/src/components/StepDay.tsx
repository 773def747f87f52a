// The day of a step: with the time left where a clock ends on it, else with how far the day is.
import type { CaseClock } from "../backend/wire";
import { day, daysBetween } from "../format/dates";
import { toneOf } from "../format/nearness";
import { en } from "../messages/en";
import { useDesk } from "../queries/desk";

interface Props {
  date: string;
  clocks: CaseClock[];
}

export function StepDay({ date, clocks }: Props) {
  const desk = useDesk();
  const clock = clocks.find(
    (one) => one.send_by === date && (one.status === "running" || one.status === "overdue"),
  );
  const away = desk.data ? daysBetween(desk.data.today, date) : null;
  const tone = clock ? toneOf(clock.working_days_left) : away !== null && away < 0 ? "late" : "calm";
  return (
    <span className={`due tone-${tone}`}>
      {en.case.by} <time dateTime={date}>{day(date)}</time>
      {clock && ` · ${en.common.workingDaysLeft(clock.working_days_left)}`}
      {!clock && away !== null && ` · ${en.common.daysAway(away)}`}
    </span>
  );
}

// A date is never alone: the weekday, and how much time is left.
import { day } from "../format/dates";
import { toneOf } from "../format/nearness";
import { en } from "../messages/en";

export function DueDay({ date, left }: { date: string; left: number | null }) {
  return (
    <span className={`due tone-${toneOf(left)}`}>
      <time dateTime={date}>{day(date)}</time>
      {left !== null && <span className="left"> · {en.common.workingDaysLeft(left)}</span>}
    </span>
  );
}

export function Day({ date }: { date: string }) {
  return (
    <time dateTime={date} className="day">
      {day(date)}
    </time>
  );
}

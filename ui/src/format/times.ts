// Times of day as the region writes them: with 12 hours or with 24. What is stored and sent is not touched.
import { day } from "./dates";
import { type Habits, habits } from "./habits";

/** `18:00:00` as `6:00 PM` or `18:00`. */
export function clockTime(time: string, { twelveHours }: Habits = habits()): string {
  const [hours = "0", minutes = "00"] = time.split(":");
  if (!twelveHours) return `${hours.padStart(2, "0")}:${minutes}`;
  const hour = Number(hours);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minutes} ${hour < 12 ? "AM" : "PM"}`;
}

/** The hour and minute of an instant, as the desk wrote it in the agency's time zone. */
export function timeOf(instant: string, region: Habits = habits()): string {
  const time = /T(\d{2}:\d{2})/.exec(instant)?.[1];
  return time === undefined ? "" : clockTime(time, region);
}

/** The day and time of an instant by the clock of this computer: `Mon 23 Nov 2026, 9:00 AM`. */
export function moment(instant: string, region: Habits = habits()): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const two = (n: number) => String(n).padStart(2, "0");
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day(date)}, ${clockTime(`${two(at.getHours())}:${two(at.getMinutes())}`, region)}`;
}

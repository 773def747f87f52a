// Civil dates as people read them. No time zone is involved: a date on the wire is a day, not an instant.

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function utc(iso: string): Date | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : null;
}

const two = (n: number) => String(n).padStart(2, "0");

function isoOf(date: Date): string {
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

/** `Thu 28 Jan 2027`; text that is no date is given back as it is. */
export function day(iso: string): string {
  const date = utc(iso);
  if (!date) return iso;
  return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `28 Jan`, for places where the year stands elsewhere. */
export function dayOfMonth(iso: string): string {
  const date = utc(iso);
  return date ? `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}` : iso;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayIndex(iso: string): number {
  return ((utc(iso)?.getUTCDay() ?? 1) + 6) % 7;
}

/** The day that lies `days` later, or earlier where negative. */
export function shift(iso: string, days: number): string {
  const date = utc(iso);
  if (!date) return iso;
  date.setUTCDate(date.getUTCDate() + days);
  return isoOf(date);
}

/** Calendar days from one day to another; negative where the other lies before. No rule counts like this: it only tells people how far a day is. */
export function daysBetween(from: string, to: string): number | null {
  const [start, end] = [utc(from), utc(to)];
  return start && end ? Math.round((end.getTime() - start.getTime()) / 86_400_000) : null;
}

/** Reads `2026-11-20`, `11/20/2026`, `20 Nov 2026` and `Nov 20, 2026`; null for anything else, and for days that do not exist. */
export function parseDay(typed: string): string | null {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (american) return real(Number(american[3]), Number(american[1]), Number(american[2]));
  const worded =
    /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})$/i.exec(text) ??
    swap(/^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i.exec(text));
  if (!worded) return null;
  const month = MONTHS.findIndex((name) => worded[2]?.slice(0, 3).toLowerCase() === name.toLowerCase());
  return month < 0 ? null : real(Number(worded[3]), month + 1, Number(worded[1]));
}

function swap(found: RegExpExecArray | null): (string | undefined)[] | null {
  return found ? [found[0], found[2], found[1], found[3]] : null;
}

function real(year: number, month: number, dayNumber: number): string | null {
  const iso = `${year}-${two(month)}-${two(dayNumber)}`;
  return utc(iso) ? iso : null;
}

/** The hour and minute of an instant, as the desk wrote it in the agency's time zone. */
export function timeOf(instant: string): string {
  return /T(\d{2}:\d{2})/.exec(instant)?.[1] ?? "";
}

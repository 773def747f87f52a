// Civil dates as people read and type them. No time zone is involved: a date on the wire is a day, not an instant. A day is shown
// the same everywhere, with its month as a word; only what is typed in figures is read by the habits of the region.
import { type Habits, habits, type Order } from "./habits";

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

/** Where a day stands in a week as the region lays it out, from 0. */
export function placeInWeek(iso: string, { firstWeekday }: Habits = habits()): number {
  return (weekdayIndex(iso) - firstWeekday + 7) % 7;
}

/** The heads of a calendar's columns, from the day on which the region's week begins. */
export function weekHeads({ firstWeekday }: Habits = habits()): string[] {
  return WEEKDAYS.map((_, at) => WEEKDAYS[(firstWeekday + 1 + at) % 7] ?? "");
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

/**
 * Reads `2026-11-20`, `20 Nov 2026`, `Nov 20, 2026`, and figures in the order of the region; null for anything else, and for days
 * that do not exist. Figures that hold in another order only are not read: the next ones from the same hand could be read in both.
 */
export function parseDay(typed: string, { order }: Habits = habits()): string | null {
  const text = typed.trim();
  const figures = /^(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?$/.exec(text);
  if (figures) return inOrder(figures[1] ?? "", figures[3] ?? "", figures[4] ?? "", order);
  const worded =
    /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})$/i.exec(text) ??
    swap(/^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i.exec(text));
  if (!worded) return null;
  const month = MONTHS.findIndex((name) => worded[2]?.slice(0, 3).toLowerCase() === name.toLowerCase());
  return month < 0 ? null : real(Number(worded[3]), month + 1, Number(worded[1]));
}

/** A year has four digits. Where it comes first, the month follows it everywhere; where it comes last, the region says what comes first. */
function inOrder(first: string, second: string, last: string, order: Order): string | null {
  if (first.length === 4 && last.length <= 2) return real(Number(first), Number(second), Number(last));
  if (first.length > 2 || last.length !== 4 || order === "ymd") return null;
  const [dayNumber, month] = order === "dmy" ? [first, second] : [second, first];
  return real(Number(last), Number(month), Number(dayNumber));
}

/** A day in figures, as the region writes it: `11/20/2026`. */
export function inFigures(iso: string, { order, between }: Habits = habits()): string {
  const [year = "", month = "", dayNumber = ""] = iso.split("-");
  const said = {
    dmy: [dayNumber, month, year],
    mdy: [month, dayNumber, year],
    ymd: [year, month, dayNumber],
  };
  return said[order].join(between);
}

function swap(found: RegExpExecArray | null): (string | undefined)[] | null {
  return found ? [found[0], found[2], found[1], found[3]] : null;
}

function real(year: number, month: number, dayNumber: number): string | null {
  const iso = `${year}-${two(month)}-${two(dayNumber)}`;
  return utc(iso) ? iso : null;
}

// Numbers as the region writes them, and as people type them.
import { type Habits, habits } from "./habits";

/** `1,234,567`; with as many decimals as are asked for, and none where it is whole. */
export function number(value: number, decimals = 0, { tag }: Habits = habits()): string {
  return formatOf(tag, decimals).format(value);
}

/** `1 case`, `1,234 cases`. */
export function counted(n: number, one: string, many: string): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

/** Cents as an amount: `1,234.50`. */
export function amount(cents: number, { tag }: Habits = habits()): string {
  return formatOf(tag, 2, 2).format(cents / 100);
}

/** Cents as dollars: `$1,234.50`. Only the marks are the region's. */
export function dollars(cents: number, region: Habits = habits()): string {
  return `$${amount(cents, region)}`;
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format is slow, and a picture has hundreds of numbers. */
function formatOf(tag: string, most: number, least = 0): Intl.NumberFormat {
  const name = `${tag} ${least} ${most}`;
  const made =
    formats.get(name) ??
    new Intl.NumberFormat(tag, { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(name, made);
  return made;
}

/**
 * A whole number as it was typed, with or without the region's mark between thousands; nothing for anything else. The mark is read
 * before three digits only, so that what is a fraction elsewhere is refused and never taken for thousands.
 */
export function readWhole(typed: string, digits = 6, region: Habits = habits()): number | null {
  const plain = withoutGroups(typed.trim(), region);
  return /^\d+$/.test(plain) && plain.length <= digits ? Number(plain) : null;
}

/** Dollars as they were typed, in cents: the cents are two digits, after the region's mark or a point; nothing for anything else. */
export function readCents(typed: string, region: Habits = habits()): number | null {
  const text = typed.trim();
  const [, before = text, mark, cents = "00"] = /^(.*)(\D)(\d{2})$/.exec(text) ?? [];
  if (mark !== undefined && mark !== "." && mark !== region.decimal) return null;
  const whole = readWhole(before, 6, region);
  return whole === null ? null : whole * 100 + Number(cents);
}

/** The digits alone, where the marks part thousands; otherwise the text as it is. */
function withoutGroups(text: string, { group }: Habits): string {
  // Whoever types has a space or an apostrophe at hand, not the narrow or the curly one that is printed.
  const mark = /\s/.test(group) ? "\\s" : /['\u2019]/.test(group) ? "['\u2019]" : `\\${group}`;
  return new RegExp(`^\\d{1,3}(${mark}\\d{3})+$`).test(text) ? text.replace(/\D/g, "") : text;
}

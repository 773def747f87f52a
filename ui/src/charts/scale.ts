// Where a number lies on a picture.
import { number } from "../format/numbers";

/** The least round number that is not less: 1, 2, 5, 10, 20, 50 … */
export function roundUp(most: number): number {
  if (most <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((times) => times * power).find((round) => round >= most) ?? most;
}

/** A number of days as people say it: one decimal, and none where it is whole. */
export function days(value: number | null): string {
  return number(value ?? 0, 1);
}

/** Which of many labels are drawn, so that none touches the next. */
export function everySo(count: number, room: number): number {
  return Math.max(1, Math.ceil(count / room));
}

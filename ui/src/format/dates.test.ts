import { expect, test } from "vitest";
import { day, parseDay, shift, timeOf, weekdayIndex } from "./dates";

test("a day is read as people read it", () => {
  expect(day("2027-01-28")).toBe("Thu 28 Jan 2027");
  expect(day("2026-11-23")).toBe("Mon 23 Nov 2026");
  expect(day("soon")).toBe("soon");
});

test.each([
  ["2026-11-20", "2026-11-20"],
  ["11/20/2026", "2026-11-20"],
  ["1/2/2026", "2026-01-02"],
  ["20 Nov 2026", "2026-11-20"],
  ["Fri 20 Nov 2026", "2026-11-20"],
  ["November 20, 2026", "2026-11-20"],
  [" 2028-02-29 ", "2028-02-29"],
])("%s is a day", (typed, iso) => {
  expect(parseDay(typed)).toBe(iso);
});

test.each(["2026-02-30", "2027-02-29", "13/01/2026", "20/11/26", "tomorrow", "", "20 Foo 2026"])(
  "%s is no day",
  (typed) => {
    expect(parseDay(typed)).toBeNull();
  },
);

test("days are shifted over the ends of months and years", () => {
  expect(shift("2026-12-31", 1)).toBe("2027-01-01");
  expect(shift("2028-03-01", -1)).toBe("2028-02-29");
});

test("weeks begin on Monday", () => {
  expect(weekdayIndex("2026-11-23")).toBe(0);
  expect(weekdayIndex("2026-11-22")).toBe(6);
});

test("the hour of an instant is the one that the desk wrote", () => {
  expect(timeOf("2026-11-06T09:12:44-05:00")).toBe("09:12");
});

import { expect, test } from "vitest";
import { day, inFigures, parseDay, placeInWeek, shift, weekdayIndex, weekHeads } from "./dates";
import { habitsOf } from "./habits";

const [us, gb, de, jp, se] = ["en-US", "en-GB", "de-DE", "ja-JP", "sv-SE"].map(habitsOf);

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

test("the weeks that the desk counts begin on Monday", () => {
  expect(weekdayIndex("2026-11-23")).toBe(0);
  expect(weekdayIndex("2026-11-22")).toBe(6);
});

test.each(["8/9/2026", "08/09/2026", "8.9.2026", "8. 9. 2026", "8-9-2026"])(
  "%s is read in the order of the region",
  (typed) => {
    expect(parseDay(typed, us)).toBe("2026-08-09");
    expect(parseDay(typed, gb)).toBe("2026-09-08");
    expect(parseDay(typed, de)).toBe("2026-09-08");
  },
);

test.each(["8/9/2026", "20/11/2026", "11/20/2026"])(
  "where the year comes first, %s is not read: the region does not say which of the others does",
  (typed) => {
    expect(parseDay(typed, jp)).toBeNull();
  },
);

test.each([
  ["20/11/2026", us],
  ["11/20/2026", gb],
  ["8/9/26", gb],
  ["8/9.2026", gb],
  ["31/9/2026", gb],
  ["2026/9/2026", gb],
] as const)("%s is in no order of its region", (typed, region) => {
  expect(parseDay(typed, region)).toBeNull();
});

test.each([
  "2026-09-08",
  "2026/9/8",
  "2026.9.8",
  "2026. 9. 8.",
  "8 Sep 2026",
  "September 8, 2026",
  "Tue 8 Sep 2026",
])("%s has one reading, which every region has", (typed) => {
  for (const region of [us, gb, de, jp, se]) expect(parseDay(typed, region)).toBe("2026-09-08");
});

test("a day in figures is written as its region reads it", () => {
  expect([us, gb, de, jp, se].map((region) => inFigures("2026-09-08", region))).toEqual([
    "09/08/2026",
    "08/09/2026",
    "08.09.2026",
    "2026/09/08",
    "2026-09-08",
  ]);
  for (const region of [us, gb, de, jp, se])
    expect(parseDay(inFigures("2026-09-08", region), region)).toBe("2026-09-08");
});

test("a calendar begins on the day on which the region's week does", () => {
  expect(weekHeads(us).join(" ")).toBe("Sun Mon Tue Wed Thu Fri Sat");
  expect(weekHeads(de).join(" ")).toBe("Mon Tue Wed Thu Fri Sat Sun");
  expect(weekHeads(habitsOf("ar-EG"))[0]).toBe("Sat");
  const monday = "2026-11-23";
  expect([us, de].map((region) => placeInWeek(monday, region))).toEqual([1, 0]);
  expect(["2026-11-22", "2026-11-28"].map((one) => placeInWeek(one, us))).toEqual([0, 6]);
});

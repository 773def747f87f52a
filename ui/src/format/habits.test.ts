import { expect, test } from "vitest";
import { habitsOf } from "./habits";
import { number } from "./numbers";
import { clockTime } from "./times";

test.each([
  // tag, order, a number, 18:00, the first weekday from Monday
  ["en-US", "mdy", "/", "1,234,567.5", "6:00 PM", 6],
  ["en-GB", "dmy", "/", "1,234,567.5", "18:00", 0],
  ["de-DE", "dmy", ".", "1.234.567,5", "18:00", 0],
  ["nl-NL", "dmy", "-", "1.234.567,5", "18:00", 0],
  ["ja-JP", "ymd", "/", "1,234,567.5", "18:00", 6],
  ["sv-SE", "ymd", "-", "1\u00a0234\u00a0567,5", "18:00", 0],
  ["ar-SA", "dmy", "/", "1,234,567.5", "6:00 PM", 6],
  ["ar-EG", "dmy", "/", "1,234,567.5", "6:00 PM", 5],
] as const)(
  "%s has the habits of its region, in Western digits",
  (tag, order, between, long, evening, first) => {
    const region = habitsOf(tag);
    expect(region).toMatchObject({ order, between, firstWeekday: first });
    expect(number(1_234_567.5, 1, region)).toBe(long);
    expect(clockTime("18:00:00", region)).toBe(evening);
  },
);

test("English in a region that the engine has no English data for still has that region's habits", () => {
  expect(habitsOf("en-SA")).toMatchObject({ order: "dmy", firstWeekday: 6 });
  expect(habitsOf("en-BR")).toMatchObject({ order: "dmy", decimal: ",", twelveHours: false });
});

test("a language alone has the habits of where it is most spoken", () => {
  expect(habitsOf("de")).toMatchObject({ order: "dmy", decimal: ",", firstWeekday: 0 });
});

test("digits and calendar are those that the desk writes, whatever the tag asks for", () => {
  expect(number(20, 0, habitsOf("ar-SA-u-nu-arab"))).toBe("20");
  expect(habitsOf("th-TH-u-ca-buddhist").tag).toBe("th-TH-u-ca-gregory-nu-latn");
});

test.each(["", "C", "de_DE.UTF-8", "../../etc", "en-US\u0000", "-", "x".repeat(500)])(
  "what is no tag (%j) has the habits of the United States",
  (tag) => {
    expect(habitsOf(tag)).toEqual(habitsOf("en-US"));
  },
);

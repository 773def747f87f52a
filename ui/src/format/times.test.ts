import { expect, test } from "vitest";
import { habitsOf } from "./habits";
import { clockTime, moment, timeOf } from "./times";

const [us, de] = ["en-US", "de-DE"].map(habitsOf);

test("a time of day has 12 hours or 24, by the region", () => {
  const times = ["00:00:00", "09:05:00", "12:00:00", "23:59:00"];
  expect(times.map((time) => clockTime(time, us))).toEqual(["12:00 AM", "9:05 AM", "12:00 PM", "11:59 PM"]);
  expect(times.map((time) => clockTime(time, de))).toEqual(["00:00", "09:05", "12:00", "23:59"]);
});

test("the hour of an instant is the one that the desk wrote", () => {
  expect(timeOf("2026-11-06T09:12:44-05:00", de)).toBe("09:12");
  expect(timeOf("2026-11-06T21:12:44-05:00", us)).toBe("9:12 PM");
  expect(timeOf("2026-11-06", us)).toBe("");
});

test("a moment has its day in words everywhere", () => {
  expect(moment("2026-09-08T18:30:00", us)).toBe("Tue 8 Sep 2026, 6:30 PM");
  expect(moment("2026-09-08T18:30:00", de)).toBe("Tue 8 Sep 2026, 18:30");
  expect(moment("some day", de)).toBe("some day");
});

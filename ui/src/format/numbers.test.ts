import { expect, test } from "vitest";
import { habitsOf } from "./habits";
import { dollars, readCents, readWhole } from "./numbers";

const [us, gb, de, fr, ch] = ["en-US", "en-GB", "de-DE", "fr-FR", "de-CH"].map(habitsOf);

test("dollars are said with the marks of the region", () => {
  expect([us, de].map((region) => dollars(123_450, region))).toEqual(["$1,234.50", "$1.234,50"]);
  expect(dollars(5, us)).toBe("$0.05");
});

test.each([
  ["1234", us, 1234],
  ["1,234", us, 1234],
  ["1.234", us, null],
  ["1.234", de, 1234],
  ["1,234", de, null],
  ["1 234", fr, 1234],
  ["1'234", ch, 1234],
  ["12,34", us, null],
  ["1,5", gb, null],
  ["1.5", us, null],
  ["-1", us, null],
  ["1e3", us, null],
  ["1,234,567", us, null],
  ["", us, null],
] as const)("%s is read as a whole number or refused, and never as another one", (typed, region, whole) => {
  expect(readWhole(typed, 6, region)).toBe(whole);
});

test.each([
  ["12", us, 1200],
  ["12.50", us, 1250],
  ["12,50", us, null],
  ["1,234.50", us, 123_450],
  ["1,234", us, 123_400],
  ["1.234", us, null],
  ["12,50", de, 1250],
  ["12.50", de, 1250],
  ["1.234,50", de, 123_450],
  ["1.234", de, 123_400],
  ["1,234", de, null],
  ["12.5", us, null],
  ["0.29", us, 29],
  [".50", us, null],
  ["$12", us, null],
] as const)("%s is an amount to the cent or refused", (typed, region, cents) => {
  expect(readCents(typed, region)).toBe(cents);
});

test("no text is an amount in two regions and a different one in each", () => {
  const marks = ["", ".", ",", " ", "'"];
  const texts = marks.flatMap((one) => marks.map((two) => `1${one}234${two}50`));
  for (const text of [...texts, "1.50", "1,50", "1.500", "1,500"]) {
    const readings = [us, gb, de, fr, ch].map((region) => readCents(text, region));
    expect(new Set(readings.filter((cents) => cents !== null)).size, text).toBeLessThanOrEqual(1);
  }
});

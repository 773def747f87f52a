import { expect, test } from "vitest";
import { en } from "../messages/en";
import { toneOf } from "./nearness";

test("red is overdue, amber is due within two working days, everything else is ink", () => {
  expect([-1, 0, 2, 3, null].map(toneOf)).toEqual(["late", "soon", "soon", "calm", "calm"]);
});

test("the time left is said in words, so that colour never stands alone", () => {
  expect([-3, -1, 0, 1, 12].map(en.common.workingDaysLeft)).toEqual([
    "3 working days late",
    "1 working day late",
    "due today",
    "1 working day left",
    "12 working days left",
  ]);
});

import { expect, test } from "vitest";
import { followRegion } from "../format/habits";
import { tsv } from "./sheet";

test("a sheet is one line for each row, under the names of its columns", () => {
  const sheet = { columns: ["Week", "Received"], rows: [["2 Nov", 3] as const, ["9 Nov", -1] as const] };
  expect(tsv(sheet)).toBe("Week\tReceived\n2 Nov\t3\n9 Nov\t-1");
});

test("no cell breaks the table, and none is taken for a formula", () => {
  const rows = [["a\tb\nc", "=HYPERLINK(1)", "@x", "-x", "60-0383"]];
  expect(tsv({ columns: ["a", "b", "c", "d", "e"], rows })).toBe(
    "a\tb\tc\td\te\na b c\t'=HYPERLINK(1)\t'@x\t'-x\t60-0383",
  );
});

test("a fraction has the mark of the region, so that the spreadsheet there does not read a date", () => {
  const sheet = { columns: ["Median", "Open"], rows: [[1.5, 12345]] };
  expect(tsv(sheet)).toBe("Median\tOpen\n1.5\t12345");
  followRegion("de-DE");
  expect(tsv(sheet)).toBe("Median\tOpen\n1,5\t12345");
});

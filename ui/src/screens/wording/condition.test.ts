import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { conditionInWords } from "./condition";

const CLAUSES = "../src/letters/clauses";

/** Every condition that a clause of the program stands under. */
function conditions(): string[] {
  const found = readdirSync(CLAUSES)
    .filter((file) => file.endsWith(".toml"))
    .flatMap((file) => [...readFileSync(`${CLAUSES}/${file}`, "utf8").matchAll(/^when = (['"])(.*)\1$/gm)])
    .map((match) => match[2] ?? "");
  return [...new Set(found)];
}

test("every condition of the program's clauses is said in words", () => {
  const all = conditions();
  expect(all.length).toBeGreaterThan(40);
  expect(all.filter((when) => conditionInWords(when) === null)).toEqual([]);
});

test("no two conditions are said in the same words", () => {
  const all = conditions();
  expect(new Set(all.map(conditionInWords)).size).toBe(all.length);
});

test.each([
  [
    'reply == "open" and not search.found',
    "when the answer may say whether there is a record and the search found no record",
  ],
  ["missing|length > 0", "when something is still missing"],
  ["disclosures|length == 0", "when there is no disclosure to show"],
  ["road.answer_by is not defined", "when the Freedom of Information Act sets no day for the answer"],
  [
    'kind != "notification" or appeal is defined',
    "when the letter is not “Answer to a request for notification” or the letter gives a right of appeal or review",
  ],
  [
    'reply == "open" and (parts|length > 0 or appeal_decision.outcome != "granted")',
    "when the answer may say whether there is a record, and either at least one part is decided or the appeal or review is not granted in full",
  ],
  [
    'not (some_granted or kind in ["denial", "fee"])',
    "when no part is granted and the letter is neither “Denial of access” nor “Notice of a charge”",
  ],
])("%s", (when, said) => {
  expect(conditionInWords(when)).toBe(said);
});

test.each([
  ["a fact that has no words", "weather is defined"],
  ["a value that has none", 'reply == "loud"'],
  ["a letter that there is not", 'kind == "postcard"'],
  ["half a condition", "missing|length >"],
  ["an unclosed bracket", "(missing|length > 0"],
  ["signs beyond the grammar", "missing|length > 0 && fee is defined"],
  ["another number", "access.pages > 10"],
])("%s is left as it is written", (_, when) => {
  expect(conditionInWords(when)).toBeNull();
});

import { expect, test } from "vitest";
import { beginning } from "./clauses";

test.each([
  ["Dear {{ addressee.name }}:", "Dear …:"],
  ["You have {{ appeal.within }}, counted from {{ appeal.counted_from }}.", "You have …, counted from …"],
  [
    "{% if review %}You may ask for a review{% else %}You may appeal{% endif %} of this decision.",
    "You may ask for a review of this decision.",
  ],
  ["- {{ part.what }}\n", "(filled in from the case)"],
  [
    "We received it.\n{% if system is defined %}It is in {{ system.name }}.{% endif %}",
    "We received it. It is in …",
  ],
])("the beginning of “%s”", (text, said) => {
  expect(beginning(text)).toBe(said);
});

test("a long clause is cut between words", () => {
  expect(beginning("one two three four", 10)).toBe("one two …");
});

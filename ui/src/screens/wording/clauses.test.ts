import { expect, test } from "vitest";
import { beginning, unbroken } from "./clauses";

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

test("line breaks of the file are not shown, those of lists and addresses are", () => {
  const long =
    "We have completed processing your request for notification of or access to these records. Please be";
  expect(unbroken(`${long}\ninformed of it.\n`)).toBe(`${long} informed of it.`);
  expect(unbroken(`${long}\n- an item\n- another`)).toBe(`${long}\n- an item\n- another`);
  expect(unbroken("{{ office }}\n{{ street }}")).toBe("{{ office }}\n{{ street }}");
});

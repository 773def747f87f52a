import { expect, test } from "vitest";
import type { ListedRule, RuleKind } from "../../backend/wire";
import { inWords, titleOf } from "./inWords";

function rule(kind: RuleKind, name: string, title: string, fields: Record<string, string>): ListedRule {
  return {
    rulebook: "usps",
    kind,
    kind_words: "",
    rule: name,
    title,
    versions: [
      {
        fields: Object.entries(fields).map(([field, value]) => ({ field, value })),
        cite: "",
        source: "",
        source_words: [],
        from: "1975-09-27",
        to: null,
        state: "in-force",
        unconfirmed: false,
        from_unconfirmed: false,
        note: null,
        correction: null,
        draft: "",
      },
    ],
  };
}

const counsel = rule("office", "general-counsel", "General Counsel", { key: "general-counsel" });
const clock = rule("clock", "usps-acknowledge", "Acknowledge the request", { id: "usps-acknowledge" });
const rules = [counsel, clock];
const said = (field: string, value: string) => inWords({ field, value }, rules);

test("names that the page has words for are said by them", () => {
  expect(said("unit", "calendar")).toBe("calendar days");
  expect(said("met_by", "acknowledgement-sent, decision-sent")).toBe(
    "the acknowledgement, the letter with the decision",
  );
  expect(said("any_of", "tangible-id, own-identity")).toBe(
    "a piece of tangible identification, proof of the requester's own identity",
  );
});

test("a step is said as everywhere in the window, and one that writes a letter names the letter", () => {
  expect(said("step", "write-letter:delay")).toBe("Write: Delay notice");
  expect(said("step", "record-search")).toBe("Record what the office found");
});

test("a rule that is named is said by its heading", () => {
  expect(said("to", "general-counsel")).toBe("General Counsel");
  expect(said("clocks", "usps-acknowledge, foia-determination")).toBe(
    "Acknowledge the request, foia determination",
  );
});

test("conditions are a sentence, choices among them with “or”", () => {
  expect(said("when", "channel: in-person; personally_known: yes")).toBe(
    "it comes in person, and the staff know the requester",
  );
  expect(said("when", "kind: notification, access; sensitivity: medical")).toBe(
    "the request is for notification or access, and the record is medical",
  );
  expect(said("when", "capacity: minor-self; younger_than: 12")).toBe(
    "it is made by a minor asking for their own record, and the minor is younger than 12",
  );
});

test("what is a sentence, a number or the rule's own name stays as it is written", () => {
  expect(said("words", "Show who you are: identification, or date of birth.")).toBe(
    "Show who you are: identification, or date of birth.",
  );
  expect(said("count", "10")).toBe("10");
  expect(said("id", "usps-acknowledge")).toBe("usps-acknowledge");
  expect(said("systems", "USPS 700.000, USPS 700.100")).toBe("USPS 700.000, USPS 700.100");
  expect(said("grounds", "a good reason")).toBe("a good reason");
});

test("a rule without a heading of its own is headed by what its names mean", () => {
  const step = rule("steps", "verify-identity, access", "verify-identity, access", {
    step: "verify-identity",
    kinds: "access",
  });
  expect(titleOf(step, rules)).toBe("Confirm identity: access");
  const road = rule("standing", "step-parent, spouse", "step-parent, spouse", { who: "step-parent, spouse" });
  expect(titleOf(road, rules)).toBe("A step-parent, a spouse");
  expect(titleOf(counsel, rules)).toBe("General Counsel");
});

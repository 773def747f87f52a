import { expect, test } from "vitest";
import { createFakeDesk } from "../../backend/fake";
import type { CaseView, Evidence } from "../../backend/wire";
import { formsOfCase, formsOfLetter } from "./formsThatFit";

async function aCase(asked: Evidence[], changed: Partial<CaseView> = {}): Promise<CaseView> {
  const view = await createFakeDesk({ desk: "open" }).caseView("USPS-2026-00103");
  const unmet = asked.map((evidence) => ({ id: evidence, any_of: [evidence], words: "", cite: "" }));
  return { ...view, unmet, ...changed };
}

test.each<[Evidence, string[]]>([
  ["certification-of-identity", ["certification-of-identity"]],
  ["written-certification", ["certification-of-identity"]],
  ["privacy-waiver", ["consent"]],
  ["consent", ["consent"]],
  ["medical-representative", ["medical-representative-designation"]],
  ["health-professional-outside-family", ["medical-representative-designation"]],
  ["birth-certificate", []],
])("where %s is still asked for, the form for it fits", async (asked, forms) => {
  const view = await aCase([asked]);
  expect(formsOfCase(view)).toEqual(forms);
  expect(formsOfLetter(view, "deficiency")).toEqual(forms);
  expect(formsOfLetter(view, "grant")).toEqual([]);
});

test("a statement of disagreement goes with a refusal to amend, and fits the case from then on", async () => {
  const view = await aCase([]);
  expect(formsOfLetter(view, "amendment-refused")).toEqual(["statement-of-disagreement"]);
  expect(formsOfLetter(view, "final-amendment")).toEqual(["statement-of-disagreement"]);
  expect(formsOfCase(view)).toEqual([]);
  const refused = { kind: "amendment-refused", name: "Refusal of amendment", why_not: null } as const;
  expect(formsOfCase({ ...view, offers: [refused] })).toEqual(["statement-of-disagreement"]);
});

test("a consent that is sent back goes with a blank one", async () => {
  expect(formsOfLetter(await aCase([]), "consent-returned")).toEqual(["consent"]);
});

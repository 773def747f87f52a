// The blank forms that fit, as the invented desk answers: the real one decides it by the rules.
import type { Evidence, FormKind, LetterKind, Requirement } from "../wire";

const PROOF: Partial<Record<Evidence, FormKind>> = {
  "certification-of-identity": "certification-of-identity",
  "written-certification": "certification-of-identity",
  consent: "consent",
  "privacy-waiver": "consent",
};

/** The forms for what is still asked, and for an amendment that is refused. */
export function formsOf(unmet: readonly Requirement[], refused: boolean): FormKind[] {
  const asked = unmet.flatMap((one) => one.any_of.map((evidence) => PROOF[evidence]));
  const forms = new Set(asked.filter((form) => form !== undefined));
  return [...forms, ...(refused ? (["statement-of-disagreement"] as const) : [])];
}

export function formsWith(kind: LetterKind, fitting: readonly FormKind[]): FormKind[] {
  if (kind === "amendment-refused") return ["statement-of-disagreement"];
  if (kind !== "acknowledgement" && kind !== "deficiency") return [];
  return fitting.filter((form) => form !== "statement-of-disagreement");
}

// Which blank forms fit a case: a form proves what the rule still asks for, or answers a refusal to amend.
import type { CaseView, Evidence, FormKind, LetterKind } from "../../backend/wire";

export const FORMS: readonly FormKind[] = [
  "certification-of-identity",
  "consent",
  "medical-representative-designation",
  "statement-of-disagreement",
];

/** The proof that each form is, once it is filled in. */
const PROOF: Partial<Record<FormKind, readonly Evidence[]>> = {
  "certification-of-identity": ["certification-of-identity", "written-certification"],
  consent: ["consent", "privacy-waiver"],
  "medical-representative-designation": ["medical-representative", "health-professional-outside-family"],
};

/** The letters that ask for what the rule still wants. */
const ASKING: readonly LetterKind[] = ["acknowledgement", "deficiency"];
/** The letters that refuse an amendment, after which a statement can be filed. */
const REFUSING: readonly LetterKind[] = ["amendment-refused", "final-amendment"];

const proves = (view: CaseView, form: FormKind): boolean =>
  view.unmet.some((asked) => asked.any_of.some((evidence) => PROOF[form]?.includes(evidence)));

/** The forms that fit the case as it stands. */
export function formsOfCase(view: CaseView): FormKind[] {
  const refused =
    view.letters.some((letter) => REFUSING.includes(letter.kind)) ||
    view.offers.some((offer) => REFUSING.includes(offer.kind) && offer.why_not === null);
  return FORMS.filter((form) =>
    form === "statement-of-disagreement" ? refused : proves(view, form) || namesDoctor(view, form),
  );
}

/** Whether the next step is to learn who receives a medical record. */
function namesDoctor(view: CaseView, form: FormKind): boolean {
  return (
    form === "medical-representative-designation" &&
    view.next.some((step) => step.step === "name-representative")
  );
}

/** The forms that can go with a letter. */
export function formsOfLetter(view: CaseView, kind: LetterKind): FormKind[] {
  if (REFUSING.includes(kind)) return ["statement-of-disagreement"];
  if (kind === "consent-returned") return ["consent"];
  if (!ASKING.includes(kind)) return [];
  return formsOfCase(view).filter((form) => form !== "statement-of-disagreement");
}

import type { ApprovedTranslation, WordingView } from "../../backend/wire";

/** Whether an approval is for the words that the letters have now. */
export const holds = (view: WordingView, approved: ApprovedTranslation): boolean =>
  approved.clauses_version === view.clauses_version;

/** The approval of the Spanish that holds; nothing where none does. */
export function approvalOf(view: WordingView): ApprovedTranslation | undefined {
  return view.translations.find((approved) => approved.language === "es" && holds(view, approved));
}

// What the invented desk offers besides the next step: enough to show every group, and a reason where something is refused.
import type { ActionOffer, CommandName } from "../wire";

/** Why nothing of a case can be taken back. */
export const CANNOT_BE_UNDONE = "The last step cannot be undone. Nothing was changed.";

const WORDS: [CommandName, string][] = [
  ["record-letter", "Record a letter from the requester"],
  ["change-sensitivity", "Change how sensitive the record is"],
  ["record-evidence", "Record evidence"],
  ["change-person", "Change a name or address"],
  ["name-representative", "Name a representative for medical records"],
  ["triage", "Choose the road"],
  ["refer", "Refer the request"],
  ["remind-office", "Remind the office"],
  ["weigh", "Fill in the Acts’ worksheet"],
  ["approve-decision", "Approve the decision"],
  ["return-decision", "Return the decision to the drafter"],
  ["list-recipients", "List who had the record before"],
  ["record-payment", "Record a payment"],
  ["record-appeal", "Record an appeal or review"],
  ["place-hold", "Hold for litigation"],
  ["add-task", "Add a task"],
  ["undo", "Undo the last step"],
];

interface Standing {
  closed: boolean;
  hold: string | null;
  /** What can be undone. */
  last: object | null;
}

export function actionsOf(one: Standing, approval: boolean): ActionOffer[] {
  const whyNot = (command: CommandName): string | null => {
    if (command === "undo") return one.last ? null : CANNOT_BE_UNDONE;
    if (one.closed) return "The case is closed.";
    if (command === "approve-decision" || command === "return-decision") {
      return approval ? null : "There is nothing to approve.";
    }
    if (command === "record-appeal") return "Nothing was denied or refused that could be looked at again.";
    if (command === "place-hold" && one.hold !== null) return "The case is already held.";
    return null;
  };
  return WORDS.map(([command, words]) => {
    const why_not = whyNot(command);
    return { command, words, why_not, cite: command === "record-appeal" ? "39 CFR 266.6" : null };
  });
}

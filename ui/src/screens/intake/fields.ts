// Where the fields that the desk names stand in the form.
const IDS: Record<string, string> = {
  agency: "intake-agency",
  received: "intake-received",
  channel: "intake-channel",
  capacity: "intake-capacity",
  "requester.name": "intake-name",
  requester: "intake-name",
  "requester.address": "intake-address",
  "requester.email": "intake-email",
  subject: "intake-subject-name",
  "subject.name": "intake-subject-name",
  "subject.address": "intake-subject-address",
  kinds: "intake-kinds-notification",
  text: "intake-text",
  sensitivity: "intake-sensitivity",
  particulars: "intake-add-particular",
  "facts.relation": "intake-ward",
};

/** The name under which the desk keeps the form until the case is open. */
export const INTAKE_FORM = "intake";

export function fieldId(field: string): string {
  return IDS[field] ?? "intake-name";
}

export interface PartProps {
  draft: import("./draft").IntakeDraft;
  change: (changed: Partial<import("./draft").IntakeDraft>) => void;
  problemOf: (field: string) => string | null;
}

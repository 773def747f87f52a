// What a message or a scan fills in: only what is empty, and nothing that it does not tell.
import type { Arrived, IncomingView } from "../../backend/wire";
import type { IntakeDraft } from "./draft";

/** Whether somebody began to fill the form in. The agency, the day and the channel it begins with are nobody's work. */
export function holdsRequest(draft: IntakeDraft): boolean {
  const { name, address, email, text, kinds, arrived } = draft;
  return (
    [name, address, email, text].some((typed) => typed.trim() !== "") || kinds.length + arrived.length > 0
  );
}

/** The form with a message or a scan that came with the request. */
export function withArrived(
  before: IntakeDraft,
  { row, text, parts }: IncomingView,
  identity: number[] = [],
): IntakeDraft {
  if (before.arrived.some((one) => one.id === row.id)) return before;
  const begun = holdsRequest(before);
  const { id, subject, form } = row;
  return {
    ...before,
    name: before.name || row.from_name,
    email: before.email || row.from_address,
    text: before.text || text,
    received: begun ? before.received || row.received : row.received,
    channel: begun ? before.channel : form === "message" ? "electronic" : "mail",
    arrived: [...before.arrived, { id, subject, form, parts, identity }],
  };
}

/** What the desk files in the case that is opened. */
export function toArrived({ arrived }: IntakeDraft): Arrived[] {
  return arrived.map(({ id, identity }) => ({ incoming: id, identity }));
}

// What a message or a scan fills in: only what is empty, and nothing that it does not tell.
import type { Arrived, IncomingView } from "../../backend/wire";
import { type ArrivedThing, EMPTY_DRAFT, type IntakeDraft } from "./draft";

/** Whether somebody began to fill the form in. The agency, the day and the channel it begins with are nobody's work. */
export function holdsRequest(draft: IntakeDraft): boolean {
  const { name, address, email, text, kinds, arrived } = draft;
  return (
    [name, address, email, text].some((typed) => typed.trim() !== "") || kinds.length + arrived.length > 0
  );
}

/** Whether the form holds the message or scan already. */
export function isPartOf({ arrived }: IntakeDraft, id: string): boolean {
  return arrived.some((one) => one.id === id);
}

export interface Coming {
  view: IncomingView;
  /** The parts that were marked as showing identity; nothing where nobody said of any whether it does. */
  identity: number[] | null;
}

/** The form with a message or a scan that came with the request; one that it holds takes the marks. */
export function withArrived(before: IntakeDraft, { view, identity }: Coming, today: string): IntakeDraft {
  const { row, text, parts } = view;
  const { id, subject, form } = row;
  if (isPartOf(before, id)) {
    const marked = (one: ArrivedThing) => ({ ...one, identity: identity ?? one.identity });
    return { ...before, arrived: before.arrived.map((one) => (one.id === id ? marked(one) : one)) };
  }
  const begun = holdsRequest(before);
  // The day and the channel that the form begins with are nobody's word; any other is.
  const firstDay = before.received === "" || (!begun && before.received === today);
  const firstChannel = !begun && before.channel === EMPTY_DRAFT.channel;
  return {
    ...before,
    name: before.name || row.from_name,
    email: before.email || row.from_address,
    text: before.text || text,
    received: firstDay ? row.received : before.received,
    channel: firstChannel && form === "message" ? "electronic" : before.channel,
    arrived: [...before.arrived, { id, subject, form, parts, identity: identity ?? [] }],
  };
}

const FILLED = ["name", "email", "text", "received", "channel"] as const;

/** Whether a field tells something that it did not tell before. */
export function isFilled(before: IntakeDraft, after: IntakeDraft): boolean {
  return FILLED.some((field) => before[field] !== after[field]);
}

/** What the desk files in the case that is opened. */
export function toArrived({ arrived }: IntakeDraft): Arrived[] {
  return arrived.map(({ id, identity }) => ({ incoming: id, identity }));
}

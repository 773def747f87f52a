// Undo on the invented desk: the case as it was before the last step.
import type { CommandName } from "../wire";
import { CANNOT_BE_UNDONE } from "./actions";
import type { FakeCase } from "./case";
import { refuse } from "./commands";

/** What has left the office stays. */
const STAYS: CommandName[] = ["send-to-office", "remind-office", "refer", "record-posted", "tell-recipient"];

/** Does something to a case, and keeps how it was before where that can be taken back. */
export function remembering(one: FakeCase, command: CommandName, does: () => string): string {
  const before = structuredClone(one);
  const words = does();
  one.last = STAYS.includes(command) ? null : { before, words };
  return words;
}

/** Puts the case back as it was before its last step. Its history stays, with the step marked. */
export function takeBack(one: FakeCase): string {
  if (!one.last) return refuse("not-allowed", CANNOT_BE_UNDONE);
  const { before } = one.last;
  const version = one.history.length;
  const history = one.history.map((line) => (line.version === version ? { ...line, undone: true } : line));
  for (const field of Object.keys(one)) delete (one as unknown as Record<string, unknown>)[field];
  // What was done before that is no longer the newest entry; the invented desk takes back one step only.
  Object.assign(one, before, { history, last: null });
  return `took back entry ${version}.`;
}

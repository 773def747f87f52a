// The mail of the invented desk: the letters that wait, and the server that takes them.

import { Refused } from "../backend";
import type { MailSettings, OutboxRow } from "../wire";
import type { FakeCase } from "./case";
import { refuse } from "./commands";

export function createOutbox(today: string, find: (number: string) => FakeCase) {
  let outbox: OutboxRow[] = [];
  let settings: MailSettings | null = null;

  function queue(one: FakeCase, letter: string) {
    const found = one.letters.find((row) => row.letter === letter);
    if (!found) return refuse("not-found", "This case has no such letter.");
    found.queued = true;
    outbox = [
      {
        id: `m${outbox.length + 1}`,
        case_number: one.number,
        letter,
        letter_name: found.name,
        to: one.intake.requester.email ?? "",
        state: "queued",
        tries: 0,
        reason: null,
        queued_on: today,
      },
      ...outbox,
    ];
  }

  function send() {
    const waiting = outbox.filter((row) => row.state !== "sent");
    for (const row of waiting) {
      row.tries += 1;
      row.state = settings ? "sent" : "failed";
      row.reason = settings ? null : "No mail server is set up.";
      const letter = find(row.case_number).letters.find((one) => one.letter === row.letter);
      if (letter && settings) letter.emailed = today;
    }
    return settings ? { sent: waiting.length, failed: 0 } : { sent: 0, failed: waiting.length };
  }

  function change(changed: MailSettings) {
    if (changed.host === "")
      throw new Refused({
        code: "bad-input",
        message: "Write the mail server's host name.",
        cite: null,
        field: "host",
      });
    settings = changed;
  }

  return {
    rows: () => outbox,
    queue,
    send,
    settings: () => (settings ? { ...settings, password: "" } : null),
    change,
  };
}

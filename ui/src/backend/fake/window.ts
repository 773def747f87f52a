// What the invented desk keeps beside its cases: filters, watched cases, drafts, and the accounting of disclosures.
import type {
  AccountingAsked,
  AccountingLine,
  BulkLine,
  Command,
  DisclosureGiven,
  DraftView,
  PeopleOfCase,
  PersonView,
  SavedFilter,
  Selected,
} from "../wire";
import { CANNOT_BE_UNDONE } from "./actions";
import type { FakeCase } from "./case";
import { refuse } from "./commands";
import { remembering, takeBack } from "./undo";

/** The most that a form keeps, in bytes. */
const LONGEST_DRAFT = 90_000;

export function createKept(today: string) {
  let filters: SavedFilter[] = [];
  let lines: AccountingLine[] = [];
  const drafts = new Map<string, DraftView>();
  return {
    filters: () => filters,
    saveFilter(name: string, filter: string): SavedFilter[] {
      filters = [...filters.filter((one) => one.name !== name), { name, filter }];
      return filters;
    },
    forgetFilter(name: string): SavedFilter[] {
      filters = filters.filter((one) => one.name !== name);
      return filters;
    },
    saveDraft(form: string, body: string): null {
      if (new TextEncoder().encode(body).length > LONGEST_DRAFT) {
        refuse(
          "bad-input",
          "This form holds more than is kept between two sittings. It stays as typed while the window is open; finish it before you close it, or before the desk locks.",
          { field: "body" },
        );
      }
      drafts.set(form, { body, saved_at: `${today}T09:00:00Z` });
      return null;
    },
    draft: (form: string): DraftView | null => drafts.get(form) ?? null,
    forgetDraft(form: string): null {
      drafts.delete(form);
      return null;
    },
    accounting: (asked: AccountingAsked): AccountingLine[] =>
      lines.filter(
        (line) =>
          line.subject.toLowerCase() === asked.subject.trim().toLowerCase() &&
          (!asked.system || line.system === asked.system),
      ),
    enter(given: DisclosureGiven, by: string): AccountingLine[] {
      if (given.basis === "need-to-know" || given.basis === "foia") {
        refuse("not-allowed", "Such a disclosure is not entered in the accounting.");
      }
      if (given.address === "") {
        refuse("bad-input", "Give the address: the accounting must state it.", { field: "address" });
      }
      const shown = given.basis !== "law-enforcement";
      lines = [
        ...lines,
        {
          entry: {
            id: `disclosure-${lines.length + 1}`,
            on: given.on,
            nature: given.nature,
            purpose: given.purpose,
            name: given.name,
            address: given.address,
            basis: given.basis,
          },
          subject: given.subject,
          system: given.system,
          case_number: null,
          entered_by: by,
          entered_on: today,
          struck: null,
          rule: {
            entered: true,
            shown,
            discretionary: false,
            words: shown
              ? "The subject is shown it on request."
              : "What went to a law enforcement agency on its written request is not shown.",
            cite: "5 U.S.C. 552a(c)(3)",
          },
        },
      ];
      return lines.filter((line) => line.subject === given.subject);
    },
    strike(id: string, reason: string): null {
      if (reason === "") refuse("bad-input", "Say why the entry is wrong.", { field: "reason" });
      lines = lines.map((line) => (line.entry.id === id ? { ...line, struck: reason } : line));
      return null;
    },
  };
}

/** What a command does, or did, to each case; a case that is closed refuses it. */
export function together(
  selection: Selected[],
  command: Command,
  find: (number: string) => FakeCase,
  act: ((one: FakeCase, does: string) => void) | null,
): BulkLine[] {
  return selection.map(({ number }) => {
    const one = find(number);
    if (one.closed) return { number, does: [], refused: "The case is closed." };
    const does =
      command.command === "assign"
        ? `gave the case to ${command.to === "" ? "nobody yet" : command.to}.`
        : "text" in command
          ? `noted: ${command.text}`
          : "did it.";
    if (act && command.command === "undo") {
      if (!one.last) return { number, does: [], refused: CANNOT_BE_UNDONE };
      act(one, takeBack(one));
    } else if (act) {
      act(
        one,
        remembering(one, command.command, () => {
          if (command.command === "assign") one.assignee = command.to;
          return does;
        }),
      );
    }
    return { number, does: [does], refused: null };
  });
}

export function personOf(one: FakeCase, role: string, people: PeopleOfCase): PersonView {
  const given = one.intake.requester;
  const person = { name: given.name, address: given.address ?? [], email: given.email ?? null };
  const part = { number: one.number, received: one.intake.received };
  return {
    number: one.number,
    role,
    person,
    addresses: [{ person, number: one.number, since: one.intake.received, until: null }],
    cases: [{ ...part, role, kinds: one.intake.kinds, closed: null }],
    like: people.like,
    signs: people.signs,
  };
}

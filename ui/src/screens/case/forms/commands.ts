// Every command that is asked for by a form drawn from its description: its fields, and the group that it stands in.
// A command or a field without a description does not compile.
import type { Command, CommandName } from "../../../backend/wire";
import { en } from "../../../messages/en";
import {
  type Asked,
  check,
  choice,
  date,
  group,
  type Kind,
  lines,
  long,
  many,
  maybe,
  money,
  numbered,
  optional,
  rows,
  text,
  today,
  whole,
} from "./kinds";

export type CommandOf<Name extends CommandName> = Extract<Command, { command: Name }>;
export type FieldOf<Name extends CommandName> = Exclude<keyof CommandOf<Name>, "command">;

/**
 * Commands with a form of their own, because they do more than ask: they choose from the catalogue, or go record by record. Undo
 * asks nothing.
 */
export const OWN_FORM = [
  "record-evidence",
  "verify-identity",
  "route",
  "send-to-office",
  "record-search",
  "decide",
  "record-delay",
  "record-recipients-told",
  "withdraw",
  "close",
  "add-note",
  "undo",
] as const satisfies CommandName[];

export type DescribedName = Exclude<CommandName, (typeof OWN_FORM)[number]>;

const person = group({ name: text, address: optional(lines), email: maybe(text) });
const grounds = rows({ cite: text, reason: text });
const letters = choice((asked) =>
  asked.view.letters.map((letter) => [letter.letter, `${letter.name}, ${letter.dated}`]),
);
const staff = optional(
  choice((asked) => asked.staff.filter((one) => one.active).map((one) => [one.name, one.name])),
);
const items = numbered((asked) =>
  (asked.view.search?.items ?? []).map((item) => [String(item.item), `${item.item}. ${item.what}`]),
);
const words = <Value extends string>(table: Record<Value, string>) =>
  choice(() => Object.entries<string>(table));

/** The fields of each command, in the order in which the form shows them. */
export const FIELDS: { [Name in DescribedName]: { [Field in FieldOf<Name>]-?: Kind } } = {
  "reject-evidence": {
    evidence: choice((asked) =>
      asked.view.evidence.map((at) => [at.evidence, en.terms.evidence[at.evidence]]),
    ),
    reason: long,
  },
  "review-identity": { note: optional(long) },
  "name-representative": {
    representative: group({ person, occupation: text, health_professional: check, family_member: check }),
  },
  "name-companion": { name: text, statement_signed: check },
  "change-person": { role: words(en.terms.personRole), person, reason: long },
  triage: { road: words(en.terms.road), misfit: maybe(words(en.terms.misfit)), reason: long },
  "record-letter": {
    about: words(en.terms.letterAbout),
    received: today,
    channel: words(en.terms.channel),
    text: long,
  },
  "remind-office": { note: long, answer_by: optional(date) },
  "take-accounting": {
    show: many((asked) =>
      asked.view.accounting
        .filter((taken) => !taken.shown)
        .map((taken) => [taken.entry.id, `${taken.entry.on}: ${taken.entry.name}`]),
    ),
  },
  refer: { to: text, address: lines, why: long, whole: check, requester_agrees: check },
  "record-medical-review": {
    finding: words(en.terms.medicalFinding),
    by: text,
    on: today,
    note: optional(long),
  },
  "guard-existence": {
    statute: choice((asked) =>
      asked.view.exemptions
        .filter((exemption) => exemption.neither_confirm_nor_deny)
        .map((exemption) => [exemption.statute, `${exemption.statute} (${exemption.rule})`]),
    ),
    reason: long,
  },
  "record-consent": {
    given_by: words(en.terms.relation),
    to_whom: text,
    what: text,
    timeframe: optional(text),
    signed_on: date,
  },
  "arrange-inspection": { place: text, on: date, time: text },
  "record-inspection": {
    on: today,
    time: optional(text),
    statement_signed: check,
    declined_beforehand: check,
    note: optional(long),
  },
  weigh: { items: rows({ item: items, privacy_act: grounds, foia: grounds }) },
  "sign-as-counsel": { note: optional(long) },
  "approve-decision": { note: optional(long) },
  "return-decision": { reason: long },
  "note-dispute": { on: today, how: text },
  "file-statement": { received: today, words: long, in_lieu: check },
  "add-reasons": { words: long },
  "list-recipients": {
    recipients: rows({ name: text, address: optional(lines), disclosed_on: optional(date) }),
  },
  "tell-recipient": {
    recipient: numbered((asked) =>
      asked.view.recipients.map((one) => [String(one.recipient), `${one.recipient}. ${one.name}`]),
    ),
    on: today,
    how: text,
    proof: optional(text),
  },
  "spare-recipients": { reason: long },
  "record-amended": { on: today, what: long },
  "record-disclosure": {
    on: today,
    to: text,
    address: text,
    what: text,
    purpose: text,
    basis: words(en.terms.disclosureBasis),
  },
  "record-appeal": {
    of: words(en.terms.appealSubject),
    dated: date,
    postmarked: optional(date),
    received: today,
    text: long,
    late_reason: optional(text),
  },
  "send-appeal-up": { note: optional(long) },
  "extend-review": { reason: long, expected: date, approver: text, title: text },
  "decide-appeal": {
    outcome: words(en.terms.appealOutcome),
    words: long,
    official: text,
    title: text,
    on: today,
  },
  "assess-fee": { pages: whole, duplicate: check },
  "record-payment": { on: today, cents: money },
  "record-posted": { letter: letters, on: today, proof: optional(text) },
  "record-arrival": { letter: letters, on: today, how: optional(text) },
  reopen: { reason: long },
  "change-sensitivity": { sensitivity: words(en.terms.sensitivity), reason: long },
  "place-hold": { reason: long },
  "release-hold": { reason: long },
  assign: { to: staff, unit: optional(text), note: optional(long) },
  restrict: { reason: long },
  "lift-restriction": { reason: long },
  "add-task": { text: long, by: date, who: staff },
  "finish-task": {
    task: numbered((asked) =>
      asked.view.tasks
        .filter((task) => task.done === null)
        .map((task) => [String(task.task), `${task.task}. ${task.text}`]),
    ),
    note: optional(long),
  },
  overrule: {
    step: choice((asked) =>
      asked.view.next.map((step) => [
        step.step === "write-letter" && step.letter ? `write-letter:${step.letter}` : step.step,
        step.words,
      ]),
    ),
    reason: long,
  },
  "propose-disposal": { note: optional(long) },
};

export function isDescribed(name: string | undefined): name is DescribedName {
  return name !== undefined && name in FIELDS;
}

/** What a form begins with, where the case already says it. */
export function beginning(name: DescribedName, asked: Asked): Record<string, string> {
  const { view } = asked;
  switch (name) {
    case "triage":
      return {
        road: view.triage_offer.road,
        misfit: view.triage_offer.misfit ?? "",
        reason: view.triage_offer.why,
      };
    case "record-appeal":
      return view.appealable === null ? {} : { of: view.appealable };
    case "change-sensitivity":
      return { sensitivity: view.sensitivity };
    case "tell-recipient": {
      const untold = view.recipients.find((one) => one.told_on === null);
      const recipient = asked.recipient ?? untold?.recipient;
      return recipient === undefined ? {} : { recipient: String(recipient) };
    }
    case "assess-fee": {
      const pages = (view.search?.items ?? []).reduce((sum, item) => sum + item.pages, 0);
      return { pages: String(pages) };
    }
    default:
      return {};
  }
}

export const GROUPS = [
  "request",
  "people",
  "search",
  "roads",
  "decision",
  "after",
  "appeal",
  "file",
] as const;
export type Group = (typeof GROUPS)[number];

/** Where a privacy officer would look for each command. */
export const GROUP_OF: Record<CommandName, Group> = {
  "record-letter": "request",
  "change-sensitivity": "request",
  withdraw: "request",
  "record-delay": "request",
  "record-evidence": "people",
  "reject-evidence": "people",
  "verify-identity": "people",
  "review-identity": "people",
  "name-representative": "people",
  "name-companion": "people",
  "change-person": "people",
  "record-consent": "people",
  route: "search",
  "send-to-office": "search",
  "remind-office": "search",
  "record-search": "search",
  "take-accounting": "search",
  triage: "roads",
  refer: "roads",
  "record-medical-review": "roads",
  "guard-existence": "roads",
  weigh: "decision",
  "sign-as-counsel": "decision",
  decide: "decision",
  "approve-decision": "decision",
  "return-decision": "decision",
  "arrange-inspection": "after",
  "record-inspection": "after",
  "note-dispute": "after",
  "file-statement": "after",
  "add-reasons": "after",
  "list-recipients": "after",
  "tell-recipient": "after",
  "record-recipients-told": "after",
  "spare-recipients": "after",
  "record-disclosure": "after",
  "assess-fee": "after",
  "record-payment": "after",
  "record-posted": "after",
  "record-arrival": "after",
  "record-appeal": "appeal",
  "send-appeal-up": "appeal",
  "extend-review": "appeal",
  "decide-appeal": "appeal",
  "record-amended": "appeal",
  close: "file",
  reopen: "file",
  "place-hold": "file",
  "release-hold": "file",
  assign: "file",
  restrict: "file",
  "lift-restriction": "file",
  "add-task": "file",
  "finish-task": "file",
  overrule: "file",
  "propose-disposal": "file",
  "add-note": "file",
  undo: "file",
};

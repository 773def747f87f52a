import { amount } from "../../format/numbers";
import type { DescribedName, FieldOf } from "../../screens/case/forms/commands";

/** A label, or a label with its hint. */
type Label = string | readonly [label: string, hint: string];

interface FormWords<Name extends DescribedName> {
  /** What the form says above its fields. */
  words?: string;
  fields: { [Field in FieldOf<Name>]-?: Label };
}

const note: Label = "Note for the file";
const reason: Label = "Why";

const commands: { [Name in DescribedName]: FormWords<Name> } = {
  "reject-evidence": { fields: { evidence: "Proof", reason: "Why it does not prove it" } },
  "review-identity": {
    words: "You confirm, as a second person, that identity is proved.",
    fields: { note },
  },
  "name-representative": { fields: { representative: "Named to receive the medical record" } },
  "name-companion": {
    fields: { name: "Name", statement_signed: "The requester authorised this in a signed statement" },
  },
  "change-person": {
    words: "What held before is kept with its days.",
    fields: { role: "Whose", person: "As it is from now on", reason: "How we know" },
  },
  triage: {
    words: "You confirm under which law the request is answered. No road is a denial.",
    fields: { road: "Answered under", misfit: "What does not fit the procedure", reason },
  },
  "record-letter": {
    fields: { about: "It brings", received: "Received", channel: "How it came", text: "What it says" },
  },
  "remind-office": {
    fields: { note: "How it was reminded, and what it said", answer_by: "Answer now expected by" },
  },
  "take-accounting": {
    words: "The entries come from the accounting of this desk. What may be held back is held back.",
    fields: { show: "Shown although it need not be" },
  },
  refer: {
    fields: {
      to: "Office or agency",
      address: "Its postal address",
      why: "Why it is theirs",
      whole: "The whole request goes there, and this case ends",
      requester_agrees: "The requester agreed that it is sent on outside the agency",
    },
  },
  "record-medical-review": {
    fields: { finding: "Finding", by: ["Who found it", "Name and title."], on: "On", note },
  },
  "guard-existence": {
    words: "From here on nothing gives away whether there is a record.",
    fields: { statute: "Exemption", reason: ["Why confirming would do harm", "For the file only."] },
  },
  "record-consent": {
    fields: {
      given_by: "Given by",
      to_whom: "To whom it may be disclosed",
      what: "What may be disclosed",
      timeframe: "For which time",
      signed_on: "Signed on",
    },
  },
  "arrange-inspection": { fields: { place: "Where", on: "On", time: "At" } },
  "record-inspection": {
    fields: {
      on: "On",
      time: "At",
      statement_signed: "The requester signed the statement of what was reviewed",
      declined_beforehand: "The requester said beforehand that they would not sign it",
      note,
    },
  },
  weigh: {
    words:
      "Each item is weighed under both Acts: only what both let be withheld is withheld. Leave out what is simply released.",
    fields: { items: "Items that are not simply released" },
  },
  "sign-as-counsel": {
    words: "You sign off, as counsel, what is withheld because it was compiled for a lawsuit.",
    fields: { note },
  },
  "approve-decision": {
    words: "You approve what another person drafted. Its letter can be issued after that.",
    fields: { note },
  },
  "return-decision": {
    words: "The draft goes back; it is decided anew.",
    fields: { reason: "What must be put right" },
  },
  "note-dispute": { fields: { on: "Marked on", how: "How it was marked" } },
  "file-statement": {
    fields: { received: "Received", words: "What it says", in_lieu: "It is given in place of an appeal" },
  },
  "add-reasons": { fields: { words: "The agency’s concise reasons for not amending" } },
  "list-recipients": {
    words: "Those in the accounting of disclosures stand in the case already.",
    fields: { recipients: "Who had the record before" },
  },
  "tell-recipient": {
    fields: { recipient: "Who was told", on: "Told on", how: "How", proof: "What shows it" },
  },
  "spare-recipients": {
    fields: { reason: "What changed, and why it was no error" },
  },
  "record-amended": { fields: { on: "Amended on", what: "What was changed" } },
  "record-disclosure": {
    fields: {
      on: "Disclosed on",
      to: "Person or agency",
      address: "Its address",
      what: "What was disclosed",
      purpose: "Purpose",
      basis: "On what ground",
    },
  },
  "record-appeal": {
    fields: {
      of: "Against",
      dated: "Date of the letter",
      postmarked: "Date of the postmark",
      received: "Received",
      text: "What it says",
      late_reason: ["Why it is taken although it is late", "Only where it came after the last day."],
    },
  },
  "send-appeal-up": { fields: { note: "What was sent, and how" } },
  "extend-review": {
    fields: {
      reason: "Reason, as the notice states it",
      expected: "Decision expected by",
      approver: "Official who approved it",
      title: "Their title",
    },
  },
  "decide-appeal": {
    words: "Where the first decision stands, another person approves this before its letter goes out.",
    fields: {
      outcome: "Outcome",
      words: "Reasons, or what is to be changed or given",
      official: "Official who decided",
      title: "Their title",
      on: "Decided on",
    },
  },
  "assess-fee": { fields: { pages: "Pages", duplicate: "A second copy, at the requester’s wish" } },
  "record-payment": {
    fields: {
      on: "Paid on",
      get cents(): Label {
        return ["Amount in dollars", `As 12 or ${amount(1250)}.`];
      },
    },
  },
  "record-posted": { fields: { letter: "Letter", on: "Posted on", proof: "What shows it" } },
  "record-arrival": { fields: { letter: "Letter", on: "Received by the requester on", how: "How we know" } },
  reopen: { fields: { reason } },
  "change-sensitivity": { fields: { sensitivity: "The record is", reason } },
  "place-hold": { words: "Nothing of a held case is destroyed.", fields: { reason } },
  "release-hold": { fields: { reason } },
  assign: { fields: { to: "To", unit: "Unit", note: "Note to the next one" } },
  restrict: {
    words: "Only whoever has the case, and those who see all cases, find it from here on.",
    fields: { reason },
  },
  "lift-restriction": { fields: { reason } },
  "add-task": { fields: { text: "What is to be done", by: "By", who: "By whom" } },
  "finish-task": { fields: { task: "Task", note } },
  overrule: {
    words: "The step is left out; your reason stands in the history.",
    fields: { step: "Step", reason: "Why it is not needed here" },
  },
  "propose-disposal": {
    words: "Another person approves it; only then is anything destroyed.",
    fields: { note },
  },
};

/** Labels of fields inside rows and groups. */
const inner: Record<string, Label> = {
  person: "Person",
  name: "Name",
  address: "Postal address",
  email: "E-mail",
  occupation: ["Occupation", "As: family physician, nurse, friend."],
  health_professional: "A health professional",
  family_member: "A member of the family",
  item: "Record",
  privacy_act: "Grounds under the Privacy Act",
  foia: "Grounds under the Freedom of Information Act",
  cite: ["Exemption", "As: 5 U.S.C. 552a(k)(6)."],
  reason: "Reason",
  disclosed_on: "Disclosed on",
};

export const forms = {
  commands,
  inner,
  choose: "Choose one.",
  chooseOne: "choose…",
  nobody: "nobody",
  nothingToChoose: "There is nothing to choose.",
  fillIn: "Fill this in.",
  wholeBad: "Write a whole number.",
  get moneyBad() {
    return `Write dollars, as 12 or ${amount(1250)}.`;
  },
  addRow: "Add a line",
  removeRow: (n: number) => `Remove line ${n}`,
  row: (label: string, n: number) => `${label}: line ${n}`,
  done: (words: string) => `${words}: recorded.`,
};

export const actions = {
  heading: "Other actions",
  words: "Everything that can be recorded in this case, and why not where it cannot.",
  search: "Search the actions",
  found: (n: number) => `${n} ${n === 1 ? "action matches" : "actions match"}.`,
  canDo: (n: number) => `${n === 0 ? "none" : n} possible now`,
  groups: {
    request: "Request",
    people: "People and identity",
    search: "Routing and search",
    roads: "Special roads",
    decision: "Decision",
    after: "After the decision",
    appeal: "Appeal and review",
    file: "The file",
  },
};

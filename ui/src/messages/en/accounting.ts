import { counted } from "../../format/numbers";

const entries = (n: number) => counted(n, "entry", "entries");

export const accounting = {
  title: "Accounting of disclosures",
  words:
    "Kept for each subject and system: the day, nature and purpose of every disclosure, and who received it (5 U.S.C. 552a(c)).",
  find: "Find",
  agency: "Agency",
  subject: "Subject",
  subjectHint: "The individual whose record it is, as the name is written in the file.",
  subjectEmpty: "Name the individual whose accounting is asked for.",
  identifier: "Identifying number",
  identifierHint: "It finds entries under another spelling. The desk keeps only a hash of it.",
  system: "System",
  allSystems: "All systems",
  found: (n: number, held: number) =>
    held === 0 ? `${entries(n)}.` : `${entries(n)}; ${held} of them may be held back from the subject.`,
  none: "Nothing is entered for this subject.",
  noneHint: "Check the spelling, or press e to enter the disclosure.",
  begin: "Name a subject to see the accounting.",
  beginHint:
    "It is kept by person: nothing is listed before one is named. A new disclosure can be entered at once.",
  columns: {
    on: "Day",
    system: "System",
    to: "Disclosed to",
    nature: "Nature and purpose",
    basis: "Ground",
    rule: "Shown to the subject",
    does: "What can be done",
  },
  shown: "yes",
  heldBack: "may be held back",
  discretion: "at the agency’s discretion",
  fromCase: (number: string) => `from ${number}`,
  struck: (why: string) => `Struck: ${why}`,
  strike: "Strike",
  strikeOf: (name: string, day: string) => `Strike the disclosure to ${name} of ${day}`,
  strikeAsk: "Strike this entry?",
  strikeWords: "It stays in the ledger with your reason, and is no longer part of the accounting.",
  strikeWhy: "Why it is wrong",
  strikeDone: "The entry is struck.",
  enter: "Enter a disclosure",
  enterWords: (agency: string) =>
    `It is entered for ${agency}. An identifying number given above is kept with it, as a hash.`,
  enterGo: "Enter the disclosure",
  entered: "The disclosure is entered.",
  produce: "What the subject is shown",
  produced: (day: string, system: string, what: string, purpose: string, to: string, address: string) =>
    `${day}, ${system}: ${what}; purpose: ${purpose}; to ${to}, ${address}.`,
  produceWords:
    "On a request, the subject is shown these entries. A request for the accounting is answered by letter from its case.",
  copy: "Copy as a table",
  copied: "The table is copied; paste it into a spreadsheet.",
  request: "Take in a request for the accounting",
  groups: {
    subject: "Whose record it is",
    recipient: "Who received it",
    disclosure: "The disclosure",
  },
  fields: {
    on: "Day of the disclosure",
    nature: "What was disclosed",
    purpose: "Purpose",
    name: "Person or agency",
    address: "Address",
    basis: "Ground",
  },
};

export const person = {
  title: (name: string, number: string) => `${name}, ${number}`,
  back: (number: string) => `Back to ${number}`,
  addresses: "Names and addresses",
  addressOf: "Where it stands",
  since: (number: string, day: string) => `${number}, since ${day}`,
  until: (day: string) => `until ${day}`,
  noAddress: "no postal address",
  cases: "Cases of this person",
  casesWords:
    "This case, and those of which somebody here said that it is the same person. The same name alone says nothing.",
  columns: { number: "Case", role: "Part", kinds: "Asks for", received: "Received", closed: "Closed" },
  open: "open",
  look: "Look at the person",
  lookOf: (role: string) => `Look at the ${role} across cases`,
};

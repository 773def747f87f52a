import type { FormKind, Language } from "../../backend/wire";
import { counted } from "../../format/numbers";
import { officePictures } from "./officePictures";
import { ask } from "./paragraphs";

/** How letters read: the office's own wording, its versions, and the Spanish beside it. */
export const wording = {
  title: "The office's letters",
  parts: "Parts of the rules",
  rulebooks: "Rulebooks",
  letters: "Letters",
  count: (shown: number, all: number) =>
    shown === all ? counted(all, "clause", "clauses") : `${shown} of ${counted(all, "clause", "clauses")}`,
  agency: "Agency",
  kind: "Letter",
  everyKind: "Every letter",
  search: "Search the clauses",
  searchPlaceholder: "word, citation, condition…",
  list: "Clauses",
  inSeveral: "In several letters",
  nothingFound: "No clause has these words.",
  nothingFoundHint: "Try fewer words, or another letter.",
  showAll: "Show every clause",
  goneHeading: "No such clause",
  gone: "The letters of this agency have no such clause. Choose another from the list.",
  filledIn: "(filled in from the case)",
  ownMark: "office's words",
  draftMark: "in your draft",
  prescribedMark: "prescribed",
  leftOut: "Left out:",
  leftOutWords:
    "Letters read as the program has them until this is put right: write the clause anew, preview it and propose it.",

  wordingRow: "Wording and versions",
  draftCount: (n: number) =>
    n === 0 ? "nothing in your draft" : `${counted(n, "change", "changes")} in your draft`,
  spanishRow: "Spanish",
  spanishApproved: "approved",
  spanishNotApproved: "waits for a translator",

  one: {
    id: "Name of the clause",
    kinds: "Stands in",
    inKinds: (n: number) => counted(n, "letter", "letters"),
    when: "Stands",
    always: "always",
    cite: "Rests on",
    noCite: "office practice: no paragraph prescribes it",
    program: "The program's words",
    spanish: "The Spanish beside them",
    noSpanish: "There is none: a letter with this clause is written in English.",
    prescribed: "A regulation prescribes these words, so no office changes them.",
    own: "The office's words",
    ownHint:
      "What stands in braces is filled in or decided by the case: keep it as it is, and change the words around it.",
    noLongerSpanish:
      "The Spanish is a translation of the program's words. A letter with words of the office's own is written in English only.",
    inForce: "These words are in force.",
    leftOut: "These words are left out for now: letters read as the program has them.",
    inDraft: "Changed in your draft. Letters read so once it is proposed and somebody else has approved it.",
    asProgram: "Back to the program's words",
    takeBack: "Take this change back",
  },

  draft: {
    heading: "Your draft",
    empty: "Your draft changes nothing.",
    emptyHint:
      "Choose a clause from the list and write it in the office's words, or add a line to the letterhead, a seal or a signature here. Then preview it.",
    changes: "Clauses that it words anew",
    takeBack: "Take back",
    takeBackWhat: (id: string) => `the change of ${id}`,
    lines: "Lines below the address of the letterhead",
    linesHint: "One line each, up to 4 of at most 60 letters. They stand on every letter.",
    preview: "Preview",
    previewKey: "Ctrl+Enter",
    previewing: "Trying every letter…",
    propose: "Propose",
    proposeHint: "Preview it first: only what was shown can be proposed.",
    notFitting: "It cannot be proposed: a letter could not be issued with it.",
    proposed: (n: number) => `Version ${n} is recorded. It waits for the approval of another person.`,
  },

  pictures: officePictures,

  preview: {
    heading: "What would read differently",
    headingOf: (n: number) => `What would read differently with version ${n}`,
    count: (n: number, tried: number) =>
      n === 0
        ? `None of ${counted(tried, "letter", "letters")} of the sample cases would read differently.`
        : `${n} of ${counted(tried, "letter", "letters")} of the sample cases would read differently.`,
    linesToo: "The lines of the letterhead stand on every letter, as on the sample below.",
    pictures: "What would be other about the pictures",
    page: "A sample letter as it would print",
    pageHint:
      "With the letterhead, the seal and the first signature. Another official's letter has that official's.",
    fits: "Each of them could be issued.",
    broken: (n: number) => `${n} of them could not be issued. Put that right first.`,
    change: "Change the clause",
    changeWhat: (id: string) => `Change the clause ${id}`,
    failed: "Checks that fail",
    tried: (number: string) => `tried on ${number}`,
    close: "Close the preview",
  },

  versions: {
    heading: "Versions",
    none: "The office has no wording of its own. Every letter reads as the program has it.",
    noneHint:
      "A draft becomes a version when it is proposed, and is in force once another person approves it.",
    version: (n: number) => `Version ${n}`,
    by: (name: string) => `written by ${name}`,
    approvedBy: (name: string, on: string) => `approved by ${name} on ${on}`,
    inForce: "in force",
    waits: "waits for approval",
    passed: "never approved; a later version is in force",
    holds: (n: number, lines: number, pictures: string[]) =>
      [
        ...(n > 0 ? [counted(n, "clause", "clauses")] : []),
        ...(lines > 0 ? [counted(lines, "line of the letterhead", "lines of the letterhead")] : []),
        ...pictures,
      ].join(", "),
    words: "What is in it",
    lines: "Letterhead",
    seal: "Seal",
    preview: "Preview",
    previewOf: (n: number) => `Preview version ${n}`,
    approve: "Approve",
    approveOf: (n: number) => `Approve version ${n}`,
    approveAsk: (n: number) => `Approve version ${n}?`,
    approveWords:
      "Every letter from now on is written with it. Letters that are issued already stay as they are.",
    approved: (n: number) => `Version ${n} is in force.`,
    rollBack: "Bring back",
    rollBackOf: (n: number) => `Bring back version ${n}`,
    rollBackAsk: (n: number) => `Bring back version ${n}?`,
    rollBackWords: "It is recorded as a new version, which waits for the approval of another person.",
    rolledBack: (n: number, old: number) =>
      `Version ${old} comes back as version ${n}. It waits for the approval of another person.`,
  },

  spanish: {
    heading: "Spanish beside the English",
    holds: (translator: string) =>
      `${translator} approved the Spanish of the letters as they read now. Letters to the requester can be issued in Spanish.`,
    lapsed: (translator: string) =>
      `The approval of ${translator} was for other words than these letters have now, so it has lapsed.`,
    none: "No official translator has approved the Spanish. A letter in Spanish can be written, and is not issued until one has.",
    lapses:
      "An approval holds for the words of the letters as they are now. It lapses as soon as a clause is worded anew.",
    own: (n: number) =>
      `The office words ${counted(n, "clause", "clauses")} itself. A letter with such a clause is written in English only, because the Spanish is not its translation.`,
    record: "Record an approval",
    translator: "Official translator",
    translatorHint: "The name of whoever approved the Spanish words.",
    approve: "Record the approval",
    approved: (name: string) => `The approval of ${name} is recorded.`,
    list: "Approvals",
    columns: { translator: "Translator", recorded: "Recorded", holds: "For these letters" },
    recordedBy: (name: string, on: string) => `by ${name} on ${on}`,
    yes: "holds",
    no: "for other words",
    read: (n: number) => `Read all ${n} clauses with Spanish`,
    english: "English",
    spanishColumn: "Spanish",
  },
};

/** The blank forms that a requester may be sent, and the languages of letters and forms. */
export const blankForms = {
  heading: "Blank forms",
  apply: "What fits this request. A form has no case number and no name on it: the requester fills it in.",
  none: "This request asks for none of them now.",
  others: "Other forms",
  with: "Forms that can go with this letter",
  language: "Language of the form",
  save: "Save",
  saveWhat: (name: string) => `Save a blank form: ${name}`,
  kinds: {
    "certification-of-identity": "Certification of identity",
    consent: "Consent or privacy waiver",
    "medical-representative-designation": "Designation of a medical representative",
    "statement-of-disagreement": "Statement of disagreement",
  } satisfies Record<FormKind, string>,
};

export const languages = {
  name: { en: "English", es: "Spanish" } satisfies Record<Language, string>,
  label: "Language of the letter",
  letter: { en: "English", es: "Spanish beside the English" } satisfies Record<Language, string>,
  beside: "The English letter is the one that counts; this one goes out beside it.",
  toSpanish: "Write it in Spanish beside the English",
  toEnglish: "Write it in English",
  recordApproval: "Record a translator's approval",
};

export const wordingFields = {
  agency: ask("Whose letters are listed.", "Each agency's letters have their own clauses and wording."),
  kind: ask(
    "One letter, with its clauses in their order; or every letter.",
    "Only what is left out of the list; nothing in the desk changes.",
  ),
  search: ask(
    "A word of a clause, of its Spanish, of its condition, or a citation.",
    "Only what is left out of the list; nothing in the desk changes.",
  ),
  own: ask(
    "The clause as your office says it.",
    "The law says what a letter must tell, not in which words. The checks read yours as they read the program's.",
  ),
  lines: ask(
    "A telephone number, the name of a branch: a line for each.",
    "Requesters find the office by it. The address itself comes from the rulebook.",
  ),
  seal: ask(
    "A PNG of your office's seal: at most 64 KB, and 800 by 800 pixels.",
    "It stands beside the letterhead of every letter. Transparent places become white like the paper.",
  ),
  signature: ask(
    "Whose signature it is, who else issues letters with it, and its picture.",
    "A signature binds, so it comes into force only if its official wrote or approved the version.",
  ),
  official: ask(
    "The name of the official as letters are signed with it.",
    "The signature goes only onto a letter with exactly this name below it.",
  ),
  issuers: ask(
    "The people whom the official lets issue letters with the signature: a name for each line.",
    "Where anybody else issues the letter, it leaves room for a signature by hand.",
  ),
  signaturePicture: ask(
    "A PNG of the signature on white or on nothing: at most 64 KB, and 800 by 800 pixels.",
    "It is put above the official's name when the letter is issued, and never onto a draft.",
  ),
  translator: ask(
    "The official translator, by name.",
    "Words in Spanish go out only when somebody who answers for them has approved them.",
  ),
  letterLanguage: ask(
    "Spanish for a requester who reads it more easily.",
    "Each language has a draft of its own, so that nothing you edited is lost.",
  ),
  formLanguage: ask(
    "English or Spanish.",
    "A form in Spanish says of itself that the English one is what counts.",
  ),
};

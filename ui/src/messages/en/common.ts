import { inFigures } from "../../format/dates";
import { counted, number } from "../../format/numbers";

/** How a day may be typed. The day of the example is read in one way only. */
function daysAsTyped(): string {
  const figures = inFigures("2026-11-20");
  return figures === "2026-11-20" ? `${figures} or 20 Nov 2026` : `2026-11-20, ${figures} or 20 Nov 2026`;
}

export const common = {
  program: "Docket 552a",
  skip: "Skip to the work",
  rooms: "Rooms",
  rail: {
    worklist: "Worklist",
    new: "New",
    systems: "Systems",
    accounting: "Accounting",
    rules: "Rules",
    mail: "Mail",
    workload: "Workload",
    ledger: "Ledger",
    settings: "Settings",
    help: "Help",
    lock: "Lock",
    practice: "Practice",
  },
  leftOut: "What the office wrote does not hold",
  toRules: "Go to the rules",
  toLetters: "Go to the office's letters",
  practice: "Practice desk: every person and case here is fictitious.",
  today: (day: string) => `Today is ${day}`,
  openCases: (n: number) => counted(n, "open case", "open cases"),
  working: "One moment…",
  reload: "Reload",
  cancel: "Cancel",
  close: "Close",
  helpOn: (label: string) => `Help: ${label}`,
  printDesk: (agencies: string, name: string, practice: boolean) =>
    `Docket 552a · ${practice ? `practice desk, fictitious · ${agencies}` : agencies} · ${name}`,
  underRules: "What the rulebook has under",
  save: "Save",
  back: "Back",
  none: "none",
  notYet: "not yet",
  optional: "optional",
  search: "Search",
  restored: (at: string) => `Found again as it was typed, kept ${at}.`,
  restoredDiscard: "Begin anew",
  leaving: "Leave this form? What you typed in it is not kept.",
  errorHeading: "This was not done",
  notFoundHeading: "Nothing was found",
  changedHeading: "This changed in the meantime",
  rule: (cite: string) => `Rule: ${cite}`,
  get dayHint() {
    return `As ${daysAsTyped()}. Arrow up and down move a day.`;
  },
  get dayBad() {
    return `Write a day as ${daysAsTyped()}.`;
  },
  lost: {
    heading: "This page failed",
    words: "The window could not draw this page. Nothing that was recorded is lost.",
    again: "Try again",
    noSuch: "There is no such page",
    noSuchWords: "The address does not lead anywhere. The worklist has everything that is open.",
    toWorklist: "Go to the worklist",
  },
  workingDaysLeft: (n: number) => {
    if (n === 0) return "due today";
    if (n < 0) return counted(-n, "working day late", "working days late");
    return counted(n, "working day left", "working days left");
  },
  daysAway: (n: number) => {
    if (n === 0) return "today";
    if (n === 1) return "tomorrow";
    if (n === -1) return "yesterday";
    return n < 0 ? `${number(-n)} days ago` : `in ${number(n)} days`;
  },
  items: (n: number) => counted(n, "item", "items"),
  pages: (n: number) => counted(n, "page", "pages"),
};

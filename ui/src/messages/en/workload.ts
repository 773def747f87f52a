import { counted, number } from "../../format/numbers";

export const charts = {
  copy: "Copy for a spreadsheet",
  copyOf: (title: string) => `Copy for a spreadsheet: ${title}`,
  copied: (rows: number) => `${counted(rows, "row is", "rows are")} on the clipboard.`,
  notCopied: "The system did not let the window copy. Open the table and copy it by hand.",
  asTable: "The numbers as a table",
  nothing: "There is nothing to show for this time.",
  legend: {
    received: "received",
    decided: "decided",
    closed: "closed",
    open: "open at the end of the week (scale on the right)",
  },
  weekSays: (week: string, received: number, decided: number, closed: number, open: number) =>
    `Week of ${week}: ${number(received)} received, ${number(decided)} decided, ${number(closed)} closed; ${number(open)} open at its end`,
};

export const workload = {
  empty: "No case came, was decided or is open in this time.",
  emptyHint:
    "Choose a longer time above, or take in the first request: the pictures draw themselves from the cases.",
  title: "Workload",
  summary: (open: number, overdue: number) =>
    overdue === 0
      ? `${counted(open, "case", "cases")} open, none overdue`
      : `${counted(open, "case", "cases")} open, ${number(overdue)} overdue`,
  agency: "Agency",
  everyAgency: "All agencies",
  period: "Looking back",
  periods: { "13": "13 weeks", "26": "26 weeks", "52": "52 weeks", "104": "Two years" },
  counting: "Counting…",
  restricted: "Restricted cases count only for those who may see them.",
  weeks: {
    title: "Week by week",
    says: (received: number, decided: number, closed: number) =>
      `In this time ${counted(received, "request was", "requests were")} received, ${number(decided)} decided, ${number(closed)} closed.`,
    columns: ["Week of", "Received", "Decided", "Closed", "Open at its end"],
  },
  steps: {
    title: "Open cases by step",
    says: "Each bar begins with what is overdue.",
    columns: ["Step", "Open", "Overdue"],
    words: (cases: number, overdue: number) =>
      overdue === 0 ? number(cases) : `${number(cases)}, ${number(overdue)} overdue`,
  },
  ages: {
    title: "Age of open cases",
    says: (median: string, longest: number) =>
      `Half are no older than ${median} days; the oldest came ${counted(longest, "day", "days")} ago.`,
    none: "No case is open.",
    columns: ["Days since receipt", "Open cases"],
    band: (from: number, to: number | null) => (to === null ? `${from} or more` : `${from} to ${to}`),
  },
  times: {
    title: "Days to a decision",
    says: (cases: number, median: string, mean: string, deviation: string) =>
      `${counted(cases, "decision", "decisions")}: median ${median} days, mean ${mean}, standard deviation ${deviation}. The box holds the middle half, the line runs from the shortest to nine in ten, the stroke is the median and the dot the mean.`,
    none: "Nothing was decided in this time.",
    columns: [
      "Of",
      "Decisions",
      "Median",
      "Mean",
      "Standard deviation",
      "First quarter",
      "Third quarter",
      "Nine in ten",
      "Shortest",
      "Longest",
    ],
    all: "All decisions",
    noSystem: "No system confirmed",
  },
  systems: {
    title: "Where requests go",
    says: (n: number) =>
      `Requests of this time by ${counted(n, "system of records", "systems of records")}; each bar begins with what is still open.`,
    columns: ["System", "Name", "Received", "Still open"],
    none: (agency: string | null) => (agency ? `${agency}: not confirmed yet` : "not confirmed yet"),
    words: (cases: number, open: number) => `${number(cases)}${open > 0 ? `, ${number(open)} open` : ""}`,
    rest: (n: number) => `The table has ${number(n)} more.`,
  },
  due: {
    title: "What is due when",
    says: "How many open cases have their next thing due on each day. Press a number to see the cases.",
    earlier: "Earlier weeks",
    later: "Later weeks",
    now: "This week",
    columns: ["Day", "What day it is", "Cases due"],
    today: "today",
    show: (day: string, cases: number) => `${day}: ${counted(cases, "case", "cases")} due`,
    none: (day: string, what: string) => `${day}, ${what}: nothing due`,
    heading: (day: string) => `Due on ${day}`,
    more: (n: number) => `The first ${n} are shown.`,
    case: "Case",
    next: "Next step",
    requester: "Requester",
  },
  life: {
    title: "Its life as a line",
    says: (from: string, to: string, days: number) =>
      `From ${from} to ${to}: ${counted(days, "day", "days")}.`,
    columns: ["What", "From", "To", "Days"],
    concealed: "At which step it stood is kept from whoever does not decide this case.",
    days: (n: number) => counted(n, "day", "days"),
    limit: (name: string) => `${name}: limit`,
  },
};

// The habits of the region that this computer is set to: in which order a date is written in figures, how numbers are parted,
// whether a clock has 12 or 24 hours, on which day a week begins. Words are never among them: the window speaks English.

/** Day first, month first, or year first. */
export type Order = "dmy" | "mdy" | "ymd";

export interface Habits {
  /** The tag that the engine formats numbers by, with Western digits. */
  tag: string;
  order: Order;
  /** What stands between day, month and year. */
  between: string;
  /** The mark before the cents. */
  decimal: string;
  /** What parts the thousands. */
  group: string;
  twelveHours: boolean;
  /** 0 for Monday to 6 for Sunday. */
  firstWeekday: number;
}

const USUAL = "en-US";
const FRIDAY = 4;
const SATURDAY = 5;
const SUNDAY = 6;

/**
 * Where a week does not begin on Monday: Unicode CLDR 48, supplemental `weekData`, `firstDay`. Not every engine says it
 * (`Intl.Locale` has `weekInfo`, `getWeekInfo` or neither), so it stands here.
 */
const WEEKS: readonly [number, string][] = [
  [FRIDAY, "MV"],
  [SATURDAY, "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"],
  [
    SUNDAY,
    "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH " +
      "PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW",
  ],
];

/** The habits that go with a language tag such as `de-DE`; those of the United States where it is none. */
export function habitsOf(tag: string): Habits {
  const { tag: own, region } = placeOf(tag);
  const date = partsOf(own, { year: "numeric", month: "numeric", day: "numeric", timeZone: "UTC" });
  const [first] = date.filter((part) => ["year", "month", "day"].includes(part.type));
  const between = date.find((part) => part.type === "literal")?.value.match(/[./-]/)?.[0] ?? "/";
  const number = new Intl.NumberFormat(own).formatToParts(1_234_567.5);
  return {
    tag: own,
    order: first?.type === "year" ? "ymd" : first?.type === "month" ? "mdy" : "dmy",
    between,
    decimal: number.find((part) => part.type === "decimal")?.value ?? ".",
    group: number.find((part) => part.type === "group")?.value ?? ",",
    twelveHours: partsOf(own, { hour: "numeric" }).some((part) => part.type === "dayPeriod"),
    firstWeekday: WEEKS.find(([, regions]) => regions.split(" ").includes(region))?.[0] ?? 0,
  };
}

function partsOf(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormatPart[] {
  return new Intl.DateTimeFormat(tag, options).formatToParts(0);
}

interface Place {
  tag: string;
  region: string;
}

/** A tag that the engine has data for, with the digits and the calendar that the desk writes. */
function placeOf(tag: string): Place {
  try {
    const asked = new Intl.Locale(tag);
    const { language, script } = asked;
    const region = asked.region ?? asked.maximize().region ?? "US";
    let own = new Intl.Locale(language, script ? { script, region } : { region });
    // English is read everywhere, but the engine knows it for some regions only, and would take the habits of the United States
    // for the others: there the region's first language has the habits.
    if (new Intl.Locale(new Intl.NumberFormat(own.toString()).resolvedOptions().locale).region === undefined)
      own = new Intl.Locale(`und-${region}`).maximize();
    return { tag: `${own.baseName}-u-ca-gregory-nu-latn`, region };
  } catch {
    return { tag: `${USUAL}-u-ca-gregory-nu-latn`, region: "US" };
  }
}

let here = habitsOf(USUAL);

/** Follows the region of the system from now on. Said once, before anything is shown. */
export function followRegion(tag: string): void {
  here = habitsOf(tag);
}

/** The habits that the window follows. */
export function habits(): Habits {
  return here;
}

// Four systems of records in the invented catalogue. Their words are ours, not those of the published notices.
import type {
  Comparison,
  Corrected,
  LibraryAgencyView,
  Run,
  SystemRow,
  SystemsPage,
  SystemsQuery,
  SystemView,
} from "../wire";

const SALES_QUOTE = "Inquiries about sales go to Sales and Customer Relations, with name and address.";

const survey = (revised: boolean): SystemView["sections"] => [
  {
    key: "categories_of_individuals",
    heading: "CATEGORIES OF INDIVIDUALS COVERED BY THE SYSTEM:",
    text: revised
      ? "Customers of sales, and customers who take part in market studies."
      : "Customers of sales, business customers and employees who take part in market studies.",
  },
  {
    key: "categories_of_records",
    heading: "CATEGORIES OF RECORDS IN THE SYSTEM:",
    text: "1. Contacts: names, addresses, telephone numbers.\n\n2. Sales: notes of calls, products bought.",
  },
  {
    key: "notification_procedure",
    heading: "NOTIFICATION PROCEDURE:",
    text: revised
      ? "Inquiries about sales go to Sales and Customer Relations, with name and address. Every other inquiry goes to the system manager."
      : "Inquiries go to the system manager, with name and address.",
  },
  { key: "retention", heading: "RETENTION AND DISPOSAL:", text: "Records are kept for three years." },
];

export function fakeSystems(): SystemView[] {
  const marketing: SystemView = {
    agency: "usps",
    number: "USPS 890.000",
    name: "Sales, Marketing, Events, and Publications",
    revision: {
      effective_from: "2020-07-01",
      source: "2020-11639",
      published_words: true,
      cite: "85 FR 33208",
    },
    revisions: [
      { effective_from: "2014-10-24", source: "built-in", published_words: true, cite: "79 FR 63663" },
      { effective_from: "2020-07-01", source: "2020-11639", published_words: true, cite: "85 FR 33208" },
    ],
    managers: [
      {
        title: "Chief Customer and Marketing Officer and Executive Vice President",
        address: "United States Postal Service, 475 L'Enfant Plaza SW, Washington, DC 20260",
      },
    ],
    locations: ["Headquarters, Integrated Business Solutions Services Centers, contractor sites"],
    offices: [
      {
        subject: "sales",
        office: "Sales and Customer Relations",
        address: "475 L'Enfant Plaza SW, Washington, DC 20260",
        particulars: ["name", "address"],
        quote: SALES_QUOTE,
        resolved: false,
      },
      {
        subject: null,
        office: "Chief Customer and Marketing Officer and Executive Vice President",
        address: "475 L'Enfant Plaza SW, Washington, DC 20260",
        particulars: ["name", "address", "date of the study"],
        quote: "Every other inquiry goes to the system manager.",
        resolved: false,
      },
    ],
    retrieval_identifiers: ["name", "customer ID", "telephone number", "mail address"],
    access_cites: ["39 CFR 266.5"],
    contest_cites: ["39 CFR 266.5"],
    exemptions: [],
    history: ["79 FR 63663"],
    sections: survey(true),
    places: [
      { fact: "notification/0", section: "notification_procedure", start: 0, end: SALES_QUOTE.length },
      { fact: "notification/0/office", section: "notification_procedure", start: 26, end: 54 },
    ],
    not_understood: [],
    agency_name: "U.S. Postal Service",
    rescinded: false,
    corrections: [],
    open_cases: [],
    times: [
      {
        office: "Sales and Customer Relations",
        closed: 12,
        median_days: 17,
        longest_days: 41,
        last_closed: "2026-11-02",
      },
    ],
  };
  const studies: SystemView = {
    ...marketing,
    number: "USPS 100.600",
    name: "Personnel Research Records",
    revision: { effective_from: "2026-10-01", source: "2026-19044", published_words: true, cite: null },
    revisions: [{ effective_from: "2026-10-01", source: "2026-19044", published_words: true, cite: null }],
    managers: [
      { title: "Chief Human Resources Officer", address: "475 L'Enfant Plaza SW, Washington, DC 20260" },
    ],
    offices: [
      {
        subject: null,
        office: "Chief Human Resources Officer",
        address: "475 L'Enfant Plaza SW, Washington, DC 20260",
        particulars: ["respondent identification code", "date and place of the study"],
        quote: "Employees who answered a study inquire of the system manager.",
        resolved: false,
      },
    ],
    retrieval_identifiers: ["respondent identification code"],
    sections: [
      {
        key: "purpose",
        heading: "PURPOSE(S) OF THE SYSTEM:",
        text: "To support research on selection, surveys and focus groups of employees.",
      },
    ],
    not_understood: ["The address of the examination office differs between two sections."],
  };
  const chat: SystemView = {
    agency: "ssa",
    number: "60-0383",
    name: "Customer Engagement Tools Record System",
    revision: {
      effective_from: "2017-08-03",
      source: "2017-16352",
      published_words: true,
      cite: "82 FR 36129",
    },
    revisions: [
      { effective_from: "2017-08-03", source: "2017-16352", published_words: true, cite: "82 FR 36129" },
    ],
    managers: [
      {
        title: "Associate Commissioner, Office of IT Enterprise Business Support",
        address: "6401 Security Boulevard, Baltimore, MD 21235",
      },
    ],
    locations: ["Baltimore, Maryland"],
    offices: [
      {
        subject: null,
        office: "Office of IT Enterprise Business Support",
        address: "6401 Security Boulevard, Baltimore, MD 21235",
        particulars: ["name", "Social Security number", "date of the chat"],
        quote: "A person writes to the system manager and gives name, number and date of the chat.",
        resolved: false,
      },
    ],
    retrieval_identifiers: ["name", "Social Security number", "date"],
    access_cites: ["20 CFR 401.40(c)"],
    contest_cites: ["20 CFR 401.65(a)"],
    exemptions: [],
    history: [],
    sections: [
      {
        key: "categories_of_records",
        heading: "CATEGORIES OF RECORDS IN THE SYSTEM:",
        text: "Transcripts of conversations by the chat tool, with name, number, date and topic.",
      },
      {
        key: "record_access_procedures",
        heading: "RECORD ACCESS PROCEDURES:",
        text: "Write to the system manager. Prove who you are, by certification or notarized statement.",
      },
    ],
    places: [],
    not_understood: [],
    agency_name: "Social Security Administration",
    rescinded: false,
    corrections: [],
    open_cases: [],
    times: [],
  };
  const claims: SystemView = {
    ...chat,
    number: "60-0089",
    name: "Claims Folders System",
    revision: {
      effective_from: "2019-10-31",
      source: "built-in",
      published_words: false,
      cite: "84 FR 58422",
    },
    revisions: [
      { effective_from: "2019-10-31", source: "built-in", published_words: false, cite: "84 FR 58422" },
    ],
    corrections: [
      {
        correction: {
          id: "correction-carried",
          number: "60-0089",
          effective_from: "2003-04-08",
          corrected: { fact: "locations", value: ["Baltimore, Maryland"] },
          reason: "The address stands on the second page.",
          by: "Robin Blake",
          on: "2026-10-02",
        },
        as_read: { fact: "locations", value: ["Maryland"] },
        carried_from: "2003-04-08",
      },
    ],
    managers: [
      { title: "Director, Division of Claims", address: "6401 Security Boulevard, Baltimore, MD 21235" },
    ],
    sections: [],
    retrieval_identifiers: ["Social Security number"],
  };
  const gauges: SystemView = {
    ...claims,
    agency: "tob",
    agency_name: "Tidal Observation Board",
    number: "TOB-7",
    name: "Tide Gauge Observers",
    managers: [{ title: "Chief Observer", address: "3 Nowhere Quay, Portland, ME 04101" }],
    sections: [
      {
        key: "categories_of_individuals",
        heading: "CATEGORIES OF INDIVIDUALS COVERED BY THE SYSTEM:",
        text: "Volunteers who read brass gauges for the Board.",
      },
    ],
    retrieval_identifiers: ["name"],
  };
  return [studies, marketing, claims, chat, gauges];
}

const OURS = ["usps", "ssa"];

/** The page of the library that was asked for; in the fake desk everything is on one page. */
export function pageOf(systems: SystemView[], query: SystemsQuery): SystemsPage {
  const search = (query.search ?? "").toLowerCase();
  const rows = systems
    .filter((system) =>
      query.agency
        ? system.agency === query.agency
        : Boolean(query.all_agencies) || OURS.includes(system.agency),
    )
    .filter((system) => JSON.stringify(system).toLowerCase().includes(search))
    .map((system) => rowOf(system, search));
  return { rows, total: rows.length, next_page: null };
}

export function agenciesOf(systems: SystemView[]): LibraryAgencyView[] {
  const names = new Map(systems.map((system) => [system.agency, system.agency_name]));
  return [...names].map(([id, name]) => ({
    id,
    name,
    systems: systems.filter((system) => system.agency === id).length,
    ours: OURS.includes(id),
  }));
}

function rowOf(system: SystemView, search: string): SystemRow {
  const { agency, number, name, revisions, rescinded } = system;
  const inTitle = `${number} ${name}`.toLowerCase().includes(search);
  const section = system.sections.find((one) => one.text.toLowerCase().includes(search));
  const found = inTitle || !section ? null : { heading: section.heading, quote: section.text };
  return { agency, number, name, revisions, rescinded, found };
}

/** Puts a fact right, or gives it back as it was read. */
export function applied(system: SystemView, { fact, value }: Corrected): Corrected {
  switch (fact) {
    case "managers": {
      const before = system.managers;
      system.managers = value;
      return { fact, value: before };
    }
    case "offices": {
      const before = system.offices;
      system.offices = value.map((office) => ({ ...office, resolved: false }));
      return { fact, value: before };
    }
    default: {
      const before = system[fact];
      system[fact] = value;
      return { fact, value: before };
    }
  }
}

/** The system as it stood on a day. */
export function onDay(system: SystemView, on: string | null): SystemView {
  const revision = system.revisions.filter((one) => on === null || one.effective_from <= on).at(-1);
  if (!revision || revision === system.revisions.at(-1)) return system;
  return { ...system, revision, sections: survey(false), offices: system.offices.slice(1) };
}

export function compareRevisions(system: SystemView, older: string, newer: string): Comparison {
  const before = onDay(system, older);
  const after = onDay(system, newer);
  return {
    number: system.number,
    older: before.revision,
    newer: after.revision,
    sections: after.sections.map((section) => {
      const was = before.sections.find((one) => one.key === section.key)?.text ?? "";
      return {
        key: section.key,
        heading: section.heading,
        changed: was !== section.text,
        runs: runsOf(was, section.text),
      };
    }),
  };
}

function runsOf(was: string, is: string): Run[] {
  const [before, after] = [was.split(/(?<=\s)/), is.split(/(?<=\s)/)];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before.at(-1 - end) === after.at(-1 - end)
  )
    end += 1;
  const runs: Run[] = [
    { side: "both", text: before.slice(0, start).join("") },
    { side: "older", text: before.slice(start, before.length - end).join("") },
    { side: "newer", text: after.slice(start, after.length - end).join("") },
    { side: "both", text: before.slice(before.length - end).join("") },
  ];
  return runs.filter((run) => run.text !== "");
}

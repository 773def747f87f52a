// The people and requests of the invented desk. Nobody here exists, and no number was ever issued.
import type { Command, Intake, LetterKind } from "../wire";

export interface Seed {
  intake: Intake;
  /** What was done since, with the letters that were issued in between. */
  done: (Command | { issue: LetterKind; posted?: string })[];
}

const base = {
  capacity: "self" as const,
  sensitivity: "ordinary" as const,
  subject: null,
  personally_known: false,
};

const person = (name: string, street: string, town: string, email: string | null = null) => ({
  name,
  address: [street, town],
  email,
});

const route = (system: string, office: string): Command => ({ command: "route", system, office });
const SALES = "Sales and Customer Relations";
const CHAT = "Office of IT Enterprise Business Support";
const MARKETING = "Chief Customer and Marketing Officer and Executive Vice President";

export const SEEDS: Seed[] = [
  {
    intake: {
      ...base,
      agency: "ssa",
      kinds: ["access"],
      received: "2026-11-05",
      channel: "mail",
      requester: person(
        "Renée Okonkwo-Hašek",
        "14 Larkmoor Row",
        "Baltimore, MD 21299",
        "renee.oh@example.org",
      ),
      text: "Please send me a copy of the transcript of my chat conversation with your employee about my benefits on October 2.",
      particulars: { ssn: "987-65-4321", chat_date: "2 October 2026", chat_topic: "benefits" },
      evidence: ["written-certification", "false-pretenses-statement"],
    },
    done: [],
  },
  {
    intake: {
      ...base,
      agency: "usps",
      kinds: ["amendment"],
      received: "2026-11-06",
      channel: "mail",
      requester: person("Thảo Nguyễn", "880 Sallow Court", "Duluth, MN 55899", "thao.nguyen@example.org"),
      text: "I am a customer of your sales office. Your sales records show the wrong e-mail address for me, and the note of your sales call says that I cancelled. I did not. Please correct both.",
      particulars: {},
      evidence: ["certification-of-identity"],
    },
    done: [
      { command: "verify-identity", note: "Form checked against the letter." },
      { issue: "acknowledgement", posted: "2026-11-10" },
      route("USPS 890.000", SALES),
      { command: "send-to-office", answer_by: "2026-11-20" },
      {
        command: "record-search",
        by: "Chris Adeyemi, Sales Operations Specialist",
        where_searched: "the sales contact records of Sales and Customer Relations",
        how: "by your name and your mailing address",
        on: "2026-11-19",
        items: [
          { what: "the e-mail address in your customer record", pages: 1 },
          { what: "the note of the sales call", pages: 1 },
        ],
      },
    ],
  },
  {
    intake: {
      ...base,
      agency: "usps",
      kinds: ["access"],
      received: "2026-11-09",
      channel: "mail",
      requester: person("Aoife O'Neill", "2 Quarrybank Lane", "Moab, UT 84599"),
      text: "I want to see what your customer records hold on the orders that I placed last spring.",
      particulars: { customer_id: "C-4471" },
      evidence: [],
    },
    done: [],
  },
  {
    intake: {
      ...base,
      agency: "usps",
      kinds: ["notification"],
      received: "2026-11-13",
      channel: "electronic",
      requester: person(
        "Maria de la Cruz",
        "71 Windrow Street",
        "Laredo, TX 78099",
        "m.delacruz@example.org",
      ),
      text: "Do you have a record on me in your marketing files?",
      particulars: {},
      evidence: [],
    },
    done: [],
  },
  {
    intake: {
      ...base,
      agency: "ssa",
      kinds: ["amendment"],
      received: "2026-11-16",
      channel: "mail",
      requester: person("Emre Şahin", "309 Tallow Hill Road", "Akron, OH 44399", "emre.sahin@example.org"),
      text: "The chat transcript gives my telephone number wrongly. It is 202-555-0143.",
      particulars: { ssn: "987-65-4325", chat_date: "3 March 2026" },
      evidence: ["notarized-statement", "false-pretenses-statement"],
    },
    done: [{ command: "verify-identity", note: "" }, route("60-0383", CHAT)],
  },
  {
    intake: {
      ...base,
      agency: "ssa",
      kinds: ["access"],
      received: "2026-10-19",
      channel: "mail",
      requester: person("Zofia Łukasiewicz", "5 Ferrier Yard", "Erie, PA 16599", "zofia.l@example.org"),
      text: "A copy of my chat of 9 September, please, where your employee explained the waiting period.",
      particulars: { ssn: "987-65-4327", chat_date: "9 September 2026" },
      evidence: ["written-certification", "false-pretenses-statement"],
    },
    done: [
      { command: "verify-identity", note: "" },
      route("60-0383", CHAT),
      { command: "send-to-office", answer_by: "2026-11-12" },
    ],
  },
  {
    intake: {
      ...base,
      agency: "usps",
      kinds: ["access"],
      received: "2026-10-26",
      channel: "in-person",
      requester: person("Joost van der Berg", "18 Cooperage Walk", "Salem, OR 97399"),
      text: "All records of the customer study that I took part in, in Salem.",
      particulars: { customer_id: "C-1180" },
      evidence: ["certification-of-identity"],
    },
    done: [
      { command: "verify-identity", note: "Form completed at the counter." },
      { issue: "acknowledgement", posted: "2026-10-28" },
      route("USPS 890.000", MARKETING),
      { command: "send-to-office", answer_by: "2026-11-06" },
      {
        command: "record-search",
        by: "Ines Moreau, Research Analyst",
        where_searched: "the records of customer studies at headquarters",
        how: "by name and customer ID",
        on: "2026-11-05",
        items: [{ what: "your answers in the customer study of 14 May 2026", pages: 4 }],
      },
      {
        command: "decide",
        parts: [{ item: 1, outcome: "granted" }],
        official: "Jordan Pryce",
        title: "Manager, Customer Research",
      },
    ],
  },
  {
    intake: {
      ...base,
      agency: "usps",
      kinds: ["access"],
      received: "2026-10-05",
      channel: "mail",
      requester: person("Suharto", "44 Bellhanger Street", "Boise, ID 83799"),
      text: "I am an employee. In September I answered a survey in a focus group. I want my answers.",
      particulars: {},
      evidence: ["certification-of-identity"],
    },
    done: [
      { issue: "acknowledgement", posted: "2026-10-14" },
      { command: "add-note", text: "Telephoned; he will look for the code on his invitation." },
    ],
  },
  {
    intake: {
      ...base,
      agency: "ssa",
      kinds: ["access"],
      received: "2026-09-14",
      channel: "mail",
      requester: person(
        "Wilhelmina-Anastasia Featherstonehaugh-Vandersteen of Upper Wexcombe",
        "1 Long Acre Terrace",
        "Dover, DE 19999",
        "wafv@example.org",
      ),
      text: "My chat conversation of 1 September about my benefits statement.",
      particulars: { ssn: "987-65-4329" },
      evidence: ["notarized-statement", "false-pretenses-statement"],
    },
    done: [
      { command: "verify-identity", note: "" },
      route("60-0383", CHAT),
      { command: "send-to-office", answer_by: "2026-09-28" },
      {
        command: "record-search",
        by: "Dana Whitlock, IT Specialist",
        where_searched: "the Customer Engagement Tools Record System",
        how: "by your name, your Social Security number and the date of the chat",
        on: "2026-09-25",
        items: [{ what: "the transcript of your chat of September 1", pages: 3 }],
      },
      {
        command: "decide",
        parts: [{ item: 1, outcome: "granted" }],
        official: "Morgan Ellery",
        title: "Director, Office of IT Enterprise Business Support",
      },
      { issue: "grant", posted: "2026-10-01" },
      { command: "close", note: "" },
    ],
  },
];

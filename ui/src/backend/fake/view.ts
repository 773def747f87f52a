// An invented case as the window is shown it, whole and as a row of the worklist.

import type { CaseRow, CaseView, Intake, LetterKind, LetterOffer, Nearness } from "../wire";
import { actionsOf } from "./actions";
import {
  awaitsApproval,
  decisionLetter,
  type FakeCase,
  type Ground,
  ROAD_OFFER,
  requirementsOf,
  stateOf,
} from "./case";
import { workingDaysBetween } from "./days";
import { formsOf, formsWith } from "./forms";
import { askedFor, LETTER_NAMES, misfitsIn, nameOf, routeFor } from "./rules";
import { nextOf } from "./steps";
import { clocksOf, lifeOf } from "./times";

/** The letters that can be written, and why not where one cannot. */
function offersOf(one: FakeCase): LetterOffer[] {
  const { unmet } = requirementsOf(one);
  const decided = one.determination ? decisionLetter(one) : null;
  const whyNot: Partial<Record<LetterKind, string | null>> = {
    acknowledgement: one.closed ? "The case is closed." : null,
    deficiency: unmet.length > 0 ? null : "Nothing is missing.",
    delay: one.delay ? null : "Record the reason for the delay and the expected day first.",
    grant: decided === "grant" ? null : "Nothing is granted yet.",
    notification: decided === "notification" ? null : "This request does not ask for notification.",
    amended: decided === "amended" ? null : "Nothing is amended yet.",
    "amendment-refused": decided === "amendment-refused" ? null : "No amendment is refused.",
  };
  const forms = formsOfCase(one);
  return (Object.keys(LETTER_NAMES) as LetterKind[]).map((kind) => ({
    kind,
    name: nameOf(kind),
    why_not: whyNot[kind] ?? null,
    forms: formsWith(kind, forms),
    // All of these go to whoever asked.
    languages: ["en", "es"],
  }));
}

const formsOfCase = (one: FakeCase) =>
  formsOf(
    requirementsOf(one).unmet,
    one.determination !== null && decisionLetter(one) === "amendment-refused",
  );

/** What the invented desk shows of the parts of a case that it does not work out. */
function restOf(one: FakeCase) {
  return {
    identity_confirmed: null,
    identity_reviewed: null,
    representative: null,
    companion: null,
    held_before: [],
    dated: null,
    postmarked: null,
    first_office: null,
    reached_office: null,
    linked: [],
    triage: one.triage,
    triage_offer: ROAD_OFFER,
    incoming: [],
    papers: one.papers,
    consent: null,
    accounting: [],
    referrals: [],
    medical: null,
    guard: null,
    concealed: false,
    inspection: null,
    exemptions: [],
    weighed: [],
    counsel: null,
    adverse: one.determination?.parts.some((part) => part.outcome === "refused") ?? false,
    returned: null,
    statement: null,
    dispute_noted: null,
    recipients: [],
    recipients_told: null,
    disclosures: [],
    appeals: [],
    appealable: null,
    fee: null,
    withdrawn: null,
    closed: null,
    hold: one.hold,
    assignee: one.assignee ?? "",
    unit: "",
    restricted: false,
    tasks: one.tasks,
    overruled: [],
    keep: { through: null, words: "An open case is kept.", cite: "GRS 4.2, item 020" },
    disposal_proposed: null,
    actions: actionsOf(one, awaitsApproval(one)),
  } satisfies Partial<CaseView>;
}

export function viewOf(one: FakeCase, ground: Ground): CaseView {
  const { intake } = one;
  const { identity, unmet } = requirementsOf(one);
  const clocks = clocksOf(one, ground);
  const person = (given: Intake["requester"]) => ({
    name: given.name,
    address: given.address ?? [],
    email: given.email ?? null,
  });
  const masked = Object.entries(intake.particulars ?? {}).map(([name, value]) => [
    name,
    name === "ssn" ? `•••-••-${value.slice(-4)}` : value,
  ]);
  return {
    number: one.number,
    version: one.history.length,
    state: stateOf(one),
    agency: intake.agency,
    kinds: intake.kinds,
    received: intake.received,
    channel: intake.channel,
    capacity: intake.capacity,
    sensitivity: intake.sensitivity ?? "ordinary",
    facts: intake.facts ?? {},
    requester: person(intake.requester),
    subject: intake.subject ? person(intake.subject) : null,
    text: intake.text,
    particulars: Object.fromEntries(masked),
    identity,
    asked: askedFor(
      intake,
      identity,
      one.evidence.map((at) => at.evidence),
    ),
    misfits: misfitsIn(intake),
    requirements: identity.requirements,
    unmet,
    evidence: one.evidence,
    identity_verified: one.identity_verified,
    routing: one.routing,
    proposal: one.routing ? null : routeFor(intake, ground.systems),
    sent: one.sent,
    search: one.search,
    determination: one.determination,
    delay: one.delay,
    more_foia_time: null,
    system_changed: null,
    letters: one.letters,
    offers: offersOf(one),
    clocks,
    next: nextOf(one, clocks),
    forms: formsOfCase(one),
    history: one.history,
    life: lifeOf(one, ground),
    ...restOf(one),
    undo: one.last?.words ?? null,
  };
}

export function rowOf(one: FakeCase, ground: Ground): CaseRow {
  const view = viewOf(one, ground);
  const first = view.next[0];
  const days = first?.by ? workingDaysBetween(ground.today, first.by) : null;
  return {
    number: one.number,
    version: view.version,
    watched: one.watched ?? false,
    agency: view.agency,
    kinds: view.kinds,
    requester: view.requester.name,
    system: view.routing?.system ?? null,
    state: view.state,
    next: first?.words ?? "Nothing more",
    next_by: first?.by ?? null,
    nearness: view.state === "closed" ? "closed" : nearnessOf(first?.by ?? null, ground.today, days),
    working_days_left: days,
    received: view.received,
    assignee: view.assignee,
    restricted: view.restricted,
    held: view.hold !== null,
  };
}

function nearnessOf(by: string | null, today: string, days: number | null): Nearness {
  if (by === null || days === null) return "later";
  if (by < today) return "overdue";
  if (by === today) return "today";
  return days <= 5 ? "this-week" : "later";
}

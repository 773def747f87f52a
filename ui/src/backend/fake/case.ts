// One invented case: the facts that commands change, and the view that the window is shown.

import { daysBetween } from "../../format/dates";
import type {
  CaseClock,
  CaseLife,
  CaseRow,
  CaseView,
  Delay,
  Determination,
  EvidenceAtHand,
  HistoryLine,
  Intake,
  LetterIssued,
  LetterKind,
  LetterOffer,
  Nearness,
  NextStep,
  Paper,
  PeopleOfCase,
  RoutedTo,
  SaidOfPeople,
  Search,
  Sent,
  State,
  SystemView,
  Task,
  Triage,
  TriageOffer,
} from "../wire";
import { actionsOf } from "./actions";
import { runClock, workingDaysBetween } from "./days";
import { formsOf, formsWith } from "./forms";
import { askedFor, clocksFor, identityFor, LETTER_NAMES, misfitsIn, nameOf, routeFor, SPECS } from "./rules";

export interface FakeCase {
  number: string;
  intake: Intake;
  evidence: EvidenceAtHand[];
  identity_verified: string | null;
  routing: RoutedTo | null;
  sent: Sent | null;
  search: Search | null;
  determination: Determination | null;
  delay: Delay | null;
  recipientsTold: boolean;
  papers: Paper[];
  tasks: Task[];
  assignee?: string;
  watched?: boolean;
  triage: Triage | null;
  hold: string | null;
  /** What was said of the people of other cases, by their number. */
  said: Record<string, SaidOfPeople>;
  letters: LetterIssued[];
  closed: boolean;
  history: HistoryLine[];
}

export interface Ground {
  today: string;
  systems: SystemView[];
}

const left = (letter: LetterIssued) => letter.posted !== null || letter.emailed !== null;
const isDecision = (kind: LetterKind) => !["acknowledgement", "deficiency", "delay"].includes(kind);

function requirementsOf(one: FakeCase) {
  const { agency, kinds, channel } = one.intake;
  const identity = identityFor(agency, kinds[0] ?? "access", channel);
  const unmet = identity.requirements.filter(
    (requirement) => !requirement.any_of.some((asked) => one.evidence.some((at) => at.evidence === asked)),
  );
  return { identity, unmet };
}

export const ROAD_OFFER: TriageOffer = {
  road: "privacy-act",
  misfit: null,
  why: "The request is about the requester and asks for a record in a system of records.",
  cite: "5 U.S.C. 552a(d)",
};

/** Whether a second person has still to approve what was drafted. */
export function awaitsApproval(one: FakeCase): boolean {
  const { determination } = one;
  if (!determination || determination.approved) return false;
  return determination.parts.some((part) => part.outcome === "refused" || part.outcome === "denied");
}

/** Who of other cases has the same name. */
export function peopleLike(one: FakeCase, all: FakeCase[]): PeopleOfCase {
  const { name } = one.intake.requester;
  const like = all
    .filter((other) => other.number !== one.number && other.intake.requester.name === name)
    .map((other) => ({
      number: other.number,
      role: "requester",
      name,
      because: ["the same name"],
      received: other.intake.received,
      closed: other.closed,
      said: one.said[other.number] ?? null,
    }));
  return { like, signs: [] };
}

export function stateOf(one: FakeCase): State {
  if (one.closed) return "closed";
  const decision = one.letters.find((letter) => isDecision(letter.kind));
  if (decision) return left(decision) ? "answered" : "dispatch";
  if (one.determination) return awaitsApproval(one) ? "approval" : "letter";
  if (one.search) return "decision";
  if (one.routing) return "search";
  const { identity } = requirementsOf(one);
  return identity.required && !one.identity_verified ? "identity" : "system";
}

/** Its life: identity until it was proved, and the step at hand since. */
function lifeOf(one: FakeCase, ground: Ground): CaseLife {
  const from = one.intake.received;
  const to = ground.today;
  const proved = one.identity_verified;
  const stage = (state: State, start: string, end: string) => ({
    state,
    from: start,
    to: end,
    days: daysBetween(start, end) ?? 0,
  });
  const now = stateOf(one);
  return {
    from,
    to,
    stages:
      proved && now !== "identity"
        ? [stage("identity", from, proved), stage(now, proved, to)]
        : [stage(now, from, to)],
    marks: [
      { on: from, kind: "received", words: "Received" },
      ...one.letters.flatMap((letter) =>
        letter.posted ? [{ on: letter.posted, kind: "letter" as const, words: letter.name }] : [],
      ),
      ...clocksFor(one.intake.agency, one.intake.kinds[0] ?? "access").flatMap((id) => {
        const spec = SPECS[id];
        return spec ? [{ on: runClock(spec, from).due, kind: "due" as const, words: spec.name }] : [];
      }),
    ],
  };
}

function decisionLetter(one: FakeCase): LetterKind {
  const kind = one.intake.kinds[0];
  if (kind === "amendment") {
    return one.determination?.parts.some((part) => part.outcome === "refused")
      ? "amendment-refused"
      : "amended";
  }
  return kind === "notification" ? "notification" : "grant";
}

function clocksOf(one: FakeCase, ground: Ground): CaseClock[] {
  return clocksFor(one.intake.agency, one.intake.kinds[0] ?? "access").flatMap((id) => {
    const spec = SPECS[id];
    if (!spec) return [];
    const clock = runClock(spec, one.intake.received);
    const meets = (letter: LetterIssued) =>
      id.endsWith("acknowledge")
        ? letter.kind === "acknowledgement"
        : isDecision(letter.kind) || letter.kind === "delay";
    const met = one.letters.find((letter) => meets(letter) && left(letter));
    const metOn = met ? (met.posted ?? met.emailed) : null;
    const status = metOn
      ? metOn <= clock.due
        ? "met"
        : "met-late"
      : clock.send_by < ground.today
        ? "overdue"
        : "running";
    return [
      {
        ...clock,
        status,
        met_on: metOn,
        working_days_left: workingDaysBetween(ground.today, clock.send_by),
      } satisfies CaseClock,
    ];
  });
}

function nextOf(one: FakeCase, clocks: CaseClock[]): NextStep[] {
  const { agency } = one.intake;
  const by =
    clocks
      .filter((clock) => clock.status === "running" || clock.status === "overdue")
      .map((clock) => clock.send_by)
      .sort()[0] ?? null;
  const step = (
    name: string,
    words: string,
    why: string,
    cite: string,
    letter: LetterKind | null = null,
  ): NextStep => ({
    step: name,
    words,
    why,
    by,
    cite,
    letter,
    recipient: null,
    who: null,
  });
  const manager = agency === "ssa" ? "20 CFR 401.40(c)" : "39 CFR 266.5(a)(1)";
  const steps: NextStep[] = one.letters
    .filter((letter) => !left(letter))
    .map((letter) =>
      step(
        "dispatch-letter",
        `Send the letter: ${letter.name}`,
        "It is issued but has not left the office: print and post it, or e-mail it.",
        "",
        letter.kind,
      ),
    );
  const { unmet } = requirementsOf(one);
  const acknowledged = one.letters.some((letter) => letter.kind === "acknowledgement");
  switch (stateOf(one)) {
    case "identity":
      if (unmet[0]) {
        steps.push(step("record-evidence", "Record the proof of identity", unmet[0].words, unmet[0].cite));
        steps.push(
          step(
            "write-letter",
            "Ask the requester for what is missing",
            "Proof that the rule asks did not come with the request.",
            manager,
            "deficiency",
          ),
        );
      } else {
        steps.push(
          step(
            "verify-identity",
            "Confirm that identity is proved",
            "Everything that the rule asks is recorded; a person looks at it and confirms.",
            agency === "ssa" ? "20 CFR 401.45(b)" : "39 CFR 266.5(b)(2)",
          ),
        );
      }
      break;
    case "system":
      steps.push(
        step(
          "route",
          "Confirm the system of records and the office",
          "The request goes to the official whom the published notice names; a person confirms which.",
          manager,
        ),
      );
      break;
    case "search":
      steps.push(
        one.sent
          ? {
              ...step(
                "record-search",
                `Record what the ${one.routing?.office} found`,
                "It was asked; its answer tells where and how it searched and what it found.",
                manager,
              ),
              by: one.sent.answer_by,
            }
          : step(
              "send-to-office",
              `Send the request to the ${one.routing?.office}`,
              "The office that the notice names searches its records and answers.",
              manager,
            ),
      );
      break;
    case "decision":
      steps.push(
        step(
          "decide",
          "Decide",
          "The office has answered. Decide on what it found and name the official responsible.",
          agency === "ssa" ? "20 CFR 401.50" : "39 CFR 266.5(b)(1)",
        ),
      );
      break;
    case "approval":
      steps.push({
        ...step(
          "approve-decision",
          "Approve the decision",
          "A refusal is drafted by one person and approved by another.",
          "39 CFR 266.5(d)(1)",
        ),
        who: "another person than the drafter",
      });
      break;
    case "letter": {
      const kind = decisionLetter(one);
      steps.push(
        step(
          "write-letter",
          `Write the letter: ${nameOf(kind)}`,
          "It is decided. The requester must be told in writing.",
          agency === "ssa" ? "20 CFR 401.50" : "39 CFR 266.5(b)(1)",
          kind,
        ),
      );
      break;
    }
    case "answered":
      if (one.determination?.parts.some((part) => part.outcome === "amended") && !one.recipientsTold) {
        steps.push(
          step(
            "record-recipients-told",
            "Tell those who had the record before",
            "The record was amended: whoever received it before must be told of the correction.",
            "5 U.S.C. 552a(c)(4)",
          ),
        );
      } else {
        steps.push(
          step(
            "close",
            "Close the case",
            "The requester has the answer. The time for an appeal runs on; a closed case can still be found.",
            "",
          ),
        );
      }
      break;
    default:
      break;
  }
  const acknowledge = clocks.find((clock) => clock.clock.endsWith("acknowledge") && clock.status !== "met");
  if (acknowledge && !acknowledged && !one.determination && !one.closed) {
    const tell = step(
      "write-letter",
      "Acknowledge the request",
      "The rule asks that the requester hear soon that the request came, and who has it.",
      acknowledge.cite,
      "acknowledgement",
    );
    if (acknowledge.working_days_left <= 2) steps.unshift(tell);
    else steps.push(tell);
  }
  return one.closed ? [] : steps;
}

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

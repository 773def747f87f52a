// One invented case: the facts that commands change, and what they make of it.

import type {
  Delay,
  Determination,
  EvidenceAtHand,
  HistoryLine,
  Intake,
  LetterIssued,
  LetterKind,
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
import { identityFor } from "./rules";

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
  /** How it was before its last step, and the words of that step; nothing where it stays. */
  last: { before: FakeCase; words: string } | null;
}

export interface Ground {
  today: string;
  systems: SystemView[];
}

/** Whether a letter has left the office. */
export const left = (letter: LetterIssued) => letter.posted !== null || letter.emailed !== null;
/** Whether letters of that kind carry the answer. */
export const isDecision = (kind: LetterKind) => !["acknowledgement", "deficiency", "delay"].includes(kind);

/** What the rule asks of the requester, and what of it is not at hand. */
export function requirementsOf(one: FakeCase) {
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

/** The letter that the decision calls for. */
export function decisionLetter(one: FakeCase): LetterKind {
  const kind = one.intake.kinds[0];
  if (kind === "amendment") {
    return one.determination?.parts.some((part) => part.outcome === "refused")
      ? "amendment-refused"
      : "amended";
  }
  return kind === "notification" ? "notification" : "grant";
}

// What the rule asks next of an invented case, step by step.

import type { CaseClock, LetterKind, NextStep } from "../wire";
import { decisionLetter, type FakeCase, left, requirementsOf, stateOf } from "./case";
import { nameOf } from "./rules";

/** The next steps, the most pressing first. */
export function nextOf(one: FakeCase, clocks: CaseClock[]): NextStep[] {
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

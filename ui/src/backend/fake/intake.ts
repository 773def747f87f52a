// A request while it is typed: what is to put right, and what the rule makes of it.

import type { FieldProblem, Intake, IntakePreview } from "../wire";
import { type Ground, ROAD_OFFER } from "./case";
import { runClock, workingDaysBetween } from "./days";
import { askedFor, clocksFor, identityFor, misfitsIn, routeFor, SPECS } from "./rules";

export function problemsOf(intake: Intake, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (intake.requester.name === "") {
    problems.push({
      field: "requester.name",
      message: "Write the requester's name as it stands in the letter.",
    });
  }
  if (intake.text.trim() === "") {
    problems.push({ field: "text", message: "Copy what the person asks, in their own words." });
  }
  if (intake.received > today) {
    problems.push({ field: "received", message: "The day of receipt lies in the future." });
  }
  return problems;
}

export function previewOf(intake: Intake, ground: Ground): IntakePreview {
  const kind = intake.kinds[0] ?? "access";
  const identity = identityFor(intake.agency, kind, intake.channel);
  const unmet = identity.requirements.filter(
    (requirement) => !requirement.any_of.some((evidence) => intake.evidence?.includes(evidence)),
  );
  const clocks = clocksFor(intake.agency, kind).flatMap((id) => {
    const spec = SPECS[id];
    if (!spec) return [];
    const clock = runClock(spec, intake.received);
    const daysLeft = workingDaysBetween(ground.today, clock.send_by);
    const status = daysLeft < 0 ? ("overdue" as const) : ("running" as const);
    return [{ ...clock, status, met_on: null, working_days_left: daysLeft }];
  });
  const first = unmet[0];
  return {
    identity,
    asked: askedFor(intake, identity, intake.evidence ?? []),
    misfits: misfitsIn(intake),
    triage: ROAD_OFFER,
    cases: 1,
    unmet,
    route: routeFor(intake, ground.systems),
    clocks,
    next: [
      {
        step: first ? "record-evidence" : "verify-identity",
        words: first ? "Record the proof of identity" : "Confirm that identity is proved",
        why: first?.words ?? "Everything that the rule asks is recorded; a person looks at it and confirms.",
        by: clocks[0]?.send_by ?? null,
        cite: first?.cite ?? identity.cites[0] ?? "",
        letter: null,
        recipient: null,
        who: null,
      },
    ],
    problems: problemsOf(intake, ground.today),
  };
}

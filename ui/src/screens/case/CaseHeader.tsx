import { Link } from "@tanstack/react-router";
import type { CaseView, State, SystemChanged } from "../../backend/wire";
import { ScreenTitle } from "../../components/ScreenTitle";
import { day } from "../../format/dates";
import { en } from "../../messages/en";

const words = en.case;

export function CaseHeader({ view }: { view: CaseView }) {
  const facts = [
    view.kinds.map((kind) => en.terms.kind[kind]).join(" and "),
    view.routing ? `${view.routing.system} ${view.routing.system_name}` : null,
    words.received(day(view.received), en.terms.channel[view.channel]),
    view.subject ? words.about(view.subject.name) : null,
  ].filter((fact) => fact !== null);
  const roles = [
    "requester",
    ...(view.subject ? ["subject"] : []),
    ...(view.representative ? ["representative"] : []),
  ];
  return (
    <header className="case-head">
      <ScreenTitle title={words.title(view.number, view.requester.name)}>
        <span className="number">{view.number}</span> {view.requester.name}
      </ScreenTitle>
      <p className="case-facts">
        <span>{facts.join(" · ")}</span>
        {roles.map((role) => (
          <Link
            key={role}
            to="/person/$number/$role"
            params={{ number: view.number, role }}
            className="print-none"
          >
            {en.person.lookOf(role)}
          </Link>
        ))}
      </p>
      {view.system_changed && <ChangedMark changed={view.system_changed} />}
      <StepLine state={view.state} />
    </header>
  );
}

/** The notice has a newer revision than the one that this case was routed by. */
function ChangedMark({ changed }: { changed: SystemChanged }) {
  return (
    <p className="changed-mark" data-testid="system-changed">
      <span className="change-mark">
        {changed.rescinded
          ? words.systemRescinded(changed.system, day(changed.now))
          : words.systemChanged(changed.system, day(changed.now))}
      </span>{" "}
      {changed.headings.length > 0 && words.systemHeadings(named(changed.headings))}{" "}
      <Link
        to="/systems/$number/compare"
        params={{ number: changed.system }}
        search={{ older: changed.routed_by, newer: changed.now }}
      >
        {words.systemCompare}
      </Link>
    </p>
  );
}

/** The headings as printed, without their colons; the first few, where there are many. */
function named(headings: string[]): string {
  const shown = headings.slice(0, 4).map((heading) => heading.replace(/:$/, ""));
  const more = headings.length - shown.length;
  return more > 0 ? `${shown.join(", ")} ${words.andMore(more)}` : shown.join(", ");
}

const STEPS = [
  "identity",
  "system",
  "search",
  "decision",
  "letter",
  "dispatch",
  "closed",
] as const satisfies State[];

/** Approval belongs to the decision; an appeal comes after the answer. */
function standsAt(state: State): number {
  if (state === "answered" || state === "appeal") return STEPS.length - 1;
  return STEPS.indexOf(state === "approval" ? "decision" : state);
}

function StepLine({ state }: { state: State }) {
  const at = standsAt(state);
  const all = state === "closed";
  return (
    <ol className="steps" aria-label={words.steps}>
      {STEPS.map((step, index) => {
        const standing = all || index < at ? "done" : index === at ? "now" : "later";
        return (
          <li key={step} className={standing} aria-current={standing === "now" ? "step" : undefined}>
            <span aria-hidden="true" className="dot">
              {standing === "done" ? "✓" : ""}
            </span>
            {standing === "now" && step === "closed" ? words.toClose : en.terms.state[step]}
            <span className="sr-only">
              {" "}
              ({standing === "done" ? words.stepDone : standing === "now" ? words.stepNow : words.stepLater})
            </span>
          </li>
        );
      })}
    </ol>
  );
}

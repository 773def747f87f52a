import type { CaseView, State } from "../../backend/wire";
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
  return (
    <header className="case-head">
      <ScreenTitle title={words.title(view.number, view.requester.name)}>
        <span className="number">{view.number}</span> {view.requester.name}
      </ScreenTitle>
      <p className="case-facts">{facts.join(" · ")}</p>
      <StepLine state={view.state} />
    </header>
  );
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

function StepLine({ state }: { state: State }) {
  const at = state === "answered" ? STEPS.length - 1 : STEPS.indexOf(state);
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
            {en.terms.state[step]}
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

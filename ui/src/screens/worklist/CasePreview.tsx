// The case of the row that has the focus, beside the list: enough to know whether to open it.
import { Link } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useBackend } from "../../backend/context";
import { Cite } from "../../components/Cite";
import { DueDay } from "../../components/DueDay";
import { Loaded } from "../../components/Loading";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { useCase } from "../../queries/desk";

const words = en.preview;

export function CasePreview({ number, onClose }: { number: string; onClose: () => void }) {
  const query = useCase(number);
  const backend = useBackend();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
    <aside className="case-preview" aria-label={words.heading} tabIndex={0} data-testid="case-preview">
      <Button type="button" unstyled className="preview-close" onClick={onClose}>
        {words.close}
      </Button>
      <Loaded query={query}>
        {(view) => {
          const last = view.history.at(-1);
          return (
            <>
              <h2>{view.number}</h2>
              <p>
                {view.requester.name} · {view.kinds.map((kind) => en.terms.kindShort[kind]).join(", ")} ·{" "}
                {words.with(view.assignee)}
              </p>
              <h3>{words.next}</h3>
              {view.next.slice(0, 2).map((step) => (
                <p key={step.words}>
                  <strong>{step.words}</strong> {step.why} <Cite>{step.cite}</Cite>
                </p>
              ))}
              <h3>{words.clocks}</h3>
              <ul>
                {view.clocks.slice(0, 4).map((clock) => (
                  <li key={clock.clock}>
                    <span className="block-line">{clock.name}</span>
                    <DueDay date={clock.send_by} left={clock.met_on ? null : clock.working_days_left} />
                    {clock.met_on && <span className="quiet"> · {en.case.metOn(day(clock.met_on))}</span>}
                  </li>
                ))}
              </ul>
              <h3>{words.asks}</h3>
              <p className="their-words">{view.text}</p>
              {last && (
                <>
                  <h3>{words.last}</h3>
                  <p>
                    {day(last.on)}: {last.by} {last.words}
                  </p>
                </>
              )}
              <div className="actions">
                <Link to="/case/$number" params={{ number }} className="usa-button">
                  {words.open}
                </Link>
                <Button type="button" outline onClick={() => void backend.openWindow(number)}>
                  {words.openWindow}
                </Button>
              </div>
            </>
          );
        }}
      </Loaded>
    </aside>
  );
}

// Whose turn it is and what must happen: always in this place, with the one primary button of the screen.
import { Button } from "@trussworks/react-uswds";
import type { RefObject } from "react";
import type { CaseView, NextStep } from "../../backend/wire";
import { Cite } from "../../components/Cite";
import { StepDay } from "../../components/StepDay";
import { day } from "../../format/dates";
import { en } from "../../messages/en";

const words = en.case;

interface Props {
  view: CaseView;
  primary: RefObject<HTMLButtonElement | null>;
  /** Whether a form is open: then its button is the primary one of the screen. */
  formOpen: boolean;
  onFollow: (step: NextStep) => void;
  onOpen: (doing: string) => void;
  onUndo: () => void;
}

export function NextPanel({ view, primary, formOpen, onFollow, onOpen, onUndo }: Props) {
  const [first, ...rest] = view.next;
  const closed = view.state === "closed";
  return (
    <section className="next-panel" aria-labelledby="next-heading" data-testid="next-panel">
      <h2 id="next-heading">{words.nextHeading}</h2>
      {first ? (
        <>
          <p className="next-words">{first.words}</p>
          <p>{first.why}</p>
          {first.who && <p className="next-who">{words.who(first.who)}</p>}
          <p className="next-by">{first.by && <StepDay date={first.by} clocks={view.clocks} />}</p>
          <Cite>{first.cite}</Cite>
          {/* The button of the Design System hands on no ref; the focus comes here after every step. */}
          <button
            ref={primary}
            type="button"
            className={`usa-button next-primary ${formOpen ? "usa-button--outline" : ""}`}
            data-testid="next-primary"
            onClick={() => onFollow(first)}
          >
            {labelOf(first)}{" "}
            <span className="key" aria-hidden="true">
              a
            </span>
          </button>
        </>
      ) : (
        <p className="quiet">{words.nextNothing}</p>
      )}
      {rest.length > 0 && (
        <>
          <h3>{words.afterThat}</h3>
          <ul className="then">
            {rest.map((step) => (
              <li key={`${step.step}-${step.letter ?? ""}-${step.recipient ?? ""}-${step.words}`}>
                <Button type="button" unstyled onClick={() => onFollow(step)}>
                  {step.words}
                </Button>
                {step.by && (
                  <time className="quiet" dateTime={step.by}>
                    {" "}
                    {day(step.by)}
                  </time>
                )}
                {step.who && <span className="quiet"> {words.who(step.who)}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="or-else">
        <Button type="button" unstyled onClick={() => onOpen("add-note")} data-testid="do-add-note">
          {words.note}
        </Button>
        {!closed && (
          <>
            <Button type="button" unstyled onClick={() => onOpen("withdraw")} data-testid="do-withdraw">
              {words.withdraw}
            </Button>
            {first?.step !== "close" && (
              <Button type="button" unstyled onClick={() => onOpen("close")} data-testid="do-close">
                {words.asStep.close}
              </Button>
            )}
          </>
        )}
      </div>
      {view.undo && (
        <p className="last-step" data-testid="last-step">
          {en.undo.you} {view.undo}{" "}
          <span className="nowrap">
            <Button type="button" unstyled onClick={onUndo}>
              {en.undo.button}
            </Button>{" "}
            <span className="key" aria-hidden="true">
              Ctrl+Z
            </span>
          </span>
        </p>
      )}
    </section>
  );
}

function labelOf(step: NextStep): string {
  if (step.step === "write-letter" && step.letter) return words.writeLetter(en.terms.letterKind[step.letter]);
  return words.asStep[step.step] ?? step.words;
}

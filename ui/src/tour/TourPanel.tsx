// One step of the tour: a calm panel at the edge, and a mark on the real thing, which stays in use.
import { useNavigate } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useEffect, useRef, useState } from "react";
import { useBackend } from "../backend/context";
import { en } from "../messages/en";
import { goTo, STEPS, type Step } from "./places";

const words = en.tour;

/** How long after a step began the panel takes the focus back from a screen that opens, in milliseconds. */
const SETTLING = 3000;

export function TourPanel({ onEnd }: { onEnd: (how: "finished" | "left") => void }) {
  const [at, setAt] = useState(0);
  const step = STEPS[at] ?? "worklist";
  const heading = useRef<HTMLHeadingElement>(null);
  const { found, foot } = usePlace(step, heading);
  const last = at === STEPS.length - 1;

  return (
    <section
      className="tour"
      aria-labelledby="tour-heading"
      data-testid="tour"
      style={foot === null ? undefined : { bottom: foot }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onEnd("left");
      }}
    >
      <h2 id="tour-heading" ref={heading} tabIndex={-1} aria-describedby="tour-words">
        {words.step(at + 1, words.steps[step].heading)}
      </h2>
      <div id="tour-words">
        <p>{words.steps[step].words}</p>
        {!found && <p className="quiet">{words.nothingHere}</p>}
      </div>
      <div className="actions">
        {at > 0 && (
          <Button type="button" outline onClick={() => setAt(at - 1)}>
            {words.back}
          </Button>
        )}
        <Button
          type="button"
          data-testid="tour-next"
          onClick={() => (last ? onEnd("finished") : setAt(at + 1))}
        >
          {last ? words.finish : words.next}
        </Button>
        {!last && (
          <Button type="button" unstyled onClick={() => onEnd("left")}>
            {words.leave} <kbd>Esc</kbd>
          </Button>
        )}
      </div>
    </section>
  );
}

interface Stands {
  /** Whether the desk has a case of the kind that the step wants. */
  found: boolean;
  /** How far above the foot of the window the panel stands, in pixels; nothing for its usual place. */
  foot: number | null;
}

/** How far the panel stands from what is marked, in pixels. */
const APART = 16;

/** The panel stands above what is marked where that is at the foot of the window, so that it covers no part of it. */
function footOver(marked: Element, panel: Element | null | undefined): number | null {
  const { top, bottom } = marked.getBoundingClientRect();
  const height = panel?.getBoundingClientRect().height ?? 0;
  const usual = window.innerHeight - height - APART;
  return bottom > usual && top > height + APART ? window.innerHeight - top + APART : null;
}

/** Leads to the place of a step and marks it. */
function usePlace(step: Step, heading: React.RefObject<HTMLElement | null>): Stands {
  const backend = useBackend();
  const navigate = useNavigate();
  const [found, setFound] = useState(true);
  const [foot, setFoot] = useState<number | null>(null);

  useEffect(() => {
    let gone = false;
    let marked: Element | null = null;
    let settling = true;
    const timers = [setTimeout(() => (settling = false), SETTLING)];
    // A screen takes the focus when it opens; the panel takes it back once the screen stands.
    const focus = () => timers.push(setTimeout(() => !gone && settling && heading.current?.focus(), 60));
    let wanted: readonly string[] = [];

    function mark() {
      if (marked?.isConnected) return;
      marked = wanted.map((one) => document.querySelector(one)).find((one) => one !== null) ?? null;
      if (!marked) return;
      marked.classList.add("tour-mark");
      marked.scrollIntoView?.({ block: "center" });
      setFoot(footOver(marked, heading.current?.closest(".tour")));
      focus();
    }

    const watch = new MutationObserver(mark);
    goTo(step, backend, navigate)
      // A desk that does not answer keeps nobody in the tour: the words stand, only the mark is missing.
      .catch(() => ({ fits: false, mark: [] }))
      .then((place) => {
        if (gone) return;
        setFound(place.fits);
        wanted = place.mark;
        focus();
        mark();
        watch.observe(document.body, { childList: true, subtree: true });
      });

    return () => {
      gone = true;
      watch.disconnect();
      timers.forEach(clearTimeout);
      marked?.classList.remove("tour-mark");
      setFoot(null);
    };
  }, [step, backend, navigate, heading]);

  return { found, foot };
}

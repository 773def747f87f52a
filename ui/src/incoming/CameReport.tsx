import { Link } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import type { ReactNode } from "react";
import { en } from "../messages/en";
import { type Room, useCame } from "./useTakeIn";

const words = en.incoming;

/** What came of the files that were taken in last, until it is put away. */
export function CameReport({ room, onAway }: { room: Room; onAway: () => void }): ReactNode {
  const { came, show } = useCame(room);
  if (!came) return null;
  return (
    <section className="import-outcome" aria-label={words.came} data-testid="came">
      <div className="heading-line">
        <div>
          {came.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {came.notices && (
            <p>
              {words.noticesToo} <Link to="/systems">{words.toSystems}</Link>
            </p>
          )}
        </div>
        <Button
          type="button"
          unstyled
          onClick={() => {
            show(null);
            onAway();
          }}
        >
          {words.cameAway}
        </Button>
      </div>
    </section>
  );
}

import { Link } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useEffect, useState } from "react";
import type { IncomingRow } from "../../backend/wire";
import { RefusalNotice } from "../../components/RefusalNotice";
import { day } from "../../format/dates";
import { DestroyDialog } from "../../incoming/DestroyDialog";
import { senderOf, titleOf } from "../../incoming/IncomingWords";
import { usePutBack } from "../../incoming/usePutBack";
import { en } from "../../messages/en";

const words = en.incoming;

/** What was set aside, folded away: by whom and why, the way back, and the end of it. */
export function SetAsideOnes({ rows }: { rows: IncomingRow[] }) {
  const { busy, refusal, press } = usePutBack();
  const [destroying, setDestroying] = useState<IncomingRow | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  // The button that was pressed goes with its row, which may be a moment later: only then is the focus lost.
  useEffect(() => {
    if (left === null || rows.some(({ id }) => id === left)) return;
    setLeft(null);
    document.getElementById("inbox-heading")?.focus();
  }, [left, rows]);
  if (rows.length === 0) return null;
  return (
    <details className="set-aside-ones" data-testid="set-aside-ones">
      <summary>{words.setAsideOnes(rows.length)}</summary>
      <RefusalNotice refusal={refusal} />
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <div>
              <Link to="/mail/in/$id" params={{ id: row.id }}>
                {titleOf(row)}
              </Link>{" "}
              <span className="quiet">{senderOf(row)}</span>
              {row.set_aside && (
                <p>{words.asideBy(row.set_aside.by, day(row.set_aside.on), row.set_aside.why)}</p>
              )}
            </div>
            <div className="paper-does">
              <Button
                type="button"
                unstyled
                disabled={busy}
                aria-label={words.putBackOne(titleOf(row))}
                onClick={() => void press(row).then((back) => back && setLeft(row.id))}
              >
                {words.putBack}
              </Button>
              <Button
                type="button"
                unstyled
                disabled={busy}
                aria-label={words.destroyOne(titleOf(row))}
                onClick={() => setDestroying(row)}
              >
                {words.destroy}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {destroying && (
        <DestroyDialog
          row={destroying}
          onDone={() => setLeft(destroying.id)}
          onClose={() => setDestroying(null)}
        />
      )}
    </details>
  );
}

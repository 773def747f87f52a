// The office's corrections: who took which when and why, and the way to withdraw one.
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { Correction } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { Empty } from "../../components/Empty";
import { Loaded } from "../../components/Loading";
import { ReasonDialog } from "../../components/ReasonDialog";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { useCorrections } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";
import { Changes } from "./Changes";
import { CorrectionForm } from "./CorrectionForm";

const words = en.rules;

export function Corrections() {
  const corrections = useCorrections();
  const [writing, setWriting] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Correction | null>(null);
  if (writing) {
    return (
      <CorrectionForm
        rule=""
        title={words.formNewTitle}
        start={'for = "usps"\n\n'}
        onDone={() => setWriting(false)}
      />
    );
  }
  return (
    <section aria-labelledby="corrections-heading">
      <h2 id="corrections-heading" className="system-name">
        {words.corrections}
      </h2>
      <Loaded query={corrections}>
        {(list) =>
          list.length === 0 ? (
            <Empty words={words.none} hint={words.noneHint} />
          ) : (
            list.map((correction) => (
              <One
                key={correction.id}
                correction={correction}
                onWithdraw={() => setWithdrawing(correction)}
              />
            ))
          )
        }
      </Loaded>
      <div className="actions">
        <Button type="button" outline data-testid="write-correction" onClick={() => setWriting(true)}>
          {words.write}
        </Button>
      </div>
      {withdrawing && <Withdraw correction={withdrawing} onDone={() => setWithdrawing(null)} />}
    </section>
  );
}

function One({ correction, onWithdraw }: { correction: Correction; onWithdraw: () => void }) {
  const { id, withdrawn, left_out } = correction;
  return (
    <article
      className={withdrawn ? "correction is-withdrawn" : "correction"}
      aria-labelledby={`correction-${id}`}
      data-testid={`correction-${id}`}
    >
      <header>
        <h3 id={`correction-${id}`}>{words.correctionNumber(id)}</h3>
        <span className="quiet">{words.takenBy(correction.taken_by, day(correction.taken_on))}</span>
        {!withdrawn && (
          <Button
            type="button"
            outline
            className="bar-end"
            aria-label={words.withdrawName(id)}
            data-testid={`withdraw-${id}`}
            onClick={onWithdraw}
          >
            {words.withdraw}
          </Button>
        )}
      </header>
      <p>{correction.reason}</p>
      {withdrawn && (
        <p className="strong">{words.withdrawnBy(withdrawn.by, day(withdrawn.on), withdrawn.reason)}</p>
      )}
      {left_out && (
        <p className="doubt">
          <span className="mark-doubt">{words.leftOut}</span> {left_out}
        </p>
      )}
      <Changes changes={correction.changes} />
      <details>
        <summary>{words.asWritten}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line is scrolled by key. */}
        <pre className="toml" tabIndex={0}>
          {correction.text}
        </pre>
      </details>
    </article>
  );
}

function Withdraw({ correction, onDone }: { correction: Correction; onDone: () => void }) {
  const backend = useBackend();
  const client = useQueryClient();
  const announce = useAnnounce();
  const asking = useAsk();

  async function withdraw(reason: string) {
    const done = await asking.ask(() => backend.withdrawCorrection(correction.id, reason));
    if (!done) return false;
    announce(words.withdrawn(correction.id));
    // A rule may change every date, letter and step that is on screen.
    void client.invalidateQueries();
    return true;
  }

  return (
    <ReasonDialog
      id="withdraw-reason"
      form={`rule-withdraw/${correction.id}`}
      heading={words.withdrawHeading(correction.id)}
      words={words.withdrawWords}
      label={words.reason}
      hint={words.reasonHint}
      confirm={words.withdraw}
      asking={asking}
      onReason={withdraw}
      onClose={onDone}
    />
  );
}

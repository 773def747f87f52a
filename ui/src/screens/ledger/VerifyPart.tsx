import { Button } from "@trussworks/react-uswds";
import { useEffect, useState } from "react";
import { useBackend } from "../../backend/context";
import type { LedgerProgress, LedgerRead } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { AskDialog } from "../../components/AskDialog";
import { RefusalNotice } from "../../components/RefusalNotice";
import { en } from "../../messages/en";
import { useAsk } from "../../queries/useAsk";

const words = en.ledger.verify;
/** How often the window asks how far the reading is, in milliseconds. */
const EVERY = 300;

export function VerifyPart() {
  const backend = useBackend();
  const announce = useAnnounce();
  const reading = useAsk();
  const writing = useAsk();
  const [found, setFound] = useState<LedgerRead | null>(null);
  const [asking, setAsking] = useState(false);

  async function read() {
    setFound(null);
    setFound(await reading.ask(() => backend.verifyLedger()));
  }

  async function write() {
    setAsking(false);
    const entries = await writing.ask(() => backend.exportLedger());
    if (entries !== null) announce(words.exported(entries));
  }

  return (
    <section aria-labelledby="ledger-heading">
      <h2 id="ledger-heading">{words.heading}</h2>
      <p className="quiet">{words.words}</p>
      <RefusalNotice refusal={reading.refusal ?? writing.refusal} />
      <div className="actions">
        {reading.busy ? (
          <Button type="button" outline onClick={() => void backend.stopReadingLedger()}>
            {words.stop}
          </Button>
        ) : (
          <Button type="button" outline onClick={() => void read()} data-testid="verify-ledger">
            {words.go}
          </Button>
        )}
        <Button type="button" outline disabled={writing.busy} onClick={() => setAsking(true)}>
          {words.export}
        </Button>
      </div>
      {reading.busy && <HowFar />}
      <p role="status" data-testid="ledger-found" className={found?.broken ? "bad" : "good"}>
        {found && (found.broken ? words.broken(found.broken) : words.good(found.entries, found.letters))}
      </p>
      {asking && (
        <AskDialog
          heading={words.exportAsk}
          words={words.exportWords}
          confirm={words.export}
          onConfirm={() => void write()}
          onCancel={() => setAsking(false)}
        />
      )}
    </section>
  );
}

function HowFar() {
  const backend = useBackend();
  const [place, setPlace] = useState<LedgerProgress>({ read: 0, of: 0 });
  useEffect(() => {
    const turn = setInterval(() => void backend.ledgerProgress().then(setPlace, () => {}), EVERY);
    return () => clearInterval(turn);
  }, [backend]);
  const said = place.of === 0 ? words.pages : words.progress(place.read, place.of);
  return (
    <p>
      <progress aria-label={words.go} {...(place.of === 0 ? {} : { max: place.of, value: place.read })} />{" "}
      {said}
    </p>
  );
}

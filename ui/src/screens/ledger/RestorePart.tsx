// A backup in the place of the desk: asked first, and what was before is kept.
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { Restored } from "../../backend/wire";
import { AskDialog } from "../../components/AskDialog";
import { RefusalNotice } from "../../components/RefusalNotice";
import { TextField } from "../../components/TextField";
import { useLock } from "../../frame/Gate";
import { en } from "../../messages/en";
import { useAsk } from "../../queries/useAsk";

const words = en.ledger.restore;

export function RestorePart() {
  const backend = useBackend();
  const lock = useLock();
  const { busy, refusal, ask } = useAsk();
  const [asking, setAsking] = useState(false);
  const [passphrase, setPassphrase] = useState("");
  const [restored, setRestored] = useState<Restored | null>(null);

  async function go() {
    setAsking(false);
    const done = await ask(() => backend.restoreBackup(passphrase));
    setPassphrase("");
    if (done) setRestored(done);
  }

  return (
    <section aria-labelledby="restore-heading">
      <h2 id="restore-heading">{words.heading}</h2>
      <p className="quiet">{words.words}</p>
      <RefusalNotice refusal={refusal} />
      <div role="status">
        {restored && <p>{restored.kept ? words.kept(restored.entries, restored.kept) : words.restored}</p>}
      </div>
      {restored || refusal ? (
        <Button type="button" onClick={() => void lock()}>
          {words.again}
        </Button>
      ) : (
        <Button type="button" outline disabled={busy} onClick={() => setAsking(true)}>
          {words.go}
        </Button>
      )}
      {asking && (
        <AskDialog
          heading={words.ask}
          words={words.askWords}
          confirm={words.confirm}
          busy={busy}
          onConfirm={() => void go()}
          onCancel={() => {
            setAsking(false);
            setPassphrase("");
          }}
        >
          <TextField
            id="restore-passphrase"
            help={en.fields.ledger.restorePassphrase}
            label={words.passphrase}
            type="password"
            autoComplete="off"
            value={passphrase}
            onChange={setPassphrase}
          />
        </AskDialog>
      )}
    </section>
  );
}

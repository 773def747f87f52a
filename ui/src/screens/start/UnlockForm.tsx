import { Button } from "@trussworks/react-uswds";
import { useEffect, useState } from "react";
import { useBackend } from "../../backend/context";
import type { DeskView } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { RefusalNotice } from "../../components/RefusalNotice";
import { TextField } from "../../components/TextField";
import { en } from "../../messages/en";
import { useAsk } from "../../queries/useAsk";

interface Props {
  onOpened: (desk: DeskView) => void;
  onBusy: (busy: boolean) => void;
}

export function UnlockForm({ onOpened, onBusy }: Props) {
  const backend = useBackend();
  const announce = useAnnounce();
  const { busy, refusal, ask } = useAsk();
  const [passphrase, setPassphrase] = useState("");
  const [empty, setEmpty] = useState(false);
  const words = en.start;
  useEffect(() => onBusy(busy), [busy, onBusy]);

  const wrong = refusal?.code === "wrong-passphrase" ? refusal.message : null;

  async function submit() {
    setEmpty(passphrase === "");
    if (passphrase === "") return document.getElementById("passphrase")?.focus();
    const desk = await ask(() => backend.unlock(passphrase));
    if (desk) {
      announce(words.opened);
      onOpened(desk);
    } else {
      document.getElementById("passphrase")?.focus();
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {!wrong && <RefusalNotice refusal={refusal} />}
      <TextField
        id="passphrase"
        help={en.fields.start.passphrase}
        label={words.passphrase}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
        problem={empty ? words.noPassphrase : wrong}
      />
      <div className="actions">
        <Button type="submit" disabled={busy} data-testid="unlock">
          {busy ? words.unlocking : words.unlock}
        </Button>
      </div>
    </form>
  );
}

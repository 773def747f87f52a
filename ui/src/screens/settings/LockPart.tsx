// When the desk locks by itself.
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { DeskView } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { TextField } from "../../components/TextField";
import { readWhole } from "../../format/numbers";
import { useLock } from "../../frame/Gate";
import { en } from "../../messages/en";
import { keys, useDesk } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";
import { useAbilities } from "./RemindersPart";

const words = en.settings;

export function LockPart() {
  const desk = useDesk();
  const lock = useLock();
  const abilities = useAbilities();
  return (
    <section aria-labelledby="lock-heading">
      <h2 id="lock-heading">{words.lock}</h2>
      <p className="quiet">{words.lockWords}</p>
      {abilities.data && (
        <p className="quiet">
          {abilities.data.screen_lock ? en.desktop.screenLock.hears : en.desktop.screenLock.deaf}
        </p>
      )}
      {desk.data && <After desk={desk.data} />}
      <Button type="button" outline onClick={() => void lock()}>
        {words.lock}
      </Button>
    </section>
  );
}

function After({ desk }: { desk: DeskView }) {
  const backend = useBackend();
  const client = useQueryClient();
  const announce = useAnnounce();
  const { busy, refusal, ask } = useAsk();
  const [minutes, setMinutes] = useState(String(desk.lock_after_minutes));

  async function save() {
    const changed = await ask(() => backend.setLockAfter(readWhole(minutes) ?? 0));
    if (!changed) return;
    client.setQueryData(keys.desk, changed);
    announce(words.lockAfterSaved(changed.lock_after_minutes));
  }

  return (
    <form
      noValidate
      className="lock-after"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save();
      }}
    >
      <TextField
        id="lock-after"
        help={en.fields.settings.lockAfter}
        label={words.lockAfter}
        hint={words.lockAfterHint}
        value={minutes}
        onChange={setMinutes}
        inputMode="numeric"
        problem={refusal?.message ?? null}
      />
      <Button type="submit" outline disabled={busy}>
        {en.common.save}
      </Button>
    </form>
  );
}

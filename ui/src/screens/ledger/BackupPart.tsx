// Where backups go, how often, and one now.
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { BackupsView } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { RefusalNotice } from "../../components/RefusalNotice";
import { TextField } from "../../components/TextField";
import { day } from "../../format/dates";
import { readWhole } from "../../format/numbers";
import { en } from "../../messages/en";
import { keys } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";

const words = en.ledger.backups;

export function BackupPart({ view }: { view: BackupsView }) {
  const backend = useBackend();
  const client = useQueryClient();
  const announce = useAnnounce();
  const { busy, refusal, ask } = useAsk();
  const [folder, setFolder] = useState(view.plan?.folder ?? "");
  const [every, setEvery] = useState(String(view.plan?.every_days ?? 1));
  const [keep, setKeep] = useState(String(view.plan?.keep ?? 14));
  const refused = (field: string) => (refusal?.field === field ? refusal.message : null);
  const stale = () => void client.invalidateQueries({ queryKey: keys.backups });

  async function choose() {
    const chosen = await ask(() => backend.chooseFolder());
    if (chosen) setFolder(chosen);
  }

  async function save() {
    const plan = { folder, every_days: readWhole(every) ?? 0, keep: readWhole(keep) ?? 0 };
    const saved = await ask(() => backend.planBackups(folder === "" ? null : plan));
    if (!saved) return;
    announce(words.saved);
    stale();
  }

  async function now() {
    const made = await ask(() => backend.backUpNow());
    if (!made) return;
    announce(words.made(made.entries, made.file));
    stale();
  }

  return (
    <section aria-labelledby="backups-heading">
      <h2 id="backups-heading">{words.heading}</h2>
      <p className="quiet">{words.words}</p>
      <p data-testid="last-backup">
        {view.last ? words.last(day(view.last.on), view.last.by, view.last.file) : words.never}{" "}
        {view.due && <strong>{words.due}</strong>}
      </p>
      {view.plan === null && <p>{words.none}</p>}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <RefusalNotice
          refusal={refusal}
          fieldId={(field) =>
            ({ folder: "backup-folder", every_days: "backup-every", keep: "backup-keep" })[field]
          }
        />
        <TextField
          id="backup-folder"
          help={en.fields.ledger.folder}
          label={words.folder}
          value={folder}
          onChange={setFolder}
          problem={refused("folder")}
        />
        <Button type="button" unstyled onClick={() => void choose()}>
          {words.choose}
        </Button>
        <div className="row backup-plan">
          <TextField
            id="backup-every"
            help={en.fields.ledger.every}
            label={words.every}
            value={every}
            onChange={setEvery}
            inputMode="numeric"
            problem={refused("every_days")}
            className="short"
          />
          <TextField
            id="backup-keep"
            help={en.fields.ledger.keep}
            label={words.keep}
            value={keep}
            onChange={setKeep}
            inputMode="numeric"
            problem={refused("keep")}
            className="short"
          />
        </div>
        <div className="actions">
          <Button type="submit" outline={view.plan !== null} disabled={busy}>
            {words.save}
          </Button>
          <Button
            type="button"
            outline={view.plan === null}
            disabled={busy || view.plan === null}
            onClick={() => void now()}
          >
            {words.now}
          </Button>
        </div>
      </form>
    </section>
  );
}

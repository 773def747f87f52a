import { useQueryClient } from "@tanstack/react-query";
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { MailSecurity, MailSettings } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { RefusalNotice } from "../../components/RefusalNotice";
import { Restored } from "../../components/Restored";
import { optionsOf, SelectField } from "../../components/SelectField";
import { TextField } from "../../components/TextField";
import { en } from "../../messages/en";
import { keys } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";
import { useKept } from "../../queries/useKept";

const words = en.mail;

const NEW: MailSettings = { host: "", port: 587, security: "starttls", user: "", password: "", from: "" };

export function ServerForm({ saved }: { saved: MailSettings | null }) {
  const backend = useBackend();
  const client = useQueryClient();
  const announce = useAnnounce();
  const { busy, refusal, ask } = useAsk();
  const [typed, setTyped] = useState<MailSettings>(saved ?? NEW);
  const [port, setPort] = useState(String((saved ?? NEW).port));
  const [badPort, setBadPort] = useState(false);
  const change = (changed: Partial<MailSettings>) => setTyped((before) => ({ ...before, ...changed }));
  // The password is kept nowhere but where the desk keeps it.
  const { password: _, ...open } = typed;
  const kept = useKept("mail-server", null, { open, port }, (before) => {
    change(before.open);
    setPort(before.port);
  });
  const refused = (field: string) => (refusal?.field === field ? refusal.message : null);

  async function save() {
    const number = Number(port);
    const good = Number.isInteger(number) && number >= 1 && number <= 65535;
    setBadPort(!good);
    if (!good) return document.getElementById("mail-port")?.focus();
    const done = await ask(async () => {
      await backend.setMailSettings({ ...typed, port: number });
      return true;
    });
    if (!done) return;
    await kept.forget();
    // The password leaves the form as soon as the desk has it.
    change({ password: "" });
    announce(words.saved);
    void client.invalidateQueries({ queryKey: keys.mailSettings });
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <RefusalNotice refusal={refusal} fieldId={(field) => `mail-${field}`} />
      <Restored kept={kept} />
      <div className="row">
        <TextField
          id="mail-host"
          help={en.fields.mail.host}
          label={words.host}
          value={typed.host}
          onChange={(host) => change({ host })}
          problem={refused("host")}
          className="wide"
        />
        <TextField
          id="mail-port"
          help={en.fields.mail.port}
          label={words.port}
          value={port}
          onChange={setPort}
          inputMode="numeric"
          problem={badPort ? words.badPort : refused("port")}
          className="short"
        />
        <SelectField<MailSecurity>
          id="mail-security"
          help={en.fields.mail.security}
          label={words.security}
          value={typed.security}
          options={optionsOf(en.terms.mailSecurity)}
          onChange={(security) => change({ security })}
          problem={refused("security")}
        />
      </div>
      <div className="row">
        <TextField
          id="mail-user"
          help={en.fields.mail.user}
          label={words.user}
          hint={words.userHint}
          value={typed.user}
          onChange={(user) => change({ user })}
          problem={refused("user")}
          className="wide"
        />
        <TextField
          id="mail-password"
          help={en.fields.mail.password}
          label={words.password}
          hint={words.passwordHint}
          type="password"
          autoComplete="new-password"
          value={typed.password}
          onChange={(password) => change({ password })}
          problem={refused("password")}
          className="wide"
        />
      </div>
      <div className="row">
        <TextField
          id="mail-from"
          help={en.fields.mail.from}
          label={words.from}
          hint={words.fromHint}
          type="email"
          value={typed.from}
          onChange={(from) => change({ from })}
          problem={refused("from")}
          className="wide"
        />
      </div>
      <div className="actions">
        <Button type="submit" outline disabled={busy} data-testid="save-mail-settings">
          {words.save}
        </Button>
      </div>
    </form>
  );
}

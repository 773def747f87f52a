import { Button } from "@trussworks/react-uswds";
import { useEffect, useState } from "react";
import { useBackend } from "../../backend/context";
import type { DeskView } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { CheckboxList } from "../../components/CheckboxList";
import { RefusalNotice } from "../../components/RefusalNotice";
import { TextField } from "../../components/TextField";
import { en } from "../../messages/en";
import { useAsk } from "../../queries/useAsk";

interface Props {
  onOpened: (desk: DeskView) => void;
  onBusy: (busy: boolean) => void;
}

type Problems = Partial<Record<"agencies" | "name" | "passphrase" | "again", string>>;

const FIELD_IDS: Record<keyof Problems, string> = {
  agencies: "agencies-usps",
  name: "name",
  passphrase: "passphrase",
  again: "again",
};

export function NewDeskForm({ onOpened, onBusy }: Props) {
  const backend = useBackend();
  const announce = useAnnounce();
  const { busy, refusal, ask } = useAsk();
  const [agencies, setAgencies] = useState<string[]>([]);
  const [name, setName] = useState("");
  const [title, setTitle] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [problems, setProblems] = useState<Problems>({});
  const words = en.start;
  useEffect(() => onBusy(busy), [busy, onBusy]);

  function check(): Problems {
    const found: Problems = {};
    if (agencies.length === 0) found.agencies = words.noAgency;
    if (name.trim() === "") found.name = words.noName;
    const length = [...passphrase].length;
    if (length < words.minimum) found.passphrase = words.short(words.minimum - length);
    else if (passphrase !== again) found.again = words.different;
    return found;
  }

  async function submit() {
    const found = check();
    setProblems(found);
    const first = (Object.keys(FIELD_IDS) as (keyof Problems)[]).find((field) => found[field]);
    if (first) return document.getElementById(FIELD_IDS[first])?.focus();
    const desk = await ask(() =>
      backend.createDesk(passphrase, { agencies, name: name.trim(), title: title.trim() }),
    );
    if (!desk) return;
    announce(words.opened);
    onOpened(desk);
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <RefusalNotice refusal={refusal} fieldId={(field) => FIELD_IDS[field as keyof Problems]} />
      <CheckboxList
        id="agencies"
        help={en.fields.start.agencies}
        legend={words.agencies}
        options={words.agencyIds.map((id) => [id, en.terms.agencyLong[id] ?? id] as const)}
        chosen={agencies}
        onChange={setAgencies}
        problem={problems.agencies}
      />
      <TextField
        id="name"
        help={en.fields.start.name}
        label={words.name}
        hint={words.nameHint}
        value={name}
        onChange={setName}
        problem={problems.name}
      />
      <TextField
        id="title"
        help={en.fields.start.title}
        label={words.titleField}
        hint={words.titleHint}
        value={title}
        onChange={setTitle}
      />
      <TextField
        id="passphrase"
        help={en.fields.start.newPassphrase}
        label={words.passphrase}
        hint={words.passphraseHint}
        type="password"
        autoComplete="new-password"
        value={passphrase}
        onChange={setPassphrase}
        problem={problems.passphrase}
      />
      <TextField
        id="again"
        help={en.fields.start.again}
        label={words.again}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        problem={problems.again}
      />
      <div className="actions">
        <Button type="submit" disabled={busy} data-testid="start-create">
          {busy ? words.creating : words.create}
        </Button>
      </div>
    </form>
  );
}

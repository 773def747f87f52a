import { useState } from "react";
import type { CaseView } from "../../backend/wire";
import { TextField } from "../../components/TextField";
import { en } from "../../messages/en";
import { useKept } from "../../queries/useKept";
import { CaseForm } from "./CaseForm";
import { useCaseAct } from "./useCaseAct";

const words = en.case.identity;

interface Props {
  view: CaseView;
  done: () => void;
  cancel: () => void;
}

export function VerifyIdentityForm({ view, done, cancel }: Props) {
  const acting = useCaseAct(view);
  const [note, setNote] = useState("");
  const kept = useKept(`${view.number}/verify-identity`, view.number, note, setNote);
  return (
    <CaseForm
      heading={words.verifyHeading}
      words={words.verifyWords}
      submit={words.verify}
      acting={acting}
      kept={kept}
      onSubmit={() => acting.act([{ command: "verify-identity", note: note.trim() }], words.verifiedDone)}
      onDone={done}
      onCancel={cancel}
    >
      <TextField
        id="verify-note"
        help={en.fields.identity.verify}
        label={words.note}
        value={note}
        onChange={setNote}
        optional
      />
    </CaseForm>
  );
}

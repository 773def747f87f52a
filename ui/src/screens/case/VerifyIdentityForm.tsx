import { useState } from "react";
import type { CaseView } from "../../backend/wire";
import { TextField } from "../../components/TextField";
import { en } from "../../messages/en";
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
  return (
    <CaseForm
      heading={words.verifyHeading}
      words={words.verifyWords}
      submit={words.verify}
      acting={acting}
      onSubmit={() =>
        void acting
          .act([{ command: "verify-identity", note: note.trim() }], words.verifiedDone)
          .then((all) => all && done())
      }
      onCancel={cancel}
    >
      <TextField id="verify-note" label={words.note} value={note} onChange={setNote} optional />
    </CaseForm>
  );
}

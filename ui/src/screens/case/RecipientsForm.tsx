import { useState } from "react";
import type { CaseView } from "../../backend/wire";
import { DateField } from "../../components/DateField";
import { TextField } from "../../components/TextField";
import { parseDay } from "../../format/dates";
import { en } from "../../messages/en";
import { useDesk } from "../../queries/desk";
import { useKept } from "../../queries/useKept";
import { CaseForm } from "./CaseForm";
import { useCaseAct } from "./useCaseAct";

const words = en.case.decision;

interface Props {
  view: CaseView;
  done: () => void;
  cancel: () => void;
}

/** Records that whoever had the record before was told of the correction. */
export function RecipientsForm({ view, done, cancel }: Props) {
  const acting = useCaseAct(view);
  const desk = useDesk();
  const [on, setOn] = useState(desk.data?.today ?? "");
  const [how, setHow] = useState("");
  const kept = useKept(`${view.number}/record-recipients-told`, view.number, { on, how }, (before) => {
    setOn(before.on);
    setHow(before.how);
  });
  const [bad, setBad] = useState(false);
  const refused = (field: string) => (acting.refusal?.field === field ? acting.refusal.message : null);
  return (
    <CaseForm
      heading={words.toldHeading}
      words={words.toldWords}
      submit={en.case.asStep["record-recipients-told"] ?? ""}
      acting={acting}
      fieldId={(field) => ({ on: "told-on", how: "told-how" })[field]}
      kept={kept}
      onSubmit={async () => {
        const good = parseDay(on) !== null;
        setBad(!good);
        if (!good) return document.getElementById("told-on")?.focus();
        return await acting.act([{ command: "record-recipients-told", on, how: how.trim() }], words.told);
      }}
      onDone={done}
      onCancel={cancel}
    >
      <DateField
        id="told-on"
        help={en.fields.decision.toldOn}
        label={words.toldOn}
        value={on}
        onChange={setOn}
        problem={bad ? en.common.dayBad : refused("on")}
      />
      <TextField
        id="told-how"
        help={en.fields.decision.toldHow}
        label={words.toldHow}
        hint={words.toldHowHint}
        value={how}
        onChange={setHow}
        rows={3}
        problem={refused("how")}
      />
    </CaseForm>
  );
}

import { useState } from "react";
import type { CaseView, UnusualCircumstance } from "../../backend/wire";
import { CheckboxList } from "../../components/CheckboxList";
import { DateField } from "../../components/DateField";
import { TextField } from "../../components/TextField";
import { day, parseDay } from "../../format/dates";
import { en } from "../../messages/en";
import { useKept } from "../../queries/useKept";
import { CaseForm } from "./CaseForm";
import { useCaseAct } from "./useCaseAct";

const words = en.case.delay;

interface Props {
  view: CaseView;
  done: () => void;
  cancel: () => void;
}

/** Records why the answer takes longer, and until when, for the delay notice. */
export function DelayForm({ view, done, cancel }: Props) {
  const acting = useCaseAct(view);
  const [reason, setReason] = useState(view.delay?.reason ?? "");
  const [expected, setExpected] = useState(view.delay?.expected ?? "");
  const [unusual, setUnusual] = useState<UnusualCircumstance[]>([]);
  const typed = { reason, expected, unusual };
  const kept = useKept(`${view.number}/record-delay`, view.number, typed, (before) => {
    setReason(before.reason);
    setExpected(before.expected);
    setUnusual(before.unusual ?? []);
  });
  const more = view.more_foia_time;
  const [bad, setBad] = useState(false);
  const refused = (field: string) => (acting.refusal?.field === field ? acting.refusal.message : null);
  return (
    <CaseForm
      heading={words.heading}
      words={words.words}
      submit={words.record}
      acting={acting}
      fieldId={(field) => ({ reason: "delay-reason", expected: "delay-expected" })[field]}
      kept={kept}
      onSubmit={async () => {
        const good = parseDay(expected) !== null;
        setBad(!good);
        if (!good) return document.getElementById("delay-expected")?.focus();
        return await acting.act(
          [{ command: "record-delay", reason: reason.trim(), expected, unusual }],
          words.recorded,
        );
      }}
      onDone={done}
      onCancel={cancel}
    >
      <TextField
        id="delay-reason"
        help={en.fields.delay.reason}
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        onChange={setReason}
        rows={2}
        problem={refused("reason")}
      />
      <DateField
        id="delay-expected"
        help={en.fields.delay.expected}
        label={words.expected}
        value={expected}
        onChange={setExpected}
        problem={bad ? en.common.dayBad : refused("expected")}
      />
      {more && (
        <CheckboxList
          id="delay-unusual"
          help={en.fields.delay.unusual}
          legend={words.unusual(day(more.through), more.cite)}
          options={Object.entries(en.terms.unusual) as [UnusualCircumstance, string][]}
          chosen={unusual}
          onChange={setUnusual}
        />
      )}
    </CaseForm>
  );
}

import { useState } from "react";
import type { CaseView } from "../../backend/wire";
import { DateField } from "../../components/DateField";
import { parseDay } from "../../format/dates";
import { en } from "../../messages/en";
import { useKept } from "../../queries/useKept";
import { CaseForm } from "./CaseForm";
import { useCaseAct } from "./useCaseAct";

const words = en.case.search;

interface Props {
  view: CaseView;
  done: () => void;
  cancel: () => void;
}

export function SendForm({ view, done, cancel }: Props) {
  const acting = useCaseAct(view);
  const [answerBy, setAnswerBy] = useState("");
  const kept = useKept(`${view.number}/send-to-office`, view.number, answerBy, setAnswerBy);
  const [bad, setBad] = useState(false);
  return (
    <CaseForm
      heading={words.sendHeading}
      words={words.sendWords}
      submit={words.send}
      acting={acting}
      fieldId={(field) => (field === "answer_by" ? "answer-by" : undefined)}
      kept={kept}
      onSubmit={async () => {
        const good = parseDay(answerBy) !== null;
        setBad(!good);
        if (!good) return document.getElementById("answer-by")?.focus();
        return await acting.act([{ command: "send-to-office", answer_by: answerBy }], words.sent);
      }}
      onDone={done}
      onCancel={cancel}
    >
      {view.routing && (
        <p>
          {view.routing.office}
          <br />
          <span className="quiet">{view.routing.address}</span>
        </p>
      )}
      <DateField
        id="answer-by"
        help={en.fields.search.answerBy}
        label={words.answerBy}
        hint={en.common.dayHint}
        value={answerBy}
        onChange={setAnswerBy}
        problem={bad ? en.common.dayBad : null}
      />
    </CaseForm>
  );
}

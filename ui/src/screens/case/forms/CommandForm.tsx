// The form of a command, drawn from its description.
import { useState } from "react";
import type { CaseView, Command } from "../../../backend/wire";
import { en } from "../../../messages/en";
import { useDesk, useStaff } from "../../../queries/desk";
import { useKept } from "../../../queries/useKept";
import { CaseForm } from "../CaseForm";
import { useCaseAct } from "../useCaseAct";
import { beginning, type DescribedName, FIELDS } from "./commands";
import { FormFields, fieldId } from "./FormFields";
import { type Asked, emptyOf, type Fields, givenOf, type Problems, problemsOf, type Values } from "./kinds";

const words = en.forms;

interface Props {
  view: CaseView;
  name: DescribedName;
  recipient: number | undefined;
  done: () => void;
  cancel: () => void;
}

/** Waits for what the choices are drawn from, so that the form begins with the right day and people. */
export function CommandForm(props: Props) {
  const desk = useDesk();
  const staff = useStaff();
  if (!desk.data || !staff.data) return null;
  const asked: Asked = {
    view: props.view,
    staff: staff.data,
    today: desk.data.today,
    recipient: props.recipient,
  };
  return <Filled key={props.name} {...props} asked={asked} />;
}

function Filled({ view, name, asked, done, cancel }: Props & { asked: Asked }) {
  const fields: Fields = FIELDS[name];
  const own = words.commands[name];
  const acting = useCaseAct(view);
  const [values, setValues] = useState<Values>(() => ({
    ...emptyOf(fields, asked),
    ...beginning(name, asked),
  }));
  const kept = useKept(`${view.number}/${name}/${asked.recipient ?? ""}`, view.number, values, setValues);
  const [problems, setProblems] = useState<Problems>({});
  const offer = view.actions.find((action) => action.command === name);
  const title = offer?.words ?? name;

  async function send() {
    const found = problemsOf(fields, values);
    setProblems(found);
    const first = Object.keys(found)[0];
    if (first) return document.getElementById(fieldId(first))?.focus();
    // The description of the command has exactly its fields; what they hold, the desk reads and answers for.
    const command = { command: name, ...givenOf(fields, values) } as Command;
    return await acting.act([command], words.done(title));
  }

  const refusedField = acting.refusal?.field;
  const shown =
    refusedField && acting.refusal ? { ...problems, [refusedField]: acting.refusal.message } : problems;
  return (
    <CaseForm
      heading={title}
      {...(own.words === undefined ? {} : { words: own.words })}
      submit={title}
      acting={acting}
      fieldId={(field) => ((field.split(".")[0] ?? "") in fields ? fieldId(field) : undefined)}
      kept={kept}
      onSubmit={send}
      onDone={done}
      onCancel={cancel}
    >
      <FormFields
        fields={fields}
        labels={own.fields}
        helps={en.commandFields[name]}
        values={values}
        onChange={setValues}
        problems={shown}
        asked={asked}
        path=""
      />
    </CaseForm>
  );
}

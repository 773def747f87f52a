import { useState } from "react";
import type { CaseView, Evidence } from "../../backend/wire";
import { CheckboxList } from "../../components/CheckboxList";
import { optionsOf } from "../../components/SelectField";
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

/** What the rule asks stands first; anything else that came is behind one disclosure. */
export function RecordEvidenceForm({ view, done, cancel }: Props) {
  const acting = useCaseAct(view);
  const [chosen, setChosen] = useState<Evidence[]>([]);
  const [note, setNote] = useState("");
  const kept = useKept(`${view.number}/record-evidence`, view.number, { chosen, note }, (before) => {
    setChosen(before.chosen);
    setNote(before.note);
  });
  const [problem, setProblem] = useState<string | null>(null);
  const asked = [...new Set(view.requirements.flatMap((requirement) => requirement.any_of))];
  const all = optionsOf(en.terms.evidence);
  const first = all.filter(([evidence]) => asked.includes(evidence));
  const others = all.filter(([evidence]) => !asked.includes(evidence));
  const set = (group: readonly (readonly [Evidence, string])[]) => (ticked: Evidence[]) =>
    setChosen((before) => [
      ...before.filter((evidence) => !group.some(([member]) => member === evidence)),
      ...ticked,
    ]);

  async function submit() {
    if (chosen.length === 0) {
      setProblem(words.nothingTicked);
      document.querySelector<HTMLElement>(".case-form input[type=checkbox]")?.focus();
      return;
    }
    setProblem(null);
    const commands = chosen.map((evidence) => ({
      command: "record-evidence" as const,
      evidence,
      note: note.trim(),
    }));
    return await acting.act(commands, words.recorded);
  }

  return (
    <CaseForm
      heading={words.recordHeading}
      words={words.recordWords}
      submit={words.record}
      acting={acting}
      kept={kept}
      onSubmit={submit}
      onDone={done}
      onCancel={cancel}
    >
      <CheckboxList
        id="evidence"
        help={en.fields.identity.evidence}
        legend={words.asked}
        options={first}
        chosen={chosen}
        onChange={set(first)}
        problem={problem}
      />
      <details className="others" open={first.length === 0}>
        <summary>{words.others}</summary>
        <CheckboxList
          id="evidence-other"
          help={en.fields.identity.evidence}
          legend={en.intake.tickWhatCame}
          options={others}
          chosen={chosen}
          onChange={set(others)}
          className="two-columns"
        />
      </details>
      <TextField
        id="evidence-note"
        help={en.fields.identity.note}
        label={words.note}
        hint={words.noteHint}
        value={note}
        onChange={setNote}
        optional
      />
    </CaseForm>
  );
}

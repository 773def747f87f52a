// The decision, record by record, in the name of the official responsible.

import { useState } from "react";
import type { CaseView, Kind, Outcome } from "../../backend/wire";
import { CheckField } from "../../components/CheckField";
import { SelectField } from "../../components/SelectField";
import { TextField } from "../../components/TextField";
import { en } from "../../messages/en";
import { useKept } from "../../queries/useKept";
import { CaseForm } from "./CaseForm";
import { useCaseAct } from "./useCaseAct";

const words = en.case.decision;

/** What can be chosen for each kind of request. Whether a choice is allowed, the desk says. */
const OUTCOMES: Record<Kind, Outcome[]> = {
  access: ["granted", "denied", "no-record", "no-personal-information", "to-representative"],
  amendment: ["amended", "refused", "refused-claim-evidence"],
  accounting: ["granted", "denied", "no-record"],
  notification: [],
};

/** Whether the words give the reason of a refusal. */
const refuses = (outcome: Outcome | "") =>
  outcome === "refused" || outcome === "refused-claim-evidence" || outcome === "denied";

interface PartTyped {
  item: number;
  outcome: Outcome | "";
  words: string;
  exemption: string;
  revealsSource: boolean;
  others: string;
}

interface Props {
  view: CaseView;
  done: () => void;
  cancel: () => void;
}

export function DecideForm({ view, done, cancel }: Props) {
  const acting = useCaseAct(view);
  const kind = view.kinds[0] ?? "access";
  const outcomes = OUTCOMES[kind];
  const items = outcomes.length > 0 ? (view.search?.items ?? []) : [];
  const only = outcomes[0] ?? "";
  const [parts, setParts] = useState<PartTyped[]>(
    items.map((item) => ({
      item: item.item,
      outcome: kind === "amendment" ? "" : only,
      words: "",
      exemption: "",
      revealsSource: false,
      others: "",
    })),
  );
  const [official, setOfficial] = useState(view.determination?.official ?? "");
  const [title, setTitle] = useState(view.determination?.title ?? "");
  const [tried, setTried] = useState(false);
  const kept = useKept(`${view.number}/decide`, view.number, { parts, official, title }, (before) => {
    setParts(before.parts);
    setOfficial(before.official);
    setTitle(before.title);
  });

  function edit(item: number, changed: Partial<PartTyped>) {
    setParts((before) => before.map((part) => (part.item === item ? { ...part, ...changed } : part)));
  }

  async function submit() {
    setTried(true);
    const open = parts.find((part) => part.outcome === "");
    if (open) return document.getElementById(`outcome-${open.item}`)?.focus();
    return await acting.act(
      [
        {
          command: "decide",
          parts: parts.map((part) => ({
            item: part.item,
            outcome: part.outcome as Outcome,
            words: part.words.trim(),
            exemption: part.outcome === "denied" && part.exemption !== "" ? part.exemption : null,
            reveals_source: part.outcome === "denied" && part.revealsSource,
            others: part.others.trim(),
          })),
          official: official.trim(),
          title: title.trim(),
        },
      ],
      words.decided,
    );
  }

  const refused = (field: string) => (acting.refusal?.field === field ? acting.refusal.message : null);

  return (
    <CaseForm
      heading={words.recordHeading}
      words={items.length > 0 ? words.words : words.foundSays}
      submit={words.decide}
      acting={acting}
      fieldId={(field) =>
        ({ official: "official", title: "official-title", parts: `outcome-${items[0]?.item}` })[field]
      }
      kept={kept}
      onSubmit={submit}
      onDone={done}
      onCancel={cancel}
    >
      {items.map((item) => {
        const part = parts.find((one) => one.item === item.item);
        if (!part) return null;
        return (
          <div key={item.item} className="part-decided">
            <p className="strong">
              {item.item}. {item.what} <span className="quiet">{en.common.pages(item.pages)}</span>
            </p>
            <div className="decide-row">
              <SelectField<Outcome | "">
                id={`outcome-${item.item}`}
                help={en.fields.decision.outcome}
                label={words.outcome}
                labelMore={words.outcomeOf(item.what)}
                value={part.outcome}
                options={[
                  ...(part.outcome === "" ? ([["", words.chooseOne]] as const) : []),
                  ...outcomes.map((outcome) => [outcome, en.terms.outcome[outcome]] as const),
                ]}
                onChange={(outcome) => edit(item.item, { outcome })}
                problem={tried && part.outcome === "" ? words.choose : null}
              />
              <TextField
                id={`words-${item.item}`}
                help={en.fields.decision.words}
                label={refuses(part.outcome) ? words.reason : words.inLetter(kind)}
                value={part.words}
                onChange={(typed) => edit(item.item, { words: typed })}
                rows={2}
                optional={kind !== "amendment" && part.outcome === "granted"}
                className="wider"
              />
            </div>
            {part.outcome === "denied" && (
              <div className="decide-row">
                <SelectField
                  id={`exemption-${item.item}`}
                  help={en.fields.decision.exemption}
                  label={words.exemption}
                  labelMore={words.exemptionOf(item.what)}
                  value={part.exemption}
                  options={[
                    ["", words.chooseOne],
                    ...view.exemptions.map((one) => [one.statute, `${one.statute} (${one.rule})`] as const),
                  ]}
                  onChange={(exemption) => edit(item.item, { exemption })}
                />
                <CheckField
                  id={`source-${item.item}`}
                  help={en.fields.decision.revealsSource}
                  label={words.revealsSource}
                  checked={part.revealsSource}
                  onChange={(checked) => edit(item.item, { revealsSource: checked })}
                />
              </div>
            )}
            {item.concerns_others && (
              <TextField
                id={`others-${item.item}`}
                help={en.fields.decision.others}
                label={words.others}
                value={part.others}
                onChange={(others) => edit(item.item, { others })}
                rows={2}
              />
            )}
          </div>
        );
      })}
      <div className="row">
        <TextField
          id="official"
          help={en.fields.decision.official}
          label={words.official}
          value={official}
          onChange={setOfficial}
          problem={refused("official")}
          className="wide"
        />
        <TextField
          id="official-title"
          help={en.fields.decision.officialTitle}
          label={words.officialTitle}
          value={title}
          onChange={setTitle}
          problem={refused("title")}
          className="wide"
        />
      </div>
    </CaseForm>
  );
}

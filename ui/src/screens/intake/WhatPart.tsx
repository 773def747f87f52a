import { Button, TextInput } from "@trussworks/react-uswds";
import { CheckboxList } from "../../components/CheckboxList";
import { HELP_KEY } from "../../components/FieldHelp";
import { HelpedGroup } from "../../components/HelpedGroup";
import { optionsOf, SelectField } from "../../components/SelectField";
import { TextField } from "../../components/TextField";
import { particularName } from "../../format/particulars";
import { en } from "../../messages/en";
import { fieldId, type PartProps } from "./fields";

const words = en.intake;

export function WhatPart(props: PartProps) {
  const { draft, change, problemOf } = props;
  return (
    <section aria-labelledby="part-what" className="part">
      <h2 id="part-what">{words.parts.what}</h2>
      <div className="row">
        <TextField
          id={fieldId("text")}
          help={en.fields.intake.text}
          label={words.text}
          hint={words.textHint}
          value={draft.text}
          onChange={(text) => change({ text })}
          problem={problemOf("text")}
          rows={7}
          className="wider"
        />
        <div className="stack">
          <CheckboxList
            id="intake-kinds"
            help={en.fields.intake.kinds}
            legend={words.kinds}
            options={optionsOf(en.terms.kindLong)}
            chosen={draft.kinds}
            onChange={(kinds) => change({ kinds })}
            problem={problemOf("kinds")}
          />
          <SelectField
            id={fieldId("sensitivity")}
            help={en.fields.intake.sensitivity}
            label={words.sensitivity}
            value={draft.sensitivity}
            options={optionsOf(en.terms.sensitivity)}
            onChange={(sensitivity) => change({ sensitivity })}
            problem={problemOf("sensitivity")}
          />
        </div>
      </div>
      <Particulars {...props} />
    </section>
  );
}

function Particulars({ draft, change }: PartProps) {
  const { particulars } = draft;
  function edit(id: number, changed: { name?: string; value?: string }) {
    change({ particulars: particulars.map((one) => (one.id === id ? { ...one, ...changed } : one)) });
  }
  return (
    <HelpedGroup
      legend={words.particulars}
      hint={words.particularsHint}
      help={en.fields.intake.particulars}
      className="particulars"
    >
      <datalist id="particular-names">
        {words.suggestions.map((name) => (
          <option key={name} value={name} label={particularName(name)} />
        ))}
      </datalist>
      {particulars.map((one, index) => (
        <div key={one.id} className="particular">
          <TextInput
            {...HELP_KEY}
            id={`particular-name-${one.id}`}
            name="particular-name"
            type="text"
            aria-label={words.particular(index + 1)}
            placeholder={words.particularName}
            list="particular-names"
            autoComplete="off"
            value={one.name}
            onChange={(event) => edit(one.id, { name: event.target.value })}
          />
          <TextInput
            {...HELP_KEY}
            id={`particular-value-${one.id}`}
            name="particular-value"
            type="text"
            aria-label={words.particularValue(index + 1)}
            placeholder={words.particularGiven}
            autoComplete="off"
            value={one.value}
            onChange={(event) => edit(one.id, { value: event.target.value })}
          />
          <Button
            type="button"
            unstyled
            aria-label={words.removeParticular(one.name)}
            onClick={() => {
              change({ particulars: particulars.filter((other) => other.id !== one.id) });
              document.getElementById(fieldId("particulars"))?.focus();
            }}
          >
            ✕
          </Button>
        </div>
      ))}
      <Button
        type="button"
        unstyled
        id={fieldId("particulars")}
        onClick={() => {
          const id = Math.max(0, ...particulars.map((one) => one.id)) + 1;
          change({ particulars: [...particulars, { id, name: "", value: "" }] });
          requestAnimationFrame(() => document.getElementById(`particular-name-${id}`)?.focus());
        }}
      >
        + {words.addParticular}
      </Button>
    </HelpedGroup>
  );
}

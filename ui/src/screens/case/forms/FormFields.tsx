// The fields of a description, one after another; lines and groups hold fields of their own.

import { Button, Fieldset } from "@trussworks/react-uswds";
import { CheckboxList } from "../../../components/CheckboxList";
import { CheckField } from "../../../components/CheckField";
import { DateField } from "../../../components/DateField";
import { SelectField } from "../../../components/SelectField";
import { TextField } from "../../../components/TextField";
import { en } from "../../../messages/en";
import type { Help } from "../../../messages/en/paragraphs";
import { type Asked, emptyOf, type Fields, type Kind, type Problems, type Value, type Values } from "./kinds";

const words = en.forms;

type Label = string | readonly [string, string];

interface Props {
  fields: Fields;
  labels: Record<string, Label>;
  helps: Record<string, Help>;
  values: Values;
  onChange: (values: Values) => void;
  problems: Problems;
  asked: Asked;
  path: string;
}

/** The id of the field at a path: `items.0.cite` is `field-items-0-cite`. */
export function fieldId(path: string): string {
  return `field-${path.replace(/[.[\]]+/g, "-")}`;
}

export function FormFields({ fields, labels, helps, values, onChange, problems, asked, path }: Props) {
  return Object.entries(fields).map(([name, kind]) => (
    <OneField
      key={name}
      kind={kind}
      label={labels[name] ?? words.inner[name] ?? name}
      help={helps[name] ?? helpInside(name)}
      value={values[name] ?? ""}
      onChange={(value) => onChange({ ...values, [name]: value })}
      problems={problems}
      asked={asked}
      path={path === "" ? name : `${path}.${name}`}
    />
  ));
}

/** The help on a field inside rows or a group. */
function helpInside(name: string): Help {
  const help = en.innerFields[name];
  if (!help) throw new Error(`The field ${name} has no help.`);
  return help;
}

interface OneProps {
  kind: Kind;
  label: Label;
  help: Help;
  value: Value;
  onChange: (value: Value) => void;
  problems: Problems;
  asked: Asked;
  path: string;
}

function OneField({ kind, label: given, help, value, onChange, problems, asked, path }: OneProps) {
  const [label, hint] = typeof given === "string" ? [given, undefined] : given;
  const id = fieldId(path);
  const shared = {
    id,
    label,
    help,
    problem: problems[path] ?? null,
    ...(hint === undefined ? {} : { hint }),
  };
  const typed = typeof value === "string" ? value : "";
  switch (kind.kind) {
    case "text":
    case "whole":
    case "money":
      return (
        <TextField
          {...shared}
          value={typed}
          onChange={onChange}
          optional={kind.optional ?? false}
          {...(kind.kind === "text" ? {} : { inputMode: "numeric" as const })}
        />
      );
    case "long":
    case "lines":
      return (
        <TextField {...shared} value={typed} onChange={onChange} rows={3} optional={kind.optional ?? false} />
      );
    case "date":
    case "today":
      return (
        <DateField
          {...shared}
          label={kind.optional ? `${label} (${en.common.optional})` : label}
          value={typed}
          onChange={onChange}
        />
      );
    case "choice":
    case "numbered":
      return <Choice kind={kind} shared={shared} value={typed} onChange={onChange} asked={asked} />;
    case "check":
      return (
        <CheckField
          id={id}
          label={label}
          help={help}
          checked={value === true}
          onChange={(checked) => onChange(checked)}
        />
      );
    case "many": {
      const choices = kind.choices(asked);
      if (choices.length === 0) return null;
      return (
        <CheckboxList
          id={id}
          legend={label}
          help={help}
          options={choices}
          chosen={Array.isArray(value) ? (value as string[]) : []}
          onChange={onChange}
        />
      );
    }
    case "group":
      return (
        <Fieldset legend={label} className="form-group-fields">
          <FormFields
            fields={kind.of}
            labels={{}}
            helps={{}}
            values={value as Values}
            onChange={onChange}
            problems={problems}
            asked={asked}
            path={path}
          />
        </Fieldset>
      );
    case "rows":
      return (
        <Rows
          of={kind.of}
          label={label}
          rows={value as Values[]}
          onChange={onChange}
          problems={problems}
          asked={asked}
          path={path}
        />
      );
  }
}

interface ChoiceProps {
  kind: Extract<Kind, { kind: "choice" | "numbered" | "many" }>;
  shared: { id: string; label: string; help: Help; problem: string | null; hint?: string };
  value: string;
  onChange: (value: string) => void;
  asked: Asked;
}

function Choice({ kind, shared, value, onChange, asked }: ChoiceProps) {
  const choices = kind.choices(asked);
  const none: readonly [string, string] = ["", kind.optional ? en.common.none : words.chooseOne];
  return (
    <SelectField
      {...shared}
      value={value}
      options={kind.optional || value === "" ? [none, ...choices] : choices}
      onChange={onChange}
      {...(choices.length === 0 ? { hint: words.nothingToChoose } : {})}
    />
  );
}

interface RowsProps {
  of: Fields;
  label: string;
  rows: Values[];
  onChange: (rows: Values[]) => void;
  problems: Problems;
  asked: Asked;
  path: string;
}

function Rows({ of, label, rows, onChange, problems, asked, path }: RowsProps) {
  const add = `${fieldId(path)}-add`;
  return (
    <Fieldset legend={label} className="form-rows">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own, and hold no state.
        <Fieldset key={index} legend={words.row(label, index + 1)} legendStyle="srOnly" className="form-row">
          <FormFields
            fields={of}
            labels={{}}
            helps={{}}
            values={row}
            onChange={(changed) => onChange(rows.map((other, at) => (at === index ? changed : other)))}
            problems={problems}
            asked={asked}
            path={`${path}.${index}`}
          />
          <Button
            type="button"
            unstyled
            onClick={() => {
              onChange(rows.filter((_, at) => at !== index));
              document.getElementById(add)?.focus();
            }}
          >
            {words.removeRow(index + 1)}
          </Button>
        </Fieldset>
      ))}
      <Button
        type="button"
        unstyled
        id={add}
        onClick={() => {
          onChange([...rows, emptyOf(of, asked)]);
          const first = fieldId(`${path}.${rows.length}.${Object.keys(of)[0] ?? ""}`);
          requestAnimationFrame(() => document.getElementById(first)?.focus());
        }}
      >
        + {words.addRow}
      </Button>
    </Fieldset>
  );
}

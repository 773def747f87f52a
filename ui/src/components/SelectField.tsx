import { Select } from "@trussworks/react-uswds";
import type { Help } from "../messages/en/paragraphs";
import { Field } from "./Field";

interface Props<Value extends string> {
  id: string;
  label: string;
  labelMore?: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
  help: Help;
  hint?: string;
  problem?: string | null | undefined;
  className?: string;
}

export function SelectField<Value extends string>(props: Props<Value>) {
  const { id, label, value, options, onChange, hint, problem, className } = props;
  return (
    <Field
      id={id}
      label={label}
      help={props.help}
      {...(props.labelMore === undefined ? {} : { labelMore: props.labelMore })}
      {...(hint === undefined ? {} : { hint })}
      problem={problem}
      className={className ?? ""}
    >
      {(tied) => (
        <Select {...tied} name={id} value={value} onChange={(event) => onChange(event.target.value as Value)}>
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** The entries of a table of words, as options. */
export function optionsOf<Value extends string>(words: Record<Value, string>): [Value, string][] {
  return Object.entries(words) as [Value, string][];
}

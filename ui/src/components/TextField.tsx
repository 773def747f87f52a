import { Textarea, TextInput } from "@trussworks/react-uswds";
import type { Help } from "../messages/en/paragraphs";
import { Field } from "./Field";

interface Props {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  help: Help;
  hint?: string;
  problem?: string | null | undefined;
  optional?: boolean;
  /** More than one line, with this many rows to begin with. */
  rows?: number;
  type?: "text" | "password" | "email" | "search" | "number";
  autoFocus?: boolean;
  autoComplete?: string;
  list?: string;
  className?: string;
  inputMode?: "numeric" | "email";
}

export function TextField(props: Props) {
  const { id, label, value, onChange, hint, problem, optional, rows, type, className } = props;
  return (
    <Field
      id={id}
      label={label}
      help={props.help}
      {...(hint === undefined ? {} : { hint })}
      problem={problem}
      optional={optional ?? false}
      className={className ?? ""}
    >
      {(tied) =>
        rows ? (
          <Textarea
            {...tied}
            name={id}
            rows={rows}
            value={value}
            error={Boolean(problem)}
            autoFocus={props.autoFocus}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <TextInput
            {...tied}
            name={id}
            type={type ?? "text"}
            value={value}
            validationStatus={problem ? "error" : undefined}
            autoComplete={props.autoComplete ?? "off"}
            list={props.list}
            inputMode={props.inputMode}
            spellCheck={type === "password" ? false : undefined}
            autoFocus={props.autoFocus}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}

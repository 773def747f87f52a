// A day, typed the way people write days, with the weekday read back beside it.
import { TextInput } from "@trussworks/react-uswds";
import { useState } from "react";
import { day, parseDay, shift } from "../format/dates";
import { en } from "../messages/en";
import type { Help } from "../messages/en/paragraphs";
import { Field } from "./Field";

interface Props {
  id: string;
  label: string;
  /** The day as ISO 8601, or what was typed where it is no day. */
  value: string;
  onChange: (value: string) => void;
  help: Help;
  problem?: string | null | undefined;
  hint?: string;
  autoFocus?: boolean;
}

export function DateField({ id, label, value, onChange, help, problem, hint, autoFocus }: Props) {
  const [typed, setTyped] = useState(value);
  // A change from outside replaces what was typed; the own change, which reads as the same day, does not.
  const shownText = parseDay(typed) === value || typed === value ? typed : value;
  const understood = parseDay(value);
  const [left, setLeft] = useState(false);
  const bad = left && value !== "" && !understood ? en.common.dayBad : null;

  function change(text: string) {
    setTyped(text);
    onChange(parseDay(text) ?? text);
  }

  return (
    <Field
      id={id}
      label={label}
      help={help}
      problem={problem ?? bad}
      {...(hint === undefined ? {} : { hint })}
      className="date-group"
    >
      {(tied) => (
        <div className="date-field">
          <TextInput
            {...tied}
            name={id}
            type="text"
            autoComplete="off"
            title={en.common.dayHint}
            value={shownText}
            validationStatus={(problem ?? bad) ? "error" : undefined}
            autoFocus={autoFocus}
            onChange={(event) => change(event.target.value)}
            onBlur={() => setLeft(true)}
            onKeyDown={(event) => {
              const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
              if (step === 0 || !understood) return;
              event.preventDefault();
              change(shift(understood, step));
            }}
          />
          <output className="read-back" htmlFor={id}>
            {understood ? day(understood) : ""}
          </output>
        </div>
      )}
    </Field>
  );
}

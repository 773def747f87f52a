// The search above a list: its words narrow the list, and the arrow or Enter goes on into it.
import type { RefObject } from "react";
import type { Help } from "../messages/en/paragraphs";
import { HELP_KEY, Helped } from "./FieldHelp";

interface Props {
  id: string;
  /** What a screen reader says; on screen the placeholder stands for it. */
  label: string;
  placeholder: string;
  help: Help;
  value: string;
  onChange: (typed: string) => void;
  box: RefObject<HTMLInputElement | null>;
  /** Goes to the first row. */
  onMove: () => void;
}

export function ListSearch({ id, label, placeholder, help, value, onChange, box, onMove }: Props) {
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Helped label={label} help={help}>
        <input
          {...HELP_KEY}
          ref={box}
          id={id}
          type="search"
          className="usa-input"
          placeholder={placeholder}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown" && event.key !== "Enter") return;
            event.preventDefault();
            onMove();
          }}
        />
      </Helped>
    </>
  );
}

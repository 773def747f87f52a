// Fields under one legend, with one help for all of them beside its words.
import { type ReactNode, useId } from "react";
import type { Help } from "../messages/en/paragraphs";
import { useFieldHelp } from "./FieldHelp";

interface Props {
  legend: string;
  /** Quiet words after the legend. */
  hint?: string;
  help: Help;
  className?: string;
  describedBy?: string | undefined;
  children: ReactNode;
}

export function HelpedGroup({ legend, hint, help, className, describedBy, children }: Props) {
  const { mark, panel } = useFieldHelp(legend, help);
  const id = useId();
  return (
    // Named by the words alone: the mark is in the legend only to stand beside them.
    <fieldset className={`helped ${className ?? ""}`} aria-labelledby={id} aria-describedby={describedBy}>
      <legend>
        <span id={id}>
          {legend}
          {hint && <span className="quiet"> {hint}</span>}
        </span>
        {mark}
      </legend>
      {panel}
      {children}
    </fieldset>
  );
}

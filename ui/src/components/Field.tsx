// A label, a hint, what is wrong, and the field itself, tied together for screen readers.
import { ErrorMessage, FormGroup, Label } from "@trussworks/react-uswds";
import type { ReactNode } from "react";
import { en } from "../messages/en";
import type { Help } from "../messages/en/paragraphs";
import { HELP_KEY, useFieldHelp } from "./FieldHelp";

interface Props {
  id: string;
  label: string;
  /** What the label leaves out because it stands beside it, for screen readers. */
  labelMore?: string;
  /** What the field asks and why, shown when it is asked for. */
  help: Help;
  hint?: string;
  problem?: string | null | undefined;
  optional?: boolean;
  className?: string;
  children: (tied: {
    id: string;
    "aria-describedby": string | undefined;
    "aria-invalid": boolean | undefined;
    "aria-keyshortcuts": string;
  }) => ReactNode;
}

export function Field(props: Props) {
  const { id, label, labelMore, help, hint, problem, optional, className, children } = props;
  const { mark, panel } = useFieldHelp(labelMore ? `${label} ${labelMore}` : label, help);
  const described = [problem ? `${id}-problem` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  return (
    <FormGroup error={Boolean(problem)} className={`helped ${className ?? ""}`}>
      <div className="label-line">
        <Label htmlFor={id} error={Boolean(problem)}>
          {label}
          {labelMore && <span className="sr-only"> {labelMore}</span>}
          {optional && <span className="quiet"> ({en.common.optional})</span>}
        </Label>
        {mark}
      </div>
      {problem && <ErrorMessage id={`${id}-problem`}>{problem}</ErrorMessage>}
      {children({
        id,
        "aria-describedby": described === "" ? undefined : described,
        "aria-invalid": problem ? true : undefined,
        ...HELP_KEY,
      })}
      {hint && (
        <div id={`${id}-hint`} className="hint">
          {hint}
        </div>
      )}
      {panel}
    </FormGroup>
  );
}

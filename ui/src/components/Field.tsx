// A label, a hint, what is wrong, and the field itself, tied together for screen readers.
import { ErrorMessage, FormGroup, Label } from "@trussworks/react-uswds";
import type { ReactNode } from "react";
import { en } from "../messages/en";

interface Props {
  id: string;
  label: string;
  /** What the label leaves out because it stands beside it, for screen readers. */
  labelMore?: string;
  hint?: string;
  problem?: string | null | undefined;
  optional?: boolean;
  className?: string;
  children: (tied: {
    id: string;
    "aria-describedby": string | undefined;
    "aria-invalid": boolean | undefined;
  }) => ReactNode;
}

export function Field({ id, label, labelMore, hint, problem, optional, className, children }: Props) {
  const described = [problem ? `${id}-problem` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  return (
    <FormGroup error={Boolean(problem)} className={className}>
      <Label htmlFor={id} error={Boolean(problem)}>
        {label}
        {labelMore && <span className="sr-only"> {labelMore}</span>}
        {optional && <span className="quiet"> ({en.common.optional})</span>}
      </Label>
      {problem && <ErrorMessage id={`${id}-problem`}>{problem}</ErrorMessage>}
      {children({
        id,
        "aria-describedby": described === "" ? undefined : described,
        "aria-invalid": problem ? true : undefined,
      })}
      {hint && (
        <div id={`${id}-hint`} className="hint">
          {hint}
        </div>
      )}
    </FormGroup>
  );
}

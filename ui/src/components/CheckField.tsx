// One box to tick, with its help.
import { Checkbox } from "@trussworks/react-uswds";
import type { Help } from "../messages/en/paragraphs";
import { HELP_KEY, useFieldHelp } from "./FieldHelp";

interface Props {
  id: string;
  label: string;
  /** What the label leaves out because it stands beside it, for screen readers. */
  labelMore?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  help: Help;
}

export function CheckField({ id, label, labelMore, checked, onChange, help }: Props) {
  const { mark, panel } = useFieldHelp(labelMore ? `${label} ${labelMore}` : label, help);
  return (
    <div className="helped check-field">
      <div className="label-line">
        <Checkbox
          {...HELP_KEY}
          id={id}
          name={id}
          label={
            <>
              {label}
              {labelMore && <span className="sr-only"> {labelMore}</span>}
            </>
          }
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
        />
        {mark}
      </div>
      {panel}
    </div>
  );
}

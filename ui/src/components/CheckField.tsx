// One box to tick, with its help.
import { Checkbox } from "@trussworks/react-uswds";
import type { Help } from "../messages/en/paragraphs";
import { HELP_KEY, useFieldHelp } from "./FieldHelp";

interface Props {
  id: string;
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  help: Help;
}

export function CheckField({ id, label, checked, onChange, help }: Props) {
  const { mark, panel } = useFieldHelp(label, help);
  return (
    <div className="helped check-field">
      <div className="label-line">
        <Checkbox
          {...HELP_KEY}
          id={id}
          name={id}
          label={label}
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
        />
        {mark}
      </div>
      {panel}
    </div>
  );
}

import { Checkbox, ErrorMessage } from "@trussworks/react-uswds";
import type { Help } from "../messages/en/paragraphs";
import { HELP_KEY } from "./FieldHelp";
import { HelpedGroup } from "./HelpedGroup";

interface Props<Value extends string> {
  id: string;
  legend: string;
  options: readonly (readonly [Value, string])[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
  help: Help;
  problem?: string | null | undefined;
  className?: string;
}

export function CheckboxList<Value extends string>(props: Props<Value>) {
  const { id, legend, options, chosen, onChange, help, problem, className } = props;
  return (
    <HelpedGroup
      legend={legend}
      help={help}
      className={`check-list ${problem ? "has-problem" : ""} ${className ?? ""}`}
      describedBy={problem ? `${id}-problem` : undefined}
    >
      {problem && <ErrorMessage id={`${id}-problem`}>{problem}</ErrorMessage>}
      {options.map(([value, words]) => (
        <Checkbox
          {...HELP_KEY}
          key={value}
          id={`${id}-${value}`}
          name={id}
          label={words}
          value={value}
          checked={chosen.includes(value)}
          onChange={(event) =>
            // The order stays that of the options: the first kind is the main one.
            onChange(
              options
                .map(([option]) => option)
                .filter((option) => (option === value ? event.target.checked : chosen.includes(option))),
            )
          }
        />
      ))}
    </HelpedGroup>
  );
}

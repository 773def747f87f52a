import { Checkbox, ErrorMessage, Fieldset } from "@trussworks/react-uswds";
import type { Help } from "../messages/en/paragraphs";
import { useFieldHelp } from "./FieldHelp";

interface Props<Value extends string> {
  id: string;
  legend: string;
  options: readonly (readonly [Value, string])[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
  help: Help;
  problem?: string | null | undefined;
  className?: string;
  hideLegend?: boolean;
}

export function CheckboxList<Value extends string>(props: Props<Value>) {
  const { id, legend, options, chosen, onChange, help, problem, className, hideLegend } = props;
  const { mark, panel } = useFieldHelp(legend, help);
  return (
    <Fieldset
      legend={legend}
      legendStyle={hideLegend ? "srOnly" : "default"}
      className={`helped check-list ${problem ? "has-problem" : ""} ${className ?? ""}`}
      aria-describedby={problem ? `${id}-problem` : undefined}
    >
      {mark}
      {panel}
      {problem && <ErrorMessage id={`${id}-problem`}>{problem}</ErrorMessage>}
      {options.map(([value, words]) => (
        <Checkbox
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
    </Fieldset>
  );
}

import { Checkbox, Label, Select, TextInput } from "@trussworks/react-uswds";
import type { ReactNode, RefObject } from "react";
import type { DeskView, Nearness, State } from "../../backend/wire";
import { HELP_KEY, useFieldHelp } from "../../components/FieldHelp";
import { optionsOf } from "../../components/SelectField";
import { en } from "../../messages/en";
import { useClockNames, useStaff } from "../../queries/desk";
import { SavedFilters } from "./SavedFilters";
import { stepChoices, type WorklistSearch } from "./search";

const words = en.worklist;

interface Props {
  filters: WorklistSearch;
  typed: string;
  onTyped: (typed: string) => void;
  searchBox: RefObject<HTMLInputElement | null>;
  desk: DeskView | undefined;
  onChange: (changed: Partial<WorklistSearch>) => void;
  /** Puts another filter in the place of this one. */
  onReplace: (filter: WorklistSearch) => void;
  saving: boolean;
  onSaving: (saving: boolean) => void;
  /** Enter or arrow down in the search goes on to the first row. */
  onLeaveSearch: () => void;
}

export function Filters(props: Props) {
  const { filters, typed, onTyped, searchBox, desk, onChange, onLeaveSearch } = props;
  const { mark, panel } = useFieldHelp(words.filters, en.fields.worklist.filters);
  const staff = useStaff();
  const clocks = useClockNames(desk?.agencies ?? [], filters.agency);
  const step = filters.state ? `state:${filters.state}` : filters.step ? `step:${filters.step}` : "";
  const people = (staff.data ?? []).filter((one) => one.active && one.name !== desk?.name);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is younger than some windows that this runs in.
    <div role="search" className="helped filters">
      <Label htmlFor="worklist-search" className="sr-only">
        {words.search}
      </Label>
      <TextInput
        {...HELP_KEY}
        id="worklist-search"
        name="search"
        type="search"
        inputRef={searchBox}
        value={typed}
        placeholder={words.searchPlaceholder}
        onChange={(event) => onTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown" || event.key === "Enter") {
            event.preventDefault();
            onLeaveSearch();
          }
        }}
      />
      <Choice
        id="filter-whose"
        label={words.whose}
        value={filters.whose ?? ""}
        onChange={(whose) => onChange({ whose })}
      >
        <option value="">{words.everyone}</option>
        <option value="mine">{words.mine}</option>
        {desk?.unit && <option value="my-unit">{words.myUnit(desk.unit)}</option>}
        <option value="nobody">{words.nobody}</option>
        {people.map((one) => (
          <option key={one.name} value={one.name}>
            {one.name}
          </option>
        ))}
      </Choice>
      <Choice
        id="filter-due"
        label={words.due}
        value={filters.due ?? ""}
        onChange={(due) => onChange({ due: due as Nearness | undefined })}
      >
        <option value="">{words.anyDay}</option>
        {optionsOf(en.terms.nearness)
          .filter(([nearness]) => nearness !== "closed")
          .map(([nearness, name]) => (
            <option key={nearness} value={nearness}>
              {name}
            </option>
          ))}
      </Choice>
      <Choice
        id="filter-agency"
        label={words.agency}
        value={filters.agency ?? ""}
        onChange={(agency) => onChange({ agency })}
      >
        <option value="">{words.allAgencies}</option>
        {(desk?.agencies ?? []).map((agency) => (
          <option key={agency.id} value={agency.id}>
            {en.terms.agency[agency.id] ?? agency.name}
          </option>
        ))}
      </Choice>
      <Choice
        id="filter-step"
        label={words.step}
        value={step}
        onChange={(chosen) => {
          const [kind, key] = chosen ? [chosen.slice(0, 5), chosen.slice(chosen.indexOf(":") + 1)] : ["", ""];
          onChange({
            state: kind === "state" ? (key as State) : undefined,
            step: kind === "step:" ? key : undefined,
          });
        }}
      >
        <option value="">{words.anyStep}</option>
        <optgroup label={words.standsAt}>
          {optionsOf(en.terms.state).map(([state, name]) => (
            <option key={state} value={`state:${state}`}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={words.nextStep}>
          {stepChoices().map(([key, name]) => (
            <option key={key} value={`step:${key}`}>
              {name}
            </option>
          ))}
        </optgroup>
      </Choice>
      <Choice
        id="filter-clock"
        label={words.clock}
        value={filters.clock ?? ""}
        onChange={(clock) => onChange({ clock })}
      >
        <option value="">{words.anyClock}</option>
        {clocks.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <div className="filter-checks">
        <Checkbox
          {...HELP_KEY}
          id="filter-watched"
          name="watched"
          label={words.watchedOnly}
          checked={filters.watched ?? false}
          onChange={(event) => onChange({ watched: event.target.checked || undefined })}
        />
        <Checkbox
          {...HELP_KEY}
          id="filter-closed"
          name="closed"
          label={words.closed}
          checked={filters.closed ?? false}
          onChange={(event) => onChange({ closed: event.target.checked || undefined })}
        />
      </div>
      <SavedFilters
        filters={filters}
        saving={props.saving}
        onSaving={props.onSaving}
        onReplace={props.onReplace}
      />
      {mark}
      {panel}
    </div>
  );
}

interface ChoiceProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string | undefined) => void;
  children: ReactNode;
}

function Choice({ id, label, value, onChange, children }: ChoiceProps) {
  return (
    <>
      <Label htmlFor={id} className="sr-only">
        {label}
      </Label>
      <Select
        {...HELP_KEY}
        id={id}
        name={id}
        value={value}
        className={value === "" ? "" : "is-set"}
        onChange={(event) => onChange(event.target.value || undefined)}
      >
        {children}
      </Select>
    </>
  );
}

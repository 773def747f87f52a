import { Checkbox, Label, Select, TextInput } from "@trussworks/react-uswds";
import type { RefObject } from "react";
import type { AgencyView, State } from "../../backend/wire";
import { optionsOf } from "../../components/SelectField";
import { en } from "../../messages/en";
import type { WorklistSearch } from "../../router";

interface Props {
  filters: WorklistSearch;
  typed: string;
  onTyped: (typed: string) => void;
  searchBox: RefObject<HTMLInputElement | null>;
  agencies: AgencyView[];
  onChange: (changed: Partial<WorklistSearch>) => void;
  /** Enter or arrow down in the search goes on to the first row. */
  onLeaveSearch: () => void;
}

export function Filters({ filters, typed, onTyped, searchBox, agencies, onChange, onLeaveSearch }: Props) {
  const words = en.worklist;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is younger than some windows that this runs in.
    <div role="search" className="filters">
      <Label htmlFor="worklist-search" className="sr-only">
        {words.search}
      </Label>
      <TextInput
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
      <Label htmlFor="filter-agency" className="sr-only">
        {words.agency}
      </Label>
      <Select
        id="filter-agency"
        name="agency"
        value={filters.agency ?? ""}
        onChange={(event) => onChange({ agency: event.target.value || undefined })}
      >
        <option value="">{words.allAgencies}</option>
        {agencies.map((agency) => (
          <option key={agency.id} value={agency.id}>
            {en.terms.agency[agency.id] ?? agency.name}
          </option>
        ))}
      </Select>
      <Label htmlFor="filter-step" className="sr-only">
        {words.step}
      </Label>
      <Select
        id="filter-step"
        name="step"
        value={filters.state ?? ""}
        onChange={(event) => onChange({ state: (event.target.value || undefined) as State | undefined })}
      >
        <option value="">{words.anyStep}</option>
        {optionsOf(en.terms.state).map(([state, name]) => (
          <option key={state} value={state}>
            {name}
          </option>
        ))}
      </Select>
      <Checkbox
        id="filter-closed"
        name="closed"
        label={words.closed}
        checked={filters.closed ?? false}
        onChange={(event) => onChange({ closed: event.target.checked || undefined })}
      />
    </div>
  );
}

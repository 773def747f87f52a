// Whose letters, which letter, and which words: what stands in the list.
import { getRouteApi } from "@tanstack/react-router";
import type { RefObject } from "react";
import type { AgencyView, LetterKind } from "../../backend/wire";
import { ListSearch } from "../../components/ListSearch";
import { SelectField } from "../../components/SelectField";
import { en } from "../../messages/en";
import { KINDS } from "./clauses";

const route = getRouteApi("/rules/letters");
const words = en.wording;

interface Props {
  agencies: AgencyView[];
  agency: string;
  kind: LetterKind | undefined;
  typed: string;
  onTyped: (typed: string) => void;
  box: RefObject<HTMLInputElement | null>;
  onMove: () => void;
}

export function ClauseFilters({ agencies, agency, kind, typed, onTyped, box, onMove }: Props) {
  const navigate = route.useNavigate();
  return (
    <>
      <div className="rule-filters">
        <SelectField
          id="wording-agency"
          help={en.fields.wording.agency}
          label={words.agency}
          value={agency}
          options={agencies.map((one) => [one.id, en.terms.agency[one.id] ?? one.name] as const)}
          onChange={(chosen) =>
            void navigate({ search: (before) => ({ ...before, agency: chosen, clause: undefined }) })
          }
        />
        <SelectField<string>
          id="wording-kind"
          help={en.fields.wording.kind}
          label={words.kind}
          value={kind ?? ""}
          options={[["", words.everyKind], ...KINDS.map((one) => [one, en.terms.letterKind[one]] as const)]}
          onChange={(chosen) =>
            void navigate({
              search: (before) => ({ ...before, kind: (chosen || undefined) as LetterKind | undefined }),
            })
          }
        />
      </div>
      <ListSearch
        id="wording-search"
        label={words.search}
        placeholder={words.searchPlaceholder}
        help={en.fields.wording.search}
        value={typed}
        onChange={onTyped}
        box={box}
        onMove={onMove}
      />
    </>
  );
}

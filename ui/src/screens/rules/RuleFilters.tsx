// Whose rules, which kind, and which words: what stands in the list.
import { useNavigate } from "@tanstack/react-router";
import type { RefObject } from "react";
import type { AgencyView, ListedRule } from "../../backend/wire";
import { ListSearch } from "../../components/ListSearch";
import { SelectField } from "../../components/SelectField";
import { en } from "../../messages/en";

const words = en.rules;

interface Props {
  agencies: AgencyView[];
  agency: string;
  kind: string;
  rules: ListedRule[];
  typed: string;
  onTyped: (typed: string) => void;
  box: RefObject<HTMLInputElement | null>;
  onMove: () => void;
}

export function RuleFilters({ agencies, agency, kind, rules, typed, onTyped, box, onMove }: Props) {
  const navigate = useNavigate();
  const kinds = new Map(rules.map((rule) => [rule.kind as string, rule.kind_words]));
  const change = (changed: { agency?: string | undefined; kind?: string | undefined }) =>
    void navigate({ to: "/rules", search: (before) => ({ ...before, ...changed, rule: undefined }) });
  return (
    <>
      <div className="rule-filters">
        <SelectField
          id="rules-agency"
          help={en.fields.rules.agency}
          label={words.agency}
          value={agency}
          options={agencies.map((one) => [one.id, en.terms.agency[one.id] ?? one.name] as const)}
          onChange={(chosen) => change({ agency: chosen })}
        />
        <SelectField
          id="rules-kind"
          help={en.fields.rules.kind}
          label={words.kind}
          value={kind}
          options={[["", words.everyKind] as const, ...kinds]}
          onChange={(chosen) => change({ kind: chosen || undefined })}
        />
      </div>
      <ListSearch
        id="rules-search"
        label={words.search}
        placeholder={words.searchPlaceholder}
        help={en.fields.rules.search}
        value={typed}
        onChange={onTyped}
        box={box}
        onMove={onMove}
      />
    </>
  );
}

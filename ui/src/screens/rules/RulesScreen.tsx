// The rulebooks: every rule at the left, one rule with its versions at the right, and the office's corrections.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useRef } from "react";
import type { ListedRule } from "../../backend/wire";
import { Empty } from "../../components/Empty";
import { Loaded } from "../../components/Loading";
import { ScreenTitle } from "../../components/ScreenTitle";
import { useSearchWords } from "../../components/useSearchWords";
import { useListKeys } from "../../hotkeys/useListKeys";
import { en } from "../../messages/en";
import { useDesk, useRules } from "../../queries/desk";
import { Corrections } from "./Corrections";
import { hasAll, idOf } from "./names";
import { OneRule } from "./OneRule";
import { RuleFilters } from "./RuleFilters";
import { RuleList } from "./RuleList";
import { RulesParts } from "./RulesParts";

const words = en.rules;

export function RulesScreen() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const desk = useDesk();
  const agency = search.agency ?? desk.data?.agencies[0]?.id;
  const rules = useRules(agency);
  const searchBox = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { typed, setTyped, settled } = useSearchWords(
    search.q,
    (q) => void navigate({ to: ".", search: (before) => ({ ...before, q }), replace: true }),
  );

  const move = useListKeys(list, searchBox, words.search);

  const asked = (rule: ListedRule) =>
    (search.kind === undefined || rule.kind === search.kind) &&
    hasAll(rule, settled.trim(), rules.data ?? []);
  const shown = rules.data?.filter(asked) ?? [];

  return (
    <div className="systems rules">
      <header className="bar">
        <ScreenTitle title={words.title} />
        <RulesParts agency={search.agency} />
        <span className="quiet">{rules.data && words.count(shown.length, rules.data.length)}</span>
      </header>
      <div className="systems-body">
        <div className="systems-list" ref={list}>
          <RuleFilters
            agencies={desk.data?.agencies ?? []}
            agency={agency ?? ""}
            kind={search.kind ?? ""}
            rules={rules.data ?? []}
            typed={typed}
            onTyped={setTyped}
            box={searchBox}
            onMove={() => move(1)}
          />
          <Loaded query={rules}>
            {(all) =>
              shown.length === 0 ? (
                <Empty
                  words={all.length === 0 ? words.empty : words.nothingFound}
                  hint={all.length === 0 ? words.emptyHint : words.nothingFoundHint}
                >
                  {all.length > 0 && (
                    <Button
                      type="button"
                      outline
                      onClick={() => {
                        setTyped("");
                        searchBox.current?.focus();
                        void navigate({ to: ".", search: { agency }, replace: true });
                      }}
                    >
                      {words.showAll}
                    </Button>
                  )}
                </Empty>
              ) : (
                <RuleList rules={shown} all={all} chosen={search.rule} />
              )
            }
          </Loaded>
        </div>
        <div className="systems-one">
          {search.rule === undefined ? (
            <Corrections />
          ) : (
            <Loaded query={rules}>
              {(all) => {
                const rule = all.find((one) => idOf(one) === search.rule);
                return rule ? (
                  <OneRule key={idOf(rule)} rule={rule} rules={all} />
                ) : (
                  <Empty words={words.goneHeading} hint={words.gone} />
                );
              }}
            </Loaded>
          )}
        </div>
      </div>
    </div>
  );
}

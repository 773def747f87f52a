import { Link } from "@tanstack/react-router";
import type { ListedRule } from "../../backend/wire";
import { en } from "../../messages/en";
import { useCorrections } from "../../queries/desk";
import { titleOf } from "./inWords";
import { idOf, mainVersion } from "./names";

const words = en.rules;

interface Props {
  rules: ListedRule[];
  /** Every rule of the agency, shown or not: a rule may be headed by another that it names. */
  all: ListedRule[];
  chosen: string | undefined;
}

export function RuleList({ rules, all, chosen }: Props) {
  const corrections = useCorrections();
  const inForce = corrections.data?.filter((one) => !one.withdrawn).length;
  const kinds = [...new Set(rules.map((rule) => rule.kind))];
  return (
    <nav aria-label={words.list}>
      <ul className="to-corrections">
        <li>
          <Link
            to="/rules"
            search={(before) => ({ ...before, rule: undefined })}
            activeOptions={{ exact: true }}
            data-row="corrections"
            aria-current={chosen === undefined ? "true" : undefined}
            data-testid="corrections-row"
          >
            <span className="strong">{words.corrections}</span>
            <span className="quiet">{inForce !== undefined && words.correctionCount(inForce)}</span>
          </Link>
        </li>
      </ul>
      {kinds.map((kind) => {
        const ofKind = rules.filter((rule) => rule.kind === kind);
        const titles = ofKind.map((rule) => titleOf(rule, all));
        return (
          <section key={kind} aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`}>{ofKind[0]?.kind_words}</h2>
            <ul>
              {ofKind.map((rule, index) => (
                <li key={idOf(rule)}>
                  <Row
                    rule={rule}
                    title={titles[index] ?? rule.title}
                    chosen={idOf(rule) === chosen}
                    like={titles.indexOf(titles[index] ?? "") !== titles.lastIndexOf(titles[index] ?? "")}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

interface RowProps {
  rule: ListedRule;
  title: string;
  chosen: boolean;
  /** Whether another rule has the same heading, so that its own name must tell them apart. */
  like: boolean;
}

function Row({ rule, title, chosen, like }: RowProps) {
  const version = mainVersion(rule);
  return (
    <Link
      to="/rules"
      search={(before) => ({ ...before, rule: idOf(rule) })}
      data-row={idOf(rule)}
      aria-current={chosen ? "true" : undefined}
      data-testid={`rule-row-${rule.rule || rule.kind}`}
    >
      <span>{title}</span>
      {like && <span className="quiet">{rule.rule}</span>}
      <span className="quiet">
        {version?.cite}
        {rule.rulebook === "federal" && ` · ${words.everyAgency}`}
      </span>
      {version && (version.correction || version.unconfirmed) && (
        <span className="marks">
          {version.correction && <span className="mark-corrected">{words.correctedMark}</span>}
          {version.unconfirmed && <span className="mark-doubt">{words.unconfirmed}</span>}
        </span>
      )}
    </Link>
  );
}

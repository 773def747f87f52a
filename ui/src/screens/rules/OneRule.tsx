// One rule: the version in force with what it says and where it stands, and the versions before and after it.
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import type { ListedRule, RuleField, RuleVersion } from "../../backend/wire";
import { useHotkeys } from "../../hotkeys/registry";
import { en } from "../../messages/en";
import { CorrectionForm } from "./CorrectionForm";
import { inWords, titleOf } from "./inWords";
import { daysOf, fieldName, mainVersion, rulebookName } from "./names";

const words = en.rules;

interface Props {
  rule: ListedRule;
  /** Every rule of the agency: a rule may name another. */
  rules: ListedRule[];
}

export function OneRule({ rule, rules }: Props) {
  const [correcting, setCorrecting] = useState<RuleVersion | null>(null);
  const main = mainVersion(rule);
  const others = rule.versions.filter((version) => version !== main);
  const title = titleOf(rule, rules);
  const begin = () => main && setCorrecting(main);
  useHotkeys([{ id: "correct", keys: "c", label: en.keys.correct, group: "here", run: () => begin() }]);
  if (correcting) {
    return (
      <CorrectionForm
        rule={`${rule.rulebook}/${rule.kind}/${rule.rule}`}
        title={`${words.formTitle}: ${title}`}
        start={correcting.draft}
        onDone={() => setCorrecting(null)}
      />
    );
  }
  return (
    <article aria-labelledby="rule-name">
      <h2 id="rule-name" className="system-name">
        {title}
      </h2>
      <p className="quiet">
        {rule.kind_words} · {rulebookName(rule.rulebook)}
        {title !== rule.title && <code className="as-written">{rule.rule}</code>}
      </p>
      {main && (
        <>
          {main.state !== "in-force" && <p>{words.noneInForce}</p>}
          <Version version={main} rules={rules} />
          <div className="actions">
            <Button type="button" data-testid="correct-rule" onClick={begin}>
              {words.correct}
            </Button>
          </div>
        </>
      )}
      {others.length > 0 && (
        <section aria-labelledby="versions-heading" className="revisions">
          <h3 id="versions-heading">{words.otherVersions}</h3>
          {others.map((version) => (
            <details key={`${version.from}${version.cite}`}>
              <summary>
                {daysOf(version)} <span className="quiet">· {words.state[version.state]}</span>
                <Marks version={version} />
              </summary>
              <Version version={version} rules={rules} />
              <Button type="button" unstyled onClick={() => setCorrecting(version)}>
                {words.correctVersion}
              </Button>
            </details>
          ))}
        </section>
      )}
    </article>
  );
}

function Marks({ version }: { version: RuleVersion }) {
  return (
    <>
      {version.correction && <span className="mark-corrected"> {words.correctedMark}</span>}
      {version.unconfirmed && <span className="mark-doubt"> {words.unconfirmed}</span>}
    </>
  );
}

/** Whether the sentence on the source begins with its short name, so that the name alone before it says nothing more. */
function saysItself({ source, source_words: [first, ...more] }: RuleVersion): boolean {
  return more.length === 0 && first?.startsWith(`${source}:`) === true;
}

/** In words, and beneath them as the rulebook has it, for who writes a correction. */
function FieldValue({ field, rules }: { field: RuleField; rules: ListedRule[] }) {
  const said = inWords(field, rules);
  if (said === field.value) return said;
  return (
    <>
      {said}
      <code className="as-written">{field.value}</code>
    </>
  );
}

function Version({ version, rules }: { version: RuleVersion; rules: ListedRule[] }) {
  return (
    <>
      {version.unconfirmed && (
        <p className="doubt" data-testid="unconfirmed">
          <span className="mark-doubt">{words.unconfirmed}</span> {words.unconfirmedWords}
        </p>
      )}
      {version.correction && (
        <p data-testid="corrected">
          <span className="mark-corrected">{words.correctedBy(version.correction)}</span>
        </p>
      )}
      <dl className="rule-facts">
        {version.fields.map((field) => (
          <div key={field.field}>
            <dt title={field.field}>{fieldName(field.field)}</dt>
            <dd>
              <FieldValue field={field} rules={rules} />
            </dd>
          </div>
        ))}
        <div className="first-of-authority">
          <dt>{words.cite}</dt>
          <dd>{version.cite}</dd>
        </div>
        <div>
          <dt>{words.source}</dt>
          <dd>
            {!saysItself(version) && version.source}
            {version.source_words.map((said) => (
              <span key={said} className="quiet block-line">
                {said}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{words.days}</dt>
          <dd>
            {daysOf(version)}
            {version.from_unconfirmed && <span className="quiet"> {words.fromUnconfirmed}</span>}
          </dd>
        </div>
        {version.note && (
          <div>
            <dt>{words.note}</dt>
            <dd>{version.note}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

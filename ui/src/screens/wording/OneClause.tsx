// One clause: where it stands and why, the program's words with the Spanish beside them, and the office's own.
import { Button } from "@trussworks/react-uswds";
import type { ClauseText } from "../../backend/wire";
import { TextField } from "../../components/TextField";
import { useHotkeys } from "../../hotkeys/registry";
import { en } from "../../messages/en";
import { ClauseWords } from "./ClauseWords";
import { beginning } from "./clauses";
import { conditionInWords } from "./condition";
import type { WordingDraft } from "./useWordingDraft";

const words = en.wording.one;

interface Props {
  clause: ClauseText;
  /** Whether the wording in force cannot be used, so that no word of it stands in a letter. */
  leftOut: boolean;
  draft: WordingDraft;
  onPreview: () => void;
}

export function OneClause({ clause, leftOut, draft, onPreview }: Props) {
  return (
    <article aria-labelledby="clause-name" data-testid="clause">
      <h2 id="clause-name" className="system-name">
        {beginning(clause.text)}
      </h2>
      <dl className="rule-facts">
        <div>
          <dt>{words.id}</dt>
          <dd>{clause.id}</dd>
        </div>
        <div>
          <dt>{words.kinds}</dt>
          <dd>{clause.kinds.map((kind) => en.terms.letterKind[kind]).join(", ")}</dd>
        </div>
        <div>
          <dt>{words.when}</dt>
          <dd>{clause.when === null ? words.always : <Condition when={clause.when} />}</dd>
        </div>
        <div>
          <dt>{words.cite}</dt>
          <dd>
            {clause.cites.length === 0 ? (
              <span className="quiet">{words.noCite}</span>
            ) : (
              clause.cites.join("; ")
            )}
          </dd>
        </div>
      </dl>
      <div className="two-columns both-languages">
        <section aria-labelledby="program-words">
          <h3 id="program-words">{words.program}</h3>
          <ClauseWords text={clause.text} />
        </section>
        <section aria-labelledby="spanish-words">
          <h3 id="spanish-words">{words.spanish}</h3>
          {clause.spanish === null ? (
            <p className="quiet">{words.noSpanish}</p>
          ) : (
            <ClauseWords text={clause.spanish} lang="es" />
          )}
        </section>
      </div>
      {clause.prescribed ? (
        <p className="strong" data-testid="prescribed">
          {words.prescribed}
        </p>
      ) : (
        <OwnWords clause={clause} leftOut={leftOut} draft={draft} onPreview={onPreview} />
      )}
    </article>
  );
}

/** The condition as one says it, and beneath it as the core reads it. */
function Condition({ when }: { when: string }) {
  const said = conditionInWords(when);
  if (said === null) return <code>{when}</code>;
  return (
    <>
      {said}
      <code className="as-written">{when}</code>
    </>
  );
}

function OwnWords({ clause, leftOut, draft, onPreview }: Props) {
  const drafted = draft.clauses[clause.id];
  const value = draft.typed(clause);
  const program = clause.text.trim();
  useHotkeys([
    {
      id: "word-clause",
      keys: "c",
      label: en.keys.wordClause,
      group: "here",
      run: () => document.getElementById("own-words")?.focus(),
    },
  ]);
  const said =
    drafted !== undefined
      ? words.inDraft
      : clause.own === null
        ? null
        : leftOut
          ? words.leftOut
          : words.inForce;
  const ownWords = (drafted ?? clause.own ?? program) !== program;
  return (
    <form
      noValidate
      className="own-words"
      onSubmit={(event) => {
        event.preventDefault();
        onPreview();
      }}
    >
      <TextField
        id="own-words"
        help={en.fields.wording.own}
        label={words.own}
        hint={words.ownHint}
        rows={Math.min(14, Math.max(3, value.split("\n").length + 1, Math.ceil(value.length / 80)))}
        value={value}
        onChange={(text) => draft.word(clause.id, text)}
      />
      <p className="quiet" role="status" data-testid="words-state">
        {said}
      </p>
      {ownWords && clause.spanish !== null && <p className="quiet">{words.noLongerSpanish}</p>}
      <div className="actions">
        <Button type="submit" disabled={draft.busy || draft.changes === 0} data-testid="preview-wording">
          {draft.busy ? en.wording.draft.previewing : en.wording.draft.preview}{" "}
          <span className="key" aria-hidden="true">
            {en.wording.draft.previewKey}
          </span>
        </Button>
        {drafted !== undefined && (
          <Button type="button" outline data-testid="take-back" onClick={() => draft.takeBack(clause.id)}>
            {words.takeBack}
          </Button>
        )}
        {ownWords && clause.own !== null && (
          <Button
            type="button"
            unstyled
            data-testid="as-program"
            onClick={() => draft.word(clause.id, program)}
          >
            {words.asProgram}
          </Button>
        )}
      </div>
    </form>
  );
}

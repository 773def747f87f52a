// The draft of whoever works here: what it words anew, the lines of the letterhead, the pictures, its preview and its proposal.
import { Link } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import type { WordingView } from "../../backend/wire";
import { TextField } from "../../components/TextField";
import { useHotkeys } from "../../hotkeys/registry";
import { en } from "../../messages/en";
import { ClauseWords } from "./ClauseWords";
import { PicturesPart } from "./PicturesPart";
import type { WordingDraft } from "./useWordingDraft";

const words = en.wording.draft;

interface Props {
  view: WordingView;
  draft: WordingDraft;
  onPreview: () => void;
}

export function DraftPart({ view, draft, onPreview }: Props) {
  const changed = view.clauses.filter((clause) => draft.clauses[clause.id] !== undefined);
  const ready = draft.current && draft.shown?.preview.fits === true;
  const hint = draft.changes === 0 || ready ? null : draft.current ? words.notFitting : words.proposeHint;
  useHotkeys(
    ready
      ? [
          {
            id: "propose-wording",
            keys: "",
            label: en.keys.proposeWording,
            group: "here",
            run: () => void draft.propose(),
          },
        ]
      : [],
  );
  return (
    <form
      noValidate
      aria-labelledby="draft-heading"
      data-testid="wording-draft"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void draft.propose();
        else onPreview();
      }}
    >
      <h2 id="draft-heading" className="system-name">
        {words.heading}
      </h2>
      {draft.changes === 0 && (
        <p>
          {words.empty} <span className="quiet">{words.emptyHint}</span>
        </p>
      )}
      {changed.length > 0 && (
        <section aria-labelledby="draft-changes">
          <h3 id="draft-changes">{words.changes}</h3>
          <ul className="draft-changes">
            {changed.map((clause) => (
              <li key={clause.id}>
                <Link
                  from="/rules/letters"
                  to="."
                  search={(before) => ({ ...before, clause: clause.id, part: undefined })}
                >
                  {clause.id}
                </Link>
                <ClauseWords text={draft.clauses[clause.id] || en.rules.nothing} />
                <Button type="button" unstyled onClick={() => draft.takeBack(clause.id)}>
                  {words.takeBack} <span className="sr-only">{words.takeBackWhat(clause.id)}</span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <TextField
        id="letterhead-lines"
        help={en.fields.wording.lines}
        label={words.lines}
        hint={words.linesHint}
        rows={2}
        optional
        value={draft.lines}
        onChange={draft.setLines}
      />
      <PicturesPart draft={draft} />
      <div className="actions">
        <Button
          type="button"
          outline={ready}
          disabled={draft.busy || draft.changes === 0 || draft.current}
          data-testid="preview-draft"
          onClick={onPreview}
        >
          {draft.busy ? words.previewing : words.preview}{" "}
          <span className="key" aria-hidden="true">
            {words.previewKey}
          </span>
        </Button>
        <Button
          type="submit"
          disabled={draft.busy || !ready}
          aria-describedby={hint ? "propose-hint" : undefined}
          data-testid="propose-wording"
        >
          {words.propose}
        </Button>
        {hint && (
          <span id="propose-hint" className={draft.current ? "tone-late" : "quiet"}>
            {hint}
          </span>
        )}
      </div>
    </form>
  );
}

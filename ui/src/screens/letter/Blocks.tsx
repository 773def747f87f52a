import { Button } from "@trussworks/react-uswds";
import { useEffect, useRef, useState } from "react";
import type { BlockChange, BlockEdit, LetterBlock, LetterDraft } from "../../backend/wire";
import { TextField } from "../../components/TextField";
import { en } from "../../messages/en";
import { Marked } from "./Marked";
import type { Editing } from "./useEdits";

const words = en.letters.composer;

interface Props {
  draft: LetterDraft;
  editing: Editing;
}

/** The letter as paragraphs, each with the rule that prescribes it, to be edited by hand with its marks. */
export function Blocks({ draft, editing }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const closed = useRef<string | null>(null);

  // Who closes a paragraph goes on from its own button.
  useEffect(() => {
    if (open !== null || closed.current === null) return;
    document.getElementById(`edit-${closed.current}`)?.focus();
    closed.current = null;
  }, [open]);

  return (
    <div className="blocks">
      {draft.composed.map((block) => (
        <div key={block.clause} className="block" data-clause={block.clause}>
          <p className="block-cite">
            {block.cites.length > 0 ? (
              <cite className="cite">{block.cites.join("; ")}</cite>
            ) : (
              <span className="quiet">{block.style === "paragraph" ? words.noCite : ""}</span>
            )}
          </p>
          {open === block.clause ? (
            <EditBlock
              block={block}
              editing={editing}
              close={() => {
                closed.current = block.clause;
                setOpen(null);
              }}
            />
          ) : (
            <div className="block-words">
              <Shown
                block={block}
                out={!draft.blocks.some((printed) => printed.clause === block.clause)}
                change={draft.changes.find((change) => change.clause === block.clause)}
              />
              <Button
                type="button"
                unstyled
                id={`edit-${block.clause}`}
                data-testid={`edit-${block.clause}`}
                onClick={() => setOpen(block.clause)}
              >
                {words.edit}
                <span className="sr-only"> {words.editWhat(beginning(block))}</span>
              </Button>
            </div>
          )}
        </div>
      ))}
    </div>
  );
}

function beginning(block: LetterBlock): string {
  const text = block.text[0] ?? "";
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

const inLines = (block: LetterBlock) => block.style !== "paragraph" && block.style !== "heading";

interface EditProps {
  block: LetterBlock;
  editing: Editing;
  close: () => void;
}

function EditBlock({ block, editing, close }: EditProps) {
  const edit = editing.edits.find((one) => one.clause === block.clause);
  const separator = inLines(block) ? "\n" : " ";
  const [typed, setTyped] = useState((edit?.text ?? block.text).join(separator));

  function type(value: string) {
    setTyped(value);
    const text = inLines(block) ? value.split("\n") : [value.replaceAll("\n", " ")];
    const next: BlockEdit = { clause: block.clause, text, was: block.text };
    if (text.join("\n") === block.text.join("\n")) editing.restore(block.clause);
    else editing.change(next);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the field from wherever the focus is in it.
    <div
      className="block-editing"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
    >
      <TextField
        id={`words-${block.clause}`}
        help={en.fields.letter.words}
        label={words.editing}
        {...(inLines(block) ? { hint: words.editingLines } : {})}
        rows={Math.max(3, Math.ceil(typed.length / 60))}
        value={typed}
        onChange={type}
        autoFocus
      />
      <div className="actions">
        <Button type="button" outline data-testid="edit-done" onClick={close}>
          {words.done}
        </Button>
        {edit && (
          <Button
            type="button"
            unstyled
            data-testid="edit-restore"
            onClick={() => {
              editing.restore(block.clause);
              close();
            }}
          >
            {words.restore}
          </Button>
        )}
      </div>
    </div>
  );
}

interface ShownProps {
  block: LetterBlock;
  out: boolean;
  change: BlockChange | undefined;
}

function Shown({ block, out, change }: ShownProps) {
  if (!change) return <Block block={block} />;
  return (
    <div>
      {out && <p className="tone-late">{words.takenOut}</p>}
      <Marked words={change.words} />
    </div>
  );
}

function Block({ block }: { block: LetterBlock }) {
  if (block.style === "heading") return <h3>{block.text.join(" ")}</h3>;
  if (block.style === "list") {
    return (
      <ul>
        {block.text.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  }
  if (block.style === "address") return <address className="lines">{block.text.join("\n")}</address>;
  return <p>{block.text.join(" ")}</p>;
}

// A correction before it is taken: written, shown field by field, and taken exactly as it was shown.
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "@trussworks/react-uswds";
import { useEffect, useRef, useState } from "react";
import { useBackend } from "../../backend/context";
import type { OverlayPreview } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { Field } from "../../components/Field";
import { RefusalNotice } from "../../components/RefusalNotice";
import { Restored } from "../../components/Restored";
import { TextField } from "../../components/TextField";
import { en } from "../../messages/en";
import { useAsk } from "../../queries/useAsk";
import { useKept } from "../../queries/useKept";
import { Changes } from "./Changes";

const words = en.rules;

interface Props {
  /** The rule that is corrected; nothing where the correction begins empty. */
  rule: string;
  title: string;
  /** The text that one begins with. */
  start: string;
  /** The correction was taken, or left. */
  onDone: () => void;
}

export function CorrectionForm({ rule, title, start, onDone }: Props) {
  const backend = useBackend();
  const client = useQueryClient();
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const changes = useRef<HTMLElement>(null);
  const { busy, refusal, ask, forget } = useAsk();
  const [text, setText] = useState(start);
  const [reason, setReason] = useState("");
  const kept = useKept(`rule/${rule}`, null, { text, reason }, (before) => {
    setText(before.text);
    setReason(before.reason);
  });
  const [shown, setShown] = useState<{ text: string; preview: OverlayPreview } | null>(null);
  const current = shown?.text === text ? shown.preview : null;
  const refused = (field: string) => (refusal?.field === field ? refusal.message : null);

  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (shown) changes.current?.focus();
  }, [shown]);

  async function show() {
    const preview = await ask(() => backend.previewCorrection(text));
    setShown(preview && { text, preview });
  }

  async function take() {
    if (!current) return;
    const taken = await ask(() => backend.takeCorrection(text, reason));
    if (!taken) return;
    await kept.forget();
    announce(words.taken(taken.id));
    // A rule may change every date, letter and step that is on screen.
    await client.invalidateQueries();
    onDone();
  }

  return (
    <form
      noValidate
      className="correction-form"
      aria-labelledby="correction-heading"
      onSubmit={(event) => {
        event.preventDefault();
        void (current ? take() : show());
      }}
    >
      <h2 id="correction-heading" className="system-name" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p className="quiet form-words">{words.formWords}</p>
      <RefusalNotice refusal={refusal} fieldId={(field) => `correction-${field}`} />
      <Restored kept={kept} />
      <Field id="correction-text" help={en.fields.rules.text} label={words.text} problem={refused("text")}>
        {(tied) => (
          <textarea
            {...tied}
            className="usa-textarea toml"
            rows={Math.min(Math.max(start.split("\n").length, 8), 17)}
            spellCheck={false}
            autoComplete="off"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              forget();
            }}
          />
        )}
      </Field>
      <TextField
        id="correction-reason"
        help={en.fields.rules.reason}
        label={words.reason}
        hint={words.reasonHint}
        rows={2}
        value={reason}
        onChange={setReason}
        problem={refused("reason")}
      />
      {current && (
        <section ref={changes} tabIndex={-1} aria-labelledby="changes-heading" data-testid="changes">
          <h3 id="changes-heading">{words.changes}</h3>
          <Changes changes={current.changes} />
          <p>{words.openCases(current.open_cases)}</p>
        </section>
      )}
      <div className="actions">
        <Button
          type="button"
          outline={current !== null}
          disabled={busy || current !== null}
          data-testid="preview-correction"
          onClick={() => void show()}
        >
          {busy && !current ? words.previewing : words.preview}
        </Button>
        <Button
          type="submit"
          outline={current === null}
          disabled={busy || current === null}
          aria-describedby={current ? undefined : "take-hint"}
          data-testid="take-correction"
        >
          {words.take}
        </Button>
        <Button type="button" outline onClick={onDone} data-testid="leave-correction">
          {en.common.cancel}
        </Button>
        {!current && (
          <span id="take-hint" className="quiet">
            {words.takeHint}
          </span>
        )}
      </div>
    </form>
  );
}

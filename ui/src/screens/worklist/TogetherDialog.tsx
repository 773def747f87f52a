// One command to many cases: first what would happen to each, and which refuse it and why; then the same as it happened.
import { useQueryClient } from "@tanstack/react-query";
import { Button, Table } from "@trussworks/react-uswds";
import { useEffect, useRef, useState } from "react";
import { useBackend } from "../../backend/context";
import type { BulkLine, Command, Selected } from "../../backend/wire";
import { confirmByKey } from "../../components/confirmByKey";
import { DateField } from "../../components/DateField";
import { RefusalNotice } from "../../components/RefusalNotice";
import { Restored } from "../../components/Restored";
import { optionsOf, SelectField } from "../../components/SelectField";
import { TextField } from "../../components/TextField";
import { parseDay } from "../../format/dates";
import { en } from "../../messages/en";
import { keys, useDesk, useStaff } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";
import { useKept } from "../../queries/useKept";
import { useUndo } from "../../undo/Undo";

const words = en.together;

export type TogetherAction = keyof typeof words.actions;

interface Props {
  /** What it is done to; read once, as the dialog opens. */
  selection: Selected[];
  begin: TogetherAction;
  onClose: (done: boolean) => void;
}

export function TogetherDialog({ selection: opened, begin, onClose }: Props) {
  // What is done may take cases out of the list behind the dialog; the dialog goes on showing them.
  const [selection] = useState(opened);
  const backend = useBackend();
  const client = useQueryClient();
  const desk = useDesk();
  const { busy, refusal, ask } = useAsk();
  const { did } = useUndo();
  const [action, setAction] = useState<TogetherAction>(begin);
  const [who, setWho] = useState("");
  const [unit, setUnit] = useState("");
  const [note, setNote] = useState("");
  const [by, setBy] = useState("");
  const kept = useKept(`together/${begin}`, null, { action, who, unit, note, by }, (before) => {
    setAction(before.action);
    setWho(before.who);
    setUnit(before.unit);
    setNote(before.note);
    setBy(before.by);
  });
  const [tried, setTried] = useState(false);
  const [lines, setLines] = useState<BulkLine[] | null>(null);
  const [done, setDone] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    opener.current = document.activeElement;
    if (dialog.current && !dialog.current.open) dialog.current.showModal();
    // A dialog would begin with the mark of help beside the first label.
    dialog.current?.querySelector("select")?.focus();
    return () => {
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    };
  }, []);

  const due = by === "" ? (desk.data?.today ?? "") : by;
  const missing = action !== "assign" && note.trim() === "";
  const badDay = action === "add-task" && parseDay(due) === null;

  function command(): Command {
    const text = note.trim();
    if (action === "assign") return { command: "assign", to: who, unit: unit.trim(), note: text };
    if (action === "add-task") return { command: "add-task", text, by: due, who };
    return { command: "add-note", text };
  }

  async function preview() {
    setTried(true);
    if (missing) return document.getElementById("together-note")?.focus();
    if (badDay) return document.getElementById("together-by")?.focus();
    setLines(await ask(() => backend.previewTogether(selection, command())));
  }

  const willing = lines?.filter((line) => line.refused === null) ?? [];

  async function go() {
    const able = selection.filter((one) => willing.some((line) => line.number === one.number));
    const happened = await ask(() => backend.actTogether(able, command()));
    if (!happened) return;
    await kept.forget();
    const left = lines?.filter((line) => line.refused !== null) ?? [];
    setLines([...happened, ...left]);
    setDone(true);
    refresh(happened);
    // Each case is at the version that the command left, or it refuses: nobody's later work is taken back.
    const acted = able.flatMap((one) => {
      const line = happened.find((line) => line.number === one.number && line.refused === null);
      return line ? [{ ...one, version: (one.version ?? 0) + line.does.length }] : [];
    });
    did({
      run: async () => {
        const undone = await backend.actTogether(acted, { command: "undo" });
        refresh(undone);
        return en.undo.together(undone.map((line) => line.refused));
      },
    });
  }

  function refresh(changed: BulkLine[]) {
    void client.invalidateQueries({ queryKey: keys.worklist });
    for (const line of changed) void client.invalidateQueries({ queryKey: keys.caseView(line.number) });
  }

  return (
    <dialog
      ref={dialog}
      className="ask together"
      aria-labelledby="together-heading"
      onCancel={(event) => {
        event.preventDefault();
        onClose(done);
      }}
    >
      <form
        noValidate
        onKeyDown={confirmByKey}
        onSubmit={(event) => {
          event.preventDefault();
          if (busy || done) return;
          void (lines ? go() : preview());
        }}
      >
        <h2 id="together-heading">{words.heading[action](selection.length)}</h2>
        <RefusalNotice refusal={refusal} />
        {!lines && (
          <>
            <p>{words.words(selection.length)}</p>
            <Restored kept={kept} />
            <SelectField
              id="together-action"
              help={en.fields.worklist.together}
              label={words.what}
              value={action}
              options={optionsOf(words.actions)}
              onChange={setAction}
            />
            {action !== "add-note" && <WhoField value={who} onChange={setWho} />}
            {action === "assign" && (
              <TextField
                id="together-unit"
                help={en.fields.worklist.unit}
                label={words.unit}
                value={unit}
                onChange={setUnit}
                optional
              />
            )}
            <TextField
              id="together-note"
              help={en.fields.worklist.note}
              label={action === "add-task" ? words.task : words.note}
              value={note}
              onChange={setNote}
              rows={2}
              optional={action === "assign"}
              problem={
                tried && missing ? (action === "add-task" ? words.taskNeeded : words.noteNeeded) : null
              }
            />
            {action === "add-task" && (
              <DateField
                id="together-by"
                help={en.fields.worklist.by}
                label={words.by}
                value={due}
                onChange={setBy}
                problem={tried && badDay ? en.common.dayBad : null}
              />
            )}
          </>
        )}
        {lines && <Lines lines={lines} done={done} />}
        <div className="actions">
          {!lines && (
            <Button type="submit" disabled={busy} data-testid="together-preview">
              {busy ? words.previewing : words.preview}
            </Button>
          )}
          {!lines && (
            <span className="key ask-key" aria-hidden="true">
              Ctrl+Enter
            </span>
          )}
          {lines && !done && willing.length > 0 && (
            <Button type="submit" disabled={busy} data-testid="together-go">
              {words.heading[action](willing.length)}
            </Button>
          )}
          {lines && !done && (
            <Button type="button" outline onClick={() => setLines(null)}>
              {en.common.back}
            </Button>
          )}
          <Button type="button" outline={!done} onClick={() => onClose(done)} data-testid="together-close">
            {done ? words.close : en.common.cancel}
          </Button>
        </div>
      </form>
    </dialog>
  );
}

function WhoField({ value, onChange }: { value: string; onChange: (who: string) => void }) {
  const staff = useStaff();
  const people = (staff.data ?? []).filter((one) => one.active);
  const options: [string, string][] = [
    ["", words.toNobody],
    ...people.map((one): [string, string] => [one.name, one.name]),
  ];
  return (
    <SelectField
      id="together-who"
      help={en.fields.worklist.who}
      label={words.to}
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}

function Lines({ lines, done }: { lines: BulkLine[]; done: boolean }) {
  const refused = lines.filter((line) => line.refused !== null).length;
  const heading = useRef<HTMLHeadingElement>(null);
  const history = done ? words.columns.after : words.columns.before;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes to the heading again when the preview becomes the outcome.
  useEffect(() => heading.current?.focus(), [done]);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {done ? words.resultHeading : words.previewHeading}
      </h3>
      <p role="status">
        {done && words.done(lines.length - refused)}
        {!done && refused === lines.length
          ? words.nothing(lines.length)
          : refused > 0 && words.refusedCount(refused)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
      <section className="together-lines" aria-label={history} tabIndex={0}>
        <Table compact fullWidth bordered={false}>
          <thead>
            <tr>
              <th scope="col">{words.columns.number}</th>
              <th scope="col">{history}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.number}>
                <th scope="row">{line.number}</th>
                <td>
                  {line.refused === null ? (
                    line.does.map((sentence) => (
                      <p key={sentence}>
                        {words.you} {sentence}
                      </p>
                    ))
                  ) : (
                    <p className="tone-late">
                      {words.refused} {line.refused}
                    </p>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </section>
    </>
  );
}

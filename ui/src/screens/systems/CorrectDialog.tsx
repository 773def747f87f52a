// One fact of a notice as a person reads it: lines for a list, a small form for each manager or office.
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import type { Corrected, Manager, NotificationRule, SystemView } from "../../backend/wire";
import { AskDialog } from "../../components/AskDialog";
import { RefusalNotice } from "../../components/RefusalNotice";
import { Restored } from "../../components/Restored";
import { TextField } from "../../components/TextField";
import { en } from "../../messages/en";
import type { Help } from "../../messages/en/paragraphs";
import { useKept } from "../../queries/useKept";
import { useCorrection } from "./correcting";
import type { Fact } from "./Facts";

const words = en.systems.correct;

interface Props {
  system: SystemView;
  fact: Fact;
  onClose: () => void;
}

export function CorrectDialog({ system, fact, onClose }: Props) {
  const [value, setValue] = useState(() => asRead(system, fact));
  const [reason, setReason] = useState("");
  const form = `notice/${system.number}/${system.revision.effective_from}/${fact}`;
  const kept = useKept(form, null, { value, reason }, (before) => {
    setValue(before.value);
    setReason(before.reason);
  });
  const { correct, busy, refusal } = useCorrection();

  async function take() {
    if (!(await correct(system, tidied(value), reason))) return;
    await kept.forget();
    onClose();
  }

  return (
    <AskDialog
      heading={words.heading(words.facts[fact], system.number)}
      words={words.explain}
      confirm={words.take}
      busy={busy}
      onConfirm={() => void take()}
      onCancel={onClose}
    >
      <RefusalNotice
        refusal={refusal}
        fieldId={(field) => (field === "reason" ? "correction-reason" : undefined)}
      />
      <Restored kept={kept} />
      <FactFields value={value} onChange={setValue} />
      <TextField
        id="correction-reason"
        help={en.fields.systems.reason}
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        onChange={setReason}
        rows={2}
      />
    </AskDialog>
  );
}

function asRead(system: SystemView, fact: Fact): Corrected {
  switch (fact) {
    case "managers":
      return { fact, value: system.managers };
    case "offices":
      return { fact, value: system.offices };
    default:
      return { fact, value: system[fact] };
  }
}

/** Without empty lines, and without a subject matter that is only spaces. */
function tidied(corrected: Corrected): Corrected {
  const { fact, value } = corrected;
  switch (fact) {
    case "managers":
      return corrected;
    case "offices":
      return {
        fact,
        value: value.map((office) => ({
          ...office,
          subject: office.subject?.trim() ? office.subject.trim() : null,
          particulars: lines(office.particulars),
        })),
      };
    default:
      return { fact, value: lines(value) };
  }
}

const lines = (list: string[]) => list.map((line) => line.trim()).filter((line) => line !== "");

function FactFields({ value, onChange }: { value: Corrected; onChange: (value: Corrected) => void }) {
  switch (value.fact) {
    case "managers":
      return (
        <Managers value={value.value} onChange={(managers) => onChange({ ...value, value: managers })} />
      );
    case "offices":
      return <Offices value={value.value} onChange={(offices) => onChange({ ...value, value: offices })} />;
    default:
      return (
        <Lines
          id="correction-lines"
          help={en.fields.systems.lines}
          label={words.lines}
          value={value.value}
          rows={6}
          onChange={(list) => onChange({ ...value, value: list })}
        />
      );
  }
}

interface LinesProps {
  id: string;
  label: string;
  value: string[];
  rows: number;
  help: Help;
  onChange: (value: string[]) => void;
}

function Lines({ id, label, value, rows, help, onChange }: LinesProps) {
  return (
    <TextField
      id={id}
      label={label}
      help={help}
      rows={rows}
      value={value.join("\n")}
      onChange={(text) => onChange(text.split("\n"))}
    />
  );
}

interface RowsProps<Row> {
  value: Row[];
  onChange: (value: Row[]) => void;
}

function Managers({ value, onChange }: RowsProps<Manager>) {
  const set = (place: number, change: Partial<Manager>) =>
    onChange(value.map((one, index) => (index === place ? { ...one, ...change } : one)));
  return (
    <Rows
      count={value.length}
      name={words.manager}
      onAdd={() => onChange([...value, { title: "", address: "" }])}
      onRemove={(place) => onChange(value.filter((_, index) => index !== place))}
    >
      {(place) => (
        <>
          <TextField
            id={`manager-title-${place}`}
            help={en.fields.systems.managerTitle}
            label={words.title}
            value={value[place]?.title ?? ""}
            onChange={(title) => set(place, { title })}
          />
          <TextField
            id={`manager-address-${place}`}
            help={en.fields.systems.address}
            label={words.address}
            rows={2}
            value={value[place]?.address ?? ""}
            onChange={(address) => set(place, { address })}
          />
        </>
      )}
    </Rows>
  );
}

function Offices({ value, onChange }: RowsProps<NotificationRule>) {
  const set = (place: number, change: Partial<NotificationRule>) =>
    onChange(value.map((one, index) => (index === place ? { ...one, ...change } : one)));
  const none: NotificationRule = { subject: null, office: "", address: "", particulars: [], quote: "" };
  return (
    <Rows
      count={value.length}
      name={words.office}
      onAdd={() => onChange([...value, none])}
      onRemove={(place) => onChange(value.filter((_, index) => index !== place))}
    >
      {(place) => {
        const office = value[place] ?? none;
        return (
          <>
            <TextField
              id={`office-subject-${place}`}
              help={en.fields.systems.officeSubject}
              label={words.subject}
              hint={words.subjectHint}
              value={office.subject ?? ""}
              onChange={(subject) => set(place, { subject })}
            />
            <TextField
              id={`office-name-${place}`}
              help={en.fields.systems.office}
              label={words.office}
              value={office.office}
              onChange={(name) => set(place, { office: name })}
            />
            <TextField
              id={`office-address-${place}`}
              help={en.fields.systems.address}
              label={words.address}
              rows={2}
              value={office.address}
              onChange={(address) => set(place, { address })}
            />
            <Lines
              id={`office-particulars-${place}`}
              help={en.fields.systems.particulars}
              label={words.particulars}
              rows={3}
              value={office.particulars}
              onChange={(particulars) => set(place, { particulars })}
            />
          </>
        );
      }}
    </Rows>
  );
}

interface ListProps {
  count: number;
  name: string;
  onAdd: () => void;
  onRemove: (place: number) => void;
  children: (place: number) => React.ReactNode;
}

function Rows({ count, name, onAdd, onRemove, children }: ListProps) {
  return (
    <>
      {Array.from({ length: count }, (_, place) => (
        // The rows have no name of their own: each is its place in the list.
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <fieldset key={place} className="correct-row">
          <legend>{words.numbered(name, place + 1)}</legend>
          {children(place)}
          {count > 1 && (
            <Button type="button" unstyled onClick={() => onRemove(place)}>
              {words.remove(words.numbered(name, place + 1))}
            </Button>
          )}
        </fieldset>
      ))}
      <Button type="button" outline onClick={onAdd}>
        {words.add(name)}
      </Button>
    </>
  );
}

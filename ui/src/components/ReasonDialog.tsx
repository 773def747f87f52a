// Asks why before a step that the history keeps with its reason. The reason is found again until the desk has it.
import { useState } from "react";
import type { Refusal } from "../backend/wire";
import { en } from "../messages/en";
import { useKept } from "../queries/useKept";
import { AskDialog } from "./AskDialog";
import { RefusalNotice } from "./RefusalNotice";
import { Restored } from "./Restored";
import { TextField } from "./TextField";

interface Props {
  id: string;
  heading: string;
  words?: string;
  label: string;
  hint?: string;
  confirm: string;
  /** The name under which the reason is kept, and the case that it is about. */
  form: string;
  number?: string | null;
  asking: { busy: boolean; refusal: Refusal | null; reload?: () => void };
  /** Gives the reason to the desk: true where it was taken. */
  onReason: (reason: string) => Promise<boolean>;
  /** Closes the dialog: the step was taken, or left. */
  onClose: () => void;
}

export function ReasonDialog(props: Props) {
  const { id, form, asking, onClose } = props;
  const { busy, refusal, reload } = asking;
  const [reason, setReason] = useState("");
  const kept = useKept(form, props.number ?? null, reason, setReason);

  async function give() {
    if (!(await props.onReason(reason.trim()))) return;
    await kept.forget();
    onClose();
  }

  return (
    <AskDialog
      heading={props.heading}
      {...(props.words === undefined ? {} : { words: props.words })}
      confirm={props.confirm}
      busy={busy}
      onConfirm={() => void give()}
      onCancel={onClose}
    >
      <RefusalNotice
        refusal={refusal}
        fieldId={(field) => (field === "reason" ? id : undefined)}
        {...(reload === undefined ? {} : { onReload: reload })}
      />
      <Restored kept={kept} />
      <TextField
        id={id}
        label={props.label}
        help={en.fields.dialogs.reason}
        {...(props.hint === undefined ? {} : { hint: props.hint })}
        rows={2}
        value={reason}
        onChange={setReason}
        problem={refusal?.field === "reason" ? refusal.message : null}
      />
    </AskDialog>
  );
}

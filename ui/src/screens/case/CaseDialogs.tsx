// A note, a withdrawal, a closing: asked in a dialog, because two of them end the request.
import { useState } from "react";
import type { CaseView, Command } from "../../backend/wire";
import { AskDialog } from "../../components/AskDialog";
import { RefusalNotice } from "../../components/RefusalNotice";
import { Restored } from "../../components/Restored";
import { TextField } from "../../components/TextField";
import { en } from "../../messages/en";
import { useKept } from "../../queries/useKept";
import { useCaseAct } from "./useCaseAct";

const words = en.case;

const DIALOGS = {
  "add-note": {
    heading: words.note,
    words: "",
    label: words.noteText,
    hint: words.noteHint,
    confirm: words.note,
    done: words.noteDone,
    needed: true,
    help: en.fields.dialogs.note,
    command: (text: string): Command => ({ command: "add-note", text }),
  },
  withdraw: {
    heading: words.withdrawAsk,
    words: words.withdrawWords,
    label: words.withdrawNote,
    hint: "",
    confirm: words.withdrawGo,
    done: words.withdrawDone,
    needed: true,
    help: en.fields.dialogs.withdraw,
    command: (note: string): Command => ({ command: "withdraw", note }),
  },
  close: {
    heading: words.closeAsk,
    words: words.closeWords,
    label: words.closeNote,
    hint: "",
    confirm: words.asStep.close ?? "",
    done: words.closeDone,
    needed: false,
    help: en.fields.dialogs.close,
    command: (note: string): Command => ({ command: "close", note }),
  },
};

export type DialogName = keyof typeof DIALOGS;

export function isDialog(doing: string): doing is DialogName {
  return doing in DIALOGS;
}

interface Props {
  view: CaseView;
  doing: DialogName;
  done: () => void;
  cancel: () => void;
}

export function CaseDialogs({ view, doing, done, cancel }: Props) {
  const dialog = DIALOGS[doing];
  const { busy, refusal, act, reload } = useCaseAct(view);
  const [text, setText] = useState("");
  const [empty, setEmpty] = useState(false);
  const kept = useKept(`${view.number}/${doing}`, view.number, text, setText);
  return (
    <AskDialog
      heading={dialog.heading}
      words={dialog.words}
      confirm={dialog.confirm}
      busy={busy}
      onCancel={cancel}
      onConfirm={() => {
        const missing = dialog.needed && text.trim() === "";
        setEmpty(missing);
        if (missing) return document.getElementById("dialog-note")?.focus();
        void act([dialog.command(text.trim())], dialog.done).then(async (all) => {
          if (!all) return;
          await kept.forget();
          done();
        });
      }}
    >
      <RefusalNotice refusal={refusal} onReload={reload} />
      <Restored kept={kept} />
      <TextField
        id="dialog-note"
        label={dialog.label}
        help={dialog.help}
        {...(dialog.hint === "" ? {} : { hint: dialog.hint })}
        value={text}
        onChange={setText}
        rows={4}
        optional={!dialog.needed}
        problem={empty ? words.noteEmpty : null}
      />
    </AskDialog>
  );
}

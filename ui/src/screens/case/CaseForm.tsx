// The frame of every form: its heading takes the focus, Ctrl+Enter gives it to the desk, Escape leaves it. What was typed is
// found again until the desk has it.
import { Button } from "@trussworks/react-uswds";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { RefusalNotice } from "../../components/RefusalNotice";
import { Restored } from "../../components/Restored";
import { en } from "../../messages/en";
import type { Kept } from "../../queries/useKept";
import type { CaseAct } from "./useCaseAct";

interface Props {
  heading: string;
  words?: string;
  submit: string;
  acting: Pick<CaseAct, "busy" | "refusal" | "reload">;
  fieldId?: (field: string) => string | undefined;
  kept: Kept;
  /** Gives the form to the desk: true where it was taken. */
  onSubmit: () => Promise<unknown>;
  /** What follows once the desk has it and nothing of it is kept any more. */
  onDone: () => void;
  onCancel: () => void;
  children?: ReactNode;
}

export function CaseForm(props: Props) {
  const { heading, words, submit, acting, fieldId, kept, onSubmit, onDone, onCancel, children } = props;
  const title = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useEffect(() => {
    const field = form.current?.querySelector<HTMLElement>(
      "input:not([type=hidden]):not([disabled]), textarea, select",
    );
    (field ?? title.current)?.focus();
    form.current?.scrollIntoView?.({ block: "nearest" });
  }, []);

  async function give() {
    if (acting.busy || (await onSubmit()) !== true) return;
    // The next step is on screen already: whoever has opened it is not led away when the keeping is told.
    void kept.forget();
    onDone();
  }

  return (
    <form
      ref={form}
      className="case-form"
      aria-labelledby={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.ctrlKey) {
          event.preventDefault();
          void give();
        } else if (event.key === "Escape") {
          event.preventDefault();
          onCancel();
        }
      }}
    >
      <h2 id={id} ref={title} tabIndex={-1}>
        {heading}
      </h2>
      {words && <p className="quiet">{words}</p>}
      <RefusalNotice
        refusal={acting.refusal}
        onReload={acting.reload}
        {...(fieldId === undefined ? {} : { fieldId })}
      />
      <Restored kept={kept} />
      {children}
      <div className="actions">
        <Button type="submit" disabled={acting.busy}>
          {submit}
        </Button>
        <Button type="button" outline onClick={onCancel}>
          {en.common.cancel}
        </Button>
      </div>
    </form>
  );
}

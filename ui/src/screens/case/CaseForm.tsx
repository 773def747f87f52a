// The frame of every form in a case: its heading takes the focus, Ctrl+Enter sends it, Escape leaves it.
import { Button } from "@trussworks/react-uswds";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { RefusalNotice } from "../../components/RefusalNotice";
import { en } from "../../messages/en";
import type { CaseAct } from "./useCaseAct";

interface Props {
  heading: string;
  words?: string;
  submit: string;
  acting: Pick<CaseAct, "busy" | "refusal" | "reload">;
  fieldId?: (field: string) => string | undefined;
  onSubmit: () => void;
  onCancel: () => void;
  children?: ReactNode;
}

export function CaseForm({ heading, words, submit, acting, fieldId, onSubmit, onCancel, children }: Props) {
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
  return (
    <form
      ref={form}
      className="case-form"
      aria-labelledby={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!acting.busy) onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.ctrlKey) {
          event.preventDefault();
          if (!acting.busy) onSubmit();
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

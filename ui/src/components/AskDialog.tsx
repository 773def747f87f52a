// Asks before a step that is not done by the way. Escape and Cancel leave everything as it was.
import { Button } from "@trussworks/react-uswds";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { en } from "../messages/en";
import { confirmByKey } from "./confirmByKey";

interface Props {
  heading: string;
  words?: string;
  confirm: string;
  /** The words of the other button; null where there is nothing to cancel. */
  cancel?: string | null;
  /** A second way to go on. */
  other?: { label: string; onChoose: () => void };
  busy?: boolean;
  /** Whether it destroys something: then Enter alone leaves everything as it was. */
  destroys?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
  children?: ReactNode;
}

export function AskDialog(props: Props) {
  const {
    heading,
    words,
    confirm,
    cancel,
    other,
    busy,
    destroys = false,
    onConfirm,
    onCancel,
    children,
  } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element | null>(null);
  const id = useId();
  useEffect(() => {
    opener.current = document.activeElement;
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    const first = destroys ? "[data-testid=cancel]" : "textarea, input, select, button[type=submit]";
    shown?.querySelector<HTMLElement>(first)?.focus();
    return () => {
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    };
  }, [destroys]);
  return (
    <dialog
      ref={dialog}
      className="ask"
      aria-labelledby={`${id}-heading`}
      aria-describedby={words ? `${id}-words` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <form
        {...(destroys ? {} : { onKeyDown: confirmByKey })}
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        <h2 id={`${id}-heading`}>{heading}</h2>
        {words && <p id={`${id}-words`}>{words}</p>}
        {children}
        <div className="actions">
          <Button type="submit" disabled={busy ?? false} data-testid="confirm">
            {confirm}
          </Button>
          {!destroys && (
            <span className="key ask-key" aria-hidden="true">
              Ctrl+Enter
            </span>
          )}
          {other && (
            <Button
              type="button"
              outline
              disabled={busy ?? false}
              onClick={other.onChoose}
              data-testid="other"
            >
              {other.label}
            </Button>
          )}
          {cancel !== null && (
            <Button type="button" outline onClick={onCancel} data-testid="cancel">
              {cancel ?? en.common.cancel}
            </Button>
          )}
        </div>
      </form>
    </dialog>
  );
}

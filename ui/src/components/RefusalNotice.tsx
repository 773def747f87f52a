// What the desk refused, beside the form it was refused in. It takes the focus when it appears, but not from a list in which
// somebody still types ahead: the letters that are left would act as commands.
import { Alert, Button } from "@trussworks/react-uswds";
import { useEffect, useRef } from "react";
import type { Refusal } from "../backend/wire";
import { en } from "../messages/en";

interface Props {
  refusal: Refusal | null;
  /** Offers to read the case anew where somebody else changed it. */
  onReload?: () => void;
  /** The id of the field that a refusal names, where the form has it. */
  fieldId?: (field: string) => string | undefined;
}

export function RefusalNotice({ refusal, onReload, fieldId }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal && !(document.activeElement instanceof HTMLSelectElement)) box.current?.focus();
  }, [refusal]);
  if (!refusal) return null;
  const stale = refusal.code === "changed-elsewhere";
  const target = refusal.field ? fieldId?.(refusal.field) : undefined;
  return (
    <div ref={box} tabIndex={-1} className="refusal" data-testid="refusal" role="alert">
      <Alert
        type={stale ? "warning" : "error"}
        slim
        noIcon
        headingLevel="h2"
        cta={
          stale && onReload ? (
            <Button type="button" outline className="refusal-do" onClick={onReload}>
              {en.common.reload}
            </Button>
          ) : undefined
        }
        heading={headingOf(refusal)}
      >
        {target ? (
          <a href={`#${target}`} onClick={(event) => jump(event, target)}>
            {refusal.message}
          </a>
        ) : (
          refusal.message
        )}
        {refusal.cite && <span className="cite"> {refusal.cite}</span>}
      </Alert>
    </div>
  );
}

function headingOf({ code }: Refusal): string {
  if (code === "changed-elsewhere") return en.common.changedHeading;
  return code === "not-found" ? en.common.notFoundHeading : en.common.errorHeading;
}

function jump(event: React.MouseEvent, id: string) {
  // The address of the window is the router's: the field is reached by focus, not by a fragment.
  event.preventDefault();
  document.getElementById(id)?.focus();
}

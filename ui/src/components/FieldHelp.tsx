// Help on a field, where the field is: what to enter, why it is asked, and what the paragraph says. Nothing shows until it is
// asked for, by F1 in the field or by the mark beside its label. Tab goes from field to field as before.
import { useQueryClient } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from "react";
import type { DeskView } from "../backend/wire";
import { en } from "../messages/en";
import type { Help, Paragraph } from "../messages/en/paragraphs";
import { keys, useRules } from "../queries/desk";
import { Cite } from "./Cite";

/** What marks the part of the page that a mark of help is about. */
const GROUP = ".helped";

/** Goes onto every field that has help: a screen reader says by which key, since Tab goes past the mark. */
export const HELP_KEY = { "aria-keyshortcuts": "F1" } as const;

/** Asks for the help on the field that has the focus; false where no field has it. */
export function askForHelp(): boolean {
  const mark = document.activeElement?.closest(GROUP)?.querySelector<HTMLElement>(".help-mark");
  mark?.click();
  return mark !== null && mark !== undefined;
}

interface FieldHelp {
  /** Goes beside the label. */
  mark: ReactNode;
  /** Goes where the help is read, inside the same group. */
  panel: ReactNode;
}

export function useFieldHelp(label: string, help: Help): FieldHelp {
  const [open, setOpen] = useState(false);
  const id = useId();
  const mark = useRef<HTMLButtonElement>(null);
  const before = useRef<Element | null>(null);
  const name = en.common.helpOn(label);

  function turn() {
    if (open) return close();
    before.current = document.activeElement;
    setOpen(true);
  }

  function close() {
    setOpen(false);
    const back = before.current;
    (back instanceof HTMLElement && back.isConnected && back !== document.body
      ? back
      : mark.current
    )?.focus();
  }

  return {
    mark: (
      <button
        ref={mark}
        type="button"
        className="help-mark"
        // F1 in the field reaches it by key, so that Tab need not stop twice at every field.
        tabIndex={-1}
        aria-label={name}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        {...HELP_KEY}
        title={`${name} (F1)`}
        onClick={turn}
      >
        ?
      </button>
    ),
    panel: open && <Panel id={id} name={name} help={help} mark={mark} onClose={close} />,
  };
}

/** Fields that stand without a label of their own, with one help for all of them. */
export function Helped(props: { label: string; help: Help; className?: string; children: ReactNode }) {
  const { mark, panel } = useFieldHelp(props.label, props.help);
  return (
    <div className={`helped ${props.className ?? ""}`}>
      <div className="helped-line">
        {props.children}
        {mark}
      </div>
      {panel}
    </div>
  );
}

interface PanelProps {
  id: string;
  name: string;
  help: Help;
  mark: RefObject<HTMLElement | null>;
  onClose: () => void;
}

function Panel({ id, name, help, mark, onClose }: PanelProps) {
  const panel = useRef<HTMLElement>(null);
  const closing = useRef(onClose);
  closing.current = onClose;

  useEffect(() => {
    panel.current?.focus();
    const group = mark.current?.closest<HTMLElement>(GROUP);
    // Escape closes the help alone: the form or the dialog around it stays as it is.
    function leave(event: KeyboardEvent) {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      closing.current();
    }
    group?.addEventListener("keydown", leave);
    return () => group?.removeEventListener("keydown", leave);
  }, [mark]);

  return (
    <section
      ref={panel}
      id={id}
      className="help-panel"
      tabIndex={-1}
      aria-label={name}
      data-testid="field-help"
    >
      <p className="strong">{help.what}</p>
      <p>{help.why}</p>
      <Cited cites={help.cites} />
      <Button type="button" unstyled onClick={onClose}>
        {en.common.close} <kbd>Esc</kbd>
      </Button>
    </section>
  );
}

/** The agency whose own regulation a paragraph is in; nothing where it is the Act's. */
function agencyOf(cite: Paragraph): string | undefined {
  return cite.startsWith("39 CFR") ? "usps" : cite.startsWith("20 CFR") ? "ssa" : undefined;
}

/** The paragraphs of the agencies of this desk. */
function Cited({ cites }: { cites: readonly Paragraph[] }) {
  const open = useQueryClient().getQueryData<DeskView>(keys.desk);
  const ours = open?.agencies.map((agency) => agency.id);
  const shown = cites.filter((cite) => {
    const agency = agencyOf(cite);
    return agency === undefined || ours === undefined || ours.includes(agency);
  });
  if (shown.length === 0) return null;
  return (
    <dl className="cited">
      {shown.map((cite) => (
        <div key={cite}>
          <dt>
            <Cite>{cite}</Cite>
          </dt>
          <dd>
            {en.paragraphs[cite]} {ours && <Under cite={cite} agency={agencyOf(cite) ?? ours[0]} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Leads to the entries of the rulebook that rest on a paragraph, where there are any. */
function Under({ cite, agency }: { cite: Paragraph; agency: string | undefined }) {
  const router = useRouter({ warn: false });
  const rules = useRules(agency);
  const some = rules.data?.some((rule) => rule.versions.some((version) => version.cite.includes(cite)));
  if (!router || !some) return null;
  return (
    <Link to="/rules" search={{ agency, q: cite }}>
      {en.common.underRules}
      <span className="sr-only"> {cite}</span>
    </Link>
  );
}

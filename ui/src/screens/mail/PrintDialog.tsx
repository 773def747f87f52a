// Printing letters: how, how far it is, and what became of it. Closing the dialog does not stop the printer; Stop does.

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { LetterOfCase, Printer, PrintReport, PrintSettings } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { AskDialog } from "../../components/AskDialog";
import { CheckField } from "../../components/CheckField";
import { Loaded } from "../../components/Loading";
import { RefusalNotice } from "../../components/RefusalNotice";
import { optionsOf, SelectField } from "../../components/SelectField";
import { TextField } from "../../components/TextField";
import { readWhole } from "../../format/numbers";
import { en } from "../../messages/en";
import { keys, usePrinters, usePrintProgress, usePrintSettings } from "../../queries/desk";
import { type Asking, useAsk } from "../../queries/useAsk";

const words = en.printing;

interface Props {
  letters: LetterOfCase[];
  onClose: () => void;
}

export function PrintDialog({ letters, onClose }: Props) {
  const backend = useBackend();
  const client = useQueryClient();
  const announce = useAnnounce();
  const asking = useAsk();
  const stopping = useAsk();
  const [report, setReport] = useState<PrintReport | null>(null);

  async function print(settings: PrintSettings) {
    const made = await asking.ask(() => backend.printLetters(letters, settings));
    for (const queryKey of [keys.toPrint, keys.printers, keys.printSettings, keys.worklist, ["case"]])
      void client.invalidateQueries({ queryKey });
    if (!made) return;
    setReport(made);
    announce(words.report(made.printed, made.printer));
  }

  if (report) return <Report report={report} onClose={onClose} />;
  if (asking.busy) {
    return (
      <AskDialog
        key="progress"
        heading={words.printing}
        confirm={words.stop}
        cancel={words.goOn}
        busy={stopping.busy}
        onCancel={onClose}
        onConfirm={() => void stopping.ask(() => backend.stopPrinting())}
      >
        <RefusalNotice refusal={stopping.refusal} />
        <Progress total={letters.length} />
      </AskDialog>
    );
  }
  return <Ask letters={letters} asking={asking} onClose={onClose} onPrint={print} />;
}

interface AskProps extends Props {
  asking: Asking;
  onPrint: (settings: PrintSettings) => Promise<void>;
}

function Ask({ letters, asking, onClose, onPrint }: AskProps) {
  const printers = usePrinters();
  const saved = usePrintSettings();
  const [changed, setChanged] = useState<Partial<PrintSettings>>({});
  const [copies, setCopies] = useState<string | null>(null);
  const settings = saved.data && { ...saved.data, ...changed };
  const chosen = settings && printerOf(printers.data ?? [], settings.printer);
  const typed = copies ?? String(settings?.copies ?? 1);
  const number = readWhole(typed) ?? 0;
  const badCopies = number < 1 || number > 20;

  return (
    <AskDialog
      key="ask"
      heading={words.heading(letters.length)}
      confirm={words.go}
      busy={!settings || !chosen || badCopies || letters.length === 0}
      onCancel={onClose}
      onConfirm={() => {
        if (!settings || !chosen || badCopies) return;
        // A tray is remembered with its printer; another printer has others.
        const tray = chosen.trays.includes(settings.tray) ? settings.tray : "";
        const sides = chosen.duplex ? settings.sides : "one-sided";
        void onPrint({ ...settings, printer: chosen.name, copies: number, tray, sides });
      }}
    >
      <RefusalNotice refusal={asking.refusal} fieldId={(field) => `print-${field}`} />
      <Loaded query={printers}>
        {(list) =>
          list.length === 0 ? (
            <p className="tone-soon">{words.noPrinter}</p>
          ) : (
            <>
              <SelectField<string>
                id="print-printer"
                help={en.fields.mail.printer}
                label={words.printer}
                value={chosen?.name ?? ""}
                options={list.map((printer) => [printer.name, nameWithState(printer)] as const)}
                onChange={(printer) => setChanged({ ...changed, printer })}
              />
              {chosen?.reason && <p className="tone-late">{chosen.reason}</p>}
            </>
          )
        }
      </Loaded>
      {settings && chosen && (
        <>
          <div className="row">
            <TextField
              id="print-copies"
              help={en.fields.mail.copies}
              label={words.copies}
              value={typed}
              inputMode="numeric"
              className="short"
              problem={badCopies ? words.badCopies : null}
              onChange={setCopies}
            />
            <SelectField
              id="print-sides"
              help={en.fields.mail.sides}
              label={words.sides}
              value={chosen.duplex ? settings.sides : "one-sided"}
              options={optionsOf(words.sidesOf).filter(([side]) => chosen.duplex || side === "one-sided")}
              onChange={(sides) => setChanged({ ...changed, sides })}
            />
            {chosen.trays.length > 0 && (
              <SelectField<string>
                id="print-tray"
                help={en.fields.mail.tray}
                label={words.tray}
                value={chosen.trays.includes(settings.tray) ? settings.tray : ""}
                options={[["", words.anyTray], ...chosen.trays.map((tray) => [tray, tray] as const)]}
                onChange={(tray) => setChanged({ ...changed, tray })}
              />
            )}
          </div>
          <SelectField
            id="print-envelopes"
            help={en.fields.mail.envelopes}
            label={words.envelopes}
            value={settings.envelopes}
            options={optionsOf(words.envelopesOf)}
            onChange={(envelopes) => setChanged({ ...changed, envelopes })}
          />
          {settings.envelopes !== "none" && (
            <CheckField
              id="print-window"
              help={en.fields.mail.window}
              label={words.window}
              checked={settings.window}
              onChange={(checked) => setChanged({ ...changed, window: checked })}
            />
          )}
          {letters.length > 1 && (
            <CheckField
              id="print-one-job"
              help={en.fields.mail.oneJob}
              label={words.oneJob}
              checked={settings.one_job}
              onChange={(checked) => setChanged({ ...changed, one_job: checked })}
            />
          )}
        </>
      )}
    </AskDialog>
  );
}

/** How far a printing is: for the dialog, and for the room while the dialog is closed. */
export function Progress({ total }: { total: number }) {
  const progress = usePrintProgress().data;
  const of = progress?.total || total;
  const done = progress?.done ?? 0;
  return (
    <div className="print-progress" data-testid="print-progress">
      <progress max={of} value={done} aria-label={words.progressLabel} />
      <p role="status" className={progress?.stuck ? "tone-late" : ""}>
        {words.doneOf(done, of)} {progress?.stopping ? words.stopping : progress?.words}
      </p>
      {progress?.stuck && !progress.stopping && <p className="quiet">{words.stuckHint}</p>}
    </div>
  );
}

function Report({ report, onClose }: { report: PrintReport; onClose: () => void }) {
  return (
    <AskDialog
      key="report"
      heading={words.report(report.printed, report.printer)}
      confirm={words.close}
      cancel={null}
      onCancel={onClose}
      onConfirm={onClose}
    >
      {report.not_printed.length > 0 && (
        <>
          <p>{words.notPrinted}</p>
          <ul className="plain">
            {report.not_printed.map((one) => (
              <li key={one.letter}>
                {one.number}: {one.reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {report.not_tried > 0 && <p>{words.notTried(report.not_tried)}</p>}
      {report.envelopes && <p>{words.envelopesNot(report.envelopes)}</p>}
      {report.printed > 0 && <p className="quiet">{words.thenPost}</p>}
    </AskDialog>
  );
}

function printerOf(printers: Printer[], name: string): Printer | undefined {
  return (
    printers.find((printer) => printer.name === name) ??
    printers.find((printer) => printer.default) ??
    printers[0]
  );
}

function nameWithState(printer: Printer): string {
  const state = printer.accepting ? words.stateOf[printer.state] : words.takesNone;
  return `${printer.words} (${printer.name}): ${state}`;
}

// The print room of the invented desk: one printer that works and one that stands still until it is stopped.
import type {
  LetterOfCase,
  LetterToPrint,
  Printer,
  PrintProgress,
  PrintReport,
  PrintSettings,
} from "../wire";
import type { FakeCase } from "./case";

const PRINTERS: Printer[] = [
  {
    name: "Front",
    words: "Front office",
    state: "idle",
    reason: "",
    accepting: true,
    default: true,
    duplex: true,
    trays: ["tray-1", "manual"],
  },
  {
    name: "Cellar",
    words: "Cellar",
    state: "stopped",
    reason: "The paper is jammed.",
    accepting: true,
    default: false,
    duplex: false,
    trays: [],
  },
];

export function createPrintRoom() {
  let settings: PrintSettings = {
    printer: "",
    copies: 1,
    sides: "one-sided",
    tray: "",
    envelopes: "none",
    window: false,
    one_job: false,
  };
  let progress: PrintProgress | null = null;
  let stop: (() => void) | null = null;

  const find = (cases: FakeCase[], asked: LetterOfCase) =>
    cases
      .find((one) => one.number === asked.number)
      ?.letters.find((letter) => letter.letter === asked.letter);

  return {
    printers: () => PRINTERS,
    settings: () => settings,
    progress: () => progress,
    stop: () => {
      if (progress) progress = { ...progress, stopping: true };
      stop?.();
    },
    waiting: (cases: FakeCase[]): LetterToPrint[] =>
      cases.flatMap((one) =>
        one.letters
          .filter((letter) => !letter.posted && !letter.emailed && !letter.queued && !letter.printed)
          .map((letter) => ({
            number: one.number,
            letter: letter.letter,
            name: letter.name,
            dated: letter.dated,
            to: one.intake.requester.name,
            not_printed: letter.not_printed,
            at_printer: null,
          })),
      ),
    async print(
      letters: LetterOfCase[],
      how: PrintSettings,
      cases: FakeCase[],
      today: string,
    ): Promise<PrintReport> {
      settings = how;
      const report: PrintReport = {
        printer: how.printer,
        printed: 0,
        not_printed: [],
        not_tried: 0,
        envelopes: null,
      };
      progress = { total: letters.length, done: 0, words: "", stuck: false, stopping: false };
      if (PRINTERS.find((printer) => printer.name === how.printer)?.state === "stopped") {
        progress.words = "The printer Cellar stands still. The paper is jammed.";
        progress.stuck = true;
        await new Promise<void>((stopped) => {
          stop = stopped;
        });
        stop = null;
        const first = letters[0];
        const letter = first && find(cases, first);
        if (first && letter) {
          letter.not_printed = "The printing was stopped.";
          report.not_printed.push({ ...first, reason: letter.not_printed });
        }
        report.not_tried = letters.length - report.not_printed.length;
      } else {
        for (const asked of letters) {
          const letter = find(cases, asked);
          if (letter) letter.printed = today;
          report.printed += 1;
        }
        await Promise.resolve();
      }
      progress = null;
      return report;
    },
  };
}

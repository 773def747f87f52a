// A table of numbers as a spreadsheet takes it from the clipboard: cells apart by tabs, rows by lines.
import { habits } from "../format/habits";

export type Cell = string | number;

export interface Sheet {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** The first row names the columns. A cell that a spreadsheet would take for a formula is written as text. */
export function tsv({ columns, rows }: Sheet): string {
  return [columns, ...rows].map((row) => row.map(cell).join("\t")).join("\n");
}

function cell(value: Cell): string {
  // A spreadsheet reads by the habits of the region: elsewhere `1.5` is the first of May.
  if (typeof value === "number") return String(value).replace(".", habits().decimal);
  const line = value.replace(/[\t\r\n]+/g, " ");
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}

/** Puts a text on the clipboard; false where the system does not let it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

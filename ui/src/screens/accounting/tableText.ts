// The accounting as a table that a spreadsheet takes: a tab between fields, a line for each entry.
import type { AccountingLine } from "../../backend/wire";
import { en } from "../../messages/en";

/** One field of the table: nothing in it can begin another field, another line, or a formula. */
function field(text: string): string {
  const plain = text.replace(/[\t\r\n]+/g, " ").trim();
  return /^[=+\-@]/.test(plain) ? `'${plain}` : plain;
}

export function tableText(lines: AccountingLine[]): string {
  const { fields, system } = en.accounting;
  const head = [fields.on, system, fields.nature, fields.purpose, fields.name, fields.address];
  const rows = lines.map(({ entry, system: of }) => [
    entry.on,
    of,
    entry.nature,
    entry.purpose,
    entry.name,
    entry.address,
  ]);
  return [head, ...rows].map((row) => row.map(field).join("\t")).join("\n");
}

// A picture with its numbers behind it: the table for whoever reads rather than looks, and the copy for a spreadsheet.
import { Button } from "@trussworks/react-uswds";
import { type ReactNode, useId } from "react";
import { useAnnounce } from "../components/Announcer";
import { number } from "../format/numbers";
import { en } from "../messages/en";
import { copyText, type Sheet, tsv } from "./sheet";

const words = en.charts;

interface Props {
  title: string;
  /** What the picture shows, as a sentence. */
  says: string;
  sheet: Sheet;
  children: ReactNode;
  /** Whether the picture is a table already, which needs none behind it. */
  isTable?: boolean;
}

export function Figure({ title, says, sheet, children, isTable = false }: Props) {
  const id = useId();
  const announce = useAnnounce();
  const copy = async () => {
    announce((await copyText(tsv(sheet))) ? words.copied(sheet.rows.length) : words.notCopied);
  };
  return (
    <section className="chart-section" aria-labelledby={id}>
      <div className="chart-head">
        <h2 id={id}>{title}</h2>
        <Button
          type="button"
          unstyled
          className="print-none"
          aria-label={words.copyOf(title)}
          onClick={() => void copy()}
        >
          {words.copy}
        </Button>
      </div>
      <p className="quiet">{says}</p>
      {sheet.rows.length === 0 ? <p className="chart-none">{words.nothing}</p> : children}
      {!isTable && sheet.rows.length > 0 && (
        <details className="chart-table">
          <summary>
            {words.asTable}
            <span className="sr-only">: {title}</span>
          </summary>
          <table className="usa-table">
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr>
                {sheet.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sheet.rows.map((row) => (
                <tr key={row.join("|")}>
                  {row.map((cell, at) =>
                    at === 0 ? (
                      <th key={sheet.columns[at]} scope="row">
                        {cell}
                      </th>
                    ) : (
                      <td key={sheet.columns[at]} className={typeof cell === "number" ? "number" : undefined}>
                        {typeof cell === "number" ? number(cell) : cell}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}

import { Link } from "@tanstack/react-router";
import type { LibraryAgencyView, SystemRow } from "../../backend/wire";
import { day } from "../../format/dates";
import { en } from "../../messages/en";

const words = en.systems;

interface Props {
  rows: SystemRow[];
  shown: string | undefined;
  q: string;
  /** The agencies with their names; systems stand under their agency, but in the order of a search. */
  agencies: LibraryAgencyView[];
}

export function SystemList({ rows, shown, q, agencies }: Props) {
  const inOrder = [...new Set(rows.map((row) => row.agency))];
  const nameOf = (agency: string) => agencies.find((one) => one.id === agency)?.name ?? agency;
  return (
    <nav aria-label={words.list}>
      {inOrder.map((agency) => (
        <section key={agency} aria-labelledby={`agency-${agency}`}>
          <h2 id={`agency-${agency}`}>{nameOf(agency)}</h2>
          <ul>
            {rows
              .filter((row) => row.agency === agency)
              .map((row) => (
                <li key={row.number}>
                  <Link
                    to="/systems/$number"
                    params={{ number: row.number }}
                    search={(before) => ({ q: q || undefined, agency: before.agency })}
                    data-row={row.number}
                    aria-current={row.number === shown ? "true" : undefined}
                    data-testid={`system-row-${row.number}`}
                  >
                    <span className="number">{row.number}</span>
                    <span>{row.name}</span>
                    <span className="quiet">{standing(row)}</span>
                    {row.found && (
                      <span className="found">
                        {row.found.heading}: “{row.found.quote}”
                      </span>
                    )}
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function standing(row: SystemRow): string {
  const newest = row.revisions.at(-1);
  const since = newest ? words.inForce(day(newest.effective_from)) : "";
  const standing =
    row.revisions.length > 1 ? `${since} · ${words.revisionCount(row.revisions.length)}` : since;
  return row.rescinded ? `${words.rescinded} · ${standing}` : standing;
}

import { Link } from "@tanstack/react-router";
import type { SystemRow } from "../../backend/wire";
import { day } from "../../format/dates";
import { en } from "../../messages/en";

const words = en.systems;

interface Props {
  rows: SystemRow[];
  shown: string | undefined;
  q: string;
}

export function SystemList({ rows, shown, q }: Props) {
  const agencies = [...new Set(rows.map((row) => row.agency))];
  return (
    <nav aria-label={words.list}>
      {agencies.map((agency) => (
        <section key={agency} aria-labelledby={`agency-${agency}`}>
          <h2 id={`agency-${agency}`}>{en.terms.agency[agency] ?? agency}</h2>
          <ul>
            {rows
              .filter((row) => row.agency === agency)
              .map((row) => (
                <li key={row.number}>
                  <Link
                    to="/systems/$number"
                    params={{ number: row.number }}
                    search={{ q: q || undefined }}
                    data-row={row.number}
                    aria-current={row.number === shown ? "true" : undefined}
                    data-testid={`system-row-${row.number}`}
                  >
                    <span className="number">{row.number}</span>
                    <span>{row.name}</span>
                    <span className="quiet">{standing(row)}</span>
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
  return row.revisions.length > 1 ? `${since} · ${words.revisionCount(row.revisions.length)}` : since;
}

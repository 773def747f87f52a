import { Link, useNavigate } from "@tanstack/react-router";
import { Table } from "@trussworks/react-uswds";
import type { CaseRow, Nearness } from "../../backend/wire";
import { day } from "../../format/dates";
import { toneOf } from "../../format/nearness";
import { en } from "../../messages/en";

const words = en.worklist;
const ORDER = Object.keys(en.terms.nearness) as Nearness[];

export function CaseTable({ rows }: { rows: CaseRow[] }) {
  const groups = ORDER.map((nearness) => ({
    nearness,
    rows: rows.filter((row) => row.nearness === nearness),
  }));
  const { columns } = words;
  return (
    <Table compact fullWidth bordered={false} className="cases">
      <caption className="sr-only">{words.title}</caption>
      <colgroup>
        {["number", "requester", "kind", "system", "next", "by", "left"].map((name) => (
          <col key={name} className={`col-${name}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.requester}</th>
          <th scope="col">{columns.kind}</th>
          <th scope="col">{columns.system}</th>
          <th scope="col">{columns.next}</th>
          <th scope="col">{columns.by}</th>
          <th scope="col">{columns.left}</th>
        </tr>
      </thead>
      {groups.map(
        (group) =>
          group.rows.length > 0 && (
            <tbody key={group.nearness}>
              <tr className={`group group-${group.nearness}`}>
                <th scope="rowgroup" colSpan={7}>
                  {en.terms.nearness[group.nearness]} <span className="count">{group.rows.length}</span>
                </th>
              </tr>
              {group.rows.map((row) => (
                <Row key={row.number} row={row} />
              ))}
            </tbody>
          ),
      )}
    </Table>
  );
}

function Row({ row }: { row: CaseRow }) {
  const navigate = useNavigate();
  const tone = row.nearness === "closed" ? "calm" : toneOf(row.working_days_left);
  return (
    <tr
      data-testid={`worklist-row-${row.number}`}
      className={`case-row tone-${tone}`}
      onClick={(event) => {
        if ((event.target as HTMLElement).closest("a")) return;
        void navigate({ to: "/case/$number", params: { number: row.number } });
      }}
    >
      <th scope="row" className="number">
        <Link
          to="/case/$number"
          params={{ number: row.number }}
          data-row={row.number}
          data-testid={`case-${row.number}`}
        >
          {row.number}
        </Link>
      </th>
      <td className="cut" title={row.requester}>
        {row.requester}
      </td>
      <td>{row.kinds.map((kind) => en.terms.kindShort[kind]).join(", ")}</td>
      <td className="system">{row.system ?? <span className="quiet">{words.noSystem}</span>}</td>
      <td className="cut next" title={row.next}>
        {row.next}
      </td>
      <td className="by">
        {row.next_by ? (
          <time dateTime={row.next_by}>{day(row.next_by)}</time>
        ) : (
          <span className="quiet">{words.noDay}</span>
        )}
      </td>
      <td className="left">
        {row.nearness !== "closed" && row.working_days_left !== null && (
          <span>{en.common.workingDaysLeft(row.working_days_left)}</span>
        )}
      </td>
    </tr>
  );
}

import { Link, useNavigate } from "@tanstack/react-router";
import { Table } from "@trussworks/react-uswds";
import type { CaseRow, Nearness } from "../../backend/wire";
import { day } from "../../format/dates";
import { toneOf } from "../../format/nearness";
import { en } from "../../messages/en";
import type { Chosen } from "./useChosen";

const words = en.worklist;
const ORDER = Object.keys(en.terms.nearness) as Nearness[];
const COLUMNS = ["choose", "number", "requester", "kind", "system", "next", "by", "left", "who"] as const;
/** What is left of them beside the preview, which tells the rest. */
const BESIDE = ["choose", "number", "requester", "next", "left"] as const;

interface Props {
  rows: CaseRow[];
  chosen: Chosen;
  /** Whether the case of the row is shown beside the list. */
  beside: boolean;
  /** Hears which row has the focus. */
  onHere: (number: string) => void;
}

export function CaseTable({ rows, chosen, beside, onHere }: Props) {
  const columns: readonly (typeof COLUMNS)[number][] = beside ? BESIDE : COLUMNS;
  const groups = ORDER.map((nearness) => ({
    nearness,
    rows: rows.filter((row) => row.nearness === nearness),
  }));
  const all = rows.every((row) => chosen.has(row.number));
  const some = chosen.selection.length > 0 && !all;
  return (
    <Table compact fullWidth bordered={false} className={beside ? "cases beside" : "cases"}>
      <caption className="sr-only">{words.title}</caption>
      <colgroup>
        {columns.map((name) => (
          <col key={name} className={`col-${name}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((name) =>
            name === "choose" ? (
              <th key={name} scope="col" className="choose">
                <span className="sr-only">{words.columns.choose}</span>
                <input
                  type="checkbox"
                  ref={(box) => {
                    if (box) box.indeterminate = some;
                  }}
                  aria-label={words.chooseAll}
                  checked={all}
                  onChange={() => chosen.all(rows, !all)}
                />
              </th>
            ) : (
              <th key={name} scope="col">
                {words.columns[name]}
              </th>
            ),
          )}
        </tr>
      </thead>
      {groups.map(
        (group) =>
          group.rows.length > 0 && (
            <tbody key={group.nearness}>
              <tr className={`group group-${group.nearness}`}>
                <th scope="rowgroup" colSpan={columns.length}>
                  {en.terms.nearness[group.nearness]} <span className="count">{group.rows.length}</span>
                </th>
              </tr>
              {group.rows.map((row) => (
                <Row key={row.number} row={row} chosen={chosen} beside={beside} onHere={onHere} />
              ))}
            </tbody>
          ),
      )}
    </Table>
  );
}

function Row({ row, chosen, beside, onHere }: Omit<Props, "rows"> & { row: CaseRow }) {
  const navigate = useNavigate();
  const tone = row.nearness === "closed" ? "calm" : toneOf(row.working_days_left);
  const isChosen = chosen.has(row.number);
  return (
    <tr
      data-testid={`worklist-row-${row.number}`}
      className={`case-row tone-${tone}${isChosen ? " is-chosen" : ""}`}
      onFocus={() => onHere(row.number)}
      onClick={(event) => {
        if ((event.target as HTMLElement).closest("a, input")) return;
        void navigate({ to: "/case/$number", params: { number: row.number } });
      }}
    >
      <td className="choose">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={words.chooseOne(row.number)}
          checked={isChosen}
          onChange={() => chosen.toggle(row)}
        />
      </td>
      <th scope="row" className="number">
        <Link
          to="/case/$number"
          params={{ number: row.number }}
          data-row={row.number}
          data-testid={`case-${row.number}`}
        >
          {row.number}
        </Link>
        <Marks row={row} />
      </th>
      <td className="cut" title={row.requester}>
        {row.requester}
      </td>
      {!beside && (
        <>
          <td className="kind">{row.kinds.map((kind) => en.terms.kindShort[kind]).join(", ")}</td>
          <td className="system">{row.system ?? <span className="quiet">{words.noSystem}</span>}</td>
        </>
      )}
      <td className="next" title={row.next}>
        <span>{row.next}</span>
      </td>
      {!beside && (
        <td className="by">
          {row.next_by ? (
            <time dateTime={row.next_by}>{day(row.next_by)}</time>
          ) : (
            <span className="quiet">{words.noDay}</span>
          )}
        </td>
      )}
      <td className="left">
        {row.nearness !== "closed" && row.working_days_left !== null && (
          <span>{en.common.workingDaysLeft(row.working_days_left)}</span>
        )}
      </td>
      {!beside && (
        <td className="cut" title={row.assignee}>
          {row.assignee === "" ? <span className="quiet">{words.nobodyYet}</span> : row.assignee}
        </td>
      )}
    </tr>
  );
}

/** Signs beside the number, each with its word for who does not see it. */
function Marks({ row }: { row: CaseRow }) {
  const marks = [
    row.watched && ["◉", words.watching],
    row.held && ["‖", words.held],
    row.restricted && ["⊘", words.restricted],
  ].filter((mark): mark is string[] => mark !== false);
  return marks.map(([sign, word]) => (
    <span key={word} className="mark-of-case" title={word}>
      <span aria-hidden="true"> {sign}</span>
      <span className="sr-only"> {word}</span>
    </span>
  ));
}

import { Link, useNavigate } from "@tanstack/react-router";
import { Table } from "@trussworks/react-uswds";
import { Fragment, type ReactNode } from "react";
import type { CaseRow, Nearness } from "../../backend/wire";
import { useMedia } from "../../components/useMedia";
import { day } from "../../format/dates";
import { toneOf } from "../../format/nearness";
import { en } from "../../messages/en";
import type { Chosen } from "./useChosen";

const words = en.worklist;
const ORDER = Object.keys(en.terms.nearness) as Nearness[];
const COLUMNS = ["choose", "number", "requester", "kind", "system", "next", "by", "left", "who"] as const;
type Column = (typeof COLUMNS)[number];

/** What stands in the table, by the room there is; what is left out, the preview tells. Nothing is moved sideways. */
const LAYOUTS = {
  wide: COLUMNS,
  /** At 125 %: without what the next step mostly says as well. */
  middling: ["choose", "number", "requester", "next", "by", "left", "who"],
  /** Beside the preview. */
  beside: ["choose", "number", "requester", "next", "left"],
  /** At 150 % and more: the requester below the number, the time left below the day. */
  narrow: ["choose", "number", "next", "by"],
} as const satisfies Record<string, readonly Column[]>;
type Layout = keyof typeof LAYOUTS;

/** By the widths at which _narrow.scss rearranges the screens. */
function useLayout(beside: boolean): Layout {
  const narrow = useMedia("(max-width: 62rem)");
  const middling = useMedia("(max-width: 73rem)");
  return narrow ? "narrow" : beside ? "beside" : middling ? "middling" : "wide";
}

interface Props {
  rows: CaseRow[];
  chosen: Chosen;
  /** Whether the case of the row is shown beside the list. */
  beside: boolean;
  /** Hears which row has the focus. */
  onHere: (number: string) => void;
}

export function CaseTable({ rows, chosen, beside, onHere }: Props) {
  const layout = useLayout(beside);
  const columns: readonly Column[] = LAYOUTS[layout];
  const groups = ORDER.map((nearness) => ({
    nearness,
    rows: rows.filter((row) => row.nearness === nearness),
  }));
  const all = rows.every((row) => chosen.has(row.number));
  const some = chosen.selection.length > 0 && !all;
  return (
    <Table compact fullWidth bordered={false} className={`cases ${layout}`}>
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
                <Row key={row.number} row={row} chosen={chosen} layout={layout} onHere={onHere} />
              ))}
            </tbody>
          ),
      )}
    </Table>
  );
}

interface RowProps extends Pick<Props, "chosen" | "onHere"> {
  row: CaseRow;
  layout: Layout;
}

function Row({ row, chosen, layout, onHere }: RowProps) {
  const navigate = useNavigate();
  const tone = row.nearness === "closed" ? "calm" : toneOf(row.working_days_left);
  const isChosen = chosen.has(row.number);
  const kinds = row.kinds.map((kind) => en.terms.kindShort[kind]).join(", ");
  const left =
    row.nearness === "closed" || row.working_days_left === null
      ? null
      : en.common.workingDaysLeft(row.working_days_left);
  const cells: Record<Column, ReactNode> = {
    choose: (
      <td className="choose">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={words.chooseOne(row.number)}
          checked={isChosen}
          onChange={() => chosen.toggle(row)}
        />
      </td>
    ),
    number: (
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
        {layout === "narrow" && (
          <>
            {" "}
            <span className="below cut" title={`${row.requester} · ${kinds}`}>
              {row.requester} <span className="quiet">· {kinds}</span>
            </span>
          </>
        )}
      </th>
    ),
    requester: (
      <td className="cut" title={row.requester}>
        {row.requester}
      </td>
    ),
    kind: <td className="kind">{kinds}</td>,
    system: <td className="system">{row.system ?? <span className="quiet">{words.noSystem}</span>}</td>,
    next: (
      <td className="next" title={row.next}>
        <span>{row.next}</span>
      </td>
    ),
    by: (
      <td className="by">
        {row.next_by ? (
          <time dateTime={row.next_by}>{day(row.next_by)}</time>
        ) : (
          <span className="quiet">{words.noDay}</span>
        )}
        {layout === "narrow" && left && (
          <>
            {" "}
            <span className="below">{left}</span>
          </>
        )}
      </td>
    ),
    left: <td className="left">{left && <span>{left}</span>}</td>,
    who: (
      <td className="cut" title={row.assignee}>
        {row.assignee === "" ? <span className="quiet">{words.nobodyYet}</span> : row.assignee}
      </td>
    ),
  };
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
      {LAYOUTS[layout].map((name) => (
        <Fragment key={name}>{cells[name]}</Fragment>
      ))}
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

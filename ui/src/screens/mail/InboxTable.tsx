import { Link, useNavigate } from "@tanstack/react-router";
import { Table } from "@trussworks/react-uswds";
import type { IncomingRow } from "../../backend/wire";
import { useMedia } from "../../components/useMedia";
import { day } from "../../format/dates";
import { number } from "../../format/numbers";
import { senderOf, titleOf } from "../../incoming/IncomingWords";
import { en } from "../../messages/en";

const words = en.incoming;

interface Props {
  rows: IncomingRow[];
  /** Hears which row has the focus. */
  onHere: (id: string) => void;
}

export function InboxTable({ rows, onHere }: Props) {
  // By the width at which _narrow.scss rearranges the screens: the sender then stands below the subject.
  const narrow = useMedia("(max-width: 62rem)");
  const { columns } = words;
  return (
    <Table compact fullWidth bordered={false} className={`incoming-rows ${narrow ? "narrow" : ""}`}>
      <caption className="sr-only">{words.inbox}</caption>
      <thead>
        <tr>
          {!narrow && (
            <th scope="col" className="col-from">
              {columns.from}
            </th>
          )}
          <th scope="col">{columns.subject}</th>
          <th scope="col" className="col-received">
            {columns.received}
          </th>
          {!narrow && (
            <>
              <th scope="col" className="col-parts amount">
                {columns.parts}
              </th>
              <th scope="col" className="col-case">
                {columns.case}
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} narrow={narrow} onHere={onHere} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ row, narrow, onHere }: { row: IncomingRow; narrow: boolean; onHere: Props["onHere"] }) {
  const navigate = useNavigate();
  const sender = senderOf(row);
  const names = row.case_number === null ? "" : words.names(row.case_number);
  return (
    <tr
      data-testid={`incoming-${row.id}`}
      onFocus={() => onHere(row.id)}
      onClick={(event) => {
        if ((event.target as HTMLElement).closest("a")) return;
        void navigate({ to: "/mail/in/$id", params: { id: row.id } });
      }}
    >
      {!narrow && (
        <td className="cut" title={row.from_address}>
          {row.form === "scan" ? <span className="quiet">{sender}</span> : sender}
        </td>
      )}
      <th scope="row">
        <Link to="/mail/in/$id" params={{ id: row.id }} data-row={row.id}>
          {titleOf(row)}
        </Link>
        {narrow && (
          <>
            {" "}
            <span className="below">
              {sender}
              {names !== "" && <span className="quiet"> · {names}</span>}
            </span>
          </>
        )}
      </th>
      <td className="nowrap">
        <time dateTime={row.received}>{day(row.received)}</time>
      </td>
      {!narrow && (
        <>
          <td className="amount">{row.form === "scan" || row.parts === 0 ? "" : number(row.parts)}</td>
          <td className="nowrap">{names}</td>
        </>
      )}
    </tr>
  );
}

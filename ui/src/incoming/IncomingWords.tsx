// Who wrote, to whom and when, and the words themselves: as plain text, whatever the message asks to be drawn.
import type { IncomingRow, IncomingView } from "../backend/wire";
import { day } from "../format/dates";
import { en } from "../messages/en";

const words = en.incoming;

/** What it is called in lists and headings. */
export function titleOf({ subject }: Pick<IncomingRow, "subject">): string {
  return subject.trim() === "" ? words.noSubject : subject;
}

/** Who sent it, as a list shows it. */
export function senderOf({ form, from_name, from_address }: IncomingRow): string {
  if (form === "scan") return words.scan;
  return from_name === "" ? from_address : from_name;
}

export function IncomingFacts({ view }: { view: IncomingView }) {
  const { row, to, sent } = view;
  const isMessage = row.form === "message";
  return (
    <dl className="facts">
      {isMessage && (
        <>
          <dt>{words.from}</dt>
          <dd>
            {row.from_name} <span className="quiet">{row.from_address}</span>
          </dd>
          <dt>{words.to}</dt>
          <dd>{to}</dd>
          <dt>{words.dated}</dt>
          <dd>{sent ? <time dateTime={sent}>{day(sent)}</time> : words.noDate}</dd>
        </>
      )}
      <dt>{words.received}</dt>
      <dd>
        <time dateTime={row.received}>{day(row.received)}</time>
      </dd>
      <dt>{words.takenIn}</dt>
      <dd>{words.takenInBy(row.added_by, day(row.added_on))}</dd>
    </dl>
  );
}

export function IncomingText({ text }: { text: string }) {
  if (text.trim() === "") return <p className="quiet">{words.noWords}</p>;
  return <p className="their-words incoming-text">{text}</p>;
}

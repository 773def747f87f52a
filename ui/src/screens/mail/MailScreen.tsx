import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Table } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { OutboxRow } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { Empty } from "../../components/Empty";
import { Loaded } from "../../components/Loading";
import { RefusalNotice } from "../../components/RefusalNotice";
import { ScreenTitle } from "../../components/ScreenTitle";
import { day } from "../../format/dates";
import { useHotkeys } from "../../hotkeys/registry";
import { en } from "../../messages/en";
import { keys, useMailSettings, useOutbox } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";
import { InboxPart } from "./InboxPart";
import { PrintRoom } from "./PrintRoom";
import { ServerForm } from "./ServerForm";

const words = en.mail;

export function MailScreen() {
  const backend = useBackend();
  const client = useQueryClient();
  const announce = useAnnounce();
  const outbox = useOutbox();
  const settings = useMailSettings();
  const { busy, refusal, ask } = useAsk();
  const [said, setSaid] = useState("");
  const waiting = outbox.data?.some((row) => row.state !== "sent") ?? false;

  async function send() {
    const report = await ask(() => backend.sendMail());
    for (const queryKey of [keys.outbox, keys.worklist, ["case"]])
      void client.invalidateQueries({ queryKey });
    if (!report) return;
    const sentence = words.report(report.sent, report.failed);
    setSaid(sentence);
    announce(sentence);
  }

  useHotkeys([
    {
      id: "send",
      keys: "s",
      label: en.keys.send,
      group: "here",
      run: () => {
        if (waiting && !busy) void send();
      },
    },
  ]);

  return (
    <div className="mail">
      <header className="bar">
        <ScreenTitle title={words.title} />
      </header>
      <InboxPart />
      <section aria-labelledby="outbox-heading">
        <div className="section-bar">
          <h2 id="outbox-heading">{words.outbox}</h2>
          <Button
            type="button"
            outline={!waiting}
            disabled={busy || !waiting}
            onClick={() => void send()}
            data-testid="send-mail"
          >
            {busy ? words.sending : words.send}
          </Button>
          <span>{said}</span>
        </div>
        <RefusalNotice refusal={refusal} />
        {settings.data === null && <p className="tone-soon">{words.noServer}</p>}
        <Loaded query={outbox}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty words={words.empty} hint={words.emptyHint}>
                <Link to="/">{en.common.lost.toWorklist}</Link>
              </Empty>
            ) : (
              <Outbox rows={rows} />
            )
          }
        </Loaded>
      </section>
      <PrintRoom isNext={!waiting} />
      <section aria-labelledby="server-heading" className="server">
        <h2 id="server-heading">{words.server}</h2>
        <p className="quiet">{words.serverWords}</p>
        <Loaded query={settings}>{(saved) => <ServerForm saved={saved} />}</Loaded>
      </section>
    </div>
  );
}

function Outbox({ rows }: { rows: OutboxRow[] }) {
  const { columns } = words;
  return (
    <Table compact fullWidth bordered={false}>
      <caption className="sr-only">{words.outbox}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.case}</th>
          <th scope="col">{columns.letter}</th>
          <th scope="col">{columns.to}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.queued}</th>
          <th scope="col" className="amount">
            {columns.tries}
          </th>
          <th scope="col">{columns.reason}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-testid={`outbox-row-${row.case_number}`}>
            <th scope="row" className="number">
              <Link to="/case/$number" params={{ number: row.case_number }}>
                {row.case_number}
              </Link>
            </th>
            <td>
              <Link
                to="/case/$number/letter/$letter"
                params={{ number: row.case_number, letter: row.letter }}
              >
                {row.letter_name}
              </Link>
            </td>
            <td className="cut" title={row.to}>
              {row.to}
            </td>
            <td className={row.state === "failed" ? "tone-late" : ""}>{en.terms.mailState[row.state]}</td>
            <td className="nowrap">{day(row.queued_on)}</td>
            <td className="amount">{row.tries}</td>
            <td>{row.reason}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

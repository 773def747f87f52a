import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Table } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { AccountingLine } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { Cite } from "../../components/Cite";
import { ReasonDialog } from "../../components/ReasonDialog";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { keys } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";

const words = en.accounting;

export function DisclosureTable({ lines }: { lines: AccountingLine[] }) {
  const [striking, setStriking] = useState<AccountingLine | null>(null);
  const { columns } = words;
  return (
    <>
      <Table compact fullWidth bordered={false} className="disclosures">
        <caption className="sr-only">{words.title}</caption>
        <thead>
          <tr>
            {Object.entries(columns).map(([name, heading]) => (
              <th key={name} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.entry.id} className={line.struck === null ? "" : "struck"}>
              <th scope="row">
                <time dateTime={line.entry.on}>{day(line.entry.on)}</time>
              </th>
              <td>{line.system}</td>
              <td>
                {line.entry.name}
                <br />
                <span className="quiet">{line.entry.address}</span>
              </td>
              <td>
                {line.entry.nature}
                <br />
                <span className="quiet">{line.entry.purpose}</span>
              </td>
              <td>{en.terms.disclosureBasis[line.entry.basis]}</td>
              <td>
                {line.rule.shown ? words.shown : words.heldBack}
                {line.rule.discretionary && `, ${words.discretion}`} <Cite>{line.rule.cite}</Cite>
              </td>
              <td>
                {line.struck !== null ? (
                  words.struck(line.struck)
                ) : (
                  <Button
                    type="button"
                    unstyled
                    aria-label={words.strikeOf(line.entry.name, day(line.entry.on))}
                    onClick={() => setStriking(line)}
                  >
                    {words.strike}
                  </Button>
                )}
                {line.case_number && (
                  <>
                    {" "}
                    <Link to="/case/$number" params={{ number: line.case_number }}>
                      {words.fromCase(line.case_number)}
                    </Link>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {striking && <Strike line={striking} onClose={() => setStriking(null)} />}
    </>
  );
}

function Strike({ line, onClose }: { line: AccountingLine; onClose: () => void }) {
  const backend = useBackend();
  const client = useQueryClient();
  const announce = useAnnounce();
  const asking = useAsk();

  async function strike(reason: string) {
    // A refusal leaves the dialog open with the sentence of the desk; null is the answer where it was done.
    const done = await asking.ask(async () => {
      await backend.strikeDisclosure(line.entry.id, reason);
      return true;
    });
    if (!done) return false;
    announce(words.strikeDone);
    void client.invalidateQueries({ queryKey: keys.accounting });
    return true;
  }

  return (
    <ReasonDialog
      id="strike-reason"
      form={`disclosure-strike/${line.entry.id}`}
      heading={words.strikeAsk}
      words={words.strikeWords}
      label={words.strikeWhy}
      confirm={words.strike}
      asking={asking}
      onReason={strike}
      onClose={onClose}
    />
  );
}

// What waits for the printer: issued letters that go by post, in the order of their issue.
import { Link } from "@tanstack/react-router";
import { Button, Table } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { LetterOfCase, LetterToPrint } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { Empty } from "../../components/Empty";
import { Loaded } from "../../components/Loading";
import { RefusalNotice } from "../../components/RefusalNotice";
import { day } from "../../format/dates";
import { useHotkeys } from "../../hotkeys/registry";
import { en } from "../../messages/en";
import { useLettersToPrint, usePrintProgress, usePrintSettings } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";
import { PrintDialog, Progress } from "./PrintDialog";

const words = en.printing;

interface Props {
  /** Whether printing is what comes next in this room. */
  isNext: boolean;
}

export function PrintRoom({ isNext }: Props) {
  const backend = useBackend();
  const announce = useAnnounce();
  const waiting = useLettersToPrint();
  const settings = usePrintSettings();
  const progress = usePrintProgress().data;
  const { busy, refusal, ask } = useAsk();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<LetterOfCase[] | null>(null);
  const [said, setSaid] = useState("");
  const letters = (waiting.data ?? [])
    .filter((row) => !left.has(row.letter))
    .map(({ number, letter }) => ({ number, letter }));
  const can = letters.length > 0 && !progress;

  async function save() {
    const how = settings.data;
    if (!how) return;
    const saved = await ask(async () => ({ file: await backend.saveBatch(letters, how) }));
    if (!saved) return;
    const sentence = saved.file === null ? en.letters.saveCancelled : words.saved(saved.file);
    setSaid(sentence);
    announce(sentence);
  }

  useHotkeys([
    {
      id: "print-batch",
      keys: "p",
      label: words.key,
      group: "here",
      run: () => {
        if (can && !asked) setAsked(letters);
      },
    },
  ]);

  return (
    <section aria-labelledby="print-heading">
      <div className="section-bar">
        <h2 id="print-heading">{words.room}</h2>
        <Button
          type="button"
          outline={!(can && isNext)}
          disabled={!can}
          onClick={() => setAsked(letters)}
          data-testid="print-batch"
        >
          {words.print(letters.length)}
        </Button>
        <Button
          type="button"
          outline
          disabled={!can || busy}
          onClick={() => void save()}
          data-testid="save-batch"
        >
          {words.saveAsOne}
        </Button>
        <span>{said}</span>
      </div>
      <RefusalNotice refusal={refusal} />
      {progress && !asked && (
        <div className="print-under-way">
          <Progress total={progress.total} />
          <Button
            type="button"
            outline
            onClick={() => void ask(() => backend.stopPrinting())}
            data-testid="stop-printing"
          >
            {words.stop}
          </Button>
        </div>
      )}
      <Loaded query={waiting}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty words={words.empty} hint={words.emptyHint}>
              <Link to="/">{en.common.lost.toWorklist}</Link>
            </Empty>
          ) : (
            <Waiting rows={rows} left={left} onLeft={setLeft} />
          )
        }
      </Loaded>
      {asked && <PrintDialog letters={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

interface WaitingProps {
  rows: LetterToPrint[];
  /** The letters that are left out of the batch. */
  left: ReadonlySet<string>;
  onLeft: (left: ReadonlySet<string>) => void;
}

function Waiting({ rows, left, onLeft }: WaitingProps) {
  const { columns } = words;
  function turn(letter: string) {
    const next = new Set(left);
    if (!next.delete(letter)) next.add(letter);
    onLeft(next);
  }
  return (
    <Table compact fullWidth bordered={false}>
      <caption className="sr-only">{words.room}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.print}</th>
          <th scope="col">{columns.case}</th>
          <th scope="col">{columns.letter}</th>
          <th scope="col">{columns.to}</th>
          <th scope="col">{columns.dated}</th>
          <th scope="col">{columns.why}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.letter} data-testid={`to-print-${row.number}`}>
            <td>
              <input
                type="checkbox"
                checked={!left.has(row.letter)}
                aria-label={words.include(row.name, row.number)}
                onChange={() => turn(row.letter)}
              />
            </td>
            <th scope="row" className="number">
              <Link to="/case/$number" params={{ number: row.number }}>
                {row.number}
              </Link>
            </th>
            <td>
              <Link to="/case/$number/letter/$letter" params={{ number: row.number, letter: row.letter }}>
                {row.name}
              </Link>
            </td>
            <td className="cut" title={row.to}>
              {row.to}
            </td>
            <td className="nowrap">{day(row.dated)}</td>
            <td className="tone-late">{row.at_printer ?? row.not_printed}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

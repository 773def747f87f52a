// What came by e-mail or as a scan and waits: taken in as a request, put into a case, or set aside, each with one key.
import { useNavigate } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useRef, useState } from "react";
import type { IncomingRow } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { Empty } from "../../components/Empty";
import { Loaded } from "../../components/Loading";
import { RefusalNotice } from "../../components/RefusalNotice";
import { useHotkeys } from "../../hotkeys/registry";
import { useRowMoves } from "../../hotkeys/useListKeys";
import { CameReport } from "../../incoming/CameReport";
import { SetAsideDialog } from "../../incoming/SetAsideDialog";
import { sentencesOf, useCame, useTakeIn } from "../../incoming/useTakeIn";
import { en } from "../../messages/en";
import { useInbox } from "../../queries/inbox";
import { useBeginWith } from "../intake/useBeginWith";
import { InboxTable } from "./InboxTable";
import { SetAsideOnes } from "./SetAsideOnes";

const words = en.incoming;

export function InboxPart() {
  const inbox = useInbox();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const taking = useTakeIn();
  const { show } = useCame("inbox");
  const { begin, refusal, question } = useBeginWith();
  const list = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [here, setHere] = useState<string | null>(null);
  const [asiding, setAsiding] = useState<IncomingRow | null>(null);
  const waiting = inbox.data?.waiting ?? [];
  const row = waiting.find((one) => one.id === here);

  async function choose() {
    const taken = await taking.choose();
    if (taken) show({ sentences: sentencesOf(taken), notices: false });
  }

  /** The row after the one that leaves the list, or the one before, keeps the focus in it. */
  function stayInList(left: IncomingRow) {
    const at = waiting.findIndex((one) => one.id === left.id);
    const next = waiting[at + 1] ?? waiting[at - 1];
    requestAnimationFrame(() => {
      const link = next && list.current?.querySelector<HTMLElement>(`[data-row="${next.id}"]`);
      (link || heading.current)?.focus();
    });
  }

  /** Does it to the row that has the focus, or says how to get to one. */
  const onRow = (run: (here: IncomingRow) => void) => () => (row ? run(row) : announce(words.noRow));

  useRowMoves(list);
  const own = { group: "here" } as const;
  useHotkeys([
    { ...own, id: "next-of-row", keys: "a", label: words.keys.request, run: onRow(({ id }) => begin(id)) },
    {
      ...own,
      id: "into-case",
      keys: "c",
      label: words.keys.case,
      run: onRow(({ id }) => void navigate({ to: "/mail/in/$id", params: { id }, search: { do: "case" } })),
    },
    { ...own, id: "set-aside", keys: "e", label: words.keys.aside, run: onRow(setAsiding) },
  ]);

  return (
    <section aria-labelledby="inbox-heading" className="inbox">
      <div className="section-bar">
        <h2 id="inbox-heading" ref={heading} tabIndex={-1}>
          {words.inbox}
        </h2>
        <Button
          type="button"
          outline
          disabled={taking.busy}
          onClick={() => void choose()}
          data-testid="take-in"
        >
          {taking.busy ? words.takingIn : words.takeIn}{" "}
          <span className="key" aria-hidden="true">
            i
          </span>
        </Button>
        <span className="quiet">{inbox.data && words.count(waiting.length)}</span>
      </div>
      <RefusalNotice refusal={taking.refusal ?? refusal} />
      <CameReport room="inbox" onAway={() => heading.current?.focus()} />
      <div ref={list}>
        <Loaded query={inbox}>
          {(loaded) =>
            loaded.waiting.length === 0 ? (
              <Empty words={words.empty} hint={words.emptyHint} />
            ) : (
              <>
                <InboxTable rows={loaded.waiting} onHere={setHere} />
                <p className="inbox-keys" aria-hidden="true">
                  {words.footer}
                </p>
              </>
            )
          }
        </Loaded>
      </div>
      <SetAsideOnes rows={inbox.data?.set_aside ?? []} />
      {asiding && (
        <SetAsideDialog row={asiding} onDone={() => stayInList(asiding)} onClose={() => setAsiding(null)} />
      )}
      {question}
    </section>
  );
}

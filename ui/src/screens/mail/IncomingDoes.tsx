// What to do with a message or a scan. Where it names a case of this desk, that case is the likely place for it.
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useEffect, useState } from "react";
import { useBackend } from "../../backend/context";
import type { IncomingRow } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { RefusalNotice } from "../../components/RefusalNotice";
import { TextField } from "../../components/TextField";
import { day } from "../../format/dates";
import { useHotkeys } from "../../hotkeys/registry";
import { DestroyDialog } from "../../incoming/DestroyDialog";
import type { Entered } from "../../incoming/entered";
import { SetAsideDialog } from "../../incoming/SetAsideDialog";
import { usePutBack } from "../../incoming/usePutBack";
import { en } from "../../messages/en";
import { useCaseChanged } from "../../queries/desk";
import { useInboxChanged } from "../../queries/inbox";
import { useAsk } from "../../queries/useAsk";
import { useBeginWith } from "../intake/useBeginWith";
import { useWhoseCase, WhoseCase } from "./WhoseCase";

const route = getRouteApi("/mail/in/$id");
const words = en.incoming;
const NUMBER = "incoming-case-number";

interface Props {
  row: IncomingRow;
  entered: Entered;
  onNumber: (number: string) => void;
  /** Forgets what was entered: the message is in a case now. */
  onFiled: () => Promise<void>;
}

export function IncomingDoes(props: Props) {
  return (
    <section className="next-panel" aria-labelledby="does-heading" data-testid="incoming-does">
      <h2 id="does-heading">{words.next}</h2>
      {props.row.set_aside ? <IsAside row={props.row} /> : <Waits {...props} />}
    </section>
  );
}

function Waits({ row, entered, onNumber, onFiled }: Props) {
  const { number } = entered;
  const whose = useWhoseCase(number);
  const navigate = useNavigate();
  const { busy, refusal: notBegun, begin, question } = useBeginWith();
  const filing = useFiling(row, entered, onFiled);
  const [asiding, setAsiding] = useState(false);
  const named = row.case_number !== null;
  const asked = route.useSearch().do === "case";

  const takeIn = () => begin(row.id);
  const toNumber = () => document.getElementById(NUMBER)?.focus();
  useEffect(() => {
    if (asked) document.getElementById(NUMBER)?.focus();
  }, [asked]);
  useEnterOnHeading(named ? toNumber : takeIn);
  useHotkeys([
    { id: "do-next", keys: "a", label: words.keys.request, group: "here", run: takeIn },
    { id: "into-case", keys: "c", label: words.keys.case, group: "here", run: toNumber },
    { id: "set-aside", keys: "e", label: words.keys.aside, group: "here", run: () => setAsiding(true) },
  ]);

  return (
    <>
      <p>{words.requestWords}</p>
      <RefusalNotice refusal={notBegun} />
      <Button
        type="button"
        outline={named}
        disabled={busy}
        className="next-primary"
        onClick={takeIn}
        data-testid="take-in-as-request"
      >
        {words.request}{" "}
        <span className="key" aria-hidden="true">
          a
        </span>
      </Button>
      <form
        className="into-case"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (whose.view) void filing.put(whose.view.number);
        }}
      >
        <h3>
          {words.intoCase}{" "}
          <span className="key" aria-hidden="true">
            c
          </span>
        </h3>
        <RefusalNotice
          refusal={filing.refusal}
          fieldId={(field) => (field === "number" ? NUMBER : undefined)}
        />
        <TextField
          id={NUMBER}
          help={en.fields.dialogs.incomingCase}
          label={words.caseNumber}
          hint={words.caseHint}
          value={number}
          onChange={onNumber}
          problem={filing.refusal?.field === "number" ? filing.refusal.message : null}
        />
        <WhoseCase said={whose.said} />
        <Button
          type="submit"
          outline={!named}
          disabled={filing.busy || whose.view === null}
          data-testid="put-into-case"
        >
          {words.put}
        </Button>
      </form>
      <div className="or-else">
        <span className="nowrap">
          <Button type="button" unstyled onClick={() => setAsiding(true)} data-testid="set-aside">
            {words.asideHere}
          </Button>{" "}
          <span className="key" aria-hidden="true">
            e
          </span>
        </span>
        <ToInbox />
      </div>
      {asiding && (
        <SetAsideDialog
          row={row}
          onDone={() => void navigate({ to: "/mail" })}
          onClose={() => setAsiding(false)}
        />
      )}
      {question}
    </>
  );
}

/** Puts it into the file of the case, which then opens where the file is. */
function useFiling(row: IncomingRow, { identity }: Entered, onFiled: () => Promise<void>) {
  const backend = useBackend();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const caseChanged = useCaseChanged();
  const inboxChanged = useInboxChanged();
  const { busy, refusal, ask } = useAsk();
  async function put(number: string) {
    const filed = await ask(() => backend.fileIncoming(number, null, row.id, identity));
    if (!filed) return;
    await onFiled();
    caseChanged(filed);
    await navigate({ to: "/case/$number", params: { number: filed.number }, search: { tab: "file" } });
    inboxChanged();
    announce(words.putDone(filed.number));
  }
  return { busy, refusal, put };
}

/** Enter right after the screen opened, while its heading still has the focus. */
function useEnterOnHeading(run: () => void) {
  useEffect(() => {
    const heading = document.querySelector<HTMLElement>(".incoming h1");
    function press(event: KeyboardEvent) {
      if (event.key !== "Enter" || event.target !== heading) return;
      event.preventDefault();
      run();
    }
    heading?.addEventListener("keydown", press);
    return () => heading?.removeEventListener("keydown", press);
  });
}

function ToInbox() {
  return (
    <span className="nowrap">
      <Link to="/mail">{words.toInbox}</Link>{" "}
      <span className="key" aria-hidden="true">
        u
      </span>
    </span>
  );
}

function IsAside({ row }: { row: IncomingRow }) {
  const navigate = useNavigate();
  const { busy, refusal, press } = usePutBack();
  const [destroying, setDestroying] = useState(false);
  const aside = row.set_aside;
  // The button that was pressed is gone then; Enter on the heading does what is likely next.
  const putBack = async () => {
    if (await press(row)) document.querySelector<HTMLElement>(".incoming h1")?.focus();
  };
  useHotkeys([
    { id: "do-next", keys: "a", label: words.keys.back, group: "here", run: () => void putBack() },
  ]);
  return (
    <>
      <p className="strong">{words.isAside}</p>
      {aside && <p>{words.asideBy(aside.by, day(aside.on), aside.why)}</p>}
      <RefusalNotice refusal={refusal} />
      <Button
        type="button"
        disabled={busy}
        className="next-primary"
        onClick={() => void putBack()}
        data-testid="put-back"
      >
        {words.putBack}{" "}
        <span className="key" aria-hidden="true">
          a
        </span>
      </Button>
      <div className="or-else">
        <Button type="button" unstyled onClick={() => setDestroying(true)} data-testid="destroy">
          {words.destroy}
        </Button>
        <ToInbox />
      </div>
      {destroying && (
        <DestroyDialog
          row={row}
          onDone={() => void navigate({ to: "/mail" })}
          onClose={() => setDestroying(false)}
        />
      )}
    </>
  );
}

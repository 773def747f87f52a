// Printing, saving, e-mailing, and recording the day of posting.
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { CaseView, FormKind, LetterIssued } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { AskDialog } from "../../components/AskDialog";
import { CheckboxList } from "../../components/CheckboxList";
import { DateField } from "../../components/DateField";
import { RefusalNotice } from "../../components/RefusalNotice";
import { parseDay } from "../../format/dates";
import { en } from "../../messages/en";
import { useCase, useDesk } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";
import { useCaseAct } from "../case/useCaseAct";
import { PrintDialog } from "../mail/PrintDialog";
import { nextWay } from "./nextWay";

const words = en.letters;

export function Dispatch({ view, letter }: { view: CaseView; letter: LetterIssued }) {
  const backend = useBackend();
  const announce = useAnnounce();
  const paper = useAsk();
  const [said, setSaid] = useState("");
  const [printing, setPrinting] = useState(false);
  const next = nextWay(view, letter);

  async function save() {
    const saved = await paper.ask(async () => ({
      file: await backend.saveLetter(view.number, letter.letter),
    }));
    if (!saved) return;
    const sentence = saved.file === null ? words.saveCancelled : words.saved(saved.file);
    setSaid(sentence);
    announce(sentence);
  }

  return (
    <section aria-labelledby="dispatch-heading" className="dispatch">
      <h2 id="dispatch-heading">{words.issued.dispatch}</h2>
      <RefusalNotice refusal={paper.refusal} />
      <div className="actions">
        <Button
          type="button"
          outline={next !== "print"}
          disabled={paper.busy}
          onClick={() => setPrinting(true)}
          data-testid="print-letter"
        >
          {words.print}
        </Button>
        <Button
          type="button"
          outline
          disabled={paper.busy}
          onClick={() => void save()}
          data-testid="save-letter"
        >
          {words.save}
        </Button>
      </div>
      {said && <p className="said-here">{said}</p>}
      {letter.not_printed && <p className="tone-late">{words.notPrinted(letter.not_printed)}</p>}
      {printing && (
        <PrintDialog
          letters={[{ number: view.number, letter: letter.letter }]}
          onClose={() => setPrinting(false)}
        />
      )}
      {!letter.posted && <Posted view={view} letter={letter} isNext={next === "post"} />}
      {!letter.emailed && <EMail view={view} letter={letter} isNext={next === "email"} />}
    </section>
  );
}

interface WayProps {
  view: CaseView;
  letter: LetterIssued;
  /** Whether this is what comes next. */
  isNext: boolean;
}

function Posted({ view, letter, isNext }: WayProps) {
  const desk = useDesk();
  const { busy, refusal, act, reload } = useCaseAct(view);
  const [on, setOn] = useState(desk.data?.today ?? "");
  const [bad, setBad] = useState(false);
  return (
    <form
      className="posted"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const good = parseDay(on) !== null;
        setBad(!good);
        if (!good) return document.getElementById("posted-on")?.focus();
        void act([{ command: "record-posted", letter: letter.letter, on }], words.postedDone);
      }}
    >
      <RefusalNotice refusal={refusal} onReload={reload} />
      <DateField
        id="posted-on"
        help={en.fields.letter.postedOn}
        label={words.postedOn}
        value={on}
        onChange={setOn}
        problem={bad ? en.common.dayBad : null}
      />
      <div className="actions">
        <Button type="submit" outline={!isNext} disabled={busy} data-testid="mark-posted">
          {words.markPosted}
        </Button>
      </div>
    </form>
  );
}

function EMail({ view, letter, isNext }: WayProps) {
  const backend = useBackend();
  const announce = useAnnounce();
  const { refetch } = useCase(view.number);
  const { busy, refusal, change, reload } = useCaseAct(view);
  const sending = useAsk();
  const [asking, setAsking] = useState(false);
  const fitting = view.offers.find((offer) => offer.kind === letter.kind)?.forms ?? [];
  const [forms, setForms] = useState<FormKind[]>([]);
  const address = view.requester.email;

  async function send() {
    const changed = letter.queued
      ? view
      : await change(
          (version) => backend.queueLetter(view.number, version, letter.letter, forms),
          words.queued,
        );
    setAsking(false);
    if (!changed) return;
    const report = await sending.ask(() => backend.sendMail());
    const after = (await refetch()).data;
    const taken = after?.letters.some((one) => one.letter === letter.letter && one.emailed !== null);
    if (report) announce(taken ? words.emailSent : words.emailWaits);
  }

  if (!address) return <p className="quiet">{words.emailNoAddress}</p>;
  return (
    <>
      <RefusalNotice refusal={refusal} onReload={reload} />
      <RefusalNotice refusal={sending.refusal} />
      {letter.queued && <p>{words.emailWaits}</p>}
      <div className="actions">
        <Button
          type="button"
          outline={!isNext}
          disabled={busy || sending.busy}
          onClick={() => {
            setForms(fitting);
            setAsking(true);
          }}
          data-testid="email-letter"
        >
          {words.email}
        </Button>
      </div>
      {asking && (
        <AskDialog
          heading={words.emailAsk}
          words={words.emailWords(address)}
          confirm={words.emailGo}
          busy={busy}
          onCancel={() => setAsking(false)}
          onConfirm={() => void send()}
        >
          {!letter.queued && fitting.length > 0 && (
            <CheckboxList
              id="forms-with"
              legend={words.emailForms}
              help={en.fields.letter.formsWith}
              options={fitting.map((form) => [form, en.blankForms.kinds[form]] as const)}
              chosen={forms}
              onChange={setForms}
            />
          )}
        </AskDialog>
      )}
    </>
  );
}

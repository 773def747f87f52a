// The Spanish beside the English: whether an official translator has approved it, and the record of one who has.
import { Button, Table } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { WordingView } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { RefusalNotice } from "../../components/RefusalNotice";
import { Restored } from "../../components/Restored";
import { TextField } from "../../components/TextField";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { useWording, useWordingChanged } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";
import { useKept } from "../../queries/useKept";
import { ClauseWords } from "./ClauseWords";
import { approvalOf, holds } from "./translations";

const words = en.wording.spanish;

export function SpanishPart({ view }: { view: WordingView }) {
  const approved = approvalOf(view);
  const last = view.translations.find((one) => one.language === "es");
  const own = view.clauses.filter((clause) => clause.own !== null).length;
  return (
    <section aria-labelledby="spanish-heading" className="wording-spanish">
      <h2 id="spanish-heading" className="system-name">
        {words.heading}
      </h2>
      <p data-testid="spanish-state" className={approved ? undefined : "strong"}>
        {approved ? words.holds(approved.translator) : last ? words.lapsed(last.translator) : words.none}
      </p>
      <p className="quiet">{words.lapses}</p>
      {own > 0 && <p className="quiet">{words.own(own)}</p>}
      <Approve view={view} />
      {view.translations.length > 0 && <Approvals view={view} />}
      <BothLanguages view={view} />
    </section>
  );
}

function Approve({ view }: { view: WordingView }) {
  const backend = useBackend();
  const announce = useAnnounce();
  const changed = useWordingChanged();
  const { refetch } = useWording(view.agency);
  const { busy, refusal, ask, forget } = useAsk();
  const [translator, setTranslator] = useState("");
  const kept = useKept(`translation/${view.agency}`, null, translator, setTranslator);

  async function approve() {
    const answer = await ask(() => backend.approveTranslation(view.agency, "es", translator));
    if (!answer) return;
    await kept.forget();
    setTranslator("");
    changed(answer);
    announce(words.approved(translator.trim()));
  }

  return (
    <form
      noValidate
      aria-labelledby="record-heading"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void approve();
      }}
    >
      <h3 id="record-heading">{words.record}</h3>
      <RefusalNotice
        refusal={refusal}
        fieldId={(field) => (field === "translator" ? "translator" : undefined)}
        onReload={() => {
          forget();
          void refetch();
        }}
      />
      {translator !== "" && <Restored kept={kept} />}
      <TextField
        id="translator"
        help={en.fields.wording.translator}
        label={words.translator}
        hint={words.translatorHint}
        value={translator}
        onChange={setTranslator}
        problem={refusal?.field === "translator" ? refusal.message : null}
      />
      <div className="actions">
        <Button type="submit" disabled={busy} data-testid="approve-translation">
          {words.approve}
        </Button>
      </div>
    </form>
  );
}

function Approvals({ view }: { view: WordingView }) {
  return (
    <Table compact bordered={false}>
      <caption>{words.list}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.translator}</th>
          <th scope="col">{words.columns.recorded}</th>
          <th scope="col">{words.columns.holds}</th>
        </tr>
      </thead>
      <tbody>
        {view.translations.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two approvals may be alike in every word; they are known by their place in the ledger.
          <tr key={`${view.translations.length - index}`}>
            <th scope="row">{one.translator}</th>
            <td>{words.recordedBy(one.recorded.by, day(one.recorded.on))}</td>
            <td>{holds(view, one) ? words.yes : <span className="quiet">{words.no}</span>}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What a translator reads before approving: drawn only when it is opened. */
function BothLanguages({ view }: { view: WordingView }) {
  const [open, setOpen] = useState(false);
  const both = view.clauses.filter((clause) => clause.spanish !== null && clause.own === null);
  return (
    <details className="read-both" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.read(both.length)}</summary>
      {open && (
        <Table compact bordered={false} fullWidth>
          <thead>
            <tr>
              <th scope="col">{words.english}</th>
              <th scope="col">{words.spanishColumn}</th>
            </tr>
          </thead>
          <tbody>
            {both.map((clause) => (
              <tr key={clause.id}>
                <td>
                  <ClauseWords text={clause.text} />
                </td>
                <td>
                  <ClauseWords text={clause.spanish ?? ""} lang="es" />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </details>
  );
}

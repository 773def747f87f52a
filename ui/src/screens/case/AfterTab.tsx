// What comes after the decision: those who had the record before, the statement, the inspection, the charge, and the second look.
import { Table } from "@trussworks/react-uswds";
import type { Appeal, CaseView } from "../../backend/wire";
import { day } from "../../format/dates";
import { dollars } from "../../format/numbers";
import { en } from "../../messages/en";
import type { TabProps } from "./CaseScreen";
import { Offered } from "./Offered";

const words = en.case.after;

export function AfterTab({ view, doing, open }: TabProps) {
  const idle = doing === undefined;
  return (
    <div>
      <section aria-labelledby="appeals-heading">
        <h2 id="appeals-heading">{words.appeals}</h2>
        {view.appeals.length === 0 && <p className="quiet">{words.noAppeal}</p>}
        {view.appeals.map((appeal) => (
          <OneAppeal key={`${appeal.received}-${appeal.of}`} appeal={appeal} />
        ))}
        {idle && (
          <Offered
            view={view}
            commands={["record-appeal", "send-appeal-up", "extend-review", "decide-appeal", "record-amended"]}
            open={open}
          />
        )}
      </section>
      <section aria-labelledby="statement-heading">
        <h2 id="statement-heading">{words.statement}</h2>
        <StatementFacts view={view} />
        {idle && (
          <Offered view={view} commands={["file-statement", "add-reasons", "note-dispute"]} open={open} />
        )}
      </section>
      <section aria-labelledby="recipients-heading">
        <h2 id="recipients-heading">{words.recipients}</h2>
        <Recipients view={view} />
        {idle && (
          <Offered
            view={view}
            commands={["list-recipients", "tell-recipient", "record-recipients-told", "spare-recipients"]}
            open={open}
          />
        )}
      </section>
      <section aria-labelledby="accounting-heading">
        <h2 id="accounting-heading">{words.accounting}</h2>
        <Accounting view={view} />
        {idle && <Offered view={view} commands={["take-accounting", "record-disclosure"]} open={open} />}
      </section>
      <section aria-labelledby="inspection-heading">
        <h2 id="inspection-heading">{words.inspection}</h2>
        <p className={view.inspection ? "" : "quiet"}>
          {view.inspection
            ? words.inspectionAt(view.inspection.place, day(view.inspection.on), view.inspection.time)
            : words.noInspection}
          {view.inspection?.held && ` ${words.inspectionHeld(day(view.inspection.held))}`}
        </p>
        {idle && <Offered view={view} commands={["arrange-inspection", "record-inspection"]} open={open} />}
      </section>
      <section aria-labelledby="fee-heading">
        <h2 id="fee-heading">{words.fee}</h2>
        <p className={view.fee ? "" : "quiet"}>
          {view.fee
            ? words.feeOf(dollars(view.fee.cents), view.fee.pages, dollars(view.fee.paid))
            : words.noFee}
        </p>
        {idle && <Offered view={view} commands={["assess-fee", "record-payment"]} open={open} />}
      </section>
    </div>
  );
}

function OneAppeal({ appeal }: { appeal: Appeal }) {
  return (
    <div className="appeal">
      <p className="strong">{words.against(en.terms.appealSubject[appeal.of])}</p>
      <dl className="facts">
        <dt>{words.dated}</dt>
        <dd>{day(appeal.dated)}</dd>
        <dt>{words.received}</dt>
        <dd>{day(appeal.received)}</dd>
        {appeal.last_day && (
          <>
            <dt>{words.lastDay}</dt>
            <dd>{day(appeal.last_day)}</dd>
          </>
        )}
        <dt>{words.sentUp}</dt>
        <dd>{appeal.sent_up ? day(appeal.sent_up) : en.common.notYet}</dd>
        {appeal.extension && (
          <>
            <dt>{words.extended}</dt>
            <dd>
              {day(appeal.extension.expected)}: {appeal.extension.reason}
            </dd>
          </>
        )}
        <dt>{words.outcome}</dt>
        <dd>
          {appeal.decision
            ? words.decidedBy(
                en.terms.appealOutcome[appeal.decision.outcome],
                appeal.decision.official,
                day(appeal.decision.on),
              )
            : en.common.notYet}
          {appeal.decision?.approved &&
            ` ${words.approved(appeal.decision.approved.by, day(appeal.decision.approved.on))}`}
        </dd>
      </dl>
      <blockquote className="their-words">{appeal.text}</blockquote>
    </div>
  );
}

function StatementFacts({ view }: { view: CaseView }) {
  const { statement } = view;
  if (!statement) return <p className="quiet">{words.noStatement}</p>;
  return (
    <>
      <p>{words.statementOf(day(statement.received))}</p>
      <blockquote className="their-words">{statement.words}</blockquote>
      {statement.reasons && (
        <p>
          <span className="quiet">{words.reasons}:</span> {statement.reasons}
        </p>
      )}
      {view.dispute_noted && <p>{words.noted(day(view.dispute_noted))}</p>}
    </>
  );
}

function Recipients({ view }: { view: CaseView }) {
  if (view.recipients.length === 0) return <p className="quiet">{words.noRecipient}</p>;
  return (
    <Table compact fullWidth bordered={false}>
      <thead>
        <tr>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.disclosedOn}</th>
          <th scope="col">{words.told}</th>
        </tr>
      </thead>
      <tbody>
        {view.recipients.map((one) => (
          <tr key={one.recipient}>
            <th scope="row">
              {one.recipient}. {one.name}
            </th>
            <td className="nowrap">{one.disclosed_on ? day(one.disclosed_on) : ""}</td>
            <td>
              {one.told_on ? (
                `${day(one.told_on)} ${one.how}`
              ) : (
                <span className="tone-soon">{words.notTold}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What was taken into the case, and what this case itself disclosed. */
function Accounting({ view }: { view: CaseView }) {
  const taken = view.accounting.map((one) => ({ ...one, made: false }));
  const made = view.disclosures.map((entry) => ({
    entry,
    shown: true,
    why: words.made,
    cite: "",
    made: true,
  }));
  const all = [...taken, ...made];
  if (all.length === 0) return <p className="quiet">{words.noAccounting}</p>;
  return (
    <Table compact fullWidth bordered={false}>
      <thead>
        <tr>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.disclosedOn}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.shown}</th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ entry, shown, why, made }) => (
          <tr key={`${made}-${entry.id}`}>
            <th scope="row">{entry.name}</th>
            <td className="nowrap">{day(entry.on)}</td>
            <td>
              {entry.nature} <span className="quiet">{entry.purpose}</span>
            </td>
            <td>
              {!made && (shown ? words.yes : words.no)} <span className="quiet">{why}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

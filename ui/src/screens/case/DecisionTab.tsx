import { Button, Table } from "@trussworks/react-uswds";
import type { CaseView, Ground } from "../../backend/wire";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import type { TabProps } from "./CaseScreen";
import { DecideForm } from "./DecideForm";
import { Offered } from "./Offered";
import { RecipientsForm } from "./RecipientsForm";

const words = en.case.decision;

export function DecisionTab({ view, doing, open, done, cancel }: TabProps) {
  const { determination } = view;
  const deciding = doing === "decide";
  const telling = doing === "record-recipients-told";
  return (
    <div>
      {deciding && <DecideForm view={view} done={done} cancel={cancel} />}
      {telling && <RecipientsForm view={view} done={done} cancel={cancel} />}
      <section aria-labelledby="decision-heading">
        <h2 id="decision-heading">{words.heading}</h2>
        {determination ? (
          <>
            <p className="decided">
              <span className="strong">{determination.words}</span>{" "}
              <span className="quiet">
                {words.decidedBy(determination.official, determination.title, day(determination.on))}
              </span>
            </p>
            {view.adverse && !determination.approved && (
              <p className="tone-soon" data-testid="waits-for-approval">
                {words.waits}
              </p>
            )}
            {determination.approved && (
              <p className="met">
                {words.approved(determination.approved.by, day(determination.approved.on))}
              </p>
            )}
            {determination.parts.length > 0 && <Parts view={view} />}
          </>
        ) : (
          <p className="quiet">{words.none}</p>
        )}
        {view.returned && (
          <p className="tone-late">
            {words.returned(view.returned.by.by, day(view.returned.by.on), view.returned.reason)}
          </p>
        )}
        {view.counsel && <p>{words.counsel(view.counsel.by, day(view.counsel.on))}</p>}
        {doing === undefined && (
          <Offered
            view={view}
            commands={["approve-decision", "return-decision", "weigh", "sign-as-counsel"]}
            open={open}
          />
        )}
        {!deciding && !telling && view.search && view.state !== "closed" && (
          <div className="actions">
            <Button type="button" outline onClick={() => open("decide")} data-testid="do-decide">
              {determination ? words.again : words.decide}
            </Button>
            {determination?.parts.some((part) => part.outcome === "amended") && (
              <Button
                type="button"
                outline
                onClick={() => open("record-recipients-told")}
                data-testid="do-record-recipients-told"
              >
                {en.case.asStep["record-recipients-told"]}
              </Button>
            )}
          </div>
        )}
      </section>
      <Worksheet view={view} />
    </div>
  );
}

/** What each Act lets be withheld, item by item. */
function Worksheet({ view }: { view: CaseView }) {
  if (view.weighed.length === 0) return null;
  const { worksheetColumns: columns } = words;
  const grounds = (list: Ground[]) =>
    list.length === 0 ? (
      <span className="quiet">{words.released}</span>
    ) : (
      list.map((ground) => (
        <p key={ground.cite}>
          <span className="strong">{ground.cite}</span> {ground.reason}
        </p>
      ))
    );
  return (
    <section aria-labelledby="worksheet-heading">
      <h2 id="worksheet-heading">{words.worksheet}</h2>
      <Table compact fullWidth bordered={false}>
        <thead>
          <tr>
            <th scope="col">{columns.item}</th>
            <th scope="col">{columns.privacyAct}</th>
            <th scope="col">{columns.foia}</th>
          </tr>
        </thead>
        <tbody>
          {view.weighed.map((weighed) => (
            <tr key={weighed.item}>
              <th scope="row">
                {weighed.item}. {view.search?.items.find((item) => item.item === weighed.item)?.what}
              </th>
              <td>{grounds(weighed.privacy_act)}</td>
              <td>{grounds(weighed.foia)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function Parts({ view }: { view: CaseView }) {
  const { columns } = words;
  return (
    <Table compact fullWidth bordered={false}>
      <thead>
        <tr>
          <th scope="col">{columns.item}</th>
          <th scope="col">{columns.outcome}</th>
          <th scope="col">{columns.words}</th>
        </tr>
      </thead>
      <tbody>
        {view.determination?.parts.map((part) => (
          <tr key={part.item}>
            <th scope="row">
              {part.item}. {view.search?.items.find((item) => item.item === part.item)?.what}
            </th>
            <td className={part.outcome === "refused" || part.outcome === "denied" ? "tone-late" : ""}>
              {en.terms.outcome[part.outcome]}
            </td>
            <td>{part.words}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

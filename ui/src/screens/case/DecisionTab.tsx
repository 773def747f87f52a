import { Button, Table } from "@trussworks/react-uswds";
import type { CaseView } from "../../backend/wire";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import type { TabProps } from "./CaseScreen";
import { DecideForm } from "./DecideForm";
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
            {determination.parts.length > 0 && <Parts view={view} />}
          </>
        ) : (
          <p className="quiet">{words.none}</p>
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
    </div>
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

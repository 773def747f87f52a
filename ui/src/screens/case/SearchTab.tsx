// Which system, which office; when it was asked; what it found.
import { Button, Table } from "@trussworks/react-uswds";
import type { CaseView } from "../../backend/wire";
import { day } from "../../format/dates";
import { number } from "../../format/numbers";
import { en } from "../../messages/en";
import type { TabProps } from "./CaseScreen";
import { RouteForm } from "./RouteForm";
import { SearchForm } from "./SearchForm";
import { SendForm } from "./SendForm";

const words = en.case.search;

export function SearchTab({ view, doing, open, done, cancel }: TabProps) {
  const form =
    doing === "route" ? (
      <RouteForm view={view} done={done} cancel={cancel} />
    ) : doing === "send-to-office" ? (
      <SendForm view={view} done={done} cancel={cancel} />
    ) : doing === "record-search" ? (
      <SearchForm view={view} done={done} cancel={cancel} />
    ) : null;
  const idle = form === null && view.state !== "closed";
  return (
    <div>
      {form}
      <section aria-labelledby="system-heading">
        <h2 id="system-heading">{words.systemHeading}</h2>
        <Routing view={view} />
        {idle && !view.search && (
          <div className="actions">
            <Button type="button" outline onClick={() => open("route")} data-testid="do-route">
              {words.route}
            </Button>
          </div>
        )}
      </section>
      <section aria-labelledby="send-heading">
        <h2 id="send-heading">{words.sendHeading}</h2>
        <p className={view.sent ? "" : "quiet"}>
          {view.sent ? words.sentOn(day(view.sent.on), day(view.sent.answer_by)) : words.notSent}
        </p>
        {idle && view.routing && !view.sent && (
          <div className="actions">
            <Button
              type="button"
              outline
              onClick={() => open("send-to-office")}
              data-testid="do-send-to-office"
            >
              {words.sendHeading}
            </Button>
          </div>
        )}
      </section>
      <section aria-labelledby="found-heading">
        <h2 id="found-heading">{words.foundHeading}</h2>
        <Found view={view} />
        {idle && view.sent && !view.search && (
          <div className="actions">
            <Button
              type="button"
              outline
              onClick={() => open("record-search")}
              data-testid="do-record-search"
            >
              {words.recordHeading}
            </Button>
          </div>
        )}
      </section>
    </div>
  );
}

function Routing({ view }: { view: CaseView }) {
  const { routing, proposal } = view;
  if (routing) {
    return (
      <div className="quoted">
        <div>
          <p className="strong">
            {routing.system} {routing.system_name}
          </p>
          <p>{routing.office}</p>
          <p className="quiet">{routing.address}</p>
          <p className="quiet">
            {words.revision(day(routing.revision))} · {words.confirmedOn(day(routing.on))}
          </p>
        </div>
        {routing.quote && <blockquote>“{routing.quote}”</blockquote>}
      </div>
    );
  }
  const best = proposal?.candidates[0];
  if (best) {
    return (
      <div className="quoted">
        <div>
          <p className="quiet">{words.proposed}</p>
          <p className="strong">
            {best.system} {best.name}
          </p>
          <p>{best.office}</p>
        </div>
        {best.reasons[0] && <blockquote>“{best.reasons[0].quote}”</blockquote>}
      </div>
    );
  }
  return <p>{proposal?.fallback?.why ?? words.notRouted}</p>;
}

function Found({ view }: { view: CaseView }) {
  const { search } = view;
  if (!search) return <p className="quiet">{words.notFound}</p>;
  return (
    <>
      <dl className="facts">
        <dt>{words.by}</dt>
        <dd>{search.by}</dd>
        <dt>{words.where}</dt>
        <dd>{search.where_searched}</dd>
        <dt>{words.how}</dt>
        <dd>{search.how}</dd>
        <dt>{words.on}</dt>
        <dd>{day(search.on)}</dd>
      </dl>
      {search.items.length === 0 ? (
        <p className="strong">{words.nothing}</p>
      ) : (
        <Table compact fullWidth bordered={false}>
          <thead>
            <tr>
              <th scope="col">{words.items}</th>
              <th scope="col" className="amount">
                {words.pages}
              </th>
            </tr>
          </thead>
          <tbody>
            {search.items.map((item) => (
              <tr key={item.item}>
                <th scope="row">
                  {item.item}. {item.what}
                </th>
                <td className="amount">{number(item.pages)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}

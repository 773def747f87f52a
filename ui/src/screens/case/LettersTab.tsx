// The letters issued and where they are, then the letters that can be written and why others cannot.
import { Link } from "@tanstack/react-router";
import { Button, Table } from "@trussworks/react-uswds";
import type { CaseView, FormKind, LetterIssued } from "../../backend/wire";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { BlankForms } from "./BlankForms";
import type { TabProps } from "./CaseScreen";
import { DelayForm } from "./DelayForm";

const words = en.letters;
const FORMS = Object.keys(en.blankForms.kinds) as FormKind[];

export function LettersTab({ view, doing, open, done, cancel }: TabProps) {
  const delaying = doing === "record-delay";
  const fitting = view.forms;
  return (
    <div>
      {delaying && <DelayForm view={view} done={done} cancel={cancel} />}
      <section aria-labelledby="issued-heading">
        <h2 id="issued-heading">{words.issuedHeading}</h2>
        {view.letters.length === 0 ? (
          <p className="quiet">{words.noneIssued}</p>
        ) : (
          <Table compact fullWidth bordered={false}>
            <thead>
              <tr>
                <th scope="col">{words.columns.letter}</th>
                <th scope="col">{words.columns.dated}</th>
                <th scope="col">{words.columns.where}</th>
              </tr>
            </thead>
            <tbody>
              {view.letters.map((letter) => (
                <tr key={letter.letter} data-testid={`letter-${letter.kind}`}>
                  <th scope="row">
                    <Link
                      to="/case/$number/letter/$letter"
                      params={{ number: view.number, letter: letter.letter }}
                    >
                      {letter.name}
                    </Link>
                    {wantsSpanish(view, letter) && (
                      <Link
                        className="into-spanish"
                        to="/case/$number/write/$kind"
                        params={{ number: view.number, kind: letter.kind }}
                        search={{ language: "es" }}
                        aria-label={words.inSpanishOf(letter.name)}
                      >
                        {words.inSpanish}
                      </Link>
                    )}
                  </th>
                  <td className="nowrap">{day(letter.dated)}</td>
                  <td>{whereIs(letter)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </section>
      <section aria-labelledby="offers-heading">
        <h2 id="offers-heading">{words.offersHeading}</h2>
        {view.delay && <p>{en.case.delay.stands(view.delay.reason, day(view.delay.expected))}</p>}
        <Offers view={view} />
        {!delaying && view.state !== "closed" && !view.determination && (
          <div className="actions">
            <Button type="button" outline onClick={() => open("record-delay")} data-testid="do-record-delay">
              {en.case.asStep["record-delay"]}
            </Button>
          </div>
        )}
      </section>
      {view.state !== "closed" && (
        <BlankForms
          agency={view.agency}
          heading={en.blankForms.heading}
          lead={en.blankForms.apply}
          forms={fitting}
          others={FORMS.filter((form) => !fitting.includes(form))}
        />
      )}
    </div>
  );
}

/** Whether an English letter can have the Spanish beside it, and nobody has issued that yet. */
function wantsSpanish(view: CaseView, letter: LetterIssued): boolean {
  const offer = view.offers.find((offer) => offer.kind === letter.kind);
  if (letter.language !== "en" || !offer?.languages.includes("es")) return false;
  const later = view.letters.slice(view.letters.indexOf(letter) + 1);
  return !later.some((other) => other.kind === letter.kind);
}

function Offers({ view }: { view: CaseView }) {
  const ready = view.offers.filter((offer) => offer.why_not === null);
  const others = view.offers.filter((offer) => offer.why_not !== null);
  return (
    <>
      {ready.length === 0 ? (
        <p className="quiet">{words.noneToWrite}</p>
      ) : (
        <ul className="offers">
          {ready.map((offer) => (
            <li key={offer.kind}>
              <Link
                to="/case/$number/write/$kind"
                params={{ number: view.number, kind: offer.kind }}
                data-testid={`write-${offer.kind}`}
              >
                {words.write(offer.name)}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <details className="offers-not-now">
          <summary>{words.others(others.length)}</summary>
          <ul className="offers">
            {others.map((offer) => (
              <li key={offer.kind}>
                <span className="quiet">{offer.name}</span>
                <span className="why-not">{offer.why_not}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Where a letter is, in words: in the office, in the outbox, posted, e-mailed. */
export function whereIs(letter: LetterIssued): string {
  const ways = [
    letter.printed ? words.printed(day(letter.printed)) : null,
    letter.posted ? words.posted(day(letter.posted)) : null,
    letter.emailed ? words.emailed(day(letter.emailed)) : null,
    letter.queued && !letter.emailed ? words.queued : null,
  ].filter((way) => way !== null);
  return ways.length === 0 ? words.notDispatched : ways.join(", ");
}

import type { CaseView, Person } from "../../backend/wire";
import { en } from "../../messages/en";
import type { TabProps } from "./CaseScreen";

const words = en.case.request;

export function RequestTab({ view }: TabProps) {
  return (
    <div className="request-tab">
      <section aria-labelledby="words-heading">
        <h2 id="words-heading">{words.words}</h2>
        <blockquote className="their-words">{view.text}</blockquote>
      </section>
      <section aria-labelledby="who-heading">
        <h2 id="who-heading">{words.who}</h2>
        <dl className="facts">
          <PersonFacts person={view.requester} />
          <dt>{words.capacity}</dt>
          <dd>{en.terms.capacity[view.capacity]}</dd>
          <dt>{words.kinds}</dt>
          <dd>{view.kinds.map((kind) => en.terms.kind[kind]).join(", ")}</dd>
          <dt>{words.sensitivity}</dt>
          <dd>{en.terms.sensitivity[view.sensitivity]}</dd>
        </dl>
      </section>
      {view.subject && (
        <section aria-labelledby="subject-heading">
          <h2 id="subject-heading">{words.subject}</h2>
          <dl className="facts">
            <PersonFacts person={view.subject} />
          </dl>
        </section>
      )}
      <Particulars view={view} />
    </div>
  );
}

function PersonFacts({ person }: { person: Person }) {
  return (
    <>
      <dt>{words.name}</dt>
      <dd className="strong">{person.name}</dd>
      <dt>{words.address}</dt>
      <dd className="lines">{person.address.length > 0 ? person.address.join("\n") : en.common.none}</dd>
      <dt>{words.email}</dt>
      <dd>{person.email ?? words.noEmail}</dd>
    </>
  );
}

function Particulars({ view }: { view: CaseView }) {
  const given = Object.entries(view.particulars);
  return (
    <section aria-labelledby="particulars-heading">
      <h2 id="particulars-heading">{words.particulars}</h2>
      {given.length === 0 ? (
        <p className="quiet">{words.noParticulars}</p>
      ) : (
        <dl className="facts">
          {given.map(([name, value]) => (
            <div key={name} className="pair">
              <dt>{en.terms.particular[name] ?? name.replaceAll("_", " ")}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

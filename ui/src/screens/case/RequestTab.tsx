import type { CaseView, Person } from "../../backend/wire";
import { Cite } from "../../components/Cite";
import { day } from "../../format/dates";
import { particularName } from "../../format/particulars";
import { en } from "../../messages/en";
import type { TabProps } from "./CaseScreen";
import { Offered } from "./Offered";

const words = en.case.request;

export function RequestTab({ view, doing, open }: TabProps) {
  return (
    <div className="request-tab">
      <section aria-labelledby="words-heading">
        <h2 id="words-heading">{words.words}</h2>
        <blockquote className="their-words">{view.text}</blockquote>
      </section>
      <Incoming view={view} />
      {doing === undefined && <Offered view={view} commands={["record-letter"]} open={open} />}
      <section aria-labelledby="road-heading">
        <h2 id="road-heading">{words.road}</h2>
        <RoadFacts view={view} />
        {doing === undefined && (
          <Offered view={view} commands={["triage", "refer", "record-medical-review"]} open={open} />
        )}
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

/** The road that a person confirmed; until then the one that the program proposes. */
function RoadFacts({ view }: { view: CaseView }) {
  const { triage, triage_offer: offer } = view;
  return (
    <>
      {triage ? (
        <p>
          <span className="strong">{words.roadIs(en.terms.road[triage.road])}</span> {triage.reason}{" "}
          <span className="quiet">{day(triage.on)}</span>
        </p>
      ) : (
        <p>
          <span className="quiet">{words.roadOffer}</span>{" "}
          <span className="strong">{words.roadIs(en.terms.road[offer.road])}</span> {offer.why}{" "}
          <Cite>{offer.cite}</Cite>
        </p>
      )}
      {view.referrals.map((referral) => (
        <p key={`${referral.to}-${referral.on}`}>
          {words.referred(referral.to, day(referral.on))} {referral.why} <Cite>{referral.cite}</Cite>
        </p>
      ))}
      {view.medical && (
        <p>
          {words.medical(
            en.terms.medicalFinding[view.medical.finding],
            view.medical.by,
            day(view.medical.on),
          )}
        </p>
      )}
    </>
  );
}

/** Later letters of the requester. */
function Incoming({ view }: { view: CaseView }) {
  if (view.incoming.length === 0) return null;
  return (
    <section aria-labelledby="later-heading">
      <h2 id="later-heading">{words.later}</h2>
      {view.incoming.map((letter) => (
        <div key={`${letter.received}-${letter.text}`}>
          <p className="quiet">{words.laterOf(day(letter.received), en.terms.letterAbout[letter.about])}</p>
          <blockquote className="their-words">{letter.text}</blockquote>
        </div>
      ))}
    </section>
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
              <dt>{particularName(name)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

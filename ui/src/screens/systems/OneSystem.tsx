// One system: what the desk understood, beside the words of the notice it understood it from.
import type { SystemView } from "../../backend/wire";
import { Loaded } from "../../components/Loading";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { useSystem } from "../../queries/desk";
import { Revisions } from "./Revisions";

const words = en.systems;

export function OneSystem({ number, on }: { number: string; on: string | null }) {
  const query = useSystem(number, on);
  return <Loaded query={query}>{(system) => <Shown system={system} />}</Loaded>;
}

function Shown({ system }: { system: SystemView }) {
  return (
    <article aria-labelledby="system-name">
      <h2 id="system-name" className="system-name">
        <span className="number">{system.number}</span> {system.name}
      </h2>
      <p className="quiet">
        {en.terms.agencyLong[system.agency] ?? system.agency} ·{" "}
        {words.inForce(day(system.revision.effective_from))}
        {system.revision.cite && ` · ${system.revision.cite}`}
      </p>
      <Revisions system={system} />
      <div className="system-columns">
        <section aria-labelledby="facts-heading">
          <h3 id="facts-heading">{words.facts}</h3>
          <Facts system={system} />
        </section>
        <section aria-labelledby="published-heading">
          <h3 id="published-heading">{words.words}</h3>
          {system.sections.length === 0 && <p className="quiet">{words.noWords}</p>}
          {system.sections.map((section) => (
            <section key={section.key} id={`section-${section.key}`} className="published">
              <h4>{section.heading}</h4>
              {section.text.split("\n\n").map((paragraph) => (
                <p key={paragraph.slice(0, 60)}>{paragraph}</p>
              ))}
            </section>
          ))}
        </section>
      </div>
    </article>
  );
}

function Facts({ system }: { system: SystemView }) {
  return (
    <dl className="facts stacked">
      <dt>{words.managers}</dt>
      {system.managers.map((manager) => (
        <dd key={manager.title}>
          <span className="strong">{manager.title}</span>
          <span className="quiet block-line">{manager.address}</span>
        </dd>
      ))}
      <dt>{words.offices}</dt>
      {system.offices.map((office) => (
        <dd key={`${office.subject ?? ""}${office.office}`}>
          <span className="quiet block-line">{office.subject ?? words.every}</span>
          <span className="strong">{office.office}</span>
          {office.particulars.length > 0 && (
            <span className="block-line">
              {words.particulars}: {office.particulars.join(", ")}
            </span>
          )}
          {office.quote && <blockquote>“{office.quote}”</blockquote>}
        </dd>
      ))}
      <List name={words.retrieval} items={system.retrieval_identifiers} />
      <List name={words.locations} items={system.locations} />
      <List name={words.access} items={system.access_cites} />
      <List name={words.contest} items={system.contest_cites} />
      <List name={words.exemptions} items={system.exemptions} empty={words.noExemptions} />
      <List name={words.history} items={system.history} />
      <List name={words.doubt} items={system.not_understood} />
    </dl>
  );
}

function List({ name, items, empty }: { name: string; items: string[]; empty?: string }) {
  if (items.length === 0 && empty === undefined) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{items.length === 0 ? empty : items.join("; ")}</dd>
    </>
  );
}

// One system: what the desk understood, beside the words of the notice it understood it from.
import type { SystemView } from "../../backend/wire";
import { Loaded } from "../../components/Loading";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { useSystem } from "../../queries/desk";
import { Facts } from "./Facts";
import { Revisions } from "./Revisions";
import { SystemCases } from "./SystemCases";

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
        {system.agency_name} · {words.inForce(day(system.revision.effective_from))}
        {system.revision.cite && ` · ${system.revision.cite}`}
      </p>
      {system.rescinded && <p className="change-mark">{words.rescinded}</p>}
      <Revisions system={system} />
      <SystemCases system={system} />
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

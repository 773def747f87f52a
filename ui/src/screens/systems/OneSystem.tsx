// One system: what the desk understood, beside the words of the notice it understood it from.
import { useState } from "react";
import type { FactPlace, SystemView } from "../../backend/wire";
import { Loaded } from "../../components/Loading";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { useSystem } from "../../queries/desk";
import { Facts } from "./Facts";
import { Published } from "./Published";
import { Revisions } from "./Revisions";
import { SystemCases } from "./SystemCases";

const words = en.systems;

export function OneSystem({ number, on }: { number: string; on: string | null }) {
  const query = useSystem(number, on);
  return <Loaded query={query}>{(system) => <Shown system={system} />}</Loaded>;
}

function Shown({ system }: { system: SystemView }) {
  const [lit, setLit] = useState<FactPlace | null>(null);
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
          <Facts system={system} lit={lit} onShow={setLit} />
        </section>
        <section aria-labelledby="published-heading">
          <h3 id="published-heading">{words.words}</h3>
          <Published key={lit?.fact ?? ""} sections={system.sections} lit={lit} />
        </section>
      </div>
    </article>
  );
}

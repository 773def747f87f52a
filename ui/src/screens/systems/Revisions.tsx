import { Link, useNavigate } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import type { RevisionRow, SystemView } from "../../backend/wire";
import { SelectField } from "../../components/SelectField";
import { day } from "../../format/dates";
import { en } from "../../messages/en";

const words = en.systems;

/** The revisions of a system over time, and the way to set two of them side by side. */
export function Revisions({ system }: { system: SystemView }) {
  const { revisions } = system;
  const days = revisions.map((revision) => revision.effective_from);
  return (
    <section aria-labelledby="revisions-heading" className="revisions">
      <h3 id="revisions-heading">{words.revisions}</h3>
      <ul>
        {revisions.map((revision) => (
          <li key={`${revision.effective_from}${revision.source}`}>
            <Link
              to="/systems/$number"
              params={{ number: system.number }}
              search={(before) => ({ ...before, on: revision.effective_from })}
              aria-current={revision.effective_from === system.revision.effective_from ? "true" : undefined}
            >
              {day(revision.effective_from)}
            </Link>{" "}
            <span className="quiet">{sourceOf(revision)}</span>
          </li>
        ))}
      </ul>
      {revisions.length > 1 ? (
        <Compare number={system.number} days={days} />
      ) : (
        <p className="quiet">{words.oneRevision}</p>
      )}
    </section>
  );
}

function Compare({ number, days }: { number: string; days: string[] }) {
  const navigate = useNavigate();
  const [older, setOlder] = useState(days.at(-2) ?? "");
  const [newer, setNewer] = useState(days.at(-1) ?? "");
  const options = days.map((one) => [one, day(one)] as const);
  return (
    <form
      className="compare-form"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: "/systems/$number/compare", params: { number }, search: { older, newer } });
      }}
    >
      <SelectField
        id="older"
        help={en.fields.systems.older}
        label={words.older}
        value={older}
        options={options}
        onChange={setOlder}
      />
      <SelectField
        id="newer"
        help={en.fields.systems.newer}
        label={words.newer}
        value={newer}
        options={options}
        onChange={setNewer}
      />
      <Button type="submit" outline data-testid="compare" disabled={older === newer}>
        {words.compare}
      </Button>
    </form>
  );
}

export function sourceOf(revision: RevisionRow): string {
  const source = revision.source === "built-in" ? words.builtIn : revision.source;
  return revision.cite && revision.cite !== source ? `${source} · ${revision.cite}` : source;
}

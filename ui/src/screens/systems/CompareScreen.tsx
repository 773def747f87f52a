// Two revisions of one notice: what was taken out and put in, marked by more than colour.
import { getRouteApi, Link } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import type { Comparison, Run, SectionComparison } from "../../backend/wire";
import { ChangedWords } from "../../components/ChangedWords";
import { CheckField } from "../../components/CheckField";
import { Empty } from "../../components/Empty";
import { Loaded } from "../../components/Loading";
import { RefusalNotice } from "../../components/RefusalNotice";
import { ScreenTitle } from "../../components/ScreenTitle";
import { day } from "../../format/dates";
import { useHotkeys } from "../../hotkeys/registry";
import { en } from "../../messages/en";
import { useComparison, useSystem } from "../../queries/desk";
import { useImport } from "./importing";

const route = getRouteApi("/systems/$number/compare");
const words = en.systems;

export function CompareScreen() {
  const { number } = route.useParams();
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  const system = useSystem(number, null);
  // Where no days are asked for, the two newest revisions are meant.
  const [before, last] = (system.data?.revisions ?? []).slice(-2).map((revision) => revision.effective_from);
  const older = asked.older || before;
  const newer = asked.newer || last;
  useHotkeys([
    {
      id: "back",
      keys: "u",
      label: words.backToSystem,
      group: "here",
      run: () => void navigate({ to: "/systems/$number", params: { number }, search: {} }),
    },
  ]);
  return (
    <div className="compare">
      <header className="bar">
        <Link to="/systems/$number" params={{ number }} search={{}} className="back">
          ← {words.backToSystem}
        </Link>
        <ScreenTitle title={words.compareTitle(number)} />
        {older && newer && <span className="quiet">{words.compareWords(day(older), day(newer))}</span>}
      </header>
      {older && newer ? (
        <Compared number={number} older={older} newer={newer} />
      ) : (
        <Loaded query={system}>{() => <OnlyOne />}</Loaded>
      )}
    </div>
  );
}

function Compared(asked: { number: string; older: string; newer: string }) {
  const query = useComparison(asked.number, asked.older, asked.newer);
  return <Loaded query={query}>{(comparison) => <Shown comparison={comparison} />}</Loaded>;
}

/** Nothing to set beside it: how an earlier revision comes into the library. What came of it is told under Systems. */
function OnlyOne() {
  const navigate = route.useNavigate();
  const { number } = route.useParams();
  const importing = useImport();

  async function importEarlier() {
    if (!(await importing.choose())) return;
    await navigate({ to: "/systems/$number", params: { number }, search: {} });
  }

  return (
    <>
      <RefusalNotice refusal={importing.refusal} />
      <Empty words={words.oneRevision} hint={words.oneRevisionHint}>
        <Button type="button" outline disabled={importing.busy} onClick={() => void importEarlier()}>
          {importing.busy ? words.importing : words.import}
        </Button>
      </Empty>
    </>
  );
}

function Shown({ comparison }: { comparison: Comparison }) {
  const [onlyChanged, setOnlyChanged] = useState(true);
  const changed = comparison.sections.filter((section) => section.changed);
  const shown = onlyChanged ? changed : comparison.sections;
  return (
    <div className="compare-body" data-testid="comparison">
      <div className="compare-bar">
        <span>{words.sections(changed.length, comparison.sections.length)}</span>
        <CheckField
          id="only-changed"
          help={en.fields.systems.onlyChanged}
          label={words.onlyChanged}
          checked={onlyChanged}
          onChange={setOnlyChanged}
        />
        <span className="quiet">{words.legend}</span>
      </div>
      {changed.length === 0 && <p>{words.nothingChanged}</p>}
      <div className="compare-heads" aria-hidden="true">
        <span>{`${words.older} · ${day(comparison.older.effective_from)}`}</span>
        <span>{`${words.newer} · ${day(comparison.newer.effective_from)}`}</span>
      </div>
      {shown.map((section) => (
        <Section key={section.key} section={section} />
      ))}
    </div>
  );
}

function Section({ section }: { section: SectionComparison }) {
  return (
    <section className="compare-section" aria-labelledby={`compare-${section.key}`}>
      <h2 id={`compare-${section.key}`}>
        {section.heading}{" "}
        <span className={section.changed ? "change-mark" : "quiet"}>
          {section.changed ? words.changed : words.same}
        </span>
      </h2>
      <div className="compare-columns">
        <div className="compare-text">
          <span className="sr-only">{words.older}: </span>
          <Runs runs={section.runs} side="older" />
        </div>
        <div className="compare-text">
          <span className="sr-only">{words.newer}: </span>
          <Runs runs={section.runs} side="newer" />
        </div>
      </div>
    </section>
  );
}

/** The words of one side, the words of only this side marked. */
function Runs({ runs, side }: { runs: Run[]; side: "older" | "newer" }) {
  return runs
    .filter((run) => run.side === "both" || run.side === side)
    .map((run, index) => {
      // A run is known only by its place in the text, which is shown whole.
      const key = `${side}-${index}`;
      if (run.side === "both") return <span key={key}>{run.text}</span>;
      return <ChangedWords key={key} as={side === "older" ? "del" : "ins"} text={run.text} />;
    });
}

// The candidates with the sentences of their notices; a person picks one, or another system from the catalogue.
import { useState } from "react";
import type { CaseView } from "../../backend/wire";
import { HelpedGroup } from "../../components/HelpedGroup";
import { en } from "../../messages/en";
import { useKept } from "../../queries/useKept";
import { CandidateChoice } from "./CandidateChoice";
import { CaseForm } from "./CaseForm";
import { CatalogueChoice } from "./CatalogueChoice";
import { useCaseAct } from "./useCaseAct";

const words = en.case.search;

export interface Destination {
  system: string;
  office: string;
}

interface Props {
  view: CaseView;
  done: () => void;
  cancel: () => void;
}

export function RouteForm({ view, done, cancel }: Props) {
  const acting = useCaseAct(view);
  const candidates = view.proposal?.candidates ?? [];
  const [chosen, setChosen] = useState<Destination | null>(
    view.routing ?? (candidates[0] ? { system: candidates[0].system, office: candidates[0].office } : null),
  );
  const kept = useKept(`${view.number}/route`, view.number, chosen, setChosen);
  const [problem, setProblem] = useState<string | null>(null);
  const proposed = candidates.some(
    ({ system, office }) => chosen?.system === system && chosen.office === office,
  );

  async function submit() {
    if (!chosen) return setProblem(words.noneChosen);
    setProblem(null);
    return await acting.act(
      [{ command: "route", system: chosen.system, office: chosen.office }],
      words.routed,
    );
  }

  return (
    <CaseForm
      heading={words.routeHeading}
      words={words.routeWords}
      submit={words.pick}
      acting={acting}
      kept={kept}
      onSubmit={submit}
      onDone={done}
      onCancel={cancel}
    >
      {problem && (
        <p className="usa-error-message" role="alert">
          {problem}
        </p>
      )}
      {view.proposal?.fallback && (
        <p>
          {candidates.length === 0 && `${words.noneFits} `}
          {view.proposal.fallback.why} <strong>{view.proposal.fallback.office}</strong>
        </p>
      )}
      {candidates.length > 0 && (
        <HelpedGroup legend={words.proposed} help={en.fields.search.candidates} className="candidates">
          {candidates.map((candidate, index) => (
            <CandidateChoice
              key={`${candidate.system} ${candidate.office}`}
              id={`candidate-${index}`}
              candidate={candidate}
              checked={chosen?.system === candidate.system && chosen.office === candidate.office}
              onChoose={() => setChosen({ system: candidate.system, office: candidate.office })}
            />
          ))}
        </HelpedGroup>
      )}
      <details className="others" open={!proposed}>
        <summary>{words.another}</summary>
        <CatalogueChoice agency={view.agency} chosen={chosen} onChoose={setChosen} />
      </details>
    </CaseForm>
  );
}

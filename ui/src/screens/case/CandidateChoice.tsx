import type { Candidate } from "../../backend/wire";
import { Cite } from "../../components/Cite";
import { HELP_KEY } from "../../components/FieldHelp";
import { en } from "../../messages/en";

const words = en.case.search;

interface Props {
  id: string;
  candidate: Candidate;
  checked: boolean;
  onChoose: () => void;
}

export function CandidateChoice({ id, candidate, checked, onChoose }: Props) {
  return (
    <div className={checked ? "candidate chosen" : "candidate"}>
      <input
        {...HELP_KEY}
        type="radio"
        id={id}
        name="destination"
        checked={checked}
        onChange={onChoose}
        aria-describedby={`${id}-why`}
      />
      <div>
        <label htmlFor={id}>
          <span className="strong">
            {candidate.system} {candidate.name}
          </span>
          <span>{candidate.office}</span>
        </label>
        <div id={`${id}-why`} className="candidate-why">
          <p className="quiet">
            {candidate.address}
            {candidate.score !== null && ` · ${words.fits(Math.round(candidate.score * 100))}`}
          </p>
          {candidate.reasons.map((reason) => (
            <blockquote key={reason.quote}>
              “{reason.quote}”{" "}
              <span className="quiet">({en.terms.section[reason.section] ?? reason.section})</span>
            </blockquote>
          ))}
          {candidate.particulars_missing.length > 0 && (
            <p className="tone-soon">
              {words.missing}: {candidate.particulars_missing.join(", ")}.
            </p>
          )}
          {candidate.copy_to && (
            <p>
              {words.copyTo}: {candidate.copy_to}
            </p>
          )}
          <Cite>{candidate.cite}</Cite>
        </div>
      </div>
    </div>
  );
}

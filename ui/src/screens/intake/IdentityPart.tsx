// The proof that came. What the rule asks stands first; what else may come is behind one disclosure.
import type { Evidence, Requirement } from "../../backend/wire";
import { CheckboxList } from "../../components/CheckboxList";
import { CheckField } from "../../components/CheckField";
import { optionsOf } from "../../components/SelectField";
import { en } from "../../messages/en";
import type { PartProps } from "./fields";

const words = en.intake;

interface Props extends Pick<PartProps, "draft" | "change"> {
  requirements: Requirement[] | undefined;
}

export function IdentityPart({ draft, change, requirements }: Props) {
  const asked = [...new Set((requirements ?? []).flatMap((requirement) => requirement.any_of))];
  const all = optionsOf(en.terms.evidence);
  const first = all.filter(([evidence]) => asked.includes(evidence));
  const others = all.filter(([evidence]) => !asked.includes(evidence));
  const set = (group: readonly (readonly [Evidence, string])[]) => (chosen: Evidence[]) =>
    change({
      evidence: [
        ...draft.evidence.filter((evidence) => !group.some(([member]) => member === evidence)),
        ...chosen,
      ],
    });
  return (
    <section aria-labelledby="part-identity" className="part">
      <h2 id="part-identity">{words.parts.identity}</h2>
      {first.length > 0 ? (
        <CheckboxList
          id="intake-evidence"
          help={en.fields.intake.evidence}
          legend={words.askedHere}
          options={first}
          chosen={draft.evidence}
          onChange={set(first)}
          className="two-columns"
        />
      ) : (
        requirements && <p className="quiet">{words.noneAsked}</p>
      )}
      <details className="others" open={first.length === 0 && !requirements}>
        <summary>{words.otherEvidence}</summary>
        <CheckboxList
          id="intake-other"
          help={en.fields.intake.evidence}
          legend={words.tickWhatCame}
          options={others}
          chosen={draft.evidence}
          onChange={set(others)}
          className="two-columns"
        />
      </details>
      {draft.channel !== "mail" && (
        <CheckField
          id="intake-known"
          help={en.fields.intake.known}
          label={words.known}
          checked={draft.known}
          onChange={(checked) => change({ known: checked })}
        />
      )}
    </section>
  );
}

// Blank forms for the requester, saved as files to be filled in. They have no case and no name on them.
import { Button } from "@trussworks/react-uswds";
import { useId, useState } from "react";
import { useBackend } from "../../backend/context";
import type { AgencyId, FormKind, Language } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { RefusalNotice } from "../../components/RefusalNotice";
import { optionsOf, SelectField } from "../../components/SelectField";
import { en } from "../../messages/en";
import { useAsk } from "../../queries/useAsk";

const words = en.blankForms;

interface Props {
  agency: AgencyId;
  heading: string;
  /** What the forms are for. */
  lead?: string;
  forms: readonly FormKind[];
  /** The rest of them, folded away. */
  others?: readonly FormKind[];
  /** The language that is chosen to begin with. */
  language?: Language;
}

export function BlankForms({ agency, heading, lead, forms, others = [], language = "en" }: Props) {
  const backend = useBackend();
  const announce = useAnnounce();
  const id = useId();
  const { busy, refusal, ask } = useAsk();
  const [chosen, setChosen] = useState<Language>(language);
  const [said, setSaid] = useState("");

  async function save(form: FormKind) {
    const saved = await ask(async () => ({ file: await backend.saveForm(agency, form, chosen) }));
    if (!saved) return;
    const sentence = saved.file === null ? en.letters.saveCancelled : en.letters.saved(saved.file);
    setSaid(sentence);
    announce(sentence);
  }

  const list = (kinds: readonly FormKind[]) => (
    <ul>
      {kinds.map((form) => (
        <li key={form}>
          <span>{words.kinds[form]}</span>
          <Button
            type="button"
            outline
            disabled={busy}
            aria-label={words.saveWhat(words.kinds[form])}
            data-testid={`save-form-${form}`}
            onClick={() => void save(form)}
          >
            {words.save}
          </Button>
        </li>
      ))}
    </ul>
  );

  return (
    <section aria-labelledby={`${id}-heading`} className="blank-forms" data-testid="blank-forms">
      <h2 id={`${id}-heading`}>{heading}</h2>
      {lead && <p className="quiet">{lead}</p>}
      <RefusalNotice refusal={refusal} />
      <SelectField
        id={`${id}-language`}
        help={en.fields.wording.formLanguage}
        label={words.language}
        value={chosen}
        options={optionsOf(en.languages.name)}
        onChange={setChosen}
      />
      {forms.length > 0 ? list(forms) : <p>{words.none}</p>}
      {others.length > 0 && (
        <details>
          <summary>{words.others}</summary>
          {list(others)}
        </details>
      )}
      {said && (
        <p className="said-here" data-testid="form-saved">
          {said}
        </p>
      )}
    </section>
  );
}

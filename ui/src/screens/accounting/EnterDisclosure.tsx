// Entering a disclosure. What is missing, and whether such a disclosure is entered at all, the desk says.
import { useQueryClient } from "@tanstack/react-query";
import { Fieldset } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { DisclosureBasis } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { DateField } from "../../components/DateField";
import { optionsOf, SelectField } from "../../components/SelectField";
import { TextField } from "../../components/TextField";
import { parseDay } from "../../format/dates";
import { en } from "../../messages/en";
import { keys, useDesk } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";
import { useKept } from "../../queries/useKept";
import { CaseForm } from "../case/CaseForm";

const words = en.accounting;

interface Props {
  agency: string;
  subject: string;
  identifier: string;
  onClose: () => void;
  onEntered: (subject: string) => void;
}

export function EnterDisclosure({ agency, subject, identifier, onClose, onEntered }: Props) {
  const backend = useBackend();
  const client = useQueryClient();
  const announce = useAnnounce();
  const desk = useDesk();
  const { busy, refusal, ask, forget } = useAsk();
  const [typed, setTyped] = useState({
    subject,
    system: "",
    on: desk.data?.today ?? "",
    nature: "",
    purpose: "",
    name: "",
    address: "",
    basis: "other" as DisclosureBasis,
  });
  const [badDay, setBadDay] = useState(false);
  const kept = useKept("disclosure", null, typed, setTyped);
  const change = (changed: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...changed }));
  const problem = (field: string) => (refusal?.field === field ? refusal.message : null);

  async function enter() {
    const on = parseDay(typed.on);
    setBadDay(on === null);
    if (on === null) return document.getElementById("disclosure-on")?.focus();
    const lines = await ask(() =>
      backend.enterDisclosure({
        ...typed,
        on,
        agency,
        identifier: identifier.trim() === "" ? null : identifier.trim(),
      }),
    );
    if (!lines) return false;
    announce(words.entered);
    await client.invalidateQueries({ queryKey: keys.accounting });
    return true;
  }

  const text = (field: "subject" | "system" | "nature" | "purpose" | "name" | "address", label: string) => (
    <TextField
      id={`disclosure-${field}`}
      help={en.fields.accounting[field]}
      label={label}
      value={typed[field]}
      onChange={(value) => change({ [field]: value })}
      problem={problem(field)}
    />
  );

  return (
    <CaseForm
      heading={words.enter}
      words={words.enterWords(en.terms.agency[agency] ?? agency)}
      submit={words.enterGo}
      acting={{ busy, refusal, reload: forget }}
      fieldId={(field) => `disclosure-${field}`}
      kept={kept}
      onSubmit={enter}
      onDone={() => onEntered(typed.subject.trim())}
      onCancel={onClose}
    >
      <div className="disclosure-groups">
        <Fieldset legend={words.groups.subject}>
          {text("subject", words.subject)}
          {text("system", words.system)}
        </Fieldset>
        <Fieldset legend={words.groups.recipient}>
          {text("name", words.fields.name)}
          {text("address", words.fields.address)}
        </Fieldset>
        <Fieldset legend={words.groups.disclosure} className="disclosure-itself">
          <DateField
            id="disclosure-on"
            help={en.fields.accounting.on}
            label={words.fields.on}
            value={typed.on}
            onChange={(on) => change({ on })}
            problem={badDay ? en.common.dayBad : problem("on")}
          />
          <SelectField
            id="disclosure-basis"
            help={en.fields.accounting.basis}
            label={words.fields.basis}
            value={typed.basis}
            options={optionsOf(en.terms.disclosureBasis)}
            onChange={(basis) => change({ basis })}
            problem={problem("basis")}
          />
          {text("nature", words.fields.nature)}
          {text("purpose", words.fields.purpose)}
        </Fieldset>
      </div>
    </CaseForm>
  );
}

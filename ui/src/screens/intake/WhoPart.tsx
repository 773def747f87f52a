import type { AgencyView } from "../../backend/wire";
import { DateField } from "../../components/DateField";
import { optionsOf, SelectField } from "../../components/SelectField";
import { TextField } from "../../components/TextField";
import { en } from "../../messages/en";
import { isForAnother } from "./draft";
import { fieldId, type PartProps } from "./fields";

const words = en.intake;

export function WhoPart({ draft, change, problemOf, agencies }: PartProps & { agencies: AgencyView[] }) {
  return (
    <section aria-labelledby="part-who" className="part">
      <h2 id="part-who">{words.parts.who}</h2>
      <div className="row">
        <SelectField
          id={fieldId("agency")}
          help={en.fields.intake.agency}
          label={words.agency}
          value={draft.agency}
          options={agencies.map((agency) => [agency.id, en.terms.agency[agency.id] ?? agency.name] as const)}
          onChange={(agency) => change({ agency })}
          problem={problemOf("agency")}
        />
        <DateField
          id={fieldId("received")}
          help={en.fields.intake.received}
          label={words.received}
          value={draft.received}
          onChange={(received) => change({ received })}
          problem={problemOf("received")}
        />
        <SelectField
          id={fieldId("channel")}
          help={en.fields.intake.channel}
          label={words.channel}
          value={draft.channel}
          options={optionsOf(en.terms.channel)}
          onChange={(channel) => change({ channel })}
          problem={problemOf("channel")}
        />
      </div>
      <div className="row">
        <TextField
          id={fieldId("requester.name")}
          help={en.fields.intake.name}
          label={words.name}
          value={draft.name}
          onChange={(name) => change({ name })}
          problem={problemOf("requester.name") ?? problemOf("requester")}
          className="wide"
        />
        <SelectField
          id={fieldId("capacity")}
          help={en.fields.intake.capacity}
          label={words.capacity}
          value={draft.capacity}
          options={optionsOf(en.terms.capacity)}
          onChange={(capacity) => change({ capacity })}
          problem={problemOf("capacity")}
          className="wide"
        />
        {draft.capacity === "guardian" && (
          <SelectField
            id={fieldId("facts.relation")}
            help={en.fields.intake.ward}
            label={words.ward}
            value={draft.ward}
            options={optionsOf(words.wards)}
            onChange={(ward) => change({ ward })}
            className="wide"
          />
        )}
      </div>
      <div className="row">
        <TextField
          id={fieldId("requester.address")}
          help={en.fields.intake.address}
          label={words.address}
          value={draft.address}
          onChange={(address) => change({ address })}
          problem={problemOf("requester.address")}
          rows={3}
          className="wide"
        />
        <TextField
          id={fieldId("requester.email")}
          help={en.fields.intake.email}
          label={words.email}
          type="email"
          optional
          value={draft.email}
          onChange={(email) => change({ email })}
          problem={problemOf("requester.email")}
          className="wide"
        />
      </div>
      {isForAnother(draft.capacity) && (
        <div className="row">
          <TextField
            id={fieldId("subject.name")}
            help={en.fields.intake.subjectName}
            label={words.subjectName}
            hint={words.subjectHint}
            value={draft.subjectName}
            onChange={(subjectName) => change({ subjectName })}
            problem={problemOf("subject.name") ?? problemOf("subject")}
            className="wide"
          />
          <TextField
            id={fieldId("subject.address")}
            help={en.fields.intake.subjectAddress}
            label={words.subjectAddress}
            optional
            value={draft.subjectAddress}
            onChange={(subjectAddress) => change({ subjectAddress })}
            problem={problemOf("subject.address")}
            rows={3}
            className="wide"
          />
        </div>
      )}
    </section>
  );
}

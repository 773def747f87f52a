import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { Role, StaffView } from "../../backend/wire";
import { CheckboxList } from "../../components/CheckboxList";
import { optionsOf } from "../../components/SelectField";
import { TextField } from "../../components/TextField";
import { en } from "../../messages/en";
import { useAsk } from "../../queries/useAsk";
import { useKept } from "../../queries/useKept";
import { CaseForm } from "../case/CaseForm";

const words = en.settings.staff;

interface Props {
  /** Whose title, roles and unit are changed; nobody where a member is added. */
  member: StaffView | null;
  /** The desk answered with the whole staff. */
  taken: (list: StaffView[]) => void;
  done: () => void;
  cancel: () => void;
}

export function StaffForm({ member, taken, done, cancel }: Props) {
  const backend = useBackend();
  const { busy, refusal, ask, forget } = useAsk();
  const [name, setName] = useState(member?.name ?? "");
  const [title, setTitle] = useState(member?.title ?? "");
  const [unit, setUnit] = useState(member?.unit ?? "");
  const [roles, setRoles] = useState<Role[]>(member?.roles ?? ["specialist"]);
  const kept = useKept(`staff/${member?.name ?? ""}`, null, { name, title, unit, roles }, (before) => {
    setName(before.name);
    setTitle(before.title);
    setUnit(before.unit);
    setRoles(before.roles);
  });
  const refused = (field: string) => (refusal?.field === field ? refusal.message : null);

  async function send() {
    const given = { name: name.trim(), title: title.trim(), unit: unit.trim(), roles };
    const list = await ask(() => (member ? backend.changeStaff(given) : backend.addStaff(given)));
    if (list) taken(list);
    return list !== null;
  }

  return (
    <CaseForm
      heading={member ? words.changeOf(member.name) : words.add}
      submit={member ? words.change : words.addGo}
      acting={{ busy, refusal, reload: forget }}
      fieldId={(field) => ({ name: "staff-name", roles: "staff-roles-clerk" })[field]}
      kept={kept}
      onSubmit={send}
      onDone={done}
      onCancel={cancel}
    >
      {member === null && (
        <TextField
          id="staff-name"
          help={en.fields.settings.staffName}
          label={words.name}
          value={name}
          onChange={setName}
          problem={refused("name")}
        />
      )}
      <div className="row">
        <TextField
          id="staff-title"
          className="wide"
          help={en.fields.settings.staffTitle}
          label={words.title}
          value={title}
          onChange={setTitle}
          optional
        />
        <TextField
          id="staff-unit"
          className="wide"
          help={en.fields.settings.staffUnit}
          label={words.unit}
          value={unit}
          onChange={setUnit}
          optional
        />
      </div>
      <CheckboxList
        id="staff-roles"
        className="staff-roles"
        help={en.fields.settings.roles}
        legend={words.roles}
        options={optionsOf(en.terms.role)}
        chosen={roles}
        onChange={setRoles}
        problem={refused("roles")}
      />
    </CaseForm>
  );
}

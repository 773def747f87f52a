// What a correction changes, rule by rule and field by field.
import { Table } from "@trussworks/react-uswds";
import type { OverlayChange } from "../../backend/wire";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { fieldName, rulebookName } from "./names";

const words = en.rules;

export function Changes({ changes }: { changes: OverlayChange[] }) {
  return changes.map((change) => (
    <Table key={`${change.rulebook}${change.kind}${change.rule}${change.from}`} className="changes">
      <caption>
        {change.title || fieldName(change.kind)}{" "}
        <span className="quiet">
          · {fieldName(change.kind).toLowerCase()} · {rulebookName(change.rulebook)} ·{" "}
          {change.to ? words.fromTo(day(change.from), day(change.to)) : words.since(day(change.from))}
          {change.new && ` · ${words.added}`}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {change.fields.length === 0 && (
          <tr>
            <td colSpan={3}>{words.sameFields}</td>
          </tr>
        )}
        {change.fields.map((field) => (
          <tr key={field.field}>
            <th scope="row" title={field.field}>
              {fieldName(field.field)}
            </th>
            <td>{field.before === "" ? <span className="quiet">{words.nothing}</span> : field.before}</td>
            <td className="strong">
              {field.after === "" ? <span className="quiet">{words.nothing}</span> : field.after}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  ));
}

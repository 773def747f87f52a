import { Button, Table } from "@trussworks/react-uswds";
import type { CaseView, Requirement } from "../../backend/wire";
import { Cite } from "../../components/Cite";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import type { TabProps } from "./CaseScreen";
import { RecordEvidenceForm } from "./RecordEvidenceForm";
import { VerifyIdentityForm } from "./VerifyIdentityForm";

const words = en.case.identity;

export function IdentityTab({ view, doing, open, done, cancel }: TabProps) {
  const recording = doing === "record-evidence" || doing === "await-requester";
  const verifying = doing === "verify-identity";
  return (
    <div>
      {recording && <RecordEvidenceForm view={view} done={done} cancel={cancel} />}
      {verifying && <VerifyIdentityForm view={view} done={done} cancel={cancel} />}
      <section aria-labelledby="asked-heading">
        <h2 id="asked-heading">{words.asked}</h2>
        {view.identity_verified && (
          <p className="met">
            <span aria-hidden="true">✓ </span>
            {words.verified(day(view.identity_verified))}
          </p>
        )}
        <p>
          {view.identity.why} <Cite>{view.identity.cites.join("; ")}</Cite>
        </p>
        {view.requirements.length > 0 && (
          <ul className="requirements">
            {view.requirements.map((requirement) => (
              <OneRequirement
                key={requirement.id}
                requirement={requirement}
                met={!view.unmet.some((unmet) => unmet.id === requirement.id)}
                alsoBy={
                  view.asked.find((one) => one.by === "rule" && one.id === requirement.id)?.also_by ?? null
                }
              />
            ))}
          </ul>
        )}
      </section>
      <AskedByNotice view={view} />
      <EvidenceAtHand view={view} />
      {view.state !== "closed" && !recording && !verifying && (
        <div className="actions">
          <Button
            type="button"
            outline
            onClick={() => open("record-evidence")}
            data-testid="do-record-evidence"
          >
            {words.record}
          </Button>
          {!view.identity_verified && (
            <Button
              type="button"
              outline
              onClick={() => open("verify-identity")}
              data-testid="do-verify-identity"
            >
              {words.verify}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function AskedByNotice({ view }: { view: CaseView }) {
  const byNotice = view.asked.filter((one) => one.by === "notice");
  if (byNotice.length === 0) return null;
  return (
    <section aria-labelledby="notice-asks-heading">
      <h2 id="notice-asks-heading">{words.noticeAsks}</h2>
      <p className="quiet">
        {words.noticeWaits} <Cite>{byNotice[0]?.cite ?? ""}</Cite>
      </p>
      <ul className="requirements">
        {byNotice.map((one) => (
          <li key={one.words} className={one.met === true ? "met-line" : "unmet-line"}>
            <span className="mark" aria-hidden="true">
              {one.met === true ? "✓" : "○"}
            </span>
            <div>
              {one.words}
              {one.met !== null && <p className="quiet">{one.met ? words.met : words.unmet}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OneProps {
  requirement: Requirement;
  met: boolean;
  alsoBy: string | null;
}

function OneRequirement({ requirement, met, alsoBy }: OneProps) {
  return (
    <li className={met ? "met-line" : "unmet-line"}>
      <span className="mark" aria-hidden="true">
        {met ? "✓" : "○"}
      </span>
      <div>
        {requirement.words} <Cite>{requirement.cite}</Cite>
        <p className="quiet">
          {met ? words.met : words.unmet}
          {requirement.any_of.length > 1 && ` · ${words.anyOf}: `}
          {requirement.any_of.length > 1 &&
            requirement.any_of.map((evidence) => en.terms.evidence[evidence]).join("; ")}
          {alsoBy && ` · ${words.alsoByNotice(alsoBy)}`}
        </p>
      </div>
    </li>
  );
}

function EvidenceAtHand({ view }: { view: CaseView }) {
  const { columns } = words;
  return (
    <section aria-labelledby="at-hand-heading">
      <h2 id="at-hand-heading">{words.atHand}</h2>
      {view.evidence.length === 0 ? (
        <p className="quiet">{words.nothingAtHand}</p>
      ) : (
        <Table compact fullWidth bordered={false}>
          <thead>
            <tr>
              <th scope="col">{columns.what}</th>
              <th scope="col">{columns.note}</th>
              <th scope="col">{columns.by}</th>
              <th scope="col">{columns.on}</th>
            </tr>
          </thead>
          <tbody>
            {view.evidence.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end.
              <tr key={index}>
                <th scope="row">{en.terms.evidence[one.evidence]}</th>
                <td>{one.note}</td>
                <td>{one.by}</td>
                <td className="nowrap">{day(one.on)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

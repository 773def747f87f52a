// The file itself: its papers, who has it, its tasks, who else it may be about, and how long it is kept.
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { CaseView, CertificateView } from "../../backend/wire";
import { AskDialog } from "../../components/AskDialog";
import { Cite } from "../../components/Cite";
import { RefusalNotice } from "../../components/RefusalNotice";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { useAsk } from "../../queries/useAsk";
import type { TabProps } from "./CaseScreen";
import { Offered } from "./Offered";
import { Papers } from "./Papers";
import { PeopleLike } from "./PeopleLike";

const words = en.case.file;

export function FileTab({ view, doing, open, cancel }: TabProps) {
  // The question before a case is destroyed lies over the file, which stays as it is.
  const idle = doing === undefined || doing === "dispose";
  return (
    <div>
      <Papers view={view} />
      <section aria-labelledby="holder-heading">
        <h2 id="holder-heading">{words.holder}</h2>
        <dl className="facts">
          <dt>{words.assignee}</dt>
          <dd>{view.assignee === "" ? en.forms.nobody : view.assignee}</dd>
          <dt>{words.unit}</dt>
          <dd>{view.unit === "" ? en.common.none : view.unit}</dd>
          <dt>{words.seenBy}</dt>
          <dd>{view.restricted ? words.restricted : words.office}</dd>
        </dl>
        {idle && <Offered view={view} commands={["assign", "restrict", "lift-restriction"]} open={open} />}
      </section>
      <section aria-labelledby="tasks-heading">
        <h2 id="tasks-heading">{words.tasks}</h2>
        <Tasks view={view} />
        {idle && <Offered view={view} commands={["add-task", "finish-task"]} open={open} />}
      </section>
      <PeopleLike view={view} />
      <section aria-labelledby="keep-heading">
        <h2 id="keep-heading">{words.keep}</h2>
        {view.hold !== null && <p className="strong">{words.held(view.hold)}</p>}
        <p>
          {view.keep.through && <span className="strong">{words.keptThrough(day(view.keep.through))} </span>}
          {view.keep.words} <Cite>{view.keep.cite}</Cite>
        </p>
        {view.disposal_proposed && (
          <p>{words.proposed(view.disposal_proposed.by, day(view.disposal_proposed.on))}</p>
        )}
        {idle && (
          <Offered
            view={view}
            commands={["place-hold", "release-hold", "propose-disposal", "reopen", "overrule"]}
            open={open}
          />
        )}
        {view.overruled.length > 0 && (
          <ul>
            {view.overruled.map((one) => (
              <li key={one.step}>{words.leftOut(one.step, one.by.by, one.reason)}</li>
            ))}
          </ul>
        )}
      </section>
      {doing === "dispose" && <Dispose view={view} cancel={cancel} />}
    </div>
  );
}

function Tasks({ view }: { view: CaseView }) {
  if (view.tasks.length === 0) return <p className="quiet">{words.noTask}</p>;
  return (
    <ul className="tasks">
      {view.tasks.map((task) => (
        <li key={task.task}>
          {task.task}. {task.text}{" "}
          <span className="quiet">
            {task.done ? words.taskDone(day(task.done)) : words.taskBy(day(task.by), task.who)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Destroys what another person proposed to destroy. It cannot be taken back. */
function Dispose({ view, cancel }: { view: CaseView; cancel: () => void }) {
  const backend = useBackend();
  const { busy, refusal, ask } = useAsk();
  const [certificate, setCertificate] = useState<CertificateView | null>(null);
  if (certificate) {
    return (
      <AskDialog
        heading={words.disposed}
        words={words.certified(certificate.number, certificate.parts.length, certificate.authority)}
        confirm={en.common.close}
        cancel={null}
        onConfirm={cancel}
        onCancel={cancel}
      />
    );
  }
  return (
    <AskDialog
      heading={words.disposeAsk}
      words={words.disposeWords}
      confirm={words.disposeGo}
      destroys
      busy={busy}
      onCancel={cancel}
      onConfirm={() =>
        void ask(() => backend.dispose(view.number, view.version)).then(
          (made) => made && setCertificate(made),
        )
      }
    >
      <RefusalNotice refusal={refusal} />
    </AskDialog>
  );
}

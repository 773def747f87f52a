// Scans and files: attached by the system's dialog or by dropping them here, looked at, saved, destroyed.

import { Button, Table } from "@trussworks/react-uswds";
import { useEffect, useState } from "react";
import { useBackend } from "../../backend/context";
import type { CaseView, Paper } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { CheckField } from "../../components/CheckField";
import { LookAtPaper } from "../../components/LookAtPaper";
import { ReasonDialog } from "../../components/ReasonDialog";
import { RefusalNotice } from "../../components/RefusalNotice";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { useCaseChanged, usePaper } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";
import { attachAll } from "./attaching";
import { useCaseAct } from "./useCaseAct";

const words = en.case.papers;

export function Papers({ view }: { view: CaseView }) {
  const backend = useBackend();
  const announce = useAnnounce();
  const caseChanged = useCaseChanged();
  const { busy, refusal, change, reload } = useCaseAct(view);
  const choosing = useAsk();
  const [identity, setIdentity] = useState(false);
  const [shown, setShown] = useState<Paper | null>(null);
  const [destroying, setDestroying] = useState<Paper | null>(null);

  useEffect(
    () =>
      backend.onFilesDropped((paths) => {
        void change(
          (version) => attachAll(backend, view.number, version, paths, identity, caseChanged),
          words.attached,
        );
      }),
    [backend, change, caseChanged, identity, view.number],
  );

  async function choose() {
    const chosen = await choosing.ask(async () => ({
      view: await backend.chooseAndAttachPaper(view.number, view.version, identity),
    }));
    if (!chosen) return;
    if (!chosen.view) return announce(words.nothingAttached);
    caseChanged(chosen.view);
    announce(words.attached);
  }

  return (
    <section aria-labelledby="papers-heading">
      <h2 id="papers-heading">{words.heading}</h2>
      <RefusalNotice refusal={refusal} onReload={reload} />
      <RefusalNotice refusal={choosing.refusal} onReload={reload} />
      {view.papers.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <Table compact fullWidth bordered={false}>
          <thead>
            <tr>
              <th scope="col">{words.columns.paper}</th>
              <th scope="col">{words.columns.on}</th>
              <th scope="col">{words.columns.kept}</th>
              <th scope="col">
                <span className="sr-only">{words.columns.does}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {view.papers.map((paper) => (
              <tr key={paper.paper}>
                <th scope="row">{paper.name}</th>
                <td className="nowrap">{day(paper.on)}</td>
                <td>{keptWords(paper)}</td>
                <td>
                  {paper.destroyed === null && (
                    <div className="paper-does">
                      <Button
                        type="button"
                        unstyled
                        aria-label={words.lookAt(paper.name)}
                        onClick={() => setShown(paper)}
                      >
                        {words.look}
                      </Button>
                      <Button
                        type="button"
                        unstyled
                        aria-label={words.destroyOne(paper.name)}
                        onClick={() => setDestroying(paper)}
                      >
                        {words.destroy}
                      </Button>
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <CheckField
        id="paper-identity"
        help={en.fields.dialogs.identityPaper}
        label={words.identity}
        checked={identity}
        onChange={(checked) => setIdentity(checked)}
      />
      <p className="hint">{words.dropHint}</p>
      <div className="actions">
        <Button
          type="button"
          outline
          disabled={busy || choosing.busy}
          onClick={() => void choose()}
          data-testid="attach-paper"
        >
          {words.attach}
        </Button>
      </div>
      {shown && <LookAt view={view} paper={shown} onClose={() => setShown(null)} />}
      {destroying && <Destroy view={view} paper={destroying} onClose={() => setDestroying(null)} />}
    </section>
  );
}

function keptWords(paper: Paper): string {
  if (paper.destroyed) return words.destroyed(day(paper.destroyed));
  if (paper.destroy_after) return words.destroyAfter(day(paper.destroy_after));
  return words.withCase;
}

interface OneProps {
  view: CaseView;
  paper: Paper;
  onClose: () => void;
}

function LookAt({ view, paper, onClose }: OneProps) {
  const backend = useBackend();
  const query = usePaper(view.number, paper.paper);
  return (
    <LookAtPaper
      name={paper.name}
      query={query}
      onSave={() => backend.savePaper(view.number, paper.paper)}
      onClose={onClose}
    />
  );
}

function Destroy({ view, paper, onClose }: OneProps) {
  const backend = useBackend();
  const { change, ...asking } = useCaseAct(view);
  return (
    <ReasonDialog
      id="destroy-reason"
      form={`${view.number}/destroy/${paper.paper}`}
      number={view.number}
      heading={words.destroyAsk(paper.name)}
      words={words.destroyWords}
      label={words.why}
      confirm={words.destroy}
      asking={asking}
      onReason={async (reason) => {
        const changed = await change(
          (version) => backend.destroyPaper(view.number, version, paper.paper, reason),
          words.destroyedDone,
        );
        return changed !== null;
      }}
      onClose={onClose}
    />
  );
}

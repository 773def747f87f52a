// Every version of the office's wording, the newest first: who wrote and who approved it, and what can be done with it.
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { OfficeWording, WordingView } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { AskDialog } from "../../components/AskDialog";
import { Empty } from "../../components/Empty";
import { RefusalNotice } from "../../components/RefusalNotice";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { useWordingChanged } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";
import { ClauseWords } from "./ClauseWords";
import { Picture } from "./Picture";
import { picturesOfVersion } from "./pictures";
import type { WordingDraft } from "./useWordingDraft";

const words = en.wording.versions;

type Doing = { what: "approve" | "rollBack"; version: number } | null;

export function Versions({ view, draft }: { view: WordingView; draft: WordingDraft }) {
  const backend = useBackend();
  const announce = useAnnounce();
  const changed = useWordingChanged();
  const { busy, refusal, ask, forget } = useAsk();
  const [doing, setDoing] = useState<Doing>(null);

  async function act({ what, version }: NonNullable<Doing>) {
    // The dialog is gone before the answer comes, so that a refusal is seen and read.
    setDoing(null);
    const answer = await ask(() =>
      what === "approve"
        ? backend.approveWording(view.agency, version)
        : backend.rollBackWording(view.agency, version),
    );
    if (!answer) return;
    changed(answer);
    draft.closePreview();
    announce(
      what === "approve"
        ? words.approved(version)
        : words.rolledBack(answer.versions[0]?.version ?? 0, version),
    );
  }

  return (
    <section aria-labelledby="versions-heading" className="wording-versions">
      <h2 id="versions-heading" className="system-name">
        {words.heading}
      </h2>
      <RefusalNotice
        refusal={refusal}
        onReload={() => {
          forget();
          draft.reload();
        }}
      />
      {view.versions.length === 0 ? (
        <Empty words={words.none} hint={words.noneHint} />
      ) : (
        view.versions.map((version) => (
          <One
            key={version.version}
            version={version}
            view={view}
            draft={draft}
            onDo={setDoing}
            busy={busy}
          />
        ))
      )}
      {doing && (
        <AskDialog
          heading={
            doing.what === "approve" ? words.approveAsk(doing.version) : words.rollBackAsk(doing.version)
          }
          words={doing.what === "approve" ? words.approveWords : words.rollBackWords}
          confirm={doing.what === "approve" ? words.approve : words.rollBack}
          busy={busy}
          onCancel={() => setDoing(null)}
          onConfirm={() => void act(doing)}
        />
      )}
    </section>
  );
}

interface OneProps {
  version: OfficeWording;
  view: WordingView;
  draft: WordingDraft;
  onDo: (doing: Doing) => void;
  busy: boolean;
}

function One({ version: one, view, draft, onDo, busy }: OneProps) {
  const { version, approved } = one;
  const lines = one.letterhead_lines ?? [];
  const { seal, signatures = [] } = one.pictures ?? {};
  const pictures = en.wording.pictures.inVersion(
    Boolean(seal),
    signatures.map((signature) => signature.official),
  );
  const inForceNow = view.versions.find((other) => other.version === view.in_force)?.pictures;
  const inForce = version === view.in_force;
  // What is approved after a later version would not be in force, and nobody would know why.
  const waits = approved === null && version > (view.in_force ?? 0);
  return (
    <article className="correction" aria-labelledby={`version-${version}`} data-testid={`version-${version}`}>
      <header>
        <h3 id={`version-${version}`}>{words.version(version)}</h3>
        <span className={inForce ? "mark-corrected" : waits ? "mark-doubt" : "quiet"}>
          {inForce ? words.inForce : waits ? words.waits : approved ? "" : words.passed}
        </span>
        <span className="quiet">
          {words.by(one.author)}
          {approved && `, ${words.approvedBy(approved.by, day(approved.on))}`}
        </span>
        <span className="bar-end version-does">
          {!inForce && (waits || approved) && (
            <Button
              type="button"
              unstyled
              disabled={busy || draft.busy}
              aria-label={words.previewOf(version)}
              onClick={() =>
                void draft.previewVersion(version, {
                  clauses: one.clauses,
                  letterhead_lines: lines,
                  pictures: picturesOfVersion(one.pictures, inForceNow),
                })
              }
            >
              {words.preview}
            </Button>
          )}
          {waits && (
            <Button
              type="button"
              outline
              disabled={busy}
              aria-label={words.approveOf(version)}
              onClick={() => onDo({ what: "approve", version })}
            >
              {words.approve}
            </Button>
          )}
          {approved && !inForce && (
            <Button
              type="button"
              outline
              disabled={busy}
              aria-label={words.rollBackOf(version)}
              onClick={() => onDo({ what: "rollBack", version })}
            >
              {words.rollBack}
            </Button>
          )}
        </span>
      </header>
      <p>{words.holds(Object.keys(one.clauses).length, lines.length, pictures)}</p>
      <details>
        <summary>
          {words.words}
          <span className="sr-only"> · {words.version(version)}</span>
        </summary>
        <dl className="rule-facts">
          {lines.length > 0 && (
            <div>
              <dt>{words.lines}</dt>
              <dd className="clause-text">{lines.join("\n")}</dd>
            </div>
          )}
          {seal && (
            <div>
              <dt>{words.seal}</dt>
              <dd>
                <Picture png={seal} alt={en.wording.pictures.sealAlt} />
              </dd>
            </div>
          )}
          {signatures.map(({ official, issuers = [], picture }) => (
            <div key={official}>
              <dt>{en.wording.pictures.signatureAlt(official)}</dt>
              <dd>
                <Picture png={picture} alt={en.wording.pictures.signatureAlt(official)} />
                <p className="quiet">{en.wording.pictures.issuedBy([official, ...issuers])}</p>
              </dd>
            </div>
          ))}
          {Object.entries(one.clauses).map(([id, text]) => (
            <div key={id}>
              <dt>{id}</dt>
              <dd>
                <ClauseWords text={text} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </article>
  );
}

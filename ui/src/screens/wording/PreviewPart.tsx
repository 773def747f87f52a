// Every letter of the sample cases that would read differently, word by word, with the checks that it would fail.
import { Link } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useEffect, useRef } from "react";
import type { ReadsDifferently, WordingView } from "../../backend/wire";
import { en } from "../../messages/en";
import { CheckList } from "../letter/Checks";
import { Marked } from "../letter/Marked";
import { SamplePage } from "./SamplePage";
import type { Shown } from "./useWordingDraft";

const words = en.wording.preview;

interface Props {
  view: WordingView;
  shown: Shown;
  onClose: () => void;
}

export function PreviewPart({ view, shown, onClose }: Props) {
  const section = useRef<HTMLElement>(null);
  const { preview, version, given } = shown;
  const { differs, tried, fits } = preview;
  const broken = differs.filter((letter) => letter.refused !== null || letter.failed.length > 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each preview takes the focus once, when it comes.
  useEffect(() => section.current?.focus(), [shown]);
  return (
    <section
      ref={section}
      tabIndex={-1}
      className="wording-preview"
      aria-labelledby="preview-heading"
      data-testid="wording-preview"
    >
      <header className="section-bar">
        <h2 id="preview-heading" className="system-name">
          {version === null ? words.heading : words.headingOf(version)}
        </h2>
        <Button type="button" unstyled onClick={onClose}>
          {words.close}
        </Button>
      </header>
      <p>
        {words.count(differs.length, tried)}{" "}
        {differs.length > 0 &&
          (fits ? words.fits : <span className="tone-late">{words.broken(broken.length)}</span>)}
      </p>
      {(given.letterhead_lines ?? []).length > 0 && <p className="quiet">{words.linesToo}</p>}
      {preview.pictures.length > 0 && (
        <section aria-labelledby="preview-pictures" data-testid="preview-pictures">
          <h3 id="preview-pictures">{words.pictures}</h3>
          <ul>
            {preview.pictures.map((changed) => (
              <li key={changed}>{changed}</li>
            ))}
          </ul>
        </section>
      )}
      {[...broken, ...differs.filter((letter) => !broken.includes(letter))].map((letter) => (
        <Differs key={`${letter.kind} ${letter.case_number}`} view={view} letter={letter} />
      ))}
      <SamplePage agency={view.agency} given={given} />
    </section>
  );
}

function Differs({ view, letter }: { view: WordingView; letter: ReadsDifferently }) {
  const id = `differs-${letter.kind}`;
  return (
    <article aria-labelledby={id} className="differs" data-testid={id}>
      <h3 id={id}>
        {en.terms.letterKind[letter.kind]} <span className="quiet">· {words.tried(letter.case_number)}</span>
      </h3>
      {letter.refused !== null && <p className="tone-late">{letter.refused}</p>}
      {letter.failed.length > 0 && (
        <>
          <h4>{words.failed}</h4>
          <CheckList checks={letter.failed} />
        </>
      )}
      {letter.changes.map((change) => (
        <div key={change.clause} className="differs-block">
          <Marked words={change.words} />
          {view.clauses.some((clause) => clause.id === change.clause && !clause.prescribed) && (
            <Link
              from="/rules/letters"
              to="."
              search={(before) => ({ ...before, clause: change.clause, part: undefined })}
              aria-label={words.changeWhat(change.clause)}
            >
              {words.change}
            </Link>
          )}
        </div>
      ))}
    </article>
  );
}

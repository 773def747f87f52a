import { Link } from "@tanstack/react-router";
import type { ClauseText, LetterKind, WordingView } from "../../backend/wire";
import { en } from "../../messages/en";
import { beginning, grouped } from "./clauses";
import { approvalOf } from "./translations";
import type { WordingDraft } from "./useWordingDraft";

const words = en.wording;

interface Props {
  view: WordingView;
  clauses: ClauseText[];
  kind: LetterKind | undefined;
  draft: WordingDraft;
}

export function ClauseList({ view, clauses, kind, draft }: Props) {
  return (
    <nav aria-label={words.list}>
      <ul className="to-corrections">
        <Room part={undefined} words={words.wordingRow} more={words.draftCount(draft.changes)} />
        <Room
          part="spanish"
          words={words.spanishRow}
          more={approvalOf(view) ? words.spanishApproved : words.spanishNotApproved}
        />
      </ul>
      {grouped(clauses, kind).map((group) => (
        <section key={group.key} aria-labelledby={`group-${group.key}`}>
          <h2 id={`group-${group.key}`}>{group.name}</h2>
          <ul>
            {group.clauses.map((clause) => (
              <li key={clause.id}>
                <Row clause={clause} drafted={draft.clauses[clause.id]} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function Room(props: { part: "spanish" | undefined; words: string; more: string }) {
  return (
    <li>
      <Link
        from="/rules/letters"
        to="."
        search={(before) => ({ ...before, part: props.part, clause: undefined })}
        data-row={props.part ?? "wording"}
        activeOptions={{ exact: true, includeSearch: true }}
        activeProps={{ "aria-current": "true" }}
        data-testid={`row-${props.part ?? "wording"}`}
      >
        <span className="strong">{props.words}</span>
        <span className="quiet">{props.more}</span>
      </Link>
    </li>
  );
}

function Row({ clause, drafted }: { clause: ClauseText; drafted: string | undefined }) {
  const marks = [
    ...(drafted === undefined ? [] : [["mark-doubt", words.draftMark] as const]),
    ...(clause.own === null ? [] : [["mark-corrected", words.ownMark] as const]),
    ...(clause.prescribed ? [["quiet", words.prescribedMark] as const] : []),
  ];
  return (
    <Link
      from="/rules/letters"
      to="."
      search={(before) => ({ ...before, clause: clause.id, part: undefined })}
      data-row={clause.id}
      activeOptions={{ exact: true, includeSearch: true }}
      activeProps={{ "aria-current": "true" }}
      data-testid={`clause-row-${clause.id}`}
    >
      <span>{beginning(drafted ?? clause.own ?? clause.text)}</span>
      <span className="quiet">
        {clause.id}
        {clause.kinds.length > 1 && ` · ${words.one.inKinds(clause.kinds.length)}`}
      </span>
      {marks.length > 0 && (
        <span className="marks">
          {marks.map(([className, said]) => (
            <span key={said} className={className}>
              {said}
            </span>
          ))}
        </span>
      )}
    </Link>
  );
}

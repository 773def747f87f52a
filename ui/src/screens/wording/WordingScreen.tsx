// How letters read: every clause at the left, one of them or the office's versions at the right.
import { getRouteApi } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useEffect, useRef } from "react";
import type { WordingView } from "../../backend/wire";
import { Empty } from "../../components/Empty";
import { Loaded } from "../../components/Loading";
import { RefusalNotice } from "../../components/RefusalNotice";
import { Restored } from "../../components/Restored";
import { ScreenTitle } from "../../components/ScreenTitle";
import { useSearchWords } from "../../components/useSearchWords";
import { useHotkeys } from "../../hotkeys/registry";
import { useListKeys } from "../../hotkeys/useListKeys";
import { en } from "../../messages/en";
import { useDesk, useWording } from "../../queries/desk";
import { RulesParts } from "../rules/RulesParts";
import { ClauseFilters } from "./ClauseFilters";
import { ClauseList } from "./ClauseList";
import { hasAll } from "./clauses";
import { DraftPart } from "./DraftPart";
import { OneClause } from "./OneClause";
import { PreviewPart } from "./PreviewPart";
import { SpanishPart } from "./SpanishPart";
import { useWordingDraft } from "./useWordingDraft";
import { Versions } from "./Versions";

const route = getRouteApi("/rules/letters");
const words = en.wording;

export function WordingScreen() {
  const search = route.useSearch();
  const desk = useDesk();
  const agency = search.agency ?? desk.data?.agencies[0]?.id;
  const wording = useWording(agency);
  return (
    <div className="systems rules">
      <header className="bar">
        <ScreenTitle title={words.title} />
        <RulesParts agency={search.agency} />
      </header>
      <Loaded query={wording}>{(view) => <Letters key={view.agency} view={view} />}</Loaded>
    </div>
  );
}

/** The field of a picture that a refusal names, where it is on the screen. */
const pictureField = (field: string) => (document.getElementById(field) ? field : undefined);

function Letters({ view }: { view: WordingView }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const desk = useDesk();
  const draft = useWordingDraft(view);
  const searchBox = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const one = useRef<HTMLDivElement>(null);
  const { typed, setTyped, settled } = useSearchWords(
    search.q,
    (q) => void navigate({ search: (before) => ({ ...before, q }), replace: true }),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: each choice of what is shown is looked at anew.
  useEffect(() => {
    const pane = one.current;
    const chosen = search.clause !== undefined || search.part !== undefined;
    if (!pane) return;
    // In a small window what was chosen stands below the whole list.
    if (chosen && pane.getBoundingClientRect().top > window.innerHeight - 100) {
      pane.scrollIntoView({ block: "start" });
      return;
    }
    // A preview that has just come has the focus, and stays in view.
    if (!pane.contains(document.activeElement)) pane.scrollTop = 0;
    if (chosen) list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [search.clause, search.part, view.agency]);
  const move = useListKeys(list, searchBox, words.search);
  const shown = view.clauses.filter(
    (clause) =>
      (search.kind === undefined || clause.kinds.includes(search.kind)) &&
      hasAll(clause, draft.clauses[clause.id], settled.trim()),
  );
  const clause = view.clauses.find((one) => one.id === search.clause);

  /** What is refused is told where one is; what would read differently stands beside the versions. */
  async function preview() {
    if (await draft.preview()) {
      void navigate({ search: (before) => ({ ...before, clause: undefined, part: undefined }) });
    }
  }

  useHotkeys([
    {
      id: "preview-wording",
      keys: "Control+Enter",
      label: en.keys.previewWording,
      group: "here",
      whileTyping: true,
      run: () => void preview(),
    },
  ]);

  return (
    <div className="systems-body">
      <div className="systems-list" ref={list}>
        <ClauseFilters
          agencies={desk.data?.agencies ?? []}
          agency={view.agency}
          kind={search.kind}
          typed={typed}
          onTyped={setTyped}
          box={searchBox}
          onMove={() => move(1)}
        />
        <p className="quiet list-count" role="status">
          {words.count(shown.length, view.clauses.length)}
        </p>
        {shown.length === 0 ? (
          <Empty words={words.nothingFound} hint={words.nothingFoundHint}>
            <Button
              type="button"
              outline
              onClick={() => {
                setTyped("");
                searchBox.current?.focus();
                void navigate({
                  search: (before) => ({ ...before, q: undefined, kind: undefined }),
                  replace: true,
                });
              }}
            >
              {words.showAll}
            </Button>
          </Empty>
        ) : (
          <ClauseList view={view} clauses={shown} kind={search.kind} draft={draft} />
        )}
      </div>
      <div className="systems-one wording" ref={one}>
        {view.left_out && (
          <p className="doubt" data-testid="wording-left-out">
            <span className="mark-doubt">{words.leftOut}</span> {view.left_out} {words.leftOutWords}
          </p>
        )}
        <RefusalNotice refusal={draft.refusal} onReload={draft.reload} fieldId={pictureField} />
        {draft.changes > 0 && <Restored kept={draft.kept} />}
        {search.clause !== undefined ? (
          clause ? (
            <OneClause
              key={clause.id}
              clause={clause}
              leftOut={view.left_out !== null}
              draft={draft}
              onPreview={() => void preview()}
            />
          ) : (
            <Empty words={words.goneHeading} hint={words.gone} />
          )
        ) : search.part === "spanish" ? (
          <SpanishPart view={view} />
        ) : (
          <>
            <DraftPart view={view} draft={draft} onPreview={() => void preview()} />
            {draft.shown && (draft.shown.version !== null || draft.current) && (
              <PreviewPart view={view} shown={draft.shown} onClose={draft.closePreview} />
            )}
            <Versions view={view} draft={draft} />
          </>
        )}
      </div>
    </div>
  );
}

// One case: its parts on the left, what the rule asks next and the clocks always at the right.
import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback, useEffect, useRef } from "react";
import type { CaseView, NextStep } from "../../backend/wire";
import { Loaded } from "../../components/Loading";
import { CopyLink } from "../../desktop/CopyLink";
import { useHotkeys } from "../../hotkeys/registry";
import { en } from "../../messages/en";
import { useCase } from "../../queries/desk";
import { useCaseUndo, useUndo } from "../../undo/Undo";
import { ActionsPanel } from "./ActionsPanel";
import { AfterTab } from "./AfterTab";
import { CaseDialogs, isDialog } from "./CaseDialogs";
import { CaseHeader } from "./CaseHeader";
import { ClocksPanel } from "./ClocksPanel";
import { DecisionTab } from "./DecisionTab";
import { FileTab } from "./FileTab";
import { CommandForm } from "./forms/CommandForm";
import { isDescribed } from "./forms/commands";
import { HistoryTab } from "./HistoryTab";
import { IdentityTab } from "./IdentityTab";
import { LettersTab } from "./LettersTab";
import { NextPanel } from "./NextPanel";
import { RequestTab } from "./RequestTab";
import { SearchTab } from "./SearchTab";
import { TabBar } from "./TabBar";
import { CASE_TABS, type CaseTab, tabAt, tabOfStep } from "./tabs";

const route = getRouteApi("/case/$number");

/** What every part of a case is given. */
export interface TabProps {
  view: CaseView;
  /** The form that is open: the name of its step or command. */
  doing: string | undefined;
  open: (step: string) => void;
  /** Closes the form and goes on to the next step. */
  done: () => void;
  cancel: () => void;
}

const PANELS: Record<CaseTab, (props: TabProps) => React.ReactNode> = {
  request: RequestTab,
  identity: IdentityTab,
  search: SearchTab,
  decision: DecisionTab,
  letters: LettersTab,
  after: AfterTab,
  file: FileTab,
  history: HistoryTab,
};

/** What is recorded when that comes for which the case waits. */
const FORM_OF_WAITING: Record<string, string> = {
  "await-office": "record-search",
  "await-reviewer": "decide-appeal",
};

export function CaseScreen() {
  const { number } = route.useParams();
  const query = useCase(number);
  return (
    <Loaded query={query} title={number} instead={<Link to="/">{en.common.lost.toWorklist}</Link>}>
      {(view) => <OneCase key={view.number} view={view} />}
    </Loaded>
  );
}

function OneCase({ view }: { view: CaseView }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const primary = useRef<HTMLButtonElement>(null);
  useCaseUndo(view);
  const { takeBack } = useUndo();
  const tab = tabAt(search);
  const Panel = PANELS[tab];
  // A dialog lies over the part: what the part offers stays where it is.
  const inPart = search.do && isDialog(search.do) ? undefined : search.do;

  const setTab = useCallback(
    (chosen: CaseTab) => void navigate({ search: { tab: chosen }, replace: true }),
    [navigate],
  );
  const open = useCallback(
    (step: string, recipient?: number) =>
      void navigate({ search: { tab: tabOfStep(step) ?? tab, do: step, recipient } }),
    [navigate, tab],
  );
  const leave = useCallback(() => void navigate({ search: { tab }, replace: true }), [navigate, tab]);
  const here = useRef(search);
  here.current = search;
  const done = useCallback(() => {
    // Whoever has gone on while the desk recorded it stays where they are.
    if (here.current.tab !== search.tab || here.current.do !== search.do) return;
    leave();
    // After a step the next one is under the hand: Enter goes on.
    requestAnimationFrame(() => primary.current?.focus());
  }, [leave, search.tab, search.do]);

  function follow(step: NextStep) {
    if (step.step === "write-letter" && step.letter) {
      void navigate({
        to: "/case/$number/write/$kind",
        params: { number: view.number, kind: step.letter },
        search: { recipient: step.recipient ?? undefined },
      });
      return;
    }
    const waiting = view.letters.find(
      (letter) => letter.kind === step.letter && letter.posted === null && letter.emailed === null,
    );
    if (step.step === "dispatch-letter" && waiting) {
      void navigate({
        to: "/case/$number/letter/$letter",
        params: { number: view.number, letter: waiting.letter },
      });
      return;
    }
    open(FORM_OF_WAITING[step.step] ?? step.step, step.recipient ?? undefined);
  }

  // The worklist opens a case with what the rule asks next, whatever that is.
  const arrived = search.do === "next";
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each arrival; what follows reads the case as it is then.
  useEffect(() => {
    if (!arrived) return;
    const first = view.next[0];
    if (first) follow(first);
    else leave();
  }, [arrived]);

  useHotkeys([
    {
      id: "do-next",
      keys: "a",
      label: en.keys.doNext,
      group: "here",
      run: () => {
        const first = view.next[0];
        if (first) follow(first);
      },
    },
    { id: "note", keys: "m", label: en.keys.note, group: "here", run: () => open("add-note") },
    {
      id: "back",
      keys: "u",
      label: en.keys.backToList,
      group: "here",
      run: () => void navigate({ to: "/" }),
    },
    ...CASE_TABS.map((name, index) => ({
      id: `tab-${name}`,
      keys: String(index + 1),
      label: en.keys.tab(en.case.tabs[name]),
      group: "here" as const,
      run: () => setTab(name),
    })),
    ...view.actions
      // The key for undo is the window's.
      .filter((action) => action.why_not === null && action.command !== "undo")
      .map((action) => ({
        id: `action-${action.command}`,
        keys: "",
        label: action.words,
        group: "here" as const,
        run: () => open(action.command),
      })),
  ]);

  return (
    <div className="case">
      <CaseHeader view={view} />
      <div className="case-body">
        <div className="case-main">
          <TabBar tab={tab} onTab={setTab} />
          <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`} className="panel">
            {isDescribed(search.do) && (
              <CommandForm
                view={view}
                name={search.do}
                recipient={search.recipient}
                done={done}
                cancel={leave}
              />
            )}
            <Panel view={view} doing={inPart} open={open} done={done} cancel={leave} />
          </div>
        </div>
        <aside className="case-side" aria-label={en.case.sideLabel}>
          <NextPanel
            view={view}
            primary={primary}
            formOpen={search.do !== undefined}
            onFollow={follow}
            onOpen={open}
            onUndo={takeBack}
          />
          <ClocksPanel view={view} />
          <ActionsPanel view={view} onOpen={(command) => (command === "undo" ? takeBack() : open(command))} />
          <CopyLink number={view.number} />
        </aside>
      </div>
      {search.do && isDialog(search.do) && (
        <CaseDialogs view={view} doing={search.do} done={done} cancel={leave} />
      )}
    </div>
  );
}

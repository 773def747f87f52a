// Doing something to a case: the version it was decided on goes with it, and the answer replaces what was shown.
import { useCallback } from "react";
import { useBackend } from "../../backend/context";
import type { CaseView, Command, Refusal } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { useCase, useCaseChanged } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";
import { useUndo, useUndoOf } from "../../undo/Undo";

export interface CaseAct {
  busy: boolean;
  refusal: Refusal | null;
  /** Carries out the commands in order; stops at the first refusal. True where all were done. */
  act: (commands: Command[], done: string) => Promise<boolean>;
  /** For what is not a command: issuing a letter, queueing one. */
  change: (question: (version: number) => Promise<CaseView>, done: string) => Promise<CaseView | null>;
  reload: () => void;
}

export function useCaseAct(view: CaseView): CaseAct {
  const backend = useBackend();
  const announce = useAnnounce();
  const caseChanged = useCaseChanged();
  const { refetch } = useCase(view.number);
  const { busy, refusal, ask, forget } = useAsk();
  const { did } = useUndo();
  const undoOf = useUndoOf();
  const { number, version } = view;

  const change = useCallback<CaseAct["change"]>(
    async (question, done) => {
      const changed = await ask(() => question(version));
      if (!changed) return null;
      caseChanged(changed);
      did(undoOf(changed));
      announce(done);
      return changed;
    },
    [ask, version, caseChanged, did, undoOf, announce],
  );

  const act = useCallback<CaseAct["act"]>(
    async (commands, done) => {
      const all = await ask(async () => {
        let at = version;
        for (const command of commands) {
          const changed = await backend.act(number, at, command);
          at = changed.version;
          caseChanged(changed);
          did(undoOf(changed));
        }
        return true;
      });
      if (all) announce(done);
      return all === true;
    },
    [ask, backend, number, version, caseChanged, did, undoOf, announce],
  );

  const reload = useCallback(() => {
    forget();
    void refetch();
  }, [forget, refetch]);

  return { busy, refusal, act, change, reload };
}

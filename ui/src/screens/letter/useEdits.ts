// Paragraphs edited by hand: kept, composed and checked anew a moment after the last key.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { LetterAsked } from "../../backend/backend";
import { useBackend } from "../../backend/context";
import type { BlockEdit, CaseView, LetterDraft, Refusal } from "../../backend/wire";
import { keys } from "../../queries/desk";
import { refusalFrom } from "../../queries/useAsk";

/** How long nothing is typed before the letter is made anew. */
const PAUSE = 350;

export interface Editing {
  edits: BlockEdit[];
  /** Whether what is typed is not kept yet. */
  pending: boolean;
  refusal: Refusal | null;
  change: (edit: BlockEdit) => void;
  restore: (clause: string) => void;
  restoreAll: () => void;
  /** Takes an edit that was set aside into the letter, or drops it. */
  settle: (edit: BlockEdit, use: boolean) => void;
  reload: () => void;
}

export function useEdits(view: CaseView, draft: LetterDraft, asked: LetterAsked): Editing {
  const backend = useBackend();
  const client = useQueryClient();
  const [edits, setEdits] = useState([...draft.edits, ...draft.set_aside]);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // What the next question needs must not wait for a drawing of the screen.
  const latest = useRef(edits);
  const revision = useRef(draft.revision);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const underWay = useRef(false);
  const key = keys.draft(view.number, view.version, asked);

  async function keep() {
    if (underWay.current) return;
    underWay.current = true;
    const sent = latest.current;
    try {
      const answer = await backend.editLetter(view.number, asked, revision.current, sent);
      revision.current = answer.revision;
      client.setQueryData(key, answer);
      setRefusal(null);
    } catch (error) {
      setRefusal(refusalFrom(error));
    } finally {
      underWay.current = false;
    }
    if (latest.current === sent) setPending(false);
    else await keep();
  }

  const keepNow = useRef(keep);
  keepNow.current = keep;
  // What was typed just before the screen is left is kept too.
  useEffect(
    () => () => {
      if (timer.current === undefined) return;
      clearTimeout(timer.current);
      void keepNow.current();
    },
    [],
  );

  function set(next: BlockEdit[], pause: number) {
    latest.current = next;
    setEdits(next);
    setPending(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      void keepNow.current();
    }, pause);
  }

  const others = (clause: string) => latest.current.filter((edit) => edit.clause !== clause);
  return {
    edits,
    pending,
    refusal,
    change: (edit) => set([...others(edit.clause), edit], PAUSE),
    restore: (clause) => set(others(clause), 0),
    restoreAll: () => set([], 0),
    settle: (edit, use) => set(use ? [...others(edit.clause), { ...edit, was: [] }] : others(edit.clause), 0),
    reload: useCallback(() => {
      setRefusal(null);
      void client.invalidateQueries({ queryKey: ["draft", view.number] });
    }, [client, view.number]),
  };
}

// What is typed into a form is kept in the desk as it is typed, encrypted like every case, and found again after a lock, a
// closed window or a crash. Nothing of it is in the ledger until the form is given to the desk.
import { useCallback, useEffect, useRef, useState } from "react";
import { useBackend } from "../backend/context";
import { refusalFrom } from "./useAsk";

/** How long after the last key the form is kept, in milliseconds. */
const AFTER = 400;

export interface Kept {
  /** The instant at which what was found again had been kept; nothing where the form is new. */
  restored: string | null;
  /** What the desk says where the form holds more than is kept: it stays as typed while the window is open. */
  unkept: string | null;
  /** Throws away what was found again, and begins anew. */
  discard: () => void;
  /** Forgets the form because the desk has it now. */
  forget: () => Promise<void>;
}

/** Remembers what the desk said of a form that is too long to be kept, for as long as what was typed is remembered. */
export interface Unkept {
  sentence: string | null;
  say: (sentence: string | null) => void;
}

const waiting = new Set<() => Promise<unknown>>();

/** Keeps at once whatever waits to be kept: before the desk is locked. */
export async function keepNow(): Promise<void> {
  await Promise.allSettled([...waiting].map((keep) => keep()));
}

export function useKept<T>(
  form: string,
  number: string | null,
  value: T,
  restore: (value: T) => void,
  /** From who holds what was typed also after the form is left; else it is remembered here. */
  held?: Unkept,
): Kept {
  const backend = useBackend();
  const [sentence, setSentence] = useState<string | null>(null);
  const unkept = useRef<Unkept>({ sentence, say: setSentence });
  unkept.current = held ?? { sentence, say: setSentence };
  const heldSentence = useRef<string | null>(null);
  heldSentence.current = held?.sentence ?? null;
  const [restored, setRestored] = useState<string | null>(null);
  const text = JSON.stringify(value);
  const first = useRef(text);
  /** What the desk has of the form; nothing until it was asked. */
  const known = useRef<string | null>(null);
  /** The asking of the desk: who locks before it has answered still finds again what was typed. */
  const asked = useRef<Promise<void>>(Promise.resolve());
  /** The last thing that was written of it. */
  const writing = useRef<Promise<unknown>>(Promise.resolve());
  /** The form as nobody has filled it in; nothing where it was filled in from the start. */
  const blank = useRef<string | null>(text);
  const latest = useRef(text);
  latest.current = text;
  const restoring = useRef(restore);
  restoring.current = restore;

  useEffect(() => {
    let gone = false;
    const isNewer = heldSentence.current !== null;
    setSentence(null);
    known.current = null;
    asked.current = backend.draft(form).then(
      (draft) => {
        if (gone) return;
        // What was too long to be kept is newer than what the desk has, and does not make it forget that.
        if (isNewer) {
          known.current = first.current;
          blank.current = null;
          return;
        }
        known.current = latest.current === first.current ? (draft?.body ?? first.current) : first.current;
        if (draft?.body === first.current) blank.current = null;
        // What was typed while the desk looked is newer than what it found.
        if (!draft || draft.body === latest.current || latest.current !== first.current) return;
        restoring.current(JSON.parse(draft.body) as T);
        setRestored(draft.saved_at);
      },
      () => {
        known.current = first.current;
      },
    );
    return () => {
      gone = true;
    };
  }, [backend, form]);

  const keep = useCallback(async () => {
    await asked.current;
    if (known.current === null || known.current === latest.current) return;
    const body = latest.current;
    known.current = body;
    // A form that is as it began needs no keeping.
    writing.current =
      body === blank.current ? backend.forgetDraft(form) : backend.saveDraft(form, number, body);
    try {
      await writing.current;
      unkept.current.say(null);
    } catch (error) {
      const refusal = refusalFrom(error);
      if (refusal.field === "body") unkept.current.say(refusal.message);
      throw error;
    }
  }, [backend, form, number]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the text begins the wait anew.
  useEffect(() => {
    const timer = setTimeout(() => void keep().catch(() => {}), AFTER);
    return () => clearTimeout(timer);
  }, [text, keep]);

  useEffect(() => {
    waiting.add(keep);
    return () => {
      waiting.delete(keep);
      void keep().catch(() => {});
    };
  }, [keep]);

  const forget = useCallback(async () => {
    // From here on the form as it stands is what the desk knows: leaving it keeps nothing.
    known.current = latest.current;
    unkept.current.say(null);
    // What is being written just now is forgotten after it is written.
    await writing.current.catch(() => {});
    await backend.forgetDraft(form).catch(() => {});
  }, [backend, form]);

  const discard = useCallback(() => {
    setRestored(null);
    unkept.current.say(null);
    known.current = first.current;
    void backend.forgetDraft(form).catch(() => {});
    restoring.current(JSON.parse(first.current) as T);
  }, [backend, form]);

  return { restored, unkept: unkept.current.sentence, discard, forget };
}

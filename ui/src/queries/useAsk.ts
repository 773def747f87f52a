// One question to the desk from a form: whether it is under way, and the refusal where it was refused.
import { useCallback, useRef, useState } from "react";
import { Refused } from "../backend/backend";
import type { Refusal } from "../backend/wire";

/** What went wrong, as a refusal; a fault of the program itself becomes one too, so that it is always shown. */
export function refusalFrom(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  const message = error instanceof Error ? error.message : String(error);
  return { code: "failed", message, cite: null, field: null };
}

export interface Asking {
  busy: boolean;
  refusal: Refusal | null;
  /** Asks; gives the answer, or null where it was refused. A second press while one is under way does nothing. */
  ask<T>(question: () => Promise<T>): Promise<T | null>;
  forget(): void;
}

export function useAsk(): Asking {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const underWay = useRef(false);
  const ask = useCallback(async <T>(question: () => Promise<T>): Promise<T | null> => {
    if (underWay.current) return null;
    underWay.current = true;
    setBusy(true);
    setRefusal(null);
    try {
      return await question();
    } catch (error) {
      setRefusal(refusalFrom(error));
      return null;
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  }, []);
  const forget = useCallback(() => setRefusal(null), []);
  return { busy, refusal, ask, forget };
}

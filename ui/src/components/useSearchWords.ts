// The words of a search box that stand in the address: written there when somebody pauses, and taken from there when the
// address changes by itself, as by the rail, a link or going back.
import { useEffect, useRef, useState } from "react";
import { useLater } from "./useLater";

/** How long somebody pauses before their words are looked for, in milliseconds. */
const AFTER = 200;

export interface SearchWords {
  typed: string;
  setTyped: (typed: string) => void;
  /** What was typed when somebody last paused. */
  settled: string;
}

export function useSearchWords(q: string | undefined, write: (q: string | undefined) => void): SearchWords {
  const [typed, setTyped] = useState(q ?? "");
  const settled = useLater(typed, AFTER);
  /** What the box and the address last agreed on. */
  const agreed = useRef(q);
  const writing = useRef(write);
  writing.current = write;

  useEffect(() => {
    const words = settled.trim() || undefined;
    if (words === agreed.current) return;
    agreed.current = words;
    writing.current(words);
  }, [settled]);

  useEffect(() => {
    if (q === agreed.current) return;
    agreed.current = q;
    setTyped(q ?? "");
  }, [q]);

  return { typed, setTyped, settled };
}

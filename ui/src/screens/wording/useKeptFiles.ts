// The files of pictures that a draft speaks of. Each is kept by itself, because a draft holds little more than one of them.
import { useEffect, useRef, useState } from "react";
import { useBackend } from "../../backend/context";
import type { Files } from "./pictures";

interface KeptFiles {
  files: Files;
  /** Keeps a file beside the draft; the answer is its number. */
  put: (base64: string) => number;
}

/** The files with these numbers; what is no longer spoken of is forgotten. */
export function useKeptFiles(form: string, spokenOf: number[]): KeptFiles {
  const backend = useBackend();
  const [files, setFiles] = useState<Files>({});
  const asked = useRef(new Set<number>());
  const wanted = [...spokenOf].sort((a, b) => a - b).join();

  useEffect(() => {
    const numbers = wanted === "" ? [] : wanted.split(",").map(Number);
    for (const number of numbers) {
      if (asked.current.has(number)) continue;
      asked.current.add(number);
      backend.draft(`${form}/${number}`).then(
        (kept) => {
          if (kept) setFiles((known) => ({ [number]: JSON.parse(kept.body) as string, ...known }));
        },
        () => asked.current.delete(number),
      );
    }
    for (const number of asked.current) {
      if (numbers.includes(number)) continue;
      asked.current.delete(number);
      void backend.forgetDraft(`${form}/${number}`).catch(() => {});
      setFiles((known) =>
        Object.fromEntries(Object.entries(known).filter(([one]) => Number(one) !== number)),
      );
    }
  }, [backend, form, wanted]);

  function put(base64: string): number {
    const number = Math.max(0, ...asked.current) + 1;
    asked.current.add(number);
    setFiles((known) => ({ ...known, [number]: base64 }));
    void backend.saveDraft(`${form}/${number}`, null, JSON.stringify(base64)).catch(() => {});
    return number;
  }

  return { files, put };
}

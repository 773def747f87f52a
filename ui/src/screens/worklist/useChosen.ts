// The rows that somebody chose. Only what is listed can be chosen: what is done to the chosen is done to what is seen.
import { useEffect, useState } from "react";
import type { CaseRow, Selected } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { en } from "../../messages/en";

export interface Chosen {
  has: (number: string) => boolean;
  toggle: (row: CaseRow) => void;
  all: (rows: CaseRow[], on: boolean) => void;
  none: () => void;
  /** The chosen, each with the version that the list shows. */
  selection: Selected[];
}

const NONE: ReadonlySet<string> = new Set();

/** `rows`: what the list shows; nothing while it is read. */
export function useChosen(rows: CaseRow[] | undefined): Chosen {
  const announce = useAnnounce();
  const [chosen, setChosen] = useState(NONE);
  const listed = rows?.filter((row) => chosen.has(row.number)) ?? [];
  const left = rows ? chosen.size - listed.length : 0;

  // Dropped for good: a row that comes back into the list is not chosen behind somebody's back.
  const kept = listed.map((row) => row.number).join(" ");
  useEffect(() => {
    if (left === 0) return;
    setChosen(new Set(kept.split(" ").filter(Boolean)));
    announce(en.together.leftList(left));
  }, [left, kept, announce]);

  return {
    has: (number) => chosen.has(number),
    toggle: ({ number }) =>
      setChosen((before) => {
        const after = new Set(before);
        if (!after.delete(number)) after.add(number);
        return after;
      }),
    all: (shown, on) => setChosen(on ? new Set(shown.map((row) => row.number)) : NONE),
    none: () => setChosen(NONE),
    selection: listed.map(({ number, version }) => ({ number, version })),
  };
}

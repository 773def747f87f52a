// The rows that somebody chose, with the version of each that they saw.
import { useCallback, useState } from "react";
import type { CaseRow, Selected } from "../../backend/wire";

export interface Chosen {
  has: (number: string) => boolean;
  toggle: (row: CaseRow) => void;
  all: (rows: CaseRow[], on: boolean) => void;
  none: () => void;
  selection: Selected[];
}

export function useChosen(): Chosen {
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map());
  const toggle = useCallback(
    (row: CaseRow) =>
      setChosen((before) => {
        const after = new Map(before);
        if (!after.delete(row.number)) after.set(row.number, row.version);
        return after;
      }),
    [],
  );
  return {
    has: (number) => chosen.has(number),
    toggle,
    all: (rows, on) => setChosen(new Map(on ? rows.map((row) => [row.number, row.version]) : [])),
    none: () => setChosen(new Map()),
    selection: [...chosen].map(([number, version]) => ({ number, version })),
  };
}

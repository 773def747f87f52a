// What arrived or changed since the list was read. It is only counted: the list itself moves when a person lets it in.
import { useQuery } from "@tanstack/react-query";
import { useBackend } from "../../backend/context";
import type { CaseRow } from "../../backend/wire";
import { keys } from "../../queries/desk";
import type { Asked } from "./search";

/** How often the desk is asked, in milliseconds. */
const EVERY = 20_000;

/** `readAt`: when the list that is shown was read. What was counted before that is no news. */
export function useFresh(
  query: Asked,
  shown: CaseRow[] | undefined,
  readAt: number,
): { added: number; changed: number } {
  const backend = useBackend();
  const first = useQuery({
    queryKey: [...keys.fresh, query],
    queryFn: () => backend.worklist({ ...query, after: null }),
    enabled: shown !== undefined,
    refetchInterval: EVERY,
    refetchIntervalInBackground: true,
  });
  if (!shown || !first.data || first.dataUpdatedAt < readAt) return { added: 0, changed: 0 };
  const known = new Map(shown.map((row) => [row.number, row.version]));
  const newer = first.data.rows.filter((row) => (known.get(row.number) ?? row.version) < row.version);
  return {
    added: first.data.rows.filter((row) => !known.has(row.number)).length,
    changed: newer.length,
  };
}

// What the screens read from the inbox, and what each change makes stale.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useBackend } from "../backend/context";
import type { Inbox } from "../backend/wire";
import { keys } from "./desk";

/** What waits and what was set aside; asked anew each time, because colleagues take in and file too. */
export function useInbox() {
  const backend = useBackend();
  return useQuery({ queryKey: keys.inbox, queryFn: () => backend.inbox(), staleTime: 0 });
}

export function useIncoming(id: string) {
  const backend = useBackend();
  return useQuery({ queryKey: keys.incoming(id), queryFn: () => backend.incoming(id), gcTime: 0 });
}

export function useIncomingPart(id: string, part: number) {
  const backend = useBackend();
  return useQuery({
    queryKey: keys.incomingPart(id, part),
    queryFn: () => backend.incomingPart(id, part),
    gcTime: 0,
  });
}

/** Takes the changed inbox into every place that shows it; without one, it is asked for anew. */
export function useInboxChanged() {
  const client = useQueryClient();
  return useCallback(
    (changed?: Inbox) => {
      if (changed) client.setQueryData(keys.inbox, changed);
      void client.invalidateQueries({ queryKey: keys.inbox });
    },
    [client],
  );
}

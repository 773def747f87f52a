// Puts what was set aside back among what waits.
import { useCallback } from "react";
import { useBackend } from "../backend/context";
import type { IncomingRow } from "../backend/wire";
import { useAnnounce } from "../components/Announcer";
import { en } from "../messages/en";
import { useInboxChanged } from "../queries/inbox";
import { type Asking, useAsk } from "../queries/useAsk";
import { titleOf } from "./IncomingWords";

interface PuttingBack extends Pick<Asking, "busy" | "refusal"> {
  /** Puts it back, or throws; answers with what is said then. */
  putBack: (row: IncomingRow) => Promise<string>;
  /** The same from a button: it is said, or shown why not. True where it waits again. */
  press: (row: IncomingRow) => Promise<boolean>;
}

export function usePutBack(): PuttingBack {
  const backend = useBackend();
  const announce = useAnnounce();
  const inboxChanged = useInboxChanged();
  const { busy, refusal, ask } = useAsk();

  const putBack = useCallback(
    async (row: IncomingRow) => {
      inboxChanged(await backend.putBackIncoming(row.id));
      return en.incoming.putBackDone(titleOf(row));
    },
    [backend, inboxChanged],
  );

  const press = useCallback(
    async (row: IncomingRow) => {
      const said = await ask(() => putBack(row));
      if (said !== null) announce(said);
      return said !== null;
    },
    [ask, putBack, announce],
  );

  return { busy, refusal, putBack, press };
}

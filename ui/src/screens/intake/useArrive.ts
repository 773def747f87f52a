// A scan or a message that is dropped on the form, or chosen there, goes into the form.
import { useCallback } from "react";
import { useBackend } from "../../backend/context";
import type { TakenIn } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { useCame } from "../../incoming/useTakeIn";
import { en } from "../../messages/en";
import { withArrived } from "./arriving";
import { useIntakeDraft } from "./draft";

const words = en.incoming;

/** Gives the way to put what was taken in into the form; what was not taken in is said there. */
export function useArrive(): (taken: TakenIn) => Promise<void> {
  const backend = useBackend();
  const announce = useAnnounce();
  const { change } = useIntakeDraft();
  const { show } = useCame("form");
  return useCallback(
    async (taken) => {
      const views = await Promise.all(taken.added.map((row) => backend.incoming(row.id)));
      for (const view of views) change((before) => withArrived(before, view));
      const left = { ...taken, added: [] };
      show(left.already.length + left.refused.length > 0 ? { taken: left, notices: false } : null);
      if (views.length > 0) announce(`${words.arrivedAdded(views.length)} ${words.arrivedFilled}`);
    },
    [backend, change, show, announce],
  );
}

// Putting a fact of a notice right, and taking that back: what each makes stale.
import { useQueryClient } from "@tanstack/react-query";
import { useBackend } from "../../backend/context";
import type { Corrected, NoticeCorrection, SystemView } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { en } from "../../messages/en";
import { useAsk } from "../../queries/useAsk";

export function useCorrection() {
  const backend = useBackend();
  const client = useQueryClient();
  const announce = useAnnounce();
  const asking = useAsk();

  /** Every case is routed by the facts, so every case may read differently now. */
  function done(said: string): true {
    for (const queryKey of [["system"], ["case"]]) void client.invalidateQueries({ queryKey });
    announce(said);
    return true;
  }

  async function correct(system: SystemView, corrected: Corrected, reason: string): Promise<boolean> {
    const { number, revision } = system;
    const answer = await asking.ask(() =>
      backend.correctNotice(number, revision.effective_from, corrected, reason),
    );
    return answer !== null && done(en.systems.correct.done);
  }

  async function withdraw(correction: NoticeCorrection, reason: string): Promise<boolean> {
    const answer = await asking.ask(async () => {
      await backend.withdrawNoticeCorrection(correction.id, reason);
      return true;
    });
    return answer !== null && done(en.systems.correct.withdrawn);
  }

  return { ...asking, correct, withdraw };
}

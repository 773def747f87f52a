// Taking in messages and scans, by the dialog or by dropping files: one way to ask, and one place that keeps what came of it.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useBackend } from "../backend/context";
import type { TakenIn } from "../backend/wire";
import { useAnnounce } from "../components/Announcer";
import { day } from "../format/dates";
import { en } from "../messages/en";
import { useInboxChanged } from "../queries/inbox";
import { type Asking, useAsk } from "../queries/useAsk";

const words = en.incoming;

/** The room that shows what came. */
export type Room = "inbox" | "form";

/** What came of the files that were taken in last. */
export interface Came {
  /** What came of each file. */
  sentences: string[];
  /** Whether files that came with them were read as notices. */
  notices: boolean;
}

export interface TakingIn extends Asking {
  /** Nothing where the person chose no file, or where it was refused. */
  choose: () => Promise<TakenIn | null>;
  take: (paths: string[]) => Promise<TakenIn | null>;
}

export function useTakeIn(): TakingIn {
  const backend = useBackend();
  const announce = useAnnounce();
  const inboxChanged = useInboxChanged();
  const asking = useAsk();
  const { ask } = asking;

  const choose = useCallback(async () => {
    const chosen = await ask(async () => ({ taken: await backend.chooseAndTakeIn() }));
    if (!chosen) return null;
    if (chosen.taken) inboxChanged();
    else announce(words.nothingChosen);
    return chosen.taken;
  }, [ask, backend, inboxChanged, announce]);

  const take = useCallback(
    async (paths: string[]) => {
      const taken = await ask(() => backend.takeInDropped(paths));
      if (taken) inboxChanged();
      return taken;
    },
    [ask, backend, inboxChanged],
  );

  return { ...asking, choose, take };
}

/** What came of it, as the room to which it went shows it until it is put away. It is said once, with what else there is to say. */
export function useCame(room: Room) {
  const client = useQueryClient();
  const announce = useAnnounce();
  const came = useQuery<Came | null>({
    queryKey: ["taken-in", room],
    queryFn: () => null,
    initialData: null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const show = useCallback(
    (now: Came | null, said = now?.sentences.join(" ")) => {
      client.setQueryData(["taken-in", room], now);
      if (said) announce(said);
    },
    [client, announce, room],
  );
  return { came: came.data, show };
}

/** What came of each file, in sentences. */
export function sentencesOf(taken: TakenIn): string[] {
  const { added } = taken;
  const others = notTakenIn(taken);
  return [...(added.length > 0 || others.length === 0 ? [words.added(added.length)] : []), ...others];
}

/** Why each of the other files was not taken in. */
export function notTakenIn({ already, refused }: Omit<TakenIn, "added">): string[] {
  return [
    ...already.map(({ file, row: { set_aside } }) =>
      set_aside
        ? words.alreadyAside(file, set_aside.by, day(set_aside.on), set_aside.why)
        : words.already(file),
    ),
    ...refused.map(({ file, why }) => words.refused(file, why)),
  ];
}

// The one-key actions of the worklist: each is about the row that has the focus, or about all that are chosen.
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useBackend } from "../../backend/context";
import type { CaseRow } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { type Hotkey, useHotkeys } from "../../hotkeys/registry";
import { en } from "../../messages/en";
import { keys } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";
import { useUndo } from "../../undo/Undo";
import type { TogetherAction } from "./TogetherDialog";
import type { Chosen } from "./useChosen";

const words = en.worklist;

interface Rows {
  /** The row that has the focus. */
  row: CaseRow | undefined;
  chosen: Chosen;
  onPreview: () => void;
  onTogether: (action: TogetherAction) => void;
  onSave: () => void;
  onMine: () => void;
  onReload: () => void;
}

export function useRowKeys({ row, chosen, onPreview, onTogether, onSave, onMine, onReload }: Rows): void {
  const backend = useBackend();
  const client = useQueryClient();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const { ask } = useAsk();
  const { did } = useUndo();

  /** Does it to the row that has the focus, or says how to get to one. */
  const onRow = (run: (here: CaseRow) => void) => () => (row ? run(row) : announce(words.noRow));

  async function setWatched(number: string, watched: boolean) {
    await backend.watch(number, watched);
    await client.invalidateQueries({ queryKey: keys.worklist });
    return watched ? words.watchOn(number) : words.watchOff(number);
  }

  async function watch({ number, watched }: CaseRow) {
    const said = await ask(() => setWatched(number, !watched));
    if (said === null) return;
    announce(said);
    did({ run: () => setWatched(number, watched) });
  }

  const own = { group: "here" } as const satisfies Partial<Hotkey>;
  useHotkeys([
    { ...own, id: "choose", keys: "x", label: words.keys.choose, run: onRow(chosen.toggle) },
    {
      ...own,
      id: "next-of-row",
      keys: "a",
      label: words.keys.next,
      run: onRow(
        (here) =>
          void navigate({ to: "/case/$number", params: { number: here.number }, search: { do: "next" } }),
      ),
    },
    { ...own, id: "assign-row", keys: "m", label: words.keys.assign, run: () => onTogether("assign") },
    { ...own, id: "watch", keys: "w", label: words.keys.watch, run: onRow((here) => void watch(here)) },
    { ...own, id: "preview", keys: "p", label: words.keys.preview, run: onPreview },
    {
      ...own,
      id: "own-window",
      keys: "o",
      label: words.keys.window,
      run: onRow((here) => void ask(() => backend.openWindow(here.number))),
    },
    { ...own, id: "together", keys: "b", label: words.keys.together, run: () => onTogether("add-note") },
    { ...own, id: "save-filter", keys: "s", label: words.keys.save, run: onSave },
    { ...own, id: "mine", keys: "i", label: words.keys.mine, run: onMine },
    { ...own, id: "reload", keys: "r", label: en.keys.reload, run: onReload },
  ]);
}

// Leaving by key, as every program has it. What was typed a moment ago is kept before a window goes.
import { useBackend } from "../backend/context";
import { useAnnounce } from "../components/Announcer";
import { useHotkeys } from "../hotkeys/registry";
import { en } from "../messages/en";
import { keepNow } from "../queries/useKept";

/** The keys by which a window is closed and the program is left. */
export function useLeavingKeys(): void {
  const backend = useBackend();
  const announce = useAnnounce();
  const leave = (how: () => Promise<null>) => () =>
    void keepNow()
      .then(how)
      .catch((refused: Error) => announce(refused.message));
  const everywhere = { group: "everywhere", whileTyping: true, inDialogs: true } as const;
  useHotkeys([
    {
      ...everywhere,
      id: "close-window",
      keys: "Control+w",
      label: en.keys.closeWindow,
      run: leave(() => backend.closeWindow()),
    },
    { ...everywhere, id: "quit", keys: "Control+q", label: en.keys.quit, run: leave(() => backend.quit()) },
  ]);
}

// How large the window shows everything, as a browser does it: by key, from Settings, and the same at the next start.
import { useCallback, useSyncExternalStore } from "react";
import type { Backend } from "../backend/backend";
import { useBackend } from "../backend/context";
import { useAnnounce } from "../components/Announcer";
import { useHotkeys } from "../hotkeys/registry";
import { en } from "../messages/en";

/** Beside the theme, the only choice in the window's own storage; it is about no person. */
const KEY = "docket-zoom";
const USUAL = 100;
/** The sizes, in percent of the usual one. */
export const SIZES = [80, 90, 100, 110, 125, 150, 175, 200, 250] as const;

const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function savedZoom(): number {
  const saved = Number(localStorage.getItem(KEY));
  return SIZES.find((size) => size === saved) ?? USUAL;
}

/** Shows the window as large as it was shown last. */
export function applyZoom(backend: Backend): void {
  if (savedZoom() !== USUAL) void backend.zoom(savedZoom()).catch(() => {});
}

/** The size, and the way to another one. */
export function useZoom(): [number, (percent: number) => void] {
  const backend = useBackend();
  const announce = useAnnounce();
  const size = useSyncExternalStore(listen, savedZoom);
  const show = useCallback(
    (percent: number) => {
      localStorage.setItem(KEY, String(percent));
      void backend.zoom(percent).catch(() => {});
      for (const listener of listeners) listener();
      announce(en.desktop.zoom.shown(percent));
    },
    [announce, backend],
  );
  return [size, show];
}

/** The keys by which every program is made larger and smaller. */
export function useZoomKeys(): void {
  const [size, show] = useZoom();
  const everywhere = { group: "everywhere", whileTyping: true, inDialogs: true } as const;
  useHotkeys([
    {
      ...everywhere,
      id: "larger",
      keys: "Control+= or Control+[Shift]++",
      label: en.desktop.zoom.larger,
      run: () => show(SIZES.find((one) => one > size) ?? size),
    },
    {
      ...everywhere,
      id: "smaller",
      keys: "Control+-",
      label: en.desktop.zoom.smaller,
      run: () => show(SIZES.findLast((one) => one < size) ?? size),
    },
    {
      ...everywhere,
      id: "usual-size",
      keys: "Control+0",
      label: en.desktop.zoom.usual,
      run: () => show(USUAL),
    },
  ]);
}

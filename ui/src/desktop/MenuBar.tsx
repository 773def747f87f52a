// The menu bar of the window: the keys that work everywhere, under the names that people look for. What no screen offers now is grey.
import { useEffect, useMemo } from "react";
import { useBackend } from "../backend/context";
import type { MenuGiven } from "../backend/wire";
import { type Hotkey, shown, useRegistry } from "../hotkeys/registry";
import { en } from "../messages/en";

const words = en.desktop.menu;

/** The menus in order, each with the ids of its commands; a gap draws a line. */
const MENUS = [
  { title: words.file, items: ["go-new", "take-in", "", "print-screen", "", "lock", "close-window", "quit"] },
  { title: words.edit, items: ["undo-step", "", "undo", "redo", "", "cut", "copy", "paste", "select-all"] },
  {
    title: words.go,
    items: [
      "palette",
      "",
      "go-worklist",
      "go-systems",
      "go-accounting",
      "go-mail",
      "go-workload",
      "go-rules",
      "go-letters",
      "go-ledger",
      "go-settings",
    ],
  },
  { title: words.view, items: ["larger", "smaller", "usual-size"] },
  { title: words.help, items: ["help-here", "keys", "tour", "", "go-help"] },
] as const;

type Id = Exclude<(typeof MENUS)[number]["items"][number], "">;

/** What the system does by itself in the field that has the focus. */
const BY_THE_SYSTEM: readonly string[] = ["undo", "redo", "cut", "copy", "paste", "select-all"];

/** Their key is also the fields' own, from which a menu would take it. */
const KEY_OF_FIELDS: readonly string[] = ["undo-step"];

/** The menus as they are now: what is registered can be chosen, and has its key beside it. */
function menusOf(hotkeys: readonly Hotkey[]): MenuGiven[] {
  return MENUS.map(({ title, items }) => ({
    title,
    items: items.map((id) => {
      const hotkey = hotkeys.find((one) => one.id === id);
      const keys = shown(hotkey?.keys ?? "")
        .split(" or ")
        .find((key) => /^(Ctrl|Alt|F\d)/.test(key));
      return {
        id,
        label: id === "" ? "" : words.items[id satisfies Id],
        keys: KEY_OF_FIELDS.includes(id) ? "" : (keys ?? ""),
        enabled: hotkey !== undefined || BY_THE_SYSTEM.includes(id),
      };
    }),
  }));
}

export function MenuBar() {
  const backend = useBackend();
  const { hotkeys } = useRegistry();
  const menus = useMemo(() => menusOf(hotkeys), [hotkeys]);
  const signature = JSON.stringify(menus);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the menus, which are new for every screen.
  useEffect(() => {
    const show = () => void backend.showMenu(menus).catch(() => {});
    show();
    // The windows share one bar on some systems: it shows what the one in front can do.
    window.addEventListener("focus", show);
    return () => window.removeEventListener("focus", show);
  }, [backend, signature]);
  useEffect(
    () =>
      backend.onMenu((id) => {
        const hotkey = hotkeys.find((one) => one.id === id);
        if (!hotkey || (!hotkey.inDialogs && document.querySelector("dialog[open]"))) return;
        hotkey.run();
      }),
    [backend, hotkeys],
  );
  return null;
}

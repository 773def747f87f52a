// Every key of the window, registered by the screen that is open. The palette and the list of keys are drawn from here.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { defaultKeybindingsHandlerIgnore, tinykeys } from "tinykeys";

export interface Hotkey {
  id: string;
  /** In the grammar of tinykeys: `j`, `Control+Enter`, `?`. Empty where the command has no key, only a place in the palette. */
  keys: string;
  label: string;
  group: "everywhere" | "here";
  /** Whether the key works while one is typing in a field. */
  whileTyping?: boolean;
  /** Whether the key works while a dialog is open: only for what can never wait. */
  inDialogs?: boolean;
  /** Whether the palette leaves it out: moving in a list makes no sense there. */
  keysOnly?: boolean;
  run: () => void;
}

type Registrations = Map<object, Hotkey[]>;

interface Registry {
  add(owner: object, hotkeys: Hotkey[]): void;
  remove(owner: object): void;
  hotkeys: Hotkey[];
}

const RegistryContext = createContext<Registry | null>(null);

export function HotkeyProvider({ children }: { children: ReactNode }) {
  const [registrations, setRegistrations] = useState<Registrations>(new Map());
  const registry = useMemo<Registry>(
    () => ({
      add: (owner, hotkeys) => setRegistrations((before) => new Map(before).set(owner, hotkeys)),
      remove: (owner) =>
        setRegistrations((before) => {
          const after = new Map(before);
          after.delete(owner);
          return after;
        }),
      hotkeys: [...registrations.values()].flat(),
    }),
    [registrations],
  );
  const { hotkeys } = registry;
  useEffect(() => {
    const bound: Record<string, (event: KeyboardEvent) => void> = {};
    for (const hotkey of hotkeys) {
      if (hotkey.keys === "") continue;
      for (const keys of hotkey.keys.split(" or ")) {
        bound[keys] = (event) => {
          if (!hotkey.whileTyping && isTyping(event)) return;
          if (!hotkey.inDialogs && document.querySelector("dialog[open]")) return;
          event.preventDefault();
          hotkey.run();
        };
      }
    }
    // Fields are looked at one by one above, because some keys work inside them.
    return tinykeys(window, bound, { ignore: (event) => event.isComposing });
  }, [hotkeys]);
  return <RegistryContext.Provider value={registry}>{children}</RegistryContext.Provider>;
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]")) {
    const type = target.getAttribute("type");
    return !(type === "checkbox" || type === "radio" || type === "button");
  }
  return defaultKeybindingsHandlerIgnore(event);
}

export function useRegistry(): Registry {
  const registry = useContext(RegistryContext);
  if (!registry) throw new Error("Keys are registered inside the HotkeyProvider.");
  return registry;
}

/** Registers keys for as long as the calling component is on screen. The latest `run` is always the one that runs. */
export function useHotkeys(hotkeys: Hotkey[]): void {
  const { add, remove } = useAdding();
  const latest = useRef(hotkeys);
  latest.current = hotkeys;
  const signature = hotkeys.map((hotkey) => `${hotkey.id}|${hotkey.keys}|${hotkey.label}`).join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the list; runs go through the ref.
  useEffect(() => {
    const owner = {};
    add(
      owner,
      latest.current.map((hotkey) => ({
        ...hotkey,
        run: () => latest.current.find((now) => now.id === hotkey.id)?.run(),
      })),
    );
    return () => remove(owner);
  }, [signature]);
}

function useAdding() {
  const { add, remove } = useRegistry();
  const stable = useRef({ add, remove });
  return stable.current;
}

/** A key as it is printed: `Ctrl+Enter`, `↓`. */
export function shown(keys: string): string {
  return keys
    .split(" or ")
    .map((one) =>
      one
        .replace("Control", "Ctrl")
        .replace(/^Ctrl\+[a-z]$/, (held) => `Ctrl+${held.slice(-1).toUpperCase()}`)
        .replace("[Shift]+", "")
        .replace("ArrowDown", "↓")
        .replace("ArrowUp", "↑")
        .replace("ArrowLeft", "←")
        .replace("ArrowRight", "→"),
    )
    .filter((one, index, all) => all.indexOf(one) === index)
    .join(" or ");
}

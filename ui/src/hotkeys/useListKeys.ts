// Moving in a list of links and into its search box by key: the same keys in every room.
import type { RefObject } from "react";
import { en } from "../messages/en";
import { useHotkeys } from "./registry";

/** Registers the keys that move in a list whose links are marked `data-row`; gives the way to move by one. */
export function useRowMoves(list: RefObject<HTMLElement | null>): (by: 1 | -1) => void {
  function move(by: 1 | -1) {
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>("a[data-row]") ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const last = links.length - 1;
    const next = at < 0 ? (by === 1 ? 0 : last) : Math.min(Math.max(at + by, 0), last);
    links[next]?.focus();
  }
  const row = { group: "here", keysOnly: true } as const;
  useHotkeys([
    { ...row, id: "down", keys: "j or ArrowDown", label: en.keys.down, run: () => move(1) },
    { ...row, id: "up", keys: "k or ArrowUp", label: en.keys.up, run: () => move(-1) },
  ]);
  return move;
}

/** The same with the key that goes into the search box of the list. */
export function useListKeys(
  list: RefObject<HTMLElement | null>,
  searchBox: RefObject<HTMLInputElement | null>,
  searchLabel: string,
): (by: 1 | -1) => void {
  const move = useRowMoves(list);
  useHotkeys([
    {
      id: "search",
      keys: "f or /",
      label: searchLabel,
      group: "here",
      run: () => searchBox.current?.focus(),
    },
  ]);
  return move;
}

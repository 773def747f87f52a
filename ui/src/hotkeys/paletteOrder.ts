// In which order the palette offers what can be done: what was done last, what this screen is for, the other rooms, the rest.
import type { Hotkey } from "./registry";

export type PaletteGroup = "recent" | "here" | "go" | "rest";

/** How many of the commands that were used last stand first. */
const RECENT = 3;

/** What a screen is for: the next step of the case, or of the row; the letter. */
const FIRST = ["do-next", "next-of-row", "issue"];
/** Going back is what one wants least of a screen that one came to; the tour comes after everything that is work. */
const LAST = ["back", "tour"];

const rank = ({ id }: Hotkey) => (FIRST.includes(id) ? 0 : LAST.includes(id) ? 2 : 1);

/** The commands in their groups; each stands once. */
export function inGroups(hotkeys: Hotkey[], recent: readonly string[]): [PaletteGroup, Hotkey[]][] {
  const used = recent
    .map((id) => hotkeys.find((hotkey) => hotkey.id === id))
    .filter((hotkey) => hotkey !== undefined);
  const others = hotkeys
    .filter((hotkey) => !used.includes(hotkey))
    .toSorted((one, other) => rank(one) - rank(other));
  const here = others.filter((hotkey) => hotkey.group === "here");
  const everywhere = others.filter((hotkey) => hotkey.group === "everywhere");
  const goes = (hotkey: Hotkey) => hotkey.id.startsWith("go-");
  const groups: [PaletteGroup, Hotkey[]][] = [
    ["recent", used],
    ["here", here],
    ["go", everywhere.filter(goes)],
    ["rest", everywhere.filter((hotkey) => !goes(hotkey))],
  ];
  return groups.filter(([, commands]) => commands.length > 0);
}

/** The commands used last, the newest first, with one more. */
export function withUsed(recent: readonly string[], id: string): string[] {
  return [id, ...recent.filter((one) => one !== id)].slice(0, RECENT);
}

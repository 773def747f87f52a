// The desktop around the invented desk: links, the lock of the screen, notifications.
import type { LinkedPlace, MenuGiven, Refusal, ReminderSettings } from "../wire";

export function createDesktop() {
  let settings: ReminderSettings = { on: false, quiet_from: "18:00:00", quiet_to: "08:00:00" };
  let link: LinkedPlace | Refusal | null = null;
  const links = new Set<() => void>();
  const screens = new Set<() => void>();
  const menus = new Set<(id: string) => void>();
  let menu: MenuGiven[] = [];
  const told = (listeners: Set<() => void>) => (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const left: ("window" | "program")[] = [];
  return {
    tray: { shown: true, kept: false },
    left,
    settings: () => settings,
    choose(chosen: ReminderSettings): null {
      settings = chosen;
      return null;
    },
    leave(what: "window" | "program"): null {
      left.push(what);
      return null;
    },
    takeLink() {
      const taken = link;
      link = null;
      return taken;
    },
    follow(place: LinkedPlace | Refusal) {
      link = place;
      for (const listener of links) listener();
    },
    lockScreen() {
      for (const listener of screens) listener();
    },
    onLink: told(links),
    onScreenLocked: told(screens),
    showMenu: (shown: MenuGiven[]): null => {
      menu = shown;
      return null;
    },
    menu: () => menu,
    onMenu(chosen: (id: string) => void) {
      menus.add(chosen);
      return () => menus.delete(chosen);
    },
    chooseInMenu(id: string) {
      for (const listener of menus) listener(id);
    },
  };
}

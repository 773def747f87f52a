// Whether the program stays in the tray when its last window is closed: off to begin with, and kept for this computer.
import type { Backend } from "../backend/backend";

/** Beside the theme and the size in the window's own storage; it is about no person. */
const KEY = "docket-tray";

export function savedTray(): boolean {
  return localStorage.getItem(KEY) === "on";
}

export function saveTray(wanted: boolean): void {
  if (wanted) localStorage.setItem(KEY, "on");
  else localStorage.removeItem(KEY);
}

/** Puts the icon into the tray at the start, where somebody wanted it; where there is no tray today, the program goes on without. */
export function applyTray(backend: Backend): void {
  if (backend.mainWindow && savedTray()) void backend.keepInTray(true).catch(() => {});
}

// Whether the window is as a media query asks, for what is told otherwise where there is little room.
import { useSyncExternalStore } from "react";

function listen(changed: () => void): () => void {
  window.addEventListener("resize", changed);
  return () => window.removeEventListener("resize", changed);
}

/** Zooming is a new size of the window as well. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(listen, () => window.matchMedia(query).matches);
}

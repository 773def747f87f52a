// Where somebody was when they left: kept in the desk, encrypted and each person's own, as a form that is not finished is.
import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import type { Backend } from "../backend/backend";
import { useBackend } from "../backend/context";

/** The name under which the desk keeps the address beside the forms. */
const PLACE = "place";
/** How long somebody must stay in a room before it is kept, in milliseconds. */
const AFTER = 500;

/** The address at which whoever works here was last; nothing where they never were here. */
export async function placeOf(backend: Backend): Promise<string | null> {
  try {
    const kept = await backend.draft(PLACE);
    return kept?.body.startsWith("/") ? kept.body : null;
  } catch {
    return null;
  }
}

/** The case that an address is about: the desk forgets the address when it disposes of the case. */
function caseOf(path: string): string | null {
  return /^\/(?:case|person)\/([^/]+)/.exec(path)?.[1] ?? null;
}

/** Keeps the address of the room for as long as the frame of the rooms is on screen. */
export function useKeptPlace(): void {
  const backend = useBackend();
  const { href, pathname } = useLocation();
  useEffect(() => {
    // A case in a window of its own is not where somebody works, but what they look at beside it.
    if (!backend.mainWindow) return;
    // Going from room to room waits for nothing: the address is written when somebody stays, and nobody waits for it.
    const timer = setTimeout(
      () => void backend.saveDraft(PLACE, caseOf(pathname), href).catch(() => {}),
      AFTER,
    );
    return () => clearTimeout(timer);
  }, [backend, href, pathname]);
}

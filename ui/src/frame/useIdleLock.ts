// Locks the desk when nobody has touched any of its windows for a while, also when the machine slept through it.
import { useEffect } from "react";

/** When somebody last touched a window of this program: shared by all of them, and about no person. */
const TOUCHED = "docket-touched";
/** How often it is looked at, in milliseconds. */
const LOOK_EVERY = 5_000;
const TOUCHES = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

export function useIdleLock(minutes: number | undefined, lock: () => void): void {
  useEffect(() => {
    if (minutes === undefined) return;
    let written = 0;
    const touch = () => {
      const now = Date.now();
      // A pointer that moves says so many times a second; one note of it a second is enough.
      if (now - written < 1_000) return;
      written = now;
      localStorage.setItem(TOUCHED, String(now));
    };
    touch();
    const timer = setInterval(() => {
      const last = Number(localStorage.getItem(TOUCHED) ?? 0);
      if (Date.now() - last >= minutes * 60_000) lock();
    }, LOOK_EVERY);
    for (const kind of TOUCHES) window.addEventListener(kind, touch, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      for (const kind of TOUCHES) window.removeEventListener(kind, touch, { capture: true });
    };
  }, [minutes, lock]);
}

// How large the window of a test is: at 1280 by 720 as the smallest screen has it, and smaller where a test is about that.
import type { DetachedWindowAPI } from "happy-dom";

declare global {
  interface Window {
    happyDOM: DetachedWindowAPI;
  }
}

/** At 200 % the screen is half as wide and half as high. */
export function sizeWindow(percent = 100): void {
  window.happyDOM.setViewport({ width: 128_000 / percent, height: 69_500 / percent });
}

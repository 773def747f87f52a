// What every test begins with: the pages of letters are not drawn, because there is no screen to draw them on.
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import { followRegion } from "../format/habits";
import { sizeWindow } from "./window";

// A machine that builds at the same time is slow; what is waited for still has to come.
configure({ asyncUtilTimeout: 15_000 });

vi.mock("../pdf/drawPdf", () => ({
  openPdf: async (base64: string) => ({
    pages: 1,
    draw: async (_number: number, canvas: HTMLCanvasElement) => {
      canvas.setAttribute("data-bytes", String(base64.length));
    },
    close: () => {},
  }),
}));

// index.html has a title from the start; the test document does not.
document.head.innerHTML = "<title>Docket 552a</title>";

sizeWindow();

afterEach(() => {
  cleanup();
  followRegion("en-US");
  sizeWindow();
  localStorage.clear();
  document.documentElement.removeAttribute("data-theme");
});

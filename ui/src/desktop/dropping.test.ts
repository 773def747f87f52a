import { expect, test } from "vitest";
import { droppedOn, sorted } from "./dropping";

const MIXED = ["/in/claim.eml", "/in/letter.PDF", "/in/scan.tiff", "/in/notice.xml", "/in/notice.txt"];

test("anywhere else, messages and scans go to the inbox, and the rest is read as notices", () => {
  expect(droppedOn("/mail/in/in-1")).toBe("elsewhere");
  expect(sorted(MIXED, droppedOn("/"))).toEqual({
    papers: [],
    form: [],
    inbox: ["/in/claim.eml", "/in/letter.PDF", "/in/scan.tiff"],
    notices: ["/in/notice.xml", "/in/notice.txt"],
  });
});

test.each([
  ["/case/USPS-2026-00102", "papers"],
  ["/new", "form"],
  ["/systems/60-0383", "notices"],
] as const)("at %s every file belongs to the %s", (pathname, place) => {
  const nothing = { papers: [], form: [], inbox: [], notices: [] };
  expect(sorted(MIXED, droppedOn(pathname))).toEqual({ ...nothing, [place]: MIXED });
});

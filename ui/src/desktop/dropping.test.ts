import { expect, test } from "vitest";
import { droppedOn, sorted } from "./dropping";

const MIXED = [
  "/in/claim.eml",
  "/in/claim.msg",
  "/in/letter.PDF",
  "/in/scan.tiff",
  "/in/notice.xml",
  "/in/notice.txt",
];
const NOTHING = { papers: [], case: [], form: [], inbox: [], notices: [] };

test("anywhere else, messages and scans go to the inbox, and the rest is read as notices", () => {
  expect(droppedOn({ pathname: "/mail/in/in-1", search: {} })).toBe("elsewhere");
  expect(sorted(MIXED, droppedOn({ pathname: "/", search: {} }))).toEqual({
    ...NOTHING,
    inbox: ["/in/claim.eml", "/in/claim.msg", "/in/letter.PDF", "/in/scan.tiff"],
    notices: ["/in/notice.xml", "/in/notice.txt"],
  });
});

test.each([
  ["/case/USPS-2026-00102", { tab: "file" }, "papers"],
  ["/case/USPS-2026-00102", { do: "add-task" }, "papers"],
  ["/case/USPS-2026-00102", {}, "case"],
  ["/case/USPS-2026-00102/write/grant", {}, "case"],
  ["/new", {}, "form"],
  ["/systems/60-0383", {}, "notices"],
] as const)("at %s %o every file belongs to the %s", (pathname, search, place) => {
  expect(sorted(MIXED, droppedOn({ pathname, search }))).toEqual({ ...NOTHING, [place]: MIXED });
});

// Files dropped on the window, by the room that is open.
import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { Refused } from "../backend/backend";
import type { FakeDesk } from "../backend/fake";
import { expectAccessible } from "../testing/accessible";
import { openWindow } from "../testing/open";

/** As if a file could not be read at the first try. */
function refuseOnce(desk: FakeDesk, refused: string, message: string) {
  const { attachDroppedPaper } = desk;
  let tried = false;
  desk.attachDroppedPaper = async (number, version, path, identity) => {
    if (path === refused && !tried) {
      tried = true;
      throw new Refused({ code: "failed", message, cite: null, field: null });
    }
    return attachDroppedPaper(number, version, path, identity);
  };
}

test("a message and a notice dropped together go each their way, and Mail says so", async () => {
  const { user, desk, address, container } = await openWindow("/help");
  act(() => desk.drop(["/tmp/claim.eml", "/tmp/notice.txt"]));
  const came = within(await screen.findByTestId("came"));
  expect(address()).toBe("/mail");
  expect(came.getByText("1 file came into the inbox.")).toBeVisible();
  await expectAccessible(container);
  await user.click(came.getByRole("link", { name: "see what came of them" }));
  expect(within(await screen.findByTestId("import-report")).getByText("notice.txt")).toBeVisible();
});

test("a PDF dropped on Systems is a notice", async () => {
  const { desk, address } = await openWindow("/systems");
  act(() => desk.drop(["/tmp/notice.pdf"]));
  expect(await screen.findByText("notice.pdf")).toBeVisible();
  expect(address()).toBe("/systems");
  expect((await desk.inbox()).waiting.map((row) => row.subject)).not.toContain("notice.pdf");
});

test("a scan dropped on a case becomes its paper, and nothing comes into the inbox", async () => {
  const { desk, address } = await openWindow(
    "/case/USPS-2026-00102?tab=file",
    { desk: "open" },
    "attach-paper",
  );
  const before = (await desk.inbox()).waiting.length;
  act(() => desk.drop(["/tmp/scan.png"]));
  expect(await screen.findByRole("button", { name: "Look at it: scan.png" })).toBeVisible();
  expect(address()).toBe("/case/USPS-2026-00102?tab=file");
  expect((await desk.inbox()).waiting).toHaveLength(before);
});

test("files dropped on another part of a case are asked for, and marked where they show identity", async () => {
  const { user, desk, address, container } = await openWindow("/case/USPS-2026-00102");
  act(() => desk.drop(["/tmp/license.png", "/tmp/claim.txt"]));
  const dialog = within(await screen.findByRole("dialog", { name: "Attach to USPS-2026-00102?" }));
  expect(dialog.getByText("license.png, claim.txt")).toBeVisible();
  await user.click(dialog.getByRole("checkbox", { name: /shows identity/ }));
  await expectAccessible(container);
  await user.click(dialog.getByTestId("confirm"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(address()).toBe("/case/USPS-2026-00102");
  const { papers } = await desk.caseView("USPS-2026-00102");
  expect(papers.map(({ name, identity }) => [name, identity])).toEqual([
    ["license.png", true],
    ["claim.txt", true],
  ]);
});

test("where one file is refused, it is said what is attached already, and the second press sends only the others", async () => {
  const { user, desk } = await openWindow("/case/USPS-2026-00102");
  act(() => desk.drop(["/tmp/claim.txt", "/tmp/locked.png", "/tmp/license.png"]));
  const dialog = within(await screen.findByRole("dialog"));
  refuseOnce(desk, "/tmp/locked.png", "locked.png could not be read.");
  await user.click(dialog.getByTestId("confirm"));
  expect(await dialog.findByText("locked.png could not be read.")).toBeVisible();
  expect(dialog.getByText("Attached already: claim.txt")).toBeVisible();
  expect(dialog.getByText("locked.png, license.png")).toBeVisible();
  await user.click(dialog.getByTestId("confirm"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const { papers } = await desk.caseView("USPS-2026-00102");
  expect(papers.map(({ name }) => name)).toEqual(["claim.txt", "locked.png", "license.png"]);
});

test("files dropped while it is asked are added to those that are asked for", async () => {
  const { user, desk } = await openWindow("/case/USPS-2026-00102");
  act(() => desk.drop(["/tmp/license.png"]));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("checkbox", { name: /shows identity/ }));
  act(() => desk.drop(["/tmp/license.png", "/tmp/claim.txt"]));
  expect(await dialog.findByText("license.png, claim.txt")).toBeVisible();
  await user.click(dialog.getByTestId("confirm"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const { papers } = await desk.caseView("USPS-2026-00102");
  expect(papers.map(({ name, identity }) => [name, identity])).toEqual([
    ["license.png", true],
    ["claim.txt", true],
  ]);
});

test("several files dropped on the papers of a case are all attached", async () => {
  const { desk } = await openWindow("/case/USPS-2026-00102?tab=file", { desk: "open" }, "attach-paper");
  act(() => desk.drop(["/tmp/one.png", "/tmp/two.txt"]));
  expect(await screen.findByRole("button", { name: "Look at it: two.txt" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Look at it: one.png" })).toBeVisible();
});

import { act, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { FAKE_PASSPHRASE } from "../backend/fake";
import { expectAccessible } from "../testing/accessible";
import { openWindow } from "../testing/open";

test("a link opens its case, and one that leads nowhere says so until it is closed", async () => {
  const { user, desk, address, container } = await openWindow("/");
  act(() => desk.follow({ place: "case", number: "SSA-2026-00104" }));
  expect(await screen.findByRole("heading", { level: 1, name: /SSA-2026-00104/ })).toBeVisible();
  act(() => desk.follow({ place: "worklist" }));
  await waitFor(() => expect(address()).toBe("/"));
  const message = "The link does not lead anywhere on this desk. Nothing was opened.";
  act(() => desk.follow({ code: "bad-input", message, cite: null, field: "link" }));
  expect(await screen.findByText(message)).toBeVisible();
  await expectAccessible(container);
  await user.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByText(message)).toBeNull();
});

test("a link to a case that the desk does not show is refused there", async () => {
  const { desk } = await openWindow("/");
  act(() => desk.follow({ place: "case", number: "SSA-2026-99999" }));
  expect(await screen.findByText(/There is no case SSA-2026-99999/)).toBeVisible();
  expect(screen.getByRole("heading", { level: 1, name: "SSA-2026-99999" })).toBeVisible();
});

test("a link waits for the passphrase", async () => {
  const { user, desk } = await openWindow("/", { desk: "locked" });
  act(() => desk.follow({ place: "case", number: "SSA-2026-00104" }));
  await user.type(await screen.findByLabelText("Passphrase"), `${FAKE_PASSPHRASE}{Enter}`);
  expect(await screen.findByRole("heading", { level: 1, name: /SSA-2026-00104/ })).toBeVisible();
});

test("c copies the link to a case", async () => {
  const { user } = await openWindow("/case/SSA-2026-00104");
  const written = vi.spyOn(navigator.clipboard, "writeText");
  await screen.findByTestId("copy-link");
  await user.keyboard("c");
  expect(written).toHaveBeenCalledWith("docket:case/SSA-2026-00104");
  await waitFor(() =>
    expect(screen.getByTestId("announcer")).toHaveTextContent(
      "The link to SSA-2026-00104 is on the clipboard.",
    ),
  );
});

test("who opens the program again finds the room that they left", async () => {
  const { user, desk, address } = await openWindow("/", { desk: "locked" });
  await desk.saveDraft("place", "SSA-2026-00104", "/case/SSA-2026-00104?tab=history");
  await user.type(await screen.findByLabelText("Passphrase"), `${FAKE_PASSPHRASE}{Enter}`);
  expect(await screen.findByTestId("tab-history")).toHaveAttribute("aria-selected", "true");
  expect(address()).toBe("/case/SSA-2026-00104?tab=history");
});

test("the room is kept in the desk a moment after somebody went there", async () => {
  const { user, desk } = await openWindow("/");
  await screen.findByText("Suharto");
  await user.click(screen.getByTestId("nav-ledger"));
  await waitFor(async () => expect((await desk.draft("place"))?.body).toBe("/ledger"));
});

test("the desk locks with the screen, and what was typed is kept", async () => {
  const { user, desk } = await openWindow("/case/USPS-2026-00102?do=add-note");
  await user.type(await screen.findByLabelText("Note for the file"), "She called");
  act(() => desk.lockScreen());
  await screen.findByRole("heading", { name: "Open your desk" });
  await user.type(await screen.findByLabelText("Passphrase"), `${FAKE_PASSPHRASE}{Enter}`);
  await waitFor(async () =>
    expect(await screen.findByLabelText("Note for the file")).toHaveValue("She called"),
  );
});

test("reminders are off until they are chosen, with quiet hours", async () => {
  const { user, desk, container } = await openWindow("/settings");
  const on = await screen.findByRole("checkbox", { name: "Tell me of deadlines" });
  expect(on).not.toBeChecked();
  expect(screen.getByLabelText("Say nothing from")).toHaveDisplayValue("6:00 PM");
  await user.click(on);
  await user.selectOptions(screen.getByLabelText("until"), "7:30 AM");
  await expectAccessible(container);
  await user.click(screen.getAllByRole("button", { name: "Save" })[0] as HTMLElement);
  await waitFor(async () =>
    expect(await desk.reminderSettings()).toEqual({
      on: true,
      quiet_from: "18:00:00",
      quiet_to: "07:30:00",
    }),
  );
});

test("where clocks have 24 hours, quiet hours are chosen so, and the desk gets the same", async () => {
  const { user, desk } = await openWindow("/settings", { desk: "open", region: "de-DE" });
  expect(await screen.findByLabelText("Say nothing from")).toHaveDisplayValue("18:00");
  await user.selectOptions(screen.getByLabelText("until"), "07:30");
  await user.click(screen.getAllByRole("button", { name: "Save" })[0] as HTMLElement);
  await waitFor(async () => expect((await desk.reminderSettings()).quiet_to).toBe("07:30:00"));
});

test("every command of the menu bar is one that the desk offers, under its key, and is chosen there", async () => {
  const { desk, address } = await openWindow("/");
  await screen.findByText("Suharto");
  const items = () => desk.menu().flatMap((menu) => menu.items);
  // The tour is for the practice desk.
  const grey = () => items().filter((item) => item.id !== "" && item.id !== "tour" && !item.enabled);
  await waitFor(() => expect(grey()).toEqual([]));
  const keysOf = (id: string) => items().find((item) => item.id === id)?.keys;
  expect([keysOf("go-worklist"), keysOf("lock"), keysOf("larger"), keysOf("keys")]).toEqual([
    "Alt+1",
    "Ctrl+L",
    "Ctrl+=",
    "",
  ]);
  act(() => desk.chooseInMenu("go-ledger"));
  await waitFor(() => expect(address()).toBe("/ledger"));
  act(() => desk.chooseInMenu("palette"));
  expect(await screen.findByRole("dialog")).toBeVisible();
  act(() => desk.chooseInMenu("go-worklist"));
  expect(address()).toBe("/ledger");
});

test("what a locked desk cannot do is grey in the menu bar", async () => {
  const { desk } = await openWindow("/", { desk: "locked" });
  await screen.findByLabelText("Passphrase");
  const enabled = () =>
    desk.menu().flatMap((menu) => menu.items.filter((item) => item.enabled).map((item) => item.id));
  await waitFor(() => expect(enabled()).toContain("larger"));
  expect(enabled()).not.toContain("go-ledger");
  expect(enabled()).toContain("close-window");
});

test("everything is shown larger by key, and the size is kept and chosen in Settings", async () => {
  const { user } = await openWindow("/settings");
  const size = await screen.findByLabelText("Size of everything");
  expect(size).toHaveDisplayValue("100 %, the usual size");
  await user.keyboard("{Control>}=={/Control}");
  expect(size).toHaveDisplayValue("125 %");
  expect(localStorage.getItem("docket-zoom")).toBe("125");
  expect(document.documentElement.style.zoom).toBe("1.25");
  await user.keyboard("{Control>}-{/Control}");
  expect(size).toHaveDisplayValue("110 %");
  await user.selectOptions(size, "200 %");
  expect(screen.getByTestId("announcer")).toHaveTextContent("Everything is shown at 200 %.");
  await user.keyboard("{Control>}0{/Control}");
  expect(size).toHaveDisplayValue("100 %, the usual size");
});

test("a window is closed and the program is left by key, after what was typed is kept", async () => {
  const { user, desk } = await openWindow("/case/USPS-2026-00102?do=add-note");
  await user.type(await screen.findByLabelText("Note for the file"), "She called");
  await user.keyboard("{Control>}w{/Control}");
  await waitFor(() => expect(desk.left).toEqual(["window"]));
  expect((await desk.draft("USPS-2026-00102/add-note"))?.body ?? "").toContain("She called");
  await user.keyboard("{Control>}q{/Control}");
  await waitFor(() => expect(desk.left).toEqual(["window", "program"]));
});

test("the program is left by key before a desk is open, too", async () => {
  const { user, desk } = await openWindow("/", { desk: "locked" });
  await screen.findByLabelText("Passphrase");
  await waitFor(async () => {
    await user.keyboard("{Control>}q{/Control}");
    expect(desk.left).toContain("program");
  });
});

test("the program stays in the tray only where somebody wants it, and the choice is kept", async () => {
  const { user, desk, container } = await openWindow("/settings");
  const keep = await screen.findByRole("checkbox", { name: /^Keep Docket 552a in the tray/ });
  expect(keep).not.toBeChecked();
  await user.click(keep);
  await waitFor(() => expect(keep).toBeChecked());
  expect(desk.tray.kept).toBe(true);
  expect(localStorage.getItem("docket-tray")).toBe("on");
  await expectAccessible(container);
  await user.click(keep);
  await waitFor(() => expect(keep).not.toBeChecked());
  expect(localStorage.getItem("docket-tray")).toBeNull();
});

test("a desktop without a tray says so and offers none", async () => {
  const { user, desk } = await openWindow("/");
  desk.tray.shown = false;
  await user.keyboard("{Alt>}9{/Alt}");
  expect(await screen.findByText(/^This desktop shows no tray/)).toBeVisible();
  expect(screen.queryByRole("checkbox", { name: /tray/ })).toBeNull();
});

import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

test("cases are grouped by when the next thing is due, the overdue first", async () => {
  const { container } = await openWindow();
  await screen.findByText("Zofia Łukasiewicz");
  const groups = screen.getAllByRole("rowheader").filter((cell) => cell.getAttribute("scope") === "rowgroup");
  expect(groups.map((group) => group.textContent)).toEqual([
    "Overdue 3",
    "Today 1",
    "This week 2",
    "Later 2",
  ]);
  const row = screen.getByTestId("worklist-row-USPS-2026-00104");
  expect(within(row).getByText("Mon 23 Nov 2026")).toBeVisible();
  expect(within(row).getByText("due today")).toBeVisible();
  await expectAccessible(container);
});

test("j and k move, Enter opens, and the focus is on the case's heading", async () => {
  const { user, address } = await openWindow();
  await screen.findByText("Suharto");
  await user.keyboard("j");
  expect(screen.getByRole("link", { name: "USPS-2026-00106" })).toHaveFocus();
  await user.keyboard("jk{ArrowDown}{ArrowUp}");
  expect(screen.getByRole("link", { name: "USPS-2026-00106" })).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("heading", { level: 1, name: /Suharto/ })).toHaveFocus();
  expect(address()).toBe("/case/USPS-2026-00106");
  expect(document.title).toContain("USPS-2026-00106");
});

test("f goes to the search; what does not match is gone; arrow down goes to the first row", async () => {
  const { user } = await openWindow();
  await screen.findByText("Suharto");
  await user.keyboard("f");
  expect(screen.getByRole("searchbox", { name: "Search the worklist" })).toHaveFocus();
  await user.keyboard("nguyễn");
  await waitFor(() => expect(screen.queryByText("Suharto")).toBeNull());
  await user.keyboard("{ArrowDown}");
  expect(screen.getByRole("link", { name: "USPS-2026-00102" })).toHaveFocus();
});

test("nothing found says what to do, and the filters can be cleared", async () => {
  const { user, container } = await openWindow("/?q=nobody");
  expect(await screen.findByText("No case matches.")).toBeVisible();
  await expectAccessible(container);
  await user.click(screen.getByRole("button", { name: "Clear the filters" }));
  expect(await screen.findByText("Suharto")).toBeVisible();
});

test("agency, step and closed cases are filters that stand in the address", async () => {
  const { user, address } = await openWindow();
  await screen.findByText("Suharto");
  await user.selectOptions(screen.getByLabelText("Agency"), "ssa");
  await waitFor(() => expect(screen.queryByText("Suharto")).toBeNull());
  await user.click(screen.getByLabelText("Closed cases too"));
  expect(await screen.findByText(/Featherstonehaugh/)).toBeVisible();
  expect(address()).toContain("agency=ssa");
  expect(address()).toContain("closed=true");
});

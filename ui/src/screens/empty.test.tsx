// Where there is nothing, a sentence says why, and the way on stands beside it.
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { openWindow } from "../testing/open";

const EMPTY = { desk: "open", seeds: false } as const;

test("mail without a letter leads to the worklist", async () => {
  const { user, address } = await openWindow("/mail", EMPTY);
  expect(await screen.findByText("No letter waits for the printer.")).toBeVisible();
  await user.click((await screen.findAllByRole("link", { name: "Go to the worklist" }))[0] as HTMLElement);
  await waitFor(() => expect(address()).toBe("/"));
});

test("a search of rules or notices without a match can be cleared where it failed", async () => {
  const { user } = await openWindow("/rules?q=zzz");
  await user.click(await screen.findByRole("button", { name: "Show every rule" }));
  expect(await screen.findByText("Acknowledge the request")).toBeVisible();
  expect(screen.getByRole("searchbox")).toHaveFocus();
  await user.click(screen.getByTestId("nav-systems"));
  await screen.findByTestId("system-row-60-0383");
  await user.type(screen.getByRole("searchbox"), "zzz");
  await user.click(await screen.findByRole("button", { name: "Clear the search" }));
  expect(await screen.findByTestId("system-row-60-0383")).toBeVisible();
});

test("an accounting without an entry says how to enter the disclosure, and one button does it", async () => {
  const { user } = await openWindow("/accounting?agency=ssa&subject=Nobody");
  expect(await screen.findByText("Nothing is entered for this subject.")).toBeVisible();
  expect(screen.getByText("Check the spelling, or press e to enter the disclosure.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Enter a disclosure" }));
  expect(await screen.findByRole("heading", { name: "Enter a disclosure" })).toBeVisible();
});

import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

test("help explains the way of a request, the words and the keys", async () => {
  const { container } = await openWindow("/help");
  expect(screen.getByText("system manager")).toBeVisible();
  expect(screen.getByRole("table", { name: "Everywhere" })).toHaveTextContent("Ctrl+K");
  await expectAccessible(container);
});

test("settings change the appearance and remember it", async () => {
  const { user, container } = await openWindow("/settings");
  await user.click(screen.getByLabelText("Dark"));
  expect(document.documentElement).toHaveAttribute("data-theme", "dark");
  expect(localStorage.getItem("docket-theme")).toBe("dark");
  await user.click(screen.getByLabelText("As the system has it"));
  expect(document.documentElement).not.toHaveAttribute("data-theme");
  await expectAccessible(container);
});

test("an address that leads nowhere says so and leads back", async () => {
  const { user, container } = await openWindow("/nowhere");
  expect(screen.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  await expectAccessible(container);
  await user.click(screen.getByRole("link", { name: "Go to the worklist" }));
  expect(await screen.findByRole("heading", { name: "Worklist" })).toHaveFocus();
});

test("a case that does not exist is a sentence with a way to try again", async () => {
  const { container } = await openWindow("/case/USPS-2026-09999", { desk: "open" }, "refusal");
  expect(screen.getByTestId("refusal")).toHaveTextContent(/no case USPS-2026-09999/);
  await expectAccessible(container);
});

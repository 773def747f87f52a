import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { en } from "../../messages/en";
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

test("a word of the field is found in the glossary, with its citation", async () => {
  const { user, container } = await openWindow("/help");
  await user.type(await screen.findByLabelText("Find a word"), "notation");
  expect(screen.getByText("notation of dispute")).toBeVisible();
  expect(screen.getByText("5 U.S.C. 552a(d)(4)", { selector: "cite" })).toBeVisible();
  expect(screen.queryByText("suspense")).toBeNull();
  await user.clear(screen.getByLabelText("Find a word"));
  await user.type(screen.getByLabelText("Find a word"), "zzz");
  expect(await screen.findByText("No word here matches.")).toBeVisible();
  await expectAccessible(container);
});

test("Ctrl+K answers what a word is, and its address leads to it", async () => {
  const { user, address } = await openWindow("/");
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await screen.findByRole("combobox", { name: "Find and do" }), "what is suspense");
  await user.click(await screen.findByRole("option", { name: "What is “suspense”?" }));
  await waitFor(() => expect(address()).toContain("term=suspense"));
  expect(await screen.findByText("suspense", { selector: "dt" })).toHaveFocus();
});

test("no word is explained twice, and each in two sentences at most", () => {
  const terms = en.glossary.map(({ term }) => term);
  expect(new Set(terms).size).toBe(terms.length);
  const long = en.glossary.filter(({ meaning }) => meaning.replace(/\.$/, "").split(/\. /).length > 2);
  expect(long.map(({ term }) => term)).toEqual([]);
});

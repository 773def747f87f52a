import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../testing/accessible";
import { openWindow } from "../testing/open";
import { shown } from "./registry";

test("keys are printed as people read them", () => {
  expect(shown("Control+Enter")).toBe("Ctrl+Enter");
  expect(shown("j or ArrowDown")).toBe("j or ↓");
  expect(shown("[Shift]+?")).toBe("?");
});

test("the palette finds commands and cases, and Enter does the chosen one", async () => {
  const { user, container, address } = await openWindow();
  await screen.findByText("Suharto");
  await user.keyboard("{Control>}k{/Control}");
  const field = await screen.findByRole("combobox", { name: "Find and do" });
  await user.type(field, "systems");
  const list = within(screen.getByRole("listbox", { name: "Find and do" }));
  expect(list.getByRole("option", { selected: true })).toHaveTextContent("Go to systems of records");
  await expectAccessible(container);
  await user.clear(field);
  await user.type(field, "zofia");
  const found = await screen.findByRole("option", { name: /Zofia Łukasiewicz/ });
  expect(field).toHaveAttribute("aria-activedescendant", found.id);
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("heading", { level: 1, name: /Zofia/ })).toHaveFocus();
  expect(address()).toBe("/case/SSA-2026-00104");
});

test("the palette begins with what this screen is for, then goes to other rooms; the tour comes last", async () => {
  const { user } = await openWindow("/case/USPS-2026-00102", { desk: "practice" });
  await screen.findByRole("heading", { level: 1, name: /Nguyễn/ });
  await user.keyboard("{Control>}k{/Control}");
  await screen.findByRole("combobox", { name: "Find and do" });
  const list = within(screen.getByRole("listbox", { name: "Find and do" }));
  expect(list.getAllByRole("group").map((group) => group.firstChild?.textContent)).toEqual([
    "On this screen",
    "Go to",
    "Everywhere",
  ]);
  expect(list.getByRole("option", { selected: true })).toHaveTextContent("Do what the rule asks next");
  expect(list.getAllByRole("option").at(-1)).toHaveTextContent("Take the tour");
  expect(within(list.getByRole("group", { name: "Go to" })).getAllByRole("option")[0]).toHaveTextContent(
    "Go to the worklist",
  );
});

test("what was used last stands first, each command once", async () => {
  const { user } = await openWindow();
  await screen.findByText("Suharto");
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await screen.findByRole("combobox", { name: "Find and do" }), "go to mail{Enter}");
  await screen.findByRole("heading", { level: 1, name: "Mail" });
  await user.keyboard("{Control>}k{/Control}");
  await screen.findByRole("combobox", { name: "Find and do" });
  const used = within(screen.getByRole("group", { name: "Used last" }));
  expect(used.getAllByRole("option")).toHaveLength(1);
  expect(screen.getAllByRole("option", { name: /Go to mail/ })).toHaveLength(1);
  expect(used.getByRole("option", { selected: true })).toHaveTextContent("Go to mail");
});

test("the room of the mail is one entry, found by its own name and by the inbox", async () => {
  const { user } = await openWindow();
  await screen.findByText("Suharto");
  await user.keyboard("{Control>}k{/Control}");
  const field = await screen.findByRole("combobox", { name: "Find and do" });
  for (const words of ["go to mail", "go to the inbox"]) {
    await user.clear(field);
    await user.type(field, words);
    const group = within(screen.getByRole("group", { name: "Go to" }));
    expect(group.getAllByRole("option")).toHaveLength(1);
    expect(group.getByRole("option")).toHaveTextContent("Go to mail: the inbox and the outbox");
  }
});

test("? shows the keys of this screen, and single keys rest while it is open", async () => {
  const { user, container } = await openWindow("/case/SSA-2026-00104");
  await user.keyboard("?");
  // The list is read from its beginning, not from the button at its foot.
  expect(await screen.findByRole("heading", { name: "Keys of this screen" })).toHaveFocus();
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("Do what the rule asks next")).toBeVisible();
  expect(dialog.getByText("Back to the worklist")).toBeVisible();
  await expectAccessible(container);
  await user.keyboard("n");
  expect(screen.queryByRole("heading", { name: "Take in a request" })).toBeNull();
  await user.click(dialog.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("single keys are letters while one types, and Alt goes to the rooms even then", async () => {
  const { user } = await openWindow("/new");
  await user.type(screen.getByLabelText("Their words"), "n?jm");
  expect(screen.getByLabelText("Their words")).toHaveValue("n?jm");
  await user.keyboard("{Alt>}1{/Alt}");
  expect(await screen.findByRole("heading", { level: 1, name: "Worklist" })).toBeVisible();
});

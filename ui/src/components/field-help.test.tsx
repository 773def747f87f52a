import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { en } from "../messages/en";
import { FIELDS } from "../screens/case/forms/commands";
import type { Fields } from "../screens/case/forms/kinds";
import { expectAccessible } from "../testing/accessible";
import { openWindow } from "../testing/open";

test("F1 in a field says what to enter, why, and what the paragraph says; Escape goes back to the field", async () => {
  const { user, container } = await openWindow("/case/SSA-2026-00104?tab=letters&do=record-delay");
  const reason = await screen.findByLabelText(/^Reason/);
  await user.click(reason);
  expect(screen.queryByTestId("field-help")).toBeNull();
  await user.keyboard("{F1}");
  const help = await screen.findByTestId("field-help");
  expect(help).toHaveFocus();
  expect(help).toHaveTextContent(/The notice of delay must give the reason.*20 CFR 401\.50\(b\)/);
  expect(help).toHaveTextContent(/the person is told, and told when it will come/);
  await expectAccessible(container);
  await user.keyboard("{Escape}");
  expect(screen.queryByTestId("field-help")).toBeNull();
  expect(reason).toHaveFocus();
});

test("the mark beside a label opens the same help, and Tab goes past it", async () => {
  const { user } = await openWindow("/new");
  await user.click(await screen.findByRole("button", { name: "Help: Requester's name" }));
  const help = within(await screen.findByTestId("field-help"));
  await user.click(help.getByRole("button", { name: /Close/ }));
  const name = screen.getByLabelText("Requester's name");
  await user.click(name);
  await user.tab();
  expect(screen.getByLabelText("The requester is")).toHaveFocus();
});

test("the mark of a group stands in its legend, and the group is called by the words alone", async () => {
  const { user, container } = await openWindow("/new");
  const group = await screen.findByRole("group", { name: "Asks for" });
  const mark = within(group).getByRole("button", { name: "Help: Asks for" });
  expect(mark.closest("legend")).not.toBeNull();
  await user.click(within(group).getByRole("checkbox", { name: /^Access/ }));
  await user.keyboard("{F1}");
  expect(await within(group).findByTestId("field-help")).toHaveFocus();
  await expectAccessible(container);
});

test("a paragraph leads to the entries of the rulebook that rest on it", async () => {
  const { user, address } = await openWindow("/new");
  await user.click(await screen.findByLabelText("Received"));
  await user.keyboard("{F1}");
  await user.click(await screen.findByRole("link", { name: /rulebook.*39 CFR 266\.5\(a\)\(2\)/ }));
  await waitFor(() => expect(address()).toContain("/rules?"));
  expect(await screen.findByText("Acknowledge the request")).toBeVisible();
});

test.each([
  ["a choice", "/new", "combobox", "The requester is"],
  ["a day", "/new", "textbox", "Received"],
  ["words of several lines", "/new", "textbox", "Their words"],
  ["a box of a group", "/new", "checkbox", /^Amendment/],
  ["a box of its own", "/settings", "checkbox", "Tell me of deadlines"],
  ["one of several choices", "/settings", "radio", "Dark"],
  ["the search of a list", "/systems", "searchbox", /earch/],
  ["a filter", "/", "combobox", "Agency"],
] as const)("F1 opens the help of %s, and a second F1 goes back to it", async (_, path, role, name) => {
  const { user } = await openWindow(path);
  const field = await screen.findByRole(role, { name });
  act(() => field.focus());
  await user.keyboard("{F1}");
  expect(await screen.findByTestId("field-help")).toHaveFocus();
  await user.keyboard("{F1}");
  expect(screen.queryByTestId("field-help")).toBeNull();
  expect(field).toHaveFocus();
});

test("F1 outside of a field opens the help room", async () => {
  const { user } = await openWindow("/");
  await user.keyboard("{F1}");
  expect(await screen.findByRole("heading", { level: 1, name: "Help" })).toBeVisible();
});

const CASE = "/case/USPS-2026-00102";
const SCREENS = [
  "/",
  "/new",
  "/systems",
  "/accounting",
  "/rules",
  "/mail",
  "/workload",
  "/ledger",
  "/settings",
  ...["record-evidence", "verify-identity", "route", "send-to-office", "record-search", "decide"].map(
    (name) => `${CASE}?do=${name}`,
  ),
  ...["record-recipients-told", "add-note", "record-letter", "refer"].map((name) => `${CASE}?do=${name}`),
];

/** Fields for which no help can be asked, or that do not say by which key, but for the boxes of rows in a table. */
function withoutHelp(container: HTMLElement): string[] {
  const fields = container.ownerDocument.querySelectorAll("input:not([type=hidden]), select, textarea");
  return [...fields]
    .filter((field) => !field.closest("table"))
    .filter((field) => !field.closest(".helped") || field.getAttribute("aria-keyshortcuts") !== "F1")
    .map((field) => field.id || field.outerHTML);
}

test.each(SCREENS)("no field of %s is without help", async (path) => {
  const { container } = await openWindow(path);
  await screen.findAllByRole("heading", { level: 1 });
  await waitFor(() => expect(container.querySelector("input, select, textarea")).not.toBeNull());
  expect(withoutHelp(container)).toEqual([]);
});

test.each(["locked", "none"] as const)(
  "no field of the start is without help, the desk being %s",
  async (desk) => {
    const { container } = await openWindow("/", { desk });
    await waitFor(() => expect(container.querySelector("input")).not.toBeNull());
    expect(withoutHelp(container)).toEqual([]);
  },
);

/** The names of fields inside rows and groups. */
function inside(fields: Fields): string[] {
  return Object.values(fields).flatMap((kind) =>
    kind.kind === "rows" || kind.kind === "group" ? [...Object.keys(kind.of), ...inside(kind.of)] : [],
  );
}

test("no field of a described command is without help", () => {
  const inner = Object.values<Fields>(FIELDS).flatMap(inside);
  expect(inner.filter((name) => !en.innerFields[name])).toEqual([]);
});

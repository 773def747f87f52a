import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

async function typeRequest(user: Awaited<ReturnType<typeof openWindow>>["user"]) {
  await waitFor(() => expect(screen.getByLabelText("Received")).toHaveValue("2026-11-23"));
  await user.selectOptions(screen.getByLabelText("For"), "ssa");
  await user.type(screen.getByLabelText("Requester's name"), "Zofia Łukasiewicz");
  await user.type(screen.getByLabelText("Postal address"), "5 Ferrier Yard{Enter}Erie, PA 16599");
  await user.type(screen.getByLabelText("Their words"), "A copy of my chat of 9 September.");
  await user.click(screen.getByLabelText(/^Access/));
}

test("while one types, the margin says what follows and why", async () => {
  const { user, container } = await openWindow("/new");
  await waitFor(() => expect(screen.getByLabelText("Received")).toHaveValue("2026-11-23"));
  expect(screen.getByText(/appears here as you type/)).toBeVisible();
  await typeRequest(user);
  const margin = within(await screen.findByTestId("preview"));
  await waitFor(() => expect(margin.getByText(/60-0383 Customer Engagement/)).toBeVisible());
  expect(margin.getByText("Send a delay notice")).toBeVisible();
  expect(margin.getAllByText("20 CFR 401.45(b)(4)")[0]).toBeVisible();
  expect(margin.getByText(/“A person writes to the system manager/)).toBeVisible();
  expect(screen.getByLabelText("a notarized statement")).not.toBeChecked();
  await expectAccessible(container);
});

test("proof that came is ticked, and the margin says that identity is complete", async () => {
  const { user } = await openWindow("/new");
  await typeRequest(user);
  await user.click(await screen.findByLabelText("a notarized statement"));
  await user.click(screen.getByLabelText("the signed false-pretenses statement"));
  expect(await screen.findByText("Complete")).toBeVisible();
});

test("Ctrl+Enter opens the case, and its heading has the focus", async () => {
  const { user, address } = await openWindow("/new");
  await typeRequest(user);
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByRole("heading", { level: 1, name: /Zofia Łukasiewicz/ })).toHaveFocus();
  expect(address()).toMatch(/^\/case\/SSA-2026-\d{5}/);
  expect(screen.getByTestId("announcer")).toHaveTextContent(/Case SSA-2026-\d{5} is open/);
});

test("what is missing is said at the field and in the margin, and leads to the field", async () => {
  const { user, container } = await openWindow("/new");
  await user.click(await screen.findByLabelText(/^Notification/));
  const jump = await screen.findByRole("button", { name: /Write the requester's name/ });
  await user.click(jump);
  expect(screen.getByLabelText("Requester's name")).toHaveFocus();
  await user.click(screen.getByTestId("open-case"));
  expect(await screen.findByTestId("refusal")).toHaveFocus();
  expect(screen.getByLabelText("Requester's name")).toHaveAccessibleDescription(/Write the requester's name/);
  await expectAccessible(container);
});

test("a day that does not exist is said before anything is asked of the desk", async () => {
  const { user } = await openWindow("/new");
  const received = screen.getByLabelText("Received");
  await waitFor(() => expect(received).toHaveValue("2026-11-23"));
  await user.clear(received);
  await user.type(received, "2026-02-30");
  await user.click(screen.getByLabelText(/^Access/));
  await user.click(screen.getByTestId("open-case"));
  expect(received).toBeInvalid();
  expect(received).toHaveFocus();
  await user.clear(received);
  await user.type(received, "20 Nov 2026{ArrowUp}");
  expect(received).toHaveValue("2026-11-21");
  expect(screen.getByText("Sat 21 Nov 2026")).toBeVisible();
});

test("leaving the screen and locking the desk keep what was typed, in the desk and nowhere else", async () => {
  const { user } = await openWindow("/new");
  await user.type(screen.getByLabelText("Requester's name"), "Emre Şahin");
  await user.click(screen.getByTestId("nav-help"));
  await screen.findByRole("heading", { level: 1, name: "Help" });
  await user.click(screen.getByTestId("nav-new"));
  expect(await screen.findByLabelText("Requester's name")).toHaveValue("Emre Şahin");
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain("Emre");
  await user.click(screen.getByTestId("lock"));
  await user.type(await screen.findByLabelText("Passphrase"), "a long walk to the mill{Enter}");
  await user.click(await screen.findByTestId("nav-new"));
  await waitFor(() => expect(screen.getByLabelText("Requester's name")).toHaveValue("Emre Şahin"));
});

test("asking for another person asks whose records they are", async () => {
  const { user } = await openWindow("/new");
  expect(screen.queryByLabelText("Whose records")).toBeNull();
  await user.selectOptions(screen.getByLabelText("The requester is"), "parent");
  expect(screen.getByLabelText("Whose records")).toBeVisible();
});

test("particulars are added and taken away by key", async () => {
  const { user } = await openWindow("/new");
  await user.click(screen.getByRole("button", { name: /Add a particular/ }));
  await waitFor(() => expect(screen.getByLabelText("Particular 1")).toHaveFocus());
  await user.keyboard("ssn{Tab}987-65-4321{Tab}");
  expect(screen.getByRole("button", { name: "Remove ssn" })).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(screen.queryByLabelText("Particular 1")).toBeNull();
});

test("words that point to a road of their own are offered with it, and called no denial", async () => {
  const { user, container } = await openWindow("/new");
  await typeRequest(user);
  expect(screen.queryByTestId("misfits")).toBeNull();
  await user.clear(screen.getByLabelText("Their words"));
  await user.type(screen.getByLabelText("Their words"), "Send everything you have on me.");
  const offer = within(await screen.findByTestId("misfits"));
  expect(offer.getByText("“everything you have”")).toBeVisible();
  expect(offer.getByText("20 CFR 401.40(c)")).toBeVisible();
  expect(offer.getByText(/None of this is a denial/)).toBeVisible();
  await expectAccessible(container);
});

test("a guardian is asked whose guardian they are, and nobody else is", async () => {
  const { user } = await openWindow("/new");
  expect(screen.queryByLabelText("The guardian is of")).toBeNull();
  await user.selectOptions(screen.getByLabelText("The requester is"), "guardian");
  await user.selectOptions(screen.getByLabelText("The guardian is of"), "guardian-of-minor");
  expect(screen.getByLabelText("The guardian is of")).toHaveDisplayValue("a minor");
});

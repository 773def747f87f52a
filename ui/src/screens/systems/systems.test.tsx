import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

test("every word of every notice can be searched, and a system is read beside what was understood", async () => {
  const { user, container } = await openWindow("/systems");
  await screen.findByTestId("system-row-60-0383");
  await user.keyboard("f");
  await user.keyboard("focus group");
  await waitFor(() => expect(screen.queryByTestId("system-row-60-0383")).toBeNull());
  await user.keyboard("{ArrowDown}{Enter}");
  expect(await screen.findByRole("heading", { name: /USPS 100\.600 Personnel/ })).toBeVisible();
  expect(screen.getByText("PURPOSE(S) OF THE SYSTEM:")).toBeVisible();
  expect(screen.getByText(/The address of the examination office differs/)).toBeVisible();
  await expectAccessible(container);
});

test("which office takes which matter is shown with the sentence of the notice", async () => {
  const { container } = await openWindow("/systems/USPS%20890.000");
  expect(await screen.findByText("Sales and Customer Relations")).toBeVisible();
  expect(screen.getByText(/“Inquiries about sales go to Sales/)).toBeVisible();
  expect(screen.getByText("Every other matter")).toBeVisible();
  await expectAccessible(container);
});

test("two revisions are set side by side, the changed words marked as taken out and put in", async () => {
  const { user, container } = await openWindow("/systems/USPS%20890.000");
  await user.click(await screen.findByTestId("compare"));
  const comparison = within(await screen.findByTestId("comparison"));
  expect(comparison.getByText("2 of 4 sections changed")).toBeVisible();
  expect(container.querySelectorAll("del")).toHaveLength(2);
  expect(container.querySelectorAll("ins")).toHaveLength(2);
  expect(container.querySelector("del")).toHaveTextContent("business customers and employees");
  await user.click(screen.getByLabelText("Only sections that changed"));
  expect(comparison.getByText("RETENTION AND DISPOSAL:")).toBeVisible();
  await expectAccessible(container);
});

test("an import says file by file what came of it", async () => {
  const { user, container } = await openWindow("/systems");
  await user.click(screen.getByTestId("import-notices"));
  const report = within(await screen.findByTestId("import-report"));
  expect(report.getByText("USPS 890.000, revision of 1 July 2020")).toBeVisible();
  expect(report.getByText(/Not imported: This is not a text/)).toBeVisible();
  await expectAccessible(container);
});

test("files dropped on the window are imported from any room", async () => {
  const { desk, address } = await openWindow("/help");
  act(() => desk.drop(["/inbox/notice.txt"]));
  expect(await screen.findByText("notice.txt")).toBeVisible();
  expect(address()).toMatch(/^\/systems/);
});

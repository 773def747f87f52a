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
  const facts = within(await screen.findByTestId("facts"));
  expect(facts.getByText("Sales and Customer Relations")).toBeVisible();
  expect(screen.getByText(/“Inquiries about sales go to Sales/)).toBeVisible();
  expect(screen.getByText("Every other matter")).toBeVisible();
  await expectAccessible(container);
});

test("a fact leads to the words of the notice that it was understood from", async () => {
  const { user, container } = await openWindow("/systems/USPS%20890.000");
  const facts = within(await screen.findByTestId("facts"));
  await user.click(facts.getByRole("button", { name: "in the notice : Sales and Customer Relations" }));
  expect(screen.getByTestId("lit")).toHaveTextContent(
    "Inquiries about sales go to Sales and Customer Relations, with name and address.",
  );
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

test("opened without days, the two newest revisions are compared", async () => {
  await openWindow("/systems/USPS%20890.000/compare");
  expect(await screen.findByText("2 of 4 sections changed")).toBeVisible();
  expect(screen.getByText("What changed from Fri 24 Oct 2014 to Wed 1 Jul 2020")).toBeVisible();
});

test("a system of one revision says so, and how an earlier one comes in beside it", async () => {
  const { user, container, address } = await openWindow("/systems/60-0383/compare");
  expect(await screen.findByText("There is only one revision.")).toBeVisible();
  expect(screen.getByText(/import an earlier one/)).toBeVisible();
  await expectAccessible(container);
  await user.click(screen.getByRole("button", { name: "Import notices" }));
  expect(await screen.findByTestId("import-report")).toBeVisible();
  expect(address()).toBe("/systems/60-0383");
});

test("an import says file by file what came of it", async () => {
  const { user, container } = await openWindow("/systems");
  await user.click(screen.getByTestId("import-notices"));
  const report = within(await screen.findByTestId("import-report"));
  expect(report.getByText("USPS 890.000, revision of 1 July 2020")).toBeVisible();
  expect(report.getByText(/Not imported: This is not a text/)).toBeVisible();
  await expectAccessible(container);
});

test("what the import did can be put away, and the notice has the room again", async () => {
  const { user } = await openWindow("/systems");
  await user.click(await screen.findByTestId("import-notices"));
  const report = within(await screen.findByTestId("import-report"));
  await user.click(report.getByRole("button", { name: "Put away" }));
  expect(screen.queryByTestId("import-report")).toBeNull();
  expect(screen.getByTestId("import-notices")).toHaveFocus();
});

test("files dropped on the window are imported from any room", async () => {
  const { desk, address } = await openWindow("/help");
  act(() => desk.drop(["/inbox/notice.txt"]));
  expect(await screen.findByText("notice.txt")).toBeVisible();
  expect(address()).toMatch(/^\/systems/);
});

test("another agency's system is found in the library, with the sentence that has the words", async () => {
  const { user, container } = await openWindow("/systems");
  await screen.findByTestId("system-row-60-0383");
  await user.type(screen.getByLabelText("Search the notices"), "brass gauges");
  expect(await screen.findByText("No notice has these words.")).toBeVisible();
  await user.selectOptions(screen.getByLabelText("Agency"), "Every agency");
  const row = within(await screen.findByTestId("system-row-TOB-7"));
  expect(row.getByText(/“Volunteers who read brass gauges for the Board.”/)).toBeVisible();
  expect(screen.getByRole("heading", { name: "Tidal Observation Board" })).toBeVisible();
  await user.click(screen.getByTestId("system-row-TOB-7"));
  expect(await screen.findByRole("heading", { name: "TOB-7 Tide Gauge Observers" })).toBeVisible();
  expect(screen.getByTestId("system-row-TOB-7")).toBeVisible();
  await expectAccessible(container);
});

test("a misread manager is put right with a reason, and the correction can be taken back", async () => {
  const { user, container } = await openWindow("/systems/60-0383");
  const facts = within(await screen.findByTestId("facts"));
  await user.click(facts.getByRole("button", { name: "Put right System manager" }));
  const dialog = within(await screen.findByRole("dialog", { name: "System manager of 60-0383" }));
  const title = dialog.getByLabelText("Title or office");
  await user.clear(title);
  await user.type(title, "Deputy Commissioner of Systems");
  await user.click(dialog.getByTestId("confirm"));
  expect(await dialog.findByText(/Say why, in a few words/)).toBeVisible();
  await user.type(dialog.getByLabelText("Why"), "The title stands above the address.");
  await user.click(dialog.getByTestId("confirm"));
  expect(await facts.findByText("Deputy Commissioner of Systems")).toBeVisible();
  expect(facts.getByText(/As the program read it: Associate Commissioner/)).toBeVisible();
  await expectAccessible(container);

  await user.click(facts.getByRole("button", { name: "Take the correction back System manager" }));
  await user.type(await screen.findByLabelText("Why"), "It was read rightly after all.");
  await user.click(screen.getByTestId("confirm"));
  await waitFor(() => expect(facts.queryByText("Deputy Commissioner of Systems")).toBeNull());
});

test("a correction that was carried from an earlier revision says from which", async () => {
  const { user, container } = await openWindow("/systems/60-0089");
  const facts = within(await screen.findByTestId("facts"));
  expect(facts.getByText(/Carried from the revision of Tue 8 Apr 2003/)).toBeVisible();
  await user.click(facts.getByRole("button", { name: "Take the correction back Location" }));
  expect(await screen.findByText(/here and in the revision in which the correction was made/)).toBeVisible();
  await expectAccessible(container);
});

test("how long requests about a system took is a table by office", async () => {
  await openWindow("/systems/USPS%20890.000");
  const table = within(await screen.findByRole("table", { name: /How long closed cases took/ }));
  expect(table.getByRole("row", { name: /Sales and Customer Relations 12 17 41 Mon 2 Nov/ })).toBeVisible();
});

import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

test("each picture says what it shows and has its numbers behind it", async () => {
  const { user, desk, container } = await openWindow("/workload");
  const load = await desk.workload({ agency: null, from: null, to: null });
  expect(await screen.findByTestId("workload-summary")).toHaveTextContent(`${load.open} cases open`);
  for (const name of ["Week by week", "Open cases by step", "Age of open cases", "Where requests go"]) {
    expect(await screen.findByRole("img", { name: new RegExp(`^${name}\\.`) })).toBeInTheDocument();
    expect(screen.getByRole("heading", { level: 2, name })).toBeVisible();
  }
  await expectAccessible(container);
  const steps = within(screen.getByRole("region", { name: "Open cases by step" }));
  await user.click(steps.getByText("The numbers as a table"));
  const table = steps.getByRole("table", { name: "Open cases by step" });
  const rows = within(table).getAllByRole("row").slice(1);
  const shown = rows.map((row) => Number(within(row).getAllByRole("cell")[0]?.textContent));
  expect(shown).toEqual(load.steps.map((step) => step.cases));
  expect(shown.reduce((total, one) => total + one, 0)).toBe(load.open);
  await expectAccessible(container);
});

test("the numbers are copied for a spreadsheet", async () => {
  const { user } = await openWindow("/workload");
  const written = vi.spyOn(navigator.clipboard, "writeText");
  await user.click(await screen.findByRole("button", { name: "Copy for a spreadsheet: Open cases by step" }));
  await waitFor(() =>
    expect(screen.getByTestId("announcer")).toHaveTextContent("9 rows are on the clipboard."),
  );
  expect(written.mock.calls[0]?.[0]).toMatch(/^Step\tOpen\tOverdue\nIdentity\t\d+\t\d+\n/);
});

test("one agency and a shorter time are kept in the address", async () => {
  const { user, address, desk } = await openWindow("/workload");
  await user.selectOptions(await screen.findByLabelText("Agency"), "ssa");
  await user.selectOptions(screen.getByLabelText("Looking back"), "13");
  await waitFor(() => expect(address()).toMatch(/agency=ssa.*weeks/));
  const load = await desk.workload({ agency: "ssa", from: null, to: null });
  await waitFor(() =>
    expect(screen.getByTestId("workload-summary")).toHaveTextContent(new RegExp(`^${load.open} case`)),
  );
});

test("the calendar names holidays, and a day opens its cases", async () => {
  const { user, container } = await openWindow("/workload");
  const calendar = within(await screen.findByRole("table", { name: "What is due when" }));
  expect(calendar.getByText("Thanksgiving Day")).toBeInTheDocument();
  const [first] = calendar.getAllByRole("button");
  if (!first) throw new Error("no day has a case");
  await user.click(first);
  const cases = await screen.findByTestId("due-cases");
  expect(within(cases).getAllByRole("link").length).toBeGreaterThan(0);
  await expectAccessible(container);
  await user.click(screen.getByRole("button", { name: "Later weeks" }));
  expect(await screen.findByRole("button", { name: "This week" })).toBeVisible();
});

test.each([
  ["en-US", "Sun", "22 Nov"],
  ["de-DE", "Mon", "23 Nov"],
  ["ar-EG", "Sat", "21 Nov"],
])("in %s the weeks of the calendar begin on %s", async (region, head, first) => {
  await openWindow("/workload", { desk: "open", region });
  const calendar = within(await screen.findByRole("table", { name: "What is due when" }));
  expect(calendar.getAllByRole("columnheader")[0]).toHaveTextContent(head);
  expect(calendar.getAllByRole("cell")[0]).toHaveTextContent(first);
  expect(calendar.getByText("Thanksgiving Day").closest("td")?.cellIndex).toBe(
    calendar.getAllByRole("columnheader").findIndex((one) => one.textContent === "Thu"),
  );
});

test("a case's life is a line with its table", async () => {
  const { container } = await openWindow("/case/USPS-2026-00102?tab=history");
  expect(await screen.findByRole("img", { name: /^Its life as a line\. From / })).toBeInTheDocument();
  await expectAccessible(container);
});

test("cases without a confirmed system are told apart by their agency", async () => {
  await openWindow("/workload");
  const systems = within(await screen.findByRole("region", { name: "Where requests go" }));
  expect(systems.getAllByText("USPS: not confirmed yet").length).toBeGreaterThan(0);
  expect(systems.getAllByText("SSA: not confirmed yet").length).toBeGreaterThan(0);
  expect(systems.queryByText("not confirmed yet")).toBeNull();
});

test("without a case, the workload says why it is empty and what to do", async () => {
  const { user, address } = await openWindow("/workload", { desk: "open", seeds: false });
  expect(await screen.findByText("No case came, was decided or is open in this time.")).toBeVisible();
  await user.click(screen.getByRole("link", { name: "Take in a request" }));
  await waitFor(() => expect(address()).toBe("/new"));
});

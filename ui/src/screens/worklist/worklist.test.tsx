import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";
import { sizeWindow } from "../../testing/window";

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
  await user.click(screen.getByLabelText("Closed too"));
  expect(await screen.findByText(/Featherstonehaugh/)).toBeVisible();
  expect(address()).toContain("agency=ssa");
  expect(address()).toContain("closed=true");
});

test("mine, nobody's and what is due are filters; the step of a letter is one too", async () => {
  const { user, address, desk } = await openWindow();
  await screen.findByText("Suharto");
  await desk.actTogether([{ number: "USPS-2026-00104", version: 1 }], {
    command: "assign",
    to: "R. Blake",
    unit: "",
    note: "",
  });
  await user.keyboard("i");
  await waitFor(() => expect(screen.getByTestId("count")).toHaveTextContent("1 case"));
  expect(screen.getByTestId("worklist-row-USPS-2026-00104")).toHaveTextContent("R. Blake");
  expect(address()).toContain("whose=mine");
  await user.keyboard("i");
  await user.selectOptions(screen.getByLabelText("Due"), "today");
  await waitFor(() => expect(screen.getByTestId("count")).toHaveTextContent("1 case"));
  await user.selectOptions(screen.getByLabelText("Step"), "Write: Delay notice");
  expect(address()).toContain("step=write-letter%3Adelay");
});

test("a filter is kept under a name, put back by it, and forgotten", async () => {
  const { user, address } = await openWindow("/?agency=ssa");
  await screen.findByText("Renée Okonkwo-Hašek");
  await user.keyboard("s");
  await user.type(await screen.findByLabelText("Name of the filter"), "Only SSA{Enter}");
  await screen.findByRole("button", { name: "Forget the filter “Only SSA”" });
  await user.selectOptions(screen.getByLabelText("Agency"), "");
  await screen.findByText("Suharto");
  await user.selectOptions(screen.getByLabelText("Saved filters"), "Only SSA");
  await waitFor(() => expect(address()).toContain("agency=ssa"));
  await user.click(await screen.findByRole("button", { name: "Forget the filter “Only SSA”" }));
  await waitFor(() => expect(screen.queryByLabelText("Saved filters")).toBeNull());
});

test("rows are chosen with x and assigned together after a preview that says who refuses", async () => {
  const { user, container } = await openWindow("/?closed=true");
  await screen.findByText("Suharto");
  await user.keyboard("jxjx");
  expect(screen.getByRole("checkbox", { name: "Choose USPS-2026-00106" })).toBeChecked();
  await user.click(screen.getByRole("checkbox", { name: "Choose all that are shown" }));
  await user.keyboard("m");
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByLabelText("What to do")).toHaveFocus();
  await user.selectOptions(await within(dialog).findByLabelText("To whom"), "Siân O'Neill");
  await user.click(within(dialog).getByTestId("together-preview"));
  expect(await within(dialog).findByText("What would happen")).toHaveFocus();
  expect(within(dialog).getByText(/The case is closed/)).toBeVisible();
  await expectAccessible(container);
  await user.click(within(dialog).getByTestId("together-go"));
  expect(await within(dialog).findByText("What happened")).toBeVisible();
  await user.click(within(dialog).getByTestId("together-close"));
  expect(screen.queryByRole("dialog")).toBeNull();
  await waitFor(() =>
    expect(screen.getByTestId("worklist-row-USPS-2026-00106")).toHaveTextContent("Siân O'Neill"),
  );
});

test("what a filter takes out of the list is no longer chosen, and how many are chosen is said", async () => {
  const { user } = await openWindow();
  await screen.findByText("Suharto");
  await user.click(screen.getByRole("checkbox", { name: "Choose all that are shown" }));
  expect(screen.getByRole("region", { name: "8 cases chosen" })).toBeVisible();
  await user.selectOptions(screen.getByLabelText("Agency"), "ssa");
  await waitFor(() => expect(screen.queryByText("Suharto")).toBeNull());
  expect(screen.getByRole("region", { name: "3 cases chosen" })).toBeVisible();
  expect(screen.getByTestId("announcer")).toHaveTextContent(
    "5 cases left the list and are no longer chosen.",
  );
  // What comes back into the list comes back as it was left: not chosen.
  await user.selectOptions(screen.getByLabelText("Agency"), "");
  await screen.findByText("Suharto");
  expect(screen.getByRole("checkbox", { name: "Choose USPS-2026-00106" })).not.toBeChecked();
  expect(screen.getByRole("checkbox", { name: "Choose SSA-2026-00104" })).toBeChecked();
  expect(screen.getByRole("checkbox", { name: "Choose all that are shown" })).toBePartiallyChecked();
  const bar = screen.getByRole("region", { name: "3 cases chosen" });
  await user.click(within(bar).getByRole("button", { name: "Assign" }));
  expect(await screen.findByRole("heading", { name: "Assign 3 cases" })).toBeVisible();
  await user.selectOptions(screen.getByLabelText("What to do"), "Add a task");
  expect(screen.getByRole("heading", { name: "Add a task to 3 cases" })).toBeVisible();
});

test("what was done to cases stays in sight when it takes them out of the list", async () => {
  const { user } = await openWindow("/?whose=nobody");
  await screen.findByText("Suharto");
  await user.keyboard("jxm");
  const dialog = within(await screen.findByRole("dialog"));
  await user.selectOptions(await dialog.findByLabelText("To whom"), "Siân O'Neill");
  await user.click(dialog.getByTestId("together-preview"));
  await user.click(await dialog.findByRole("button", { name: "Assign 1 case" }));
  await waitFor(() => expect(screen.queryByTestId("worklist-row-USPS-2026-00106")).toBeNull());
  expect(dialog.getByRole("heading", { name: "Assign 1 case" })).toBeVisible();
  expect(dialog.getByText("What happened")).toBeVisible();
});

test("Space shows the case beside the list and follows the row; w watches; o opens a window", async () => {
  const { user, desk, container } = await openWindow();
  await screen.findByText("Suharto");
  await user.keyboard("j[Space]");
  const beside = await screen.findByTestId("case-preview");
  expect(await within(beside).findByRole("heading", { name: "USPS-2026-00106" })).toBeVisible();
  // The list leaves its room to the next step: what it leaves out stands in the preview.
  const heads = screen.getAllByRole("columnheader").map((head) => head.textContent);
  expect(heads).toEqual(["Chosen", "Case", "Requester", "Next step", "Time left"]);
  await expectAccessible(container);
  await user.keyboard("j");
  expect(
    await within(screen.getByTestId("case-preview")).findByRole("heading", { level: 2 }),
  ).not.toHaveTextContent("00106");
  await user.keyboard("k");
  await user.keyboard("w");
  const row = screen.getByTestId("worklist-row-USPS-2026-00106");
  expect(await within(row).findByText("watched")).toBeInTheDocument();
  expect(screen.getByTestId("announcer")).toHaveTextContent("You watch USPS-2026-00106.");
  await user.keyboard("o");
  await waitFor(() => expect(desk.windows).toEqual(["USPS-2026-00106"]));
});

test("at 200 % the requester stands below the number and the time left below the day: nothing is moved sideways", async () => {
  sizeWindow(200);
  const { user, container } = await openWindow();
  await screen.findByText("Suharto");
  const heads = () => screen.getAllByRole("columnheader").map((head) => head.textContent);
  expect(heads()).toEqual(["Chosen", "Case", "Next step", "By"]);
  const row = within(screen.getByTestId("worklist-row-USPS-2026-00104"));
  expect(row.getByRole("rowheader")).toHaveTextContent("USPS-2026-00104 Maria de la Cruz · notification");
  expect(row.getByText("due today")).toBeVisible();
  await expectAccessible(container);
  await user.keyboard("j");
  expect(screen.getByRole("link", { name: "USPS-2026-00106" })).toHaveFocus();
  sizeWindow(125);
  await waitFor(() => expect(heads()).toContain("Time left"));
});

test("a does what the rule asks next in the case of the row", async () => {
  const { user, address } = await openWindow();
  await screen.findByText("Suharto");
  await user.keyboard("ja");
  await waitFor(() => expect(address()).toMatch(/^\/case\/USPS-2026-00106.*(do=|write)/));
  expect(address()).not.toContain("do=next");
});

test("what arrives waits in a line until it is let in; nothing moves before", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  try {
    const { desk } = await openWindow();
    await screen.findByText("Suharto");
    const before = screen.getAllByTestId(/^worklist-row/).length;
    desk.arriveElsewhere({
      agency: "usps",
      kinds: ["access"],
      received: "2026-11-23",
      channel: "mail",
      capacity: "self",
      sensitivity: "ordinary",
      subject: null,
      personally_known: false,
      requester: { name: "İpek Şahin", address: ["1 Fennel Steps", "Duluth, MN 55899"], email: null },
      text: "Please send me what you have about me.",
      particulars: {},
      evidence: [],
    });
    await vi.advanceTimersByTimeAsync(21_000);
    expect(await screen.findByTestId("fresh")).toHaveTextContent("1 new");
    expect(screen.getAllByTestId(/^worklist-row/)).toHaveLength(before);
    fireEvent.click(screen.getByRole("button", { name: "Show them" }));
    await waitFor(() => expect(screen.getByText("İpek Şahin")).toBeVisible());
    expect(screen.queryByTestId("fresh")).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test("the search box says what the list is narrowed by, also when the address changes by itself", async () => {
  const { user } = await openWindow("/?q=suharto");
  await screen.findByText("Suharto");
  const box = screen.getByRole("searchbox", { name: "Search the worklist" });
  expect(box).toHaveValue("suharto");
  await user.type(box, "{Backspace}");
  await waitFor(() => expect(box).toHaveValue("suhart"));
  await user.click(screen.getByTestId("nav-worklist"));
  expect(await screen.findByText("Zofia Łukasiewicz")).toBeVisible();
  await waitFor(() => expect(box).toHaveValue(""));
});

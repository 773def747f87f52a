import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

const SALES = "/case/USPS-2026-00102";

test("every group of actions says what can be done and why not where it cannot", async () => {
  const { user, container } = await openWindow(SALES);
  const appeal = within(screen.getByTestId("actions-appeal"));
  await user.click(appeal.getByText("Appeal and review"));
  expect(appeal.getByText(/Nothing was denied or refused/)).toBeVisible();
  expect(appeal.getByText("39 CFR 266.6")).toBeVisible();
  await expectAccessible(container);
});

test("typing narrows the actions to those that fit and opens their groups; emptied, the groups are folded again", async () => {
  const { user } = await openWindow(SALES);
  const panel = within(screen.getByTestId("actions-panel"));
  const groups = () => panel.queryAllByRole("group");
  const all = groups().length;
  const box = panel.getByRole("searchbox", { name: "Search the actions" });
  await user.type(box, "appeal");
  await waitFor(() => expect(groups()).toHaveLength(1));
  expect(screen.getByTestId("actions-appeal")).toHaveAttribute("open");
  expect(panel.getByText("Record an appeal or review")).toBeVisible();
  await user.clear(box);
  await waitFor(() => expect(groups()).toHaveLength(all));
  expect(screen.getByTestId("actions-appeal")).not.toHaveAttribute("open");
  expect(screen.getByTestId("actions-appeal")).toHaveTextContent("none possible now");
});

test("a task is added by the form that its description draws, after what is missing was named", async () => {
  const { user, container } = await openWindow(`${SALES}?tab=file`);
  await user.click(await screen.findByTestId("do-add-task"));
  await user.type(await screen.findByLabelText("What is to be done"), "Telephone the district office");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("Fill this in.")).toBeVisible();
  expect(screen.getByLabelText("By")).toHaveFocus();
  await user.type(screen.getByLabelText("By"), "2026-12-01");
  await user.selectOptions(screen.getByLabelText("By whom"), "Siân O'Neill");
  await expectAccessible(container);
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText(/1\. Telephone the district office/)).toHaveTextContent("Siân O'Neill");
});

test("the road that the desk proposes stands in the form until a person confirms it", async () => {
  const { user } = await openWindow(SALES);
  expect(screen.getByText("The desk proposes:")).toBeVisible();
  await user.click(screen.getByTestId("do-triage"));
  expect(await screen.findByLabelText("Answered under")).toHaveValue("privacy-act");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByText("The desk proposes:")).toBeNull());
});

test("a paper is attached, looked at and destroyed with a reason", async () => {
  const { user, container, desk } = await openWindow(`${SALES}?tab=file`);
  await user.click(await screen.findByTestId("attach-paper"));
  await user.click(await screen.findByRole("button", { name: "Look at it: letter.txt" }));
  expect(await screen.findByText("My letter of 3 November.")).toBeVisible();
  await expectAccessible(container);
  desk.drop(["/tmp/scan.txt"]);
  await user.click(await screen.findByRole("button", { name: "Destroy scan.txt" }));
  await user.type(await screen.findByLabelText("Why"), "Copied twice.");
  await user.click(screen.getByTestId("confirm"));
  expect(await screen.findByText(/destroyed Mon 23 Nov 2026/)).toBeVisible();
});

test("a paper of a kind that is not shown says so, and is saved instead", async () => {
  const { user, desk } = await openWindow(`${SALES}?tab=file`);
  await screen.findByTestId("attach-paper");
  expect(screen.getByText(/an e-mail message saved as .eml/)).toBeVisible();
  desk.drop(["/tmp/sheet.tif"]);
  await user.click(await screen.findByRole("button", { name: "Look at it: sheet.tif" }));
  const paper = within(await screen.findByRole("region", { name: "Look at it: sheet.tif" }));
  expect(await paper.findByText("This kind of file is not shown here. Save it to open it.")).toBeVisible();
  await user.click(paper.getByRole("button", { name: "Save a copy" }));
  await waitFor(() => expect(screen.getByTestId("announcer")).toHaveTextContent(/Saved as/));
});

test("another member of the staff sits down at the window, and a new one is added", async () => {
  const { user, container } = await openWindow("/settings");
  await user.click(await screen.findByRole("button", { name: "Add a member of the staff" }));
  await user.type(await screen.findByLabelText("Name"), "Thảo Nguyễn");
  await user.click(screen.getByLabelText("counsel"));
  await expectAccessible(container);
  await user.keyboard("{Control>}{Enter}{/Control}");
  await user.click(await screen.findByRole("button", { name: "Work as Thảo Nguyễn" }));
  expect(await screen.findByRole("button", { name: "Work as R. Blake" })).toBeVisible();
});

test("before a case is destroyed, Enter leaves everything as it was, and the file stays in sight", async () => {
  const { user, address } = await openWindow(`${SALES}?tab=file&do=dispose`);
  expect(await screen.findByRole("dialog", { name: "Destroy the content of this case?" })).toBeVisible();
  const file = within(screen.getByRole("tabpanel", { hidden: true }));
  expect(file.getByRole("button", { name: "Add a task", hidden: true })).toBeInTheDocument();
  expect(screen.getByTestId("cancel")).toHaveFocus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(address()).not.toContain("dispose");
});

import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../testing/accessible";
import { openWindow } from "../testing/open";

const CASE = "/case/SSA-2026-00102";
const said = () => screen.getByTestId("announcer");

async function note(user: Awaited<ReturnType<typeof openWindow>>["user"], words: string) {
  await user.keyboard("m");
  await user.type(await screen.findByLabelText(/^Note for the file/), words);
  await user.click(screen.getByTestId("confirm"));
  await waitFor(() => expect(said()).toHaveTextContent("The note is in the file."));
}

test("the last step of a case says what it was, and goes back by its button", async () => {
  const { user, container } = await openWindow(CASE);
  expect(screen.queryByTestId("last-step")).toBeNull();
  await note(user, "She called.");
  const last = within(await screen.findByTestId("last-step"));
  expect(last.getByText(/You noted: She called\./)).toBeVisible();
  await expectAccessible(container);
  await user.click(last.getByRole("button", { name: "Undo" }));
  await waitFor(() =>
    expect(said()).toHaveTextContent("SSA-2026-00102: taken back. You had noted: She called."),
  );
  expect(screen.queryByTestId("last-step")).toBeNull();
  await user.keyboard("8");
  expect(await screen.findByText("noted: She called.", { selector: "s" })).toBeVisible();
  expect(screen.getByText(/took back entry/)).toBeVisible();
});

test("Control and Z takes back what was done, also after the case was left, and never twice", async () => {
  const { user } = await openWindow(CASE);
  await note(user, "She called.");
  await user.keyboard("u");
  expect(await screen.findByRole("heading", { level: 1, name: "Worklist" })).toBeVisible();
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(said()).toHaveTextContent("SSA-2026-00102: taken back."));
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(said()).toHaveTextContent("Nothing was done here that can be undone."));
});

test("whoever looks at another case takes nothing back in the one before", async () => {
  const { user, desk } = await openWindow(CASE);
  await note(user, "She called.");
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await screen.findByRole("combobox", { name: "Find and do" }), "USPS-2026-00102");
  await user.click(await screen.findByRole("option", { name: /USPS-2026-00102/ }));
  await screen.findByRole("heading", { level: 1, name: /USPS-2026-00102/ });
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(said()).toHaveTextContent("The last step cannot be undone."));
  expect((await desk.caseView("SSA-2026-00102")).undo).toBe("noted: She called.");
});

test("in a field the key is the field's own", async () => {
  const { user } = await openWindow(CASE);
  await note(user, "She called.");
  await user.keyboard("m");
  await user.type(await screen.findByLabelText(/^Note for the file/), "Again");
  await user.keyboard("{Control>}z{/Control}");
  expect(said()).toHaveTextContent("The note is in the file.");
  await user.keyboard("{Escape}");
  expect(await screen.findByTestId("last-step")).toBeVisible();
});

test("a case that others changed meanwhile is left as it is, and says so", async () => {
  const { user, desk } = await openWindow(CASE);
  await note(user, "She called.");
  await user.keyboard("u");
  await screen.findByRole("heading", { level: 1, name: "Worklist" });
  const view = await desk.caseView("SSA-2026-00102");
  await desk.act(view.number, view.version, { command: "add-note", text: "From the other window." });
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(said()).toHaveTextContent("Nothing of yours was recorded."));
});

test("watching a case and giving many to somebody go back from the worklist", async () => {
  const { user, desk } = await openWindow("/");
  await screen.findByText("Suharto");
  await user.keyboard("jw");
  await waitFor(() => expect(said()).toHaveTextContent("You watch USPS-2026-00106."));
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(said()).toHaveTextContent("You no longer watch USPS-2026-00106."));

  await user.keyboard("m");
  await user.selectOptions(await screen.findByLabelText(/^To whom/), "R. Blake");
  await user.click(screen.getByTestId("together-preview"));
  await user.click(await screen.findByTestId("together-go"));
  await user.click(await screen.findByTestId("together-close"));
  const given = async () =>
    (await desk.worklist({})).rows.filter((row) => row.assignee === "R. Blake").length;
  const before = await given();
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(said()).toHaveTextContent("Taken back in 1 case."));
  expect(await given()).toBe(before - 1);
});

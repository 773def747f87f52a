// A request that came by e-mail or as a scan: the form is filled in from it, and the case gets its papers.
import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

const LETTER = "Request for my records under the Privacy Act";

async function takeIn(user: Awaited<ReturnType<typeof openWindow>>["user"]) {
  await screen.findByRole("link", { name: LETTER });
  await user.keyboard("ja");
}

test("a message is taken in with one key: it fills the form in, and goes into the file of the case", async () => {
  const { user, desk, address, container } = await openWindow("/mail");
  await takeIn(user);
  expect(await screen.findByLabelText("Requester's name")).toHaveValue("Oluwaseun Adébáyọ̀");
  expect(screen.getByLabelText(/^E-mail/)).toHaveValue("o.adebayo@example.org");
  expect(screen.getByLabelText("Received")).toHaveValue("2026-11-19");
  expect(screen.getByLabelText("How it came")).toHaveDisplayValue("electronically");
  expect(screen.getByLabelText<HTMLTextAreaElement>("Their words").value).toContain("transcript of my chat");
  expect(screen.queryByTestId("restored")).toBeNull();
  const arrived = within(screen.getByTestId("arrived"));
  await user.click(arrived.getByRole("button", { name: `Open ${LETTER}` }));
  expect(arrived.getByRole("button", { name: `Open ${LETTER}`, expanded: true })).toHaveTextContent("Open");
  expect(await arrived.findByText("privacy@example.org")).toBeVisible();
  await user.click(arrived.getByRole("button", { name: "Open license.png" }));
  expect(await screen.findByRole("img", { name: "license.png" })).toBeVisible();
  await user.click(arrived.getByRole("checkbox", { name: "Shows identity license.png" }));
  await expectAccessible(container);

  await user.selectOptions(screen.getByLabelText("For"), "ssa");
  await user.click(screen.getByLabelText(/^Access/));
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByRole("heading", { level: 1, name: /Oluwaseun/ });
  const number = address().split("/").at(-1) ?? "";
  expect((await desk.caseView(number)).papers.map(({ name, identity }) => [name, identity])).toEqual([
    [`${LETTER}.txt`, false],
    ["certification.pdf", false],
    ["license.png", true],
  ]);
  expect((await desk.inbox()).waiting.map((row) => row.id)).not.toContain("in-1");
});

test("what was marked on the message stays marked, and Enter takes it in", async () => {
  const { user } = await openWindow("/mail/in/in-1");
  await user.click(await screen.findByRole("checkbox", { name: "Shows identity license.png" }));
  await user.keyboard("u");
  await screen.findByRole("link", { name: LETTER });
  await user.keyboard("j{Enter}");
  expect(await screen.findByRole("heading", { level: 1, name: LETTER })).toHaveFocus();
  await waitFor(() =>
    expect(screen.getByRole("checkbox", { name: "Shows identity license.png" })).toBeChecked(),
  );
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("heading", { level: 1, name: "Take in a request" })).toBeVisible();
  expect(screen.getByRole("checkbox", { name: "Shows identity license.png" })).toBeChecked();
  expect(screen.getByRole("checkbox", { name: "Shows identity certification.pdf" })).not.toBeChecked();
});

test("what came with the request is kept with the form over a lock", async () => {
  const { user } = await openWindow("/mail");
  await takeIn(user);
  await screen.findByRole("button", { name: `Remove ${LETTER}` });
  await user.click(screen.getByTestId("lock"));
  await user.type(await screen.findByLabelText("Passphrase"), "a long walk to the mill{Enter}");
  await user.click(await screen.findByTestId("nav-new"));
  expect(await screen.findByRole("button", { name: `Remove ${LETTER}` })).toBeVisible();
});

test("a form that somebody began is not written over: the message is added, and fills what is empty", async () => {
  const { user, container } = await openWindow("/new");
  await user.type(screen.getByLabelText("Requester's name"), "O. Adébáyọ̀");
  await user.click(screen.getByTestId("nav-mail"));
  await takeIn(user);
  expect(await screen.findByText(/It is about O. Adébáyọ̀\. Add this to it/)).toBeVisible();
  await expectAccessible(container);
  await user.keyboard("{Enter}");
  expect(await screen.findByLabelText("Requester's name")).toHaveValue("O. Adébáyọ̀");
  expect(screen.getByLabelText(/^E-mail/)).toHaveValue("o.adebayo@example.org");
  expect(screen.getByLabelText("How it came")).toHaveDisplayValue("by mail");
});

test("or the form is begun anew with the message, even where the desk alone still had the old one", async () => {
  const { user } = await openWindow("/new");
  await user.type(screen.getByLabelText("Requester's name"), "Emre Şahin");
  await user.click(screen.getByTestId("lock"));
  await user.type(await screen.findByLabelText("Passphrase"), "a long walk to the mill{Enter}");
  await user.click(await screen.findByTestId("nav-mail"));
  await takeIn(user);
  await screen.findByText(/It is about Emre Şahin/);
  await user.click(screen.getByRole("button", { name: "Begin a new form" }));
  await waitFor(() => expect(screen.getByLabelText("Requester's name")).toHaveValue("Oluwaseun Adébáyọ̀"));
  expect(screen.queryByTestId("restored")).toBeNull();
});

test("a scan dropped on the form goes into it, and can be taken out again", async () => {
  const { user, desk, container } = await openWindow("/new");
  await user.type(screen.getByLabelText("Their words"), "A copy of my file.");
  act(() => desk.drop(["/tmp/letter.pdf", "/tmp/minutes.docx"]));
  expect(
    within(await screen.findByTestId("came")).getByText(/“minutes.docx” was not taken in/),
  ).toBeVisible();
  const arrived = within(screen.getByTestId("arrived"));
  expect(await arrived.findByRole("button", { name: "Open letter.pdf" })).toBeVisible();
  expect(screen.getByLabelText("Their words")).toHaveValue("A copy of my file.");
  await expectAccessible(container);
  await user.click(arrived.getByRole("button", { name: "Remove letter.pdf" }));
  expect(arrived.queryByRole("button", { name: "Open letter.pdf" })).toBeNull();
  expect(arrived.getByRole("button", { name: "Choose a file…" })).toHaveFocus();
  expect((await desk.inbox()).waiting.map((row) => row.subject)).toContain("letter.pdf");
});

test("a message chosen on the empty form fills it in", async () => {
  const { user } = await openWindow("/new");
  await user.click(await screen.findByRole("button", { name: "Choose a file…" }));
  await waitFor(() => expect(screen.getByLabelText("Requester's name")).toHaveValue("Marisol de la Cruz"));
  expect(screen.getByLabelText("Received")).toHaveValue("2026-11-21");
});

test("what a colleague filed in between stops the opening, and is taken out of the form", async () => {
  const { user, desk, address } = await openWindow("/mail");
  await takeIn(user);
  await user.click(await screen.findByLabelText(/^Access/));
  await desk.fileIncoming("USPS-2026-00102", null, "in-1", []);
  await user.click(screen.getByTestId("open-case"));
  expect(await screen.findByText(/This no longer waits in the inbox/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: `Remove ${LETTER}` }));
  expect(screen.getByTestId("announcer")).toHaveTextContent(`“${LETTER}” is no longer part of this form.`);
  expect(screen.getByTestId("announcer")).not.toHaveTextContent(/waits/);
  await user.click(screen.getByTestId("open-case"));
  await waitFor(() => expect(address()).toMatch(/^\/case\//));
});

test("a day of receipt and a channel that somebody chose stay as they are", async () => {
  const { user } = await openWindow("/new");
  await waitFor(() => expect(screen.getByLabelText("Received")).toHaveValue("2026-11-23"));
  await user.clear(screen.getByLabelText("Received"));
  await user.type(screen.getByLabelText("Received"), "2026-11-16");
  await user.selectOptions(screen.getByLabelText("How it came"), "by telephone");
  await user.click(await screen.findByRole("button", { name: "Choose a file…" }));
  await waitFor(() => expect(screen.getByLabelText("Requester's name")).toHaveValue("Marisol de la Cruz"));
  expect(screen.getByLabelText("Received")).toHaveValue("2026-11-16");
  expect(screen.getByLabelText("How it came")).toHaveDisplayValue("by telephone");
});

test("a file that waits in the inbox already comes into the form, and all that came of a drop is said at once", async () => {
  const { user, desk } = await openWindow("/mail");
  act(() => desk.drop(["/tmp/letter.pdf"]));
  await screen.findByRole("link", { name: "letter.pdf" });
  await user.click(screen.getByTestId("nav-new"));
  act(() => desk.drop(["/tmp/letter.pdf", "/tmp/claim.eml", "/tmp/minutes.docx"]));
  expect(
    within(await screen.findByTestId("came")).getByText(/“letter.pdf” waited in the inbox already/),
  ).toBeVisible();
  const arrived = within(screen.getByTestId("arrived"));
  expect(arrived.getByRole("button", { name: "Remove letter.pdf" })).toBeVisible();
  const said = screen.getByTestId("announcer");
  expect(said).toHaveTextContent(/2 things came with this request\. What it tells/);
  expect(said).toHaveTextContent(/“letter.pdf” waited .* “minutes.docx” was not taken in/);
  act(() => desk.drop(["/tmp/letter.pdf"]));
  expect(
    await within(screen.getByTestId("came")).findByText("“letter.pdf” is part of this form already."),
  ).toBeVisible();
  expect(arrived.getAllByRole("button", { name: "Remove letter.pdf" })).toHaveLength(1);
});

test("a file that was set aside is not put into the form: it is said who set it aside", async () => {
  const { user, desk } = await openWindow("/mail");
  act(() => desk.drop(["/tmp/letter.pdf"]));
  await screen.findByRole("link", { name: "letter.pdf" });
  const row = (await desk.inbox()).waiting.find((one) => one.subject === "letter.pdf");
  await desk.setAsideIncoming(row?.id ?? "", "A double.");
  await user.click(screen.getByTestId("nav-new"));
  act(() => desk.drop(["/tmp/letter.pdf"]));
  expect(
    within(await screen.findByTestId("came")).getByText(
      /“letter.pdf” was not taken in: R. Blake set it aside on Mon 23 Nov 2026 \(“A double\.”\)\./,
    ),
  ).toBeVisible();
  expect(screen.queryByRole("button", { name: "Remove letter.pdf" })).toBeNull();
});

test("the report of what came goes with the form: when it is cleared, and when the case is open", async () => {
  const { user, desk } = await openWindow("/new");
  await user.type(screen.getByLabelText("Requester's name"), "Emre Şahin");
  act(() => desk.drop(["/tmp/minutes.docx"]));
  expect(await screen.findByTestId("came")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Clear the form" }));
  await user.click(await screen.findByTestId("confirm"));
  await waitFor(() => expect(screen.queryByTestId("came")).toBeNull());
  await user.type(screen.getByLabelText("Requester's name"), "Emre Şahin");
  await user.type(screen.getByLabelText("Their words"), "A copy of my file.");
  await user.click(screen.getByLabelText(/^Access/));
  act(() => desk.drop(["/tmp/minutes.docx"]));
  expect(await screen.findByTestId("came")).toBeVisible();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByRole("heading", { level: 1, name: /Emre/ });
  await user.click(screen.getByTestId("nav-new"));
  await screen.findByRole("heading", { level: 1, name: "Take in a request" });
  expect(screen.queryByTestId("came")).toBeNull();
});

import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { FAKE_PASSPHRASE, type FakeDesk } from "../../backend/fake";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

const LETTERS = "/rules/letters?agency=usps";
const GRANTED = `${LETTERS}&clause=granted`;
const OWN = { granted: "Yes: the copies that you asked for are enclosed:" };

/** A version that R. Blake wrote and Siân O'Neill approved. */
async function worded(desk: FakeDesk, clauses: Record<string, string> = OWN): Promise<void> {
  const proposed = await desk.proposeWording("usps", { clauses });
  await desk.workAs("Siân O'Neill");
  await desk.approveWording("usps", proposed.versions[0]?.version ?? 0);
  await desk.workAs("R. Blake");
}

test("the rules lead to the office's letters, whose clauses are found by word, letter and agency", async () => {
  const { user, container, address } = await openWindow("/rules", { desk: "open" }, "to-letters");
  await user.click(screen.getByTestId("to-letters"));
  expect(await screen.findByRole("heading", { level: 1, name: "The office's letters" })).toBeVisible();
  expect(await screen.findByText("8 clauses")).toBeVisible();
  expect(screen.getByText(/Every letter reads as the program has it/)).toBeVisible();
  expect(screen.getByTestId("clause-row-minor-medical")).toHaveTextContent("prescribed");
  await expectAccessible(container);

  await user.keyboard("f");
  await user.keyboard("copias");
  expect(await screen.findByText("1 of 8 clauses")).toBeVisible();
  await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}{Enter}");
  expect(await screen.findByTestId("clause")).toHaveTextContent("39 CFR 266.5(b)(1); 20 CFR 401.50");
  expect(address()).toContain("clause=granted");

  await user.clear(screen.getByLabelText("Search the clauses"));
  await user.type(screen.getByLabelText("Search the clauses"), "no such words");
  expect(await screen.findByText("No clause has these words.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Show every clause" }));
  await user.selectOptions(screen.getByLabelText("Letter"), "Request for what is missing");
  expect(await screen.findByText("4 of 8 clauses")).toBeVisible();
  await user.selectOptions(screen.getByLabelText("Agency"), "SSA");
  await waitFor(() => expect(screen.getByLabelText("Agency")).toHaveDisplayValue("SSA"));
});

test("a clause shows where it stands, its condition, and its Spanish; a prescribed one cannot be worded", async () => {
  const { user, container } = await openWindow(`${LETTERS}&clause=receipt`);
  const clause = within(await screen.findByTestId("clause"));
  expect(clause.getByText(/Acknowledgement, Request for what is missing/)).toBeVisible();
  expect(clause.getByText(/^when the answer is not the one prescribed for a minor's/)).toBeVisible();
  expect(clause.getByText('reply != "minor-medical"')).toBeVisible();
  expect(clause.getByText(/Recibimos su petición/).closest("[lang]")).toHaveAttribute("lang", "es");
  await expectAccessible(container);
  await user.click(screen.getByTestId("clause-row-minor-medical"));
  expect(await screen.findByTestId("prescribed")).toHaveTextContent("A regulation prescribes these words");
  expect(screen.queryByLabelText("The office's words")).toBeNull();
});

test("a clause is worded anew, previewed on every letter, proposed, and approved by another person", async () => {
  const { user, container, desk } = await openWindow(GRANTED);
  await screen.findByTestId("clause");
  await user.keyboard("c");
  const field = screen.getByLabelText("The office's words");
  expect(field).toHaveFocus();
  await user.clear(field);
  await user.type(field, OWN.granted);
  expect(screen.getByTestId("words-state")).toHaveTextContent("Changed in your draft");
  expect(screen.getByText(/written in English only/)).toBeVisible();
  expect(screen.getByTestId("clause-row-granted")).toHaveTextContent("in your draft");
  await expectAccessible(container);

  await user.keyboard("{Control>}{Enter}{/Control}");
  const preview = await screen.findByTestId("wording-preview");
  expect(preview).toHaveFocus();
  expect(preview).toHaveTextContent("1 of 5 letters of the sample cases would read differently.");
  expect(preview).toHaveTextContent("Each of them could be issued.");
  const grant = within(screen.getByTestId("differs-grant"));
  expect(grant.getByText(/We grant your request/, { selector: "del" })).toBeVisible();
  expect(grant.getByText(/Yes: the copies/, { selector: "ins" })).toBeVisible();
  await expectAccessible(container);

  await user.click(screen.getByTestId("propose-wording"));
  const first = within(await screen.findByTestId("version-1"));
  expect(first.getByText("waits for approval")).toBeVisible();
  expect(first.getByText("written by R. Blake")).toBeVisible();
  expect(screen.getByTestId("announcer")).toHaveTextContent("Version 1 is recorded.");
  expect(screen.getByText("Your draft changes nothing.")).toBeVisible();
  await expectAccessible(container);

  // Whoever wrote it does not approve it, and the desk says so.
  await user.click(first.getByRole("button", { name: "Approve version 1" }));
  expect(screen.getByText(/Every letter from now on/)).toBeVisible();
  await user.click(screen.getByTestId("confirm"));
  expect(await screen.findByTestId("refusal")).toHaveTextContent(
    "Only an approver approves how letters read",
  );

  await desk.workAs("Siân O'Neill");
  await user.click(first.getByRole("button", { name: "Preview version 1" }));
  expect(
    await screen.findByRole("heading", { name: "What would read differently with version 1" }),
  ).toBeVisible();
  await user.click(first.getByRole("button", { name: "Approve version 1" }));
  await user.click(screen.getByTestId("confirm"));
  expect(await first.findByText("in force")).toBeVisible();
  expect(first.getByText(/approved by Siân O'Neill on/)).toBeVisible();
  expect(screen.getByTestId("clause-row-granted")).toHaveTextContent("office's words");
  await expectAccessible(container);
  const draft = await desk.draftLetter("USPS-2026-00105", { kind: "grant", recipient: null, language: "en" });
  expect(draft.composed.find((block) => block.clause === "granted")?.text).toEqual([OWN.granted]);
});

test("a wording with which a letter could not be issued shows why, and cannot be proposed", async () => {
  const { user, container } = await openWindow(`${LETTERS}&clause=closing`);
  const field = await screen.findByLabelText("The office's words");
  await user.clear(field);
  await user.type(field, "You may appeal.");
  await user.click(screen.getByTestId("preview-wording"));
  expect(await screen.findByText("1 of them could not be issued. Put that right first.")).toBeVisible();
  const letter = within(screen.getByTestId("differs-deficiency"));
  expect(letter.getByText(/does not speak of denial or appeal/)).toBeVisible();
  expect(letter.getByText("39 CFR 266.5(a)(1)")).toBeVisible();
  expect(screen.getByTestId("propose-wording")).toBeDisabled();
  expect(screen.getByText(/It cannot be proposed/)).toBeVisible();
  await expectAccessible(container);
  await user.click(letter.getByRole("link", { name: "Change the clause closing" }));
  expect(await screen.findByLabelText("The office's words")).toHaveValue("You may appeal.");
});

test("a text that is not well formed is refused where one wrote it", async () => {
  const { user } = await openWindow(GRANTED);
  await user.type(await screen.findByLabelText("The office's words"), " {{{{ received");
  await user.click(screen.getByTestId("preview-wording"));
  expect(await screen.findByTestId("refusal")).toHaveTextContent(
    "The text of the clause “granted” is not well",
  );
  expect(screen.getByTestId("clause")).toBeVisible();
});

test("lines of the letterhead are proposed with the clauses", async () => {
  const { user, desk } = await openWindow(LETTERS, { desk: "open" }, "wording-draft");
  expect(screen.getByTestId("preview-draft")).toBeDisabled();
  await user.type(screen.getByLabelText(/^Lines below the address/), "Telephone 202-555-0100{Enter}Room 8");
  await user.click(screen.getByTestId("preview-draft"));
  expect(await screen.findByTestId("wording-preview")).toHaveTextContent("None of 5 letters");
  expect(screen.getByText(/stand on every letter, as on the sample below/)).toBeVisible();
  await user.click(screen.getByTestId("propose-wording"));
  expect(await screen.findByText("2 lines of the letterhead")).toBeVisible();
  expect((await desk.wording("usps")).versions[0]?.letterhead_lines).toEqual([
    "Telephone 202-555-0100",
    "Room 8",
  ]);
});

test("an earlier version is brought back as a new one; what was overtaken is not approved any more", async () => {
  const { user, desk, container } = await openWindow("/");
  await worded(desk);
  await desk.proposeWording("usps", { clauses: { amend: "Tell us what is wrong." } });
  await worded(desk, { granted: "Your copies are enclosed:" });
  await user.click(screen.getByTestId("nav-rules"));
  await user.click(await screen.findByTestId("to-letters"));
  const first = within(await screen.findByTestId("version-1"));
  expect(screen.getByTestId("version-2")).toHaveTextContent("never approved; a later version is in force");
  expect(screen.queryByRole("button", { name: "Approve version 2" })).toBeNull();
  await user.click(first.getByText("What is in it"));
  expect(first.getByText(OWN.granted)).toBeVisible();
  await expectAccessible(container);
  await user.click(first.getByRole("button", { name: "Bring back version 1" }));
  await user.click(screen.getByTestId("confirm"));
  const fourth = within(await screen.findByTestId("version-4"));
  expect(fourth.getByText("waits for approval")).toBeVisible();
  expect(screen.getByTestId("announcer")).toHaveTextContent("Version 1 comes back as version 4.");
});

test("a draft outlives a lock, and never undoes what was approved in the meantime", async () => {
  const { user, desk } = await openWindow(`${LETTERS}&clause=amend`);
  const field = await screen.findByLabelText("The office's words");
  await user.clear(field);
  await user.type(field, "Tell us what is wrong.");
  await user.keyboard("{Control>}l{/Control}");
  await worded(desk);
  await user.type(await screen.findByLabelText("Passphrase"), `${FAKE_PASSPHRASE}{Enter}`);
  await waitFor(() =>
    expect(screen.getByLabelText("The office's words")).toHaveValue("Tell us what is wrong."),
  );
  expect(screen.getByTestId("restored")).toBeVisible();
  await user.click(screen.getByTestId("preview-wording"));
  await user.click(await screen.findByTestId("propose-wording"));
  await screen.findByTestId("version-2");
  expect((await desk.wording("usps")).versions[0]?.clauses).toEqual({
    ...OWN,
    amend: "Tell us what is wrong.",
  });
  expect(await desk.draft("wording/usps")).toBeNull();
  expect(screen.queryByTestId("restored")).toBeNull();
});

test("a change is taken back, and a clause goes back to the program's words", async () => {
  const { user, desk } = await openWindow("/");
  await worded(desk, { ...OWN, amend: "Tell us what is wrong." });
  await user.click(screen.getByTestId("nav-rules"));
  await user.click(await screen.findByTestId("to-letters"));
  await user.click(await screen.findByTestId("clause-row-granted"));
  expect(await screen.findByTestId("words-state")).toHaveTextContent("These words are in force.");
  await user.click(screen.getByTestId("as-program"));
  expect(screen.getByLabelText("The office's words")).toHaveValue(
    "We grant your request. Copies of these records are enclosed:",
  );
  expect(screen.getByTestId("words-state")).toHaveTextContent("Changed in your draft");
  await user.click(screen.getByTestId("take-back"));
  expect(screen.getByLabelText("The office's words")).toHaveValue(OWN.granted);
});

test("a translator's approval is recorded by an approver, and lapses with other words", async () => {
  const { user, desk, container } = await openWindow(`${LETTERS}&part=spanish`);
  expect(await screen.findByTestId("spanish-state")).toHaveTextContent("No official translator has approved");
  expect(screen.getByText(/It lapses as soon as a clause is worded anew/)).toBeVisible();
  await user.type(screen.getByLabelText("Official translator"), "Inés Quiroga");
  await user.click(screen.getByTestId("approve-translation"));
  expect(await screen.findByTestId("refusal")).toHaveTextContent("Only an approver");

  await desk.workAs("Siân O'Neill");
  await user.clear(screen.getByLabelText("Official translator"));
  await user.click(screen.getByTestId("approve-translation"));
  expect(await screen.findByTestId("refusal")).toHaveTextContent("Name the official translator");
  expect(screen.getByLabelText("Official translator")).toBeInvalid();
  await user.type(screen.getByLabelText("Official translator"), "Inés Quiroga{Enter}");
  expect(await screen.findByText(/^Inés Quiroga approved the Spanish/)).toBeVisible();
  expect(screen.getByRole("row", { name: /Inés Quiroga by Siân O'Neill on .* holds/ })).toBeVisible();
  await user.click(screen.getByText("Read all 7 clauses with Spanish"));
  expect(await screen.findByText(/Con esta carta van copias/)).toBeVisible();
  await expectAccessible(container);

  await desk.workAs("R. Blake");
  await worded(desk);
  await user.click(screen.getByTestId("row-wording"));
  await user.click(screen.getByTestId("nav-worklist"));
  await user.click(screen.getByTestId("nav-rules"));
  await user.click(await screen.findByTestId("to-letters"));
  await user.click(await screen.findByTestId("row-spanish"));
  expect(await screen.findByText(/The approval of Inés Quiroga was for other words/)).toBeVisible();
  expect(screen.getByText(/The office words 1 clause itself/)).toBeVisible();
});

test("a wording that cannot be used is said on top, and in every room with the way here", async () => {
  const { user, desk, address } = await openWindow("/", {
    desk: "open",
    leftOut: ["The office's own wording for usps is left out of the letters."],
  });
  const view = await desk.wording("usps");
  desk.wording = async () => ({ ...view, left_out: "There is no clause “granted”." });
  await user.click(await screen.findByRole("link", { name: "Go to the office's letters" }));
  expect(await screen.findByTestId("wording-left-out")).toHaveTextContent("There is no clause “granted”.");
  expect(address()).toMatch(/^\/rules\/letters/);
});

test("the palette leads to the letters and previews the draft", async () => {
  const { user } = await openWindow("/");
  await user.keyboard("{Control>}k{/Control}");
  await user.type(screen.getByRole("combobox", { name: "Find and do" }), "wording and spanish{Enter}");
  expect(await screen.findByRole("heading", { name: "The office's letters" })).toBeVisible();
  await screen.findByTestId("wording-draft");
  await user.keyboard("{Control>}k{/Control}");
  await user.type(screen.getByRole("combobox", { name: "Find and do" }), "preview your draft");
  expect(screen.getByRole("option", { name: /Preview your draft of the wording/ })).toBeVisible();
});

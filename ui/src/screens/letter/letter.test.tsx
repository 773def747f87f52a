import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { CaseView, FormKind } from "../../backend/wire";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";
import { nextWay } from "./nextWay";

const GRANT = "/case/USPS-2026-00105/write/grant";

test("the composer shows the rule behind each paragraph, the page and the checks", async () => {
  const { container } = await openWindow(GRANT);
  expect(
    await screen.findByText("We grant your request. Copies of these records are enclosed:"),
  ).toBeVisible();
  expect(screen.getByText("39 CFR 266.5(b)(1); 20 CFR 401.50")).toBeVisible();
  const page = await screen.findByTestId("letter-page");
  await waitFor(() => expect(page).toHaveAttribute("data-drawn", "true"));
  expect(Number(page.getAttribute("data-bytes"))).toBeGreaterThan(500);
  expect(screen.getByTestId("checks")).toHaveTextContent("Every check passes.");
  await expectAccessible(container);
});

test("a letter that fails a check cannot be issued, and the check says why", async () => {
  const { user, container } = await openWindow("/case/SSA-2026-00104/write/grant");
  expect(await screen.findByTestId("issue-letter")).toBeDisabled();
  const checks = within(screen.getByTestId("checks"));
  expect(checks.getByText("1 check fails.")).toBeVisible();
  expect(checks.getByText("No decision is recorded, so nobody can be named.")).toBeVisible();
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(screen.queryByRole("dialog")).toBeNull();
  await expectAccessible(container);
});

test("issuing asks first, and Cancel leaves everything as it was", async () => {
  const { user } = await openWindow(GRANT);
  await user.click(await screen.findByTestId("issue-letter"));
  expect(screen.getByText(/cannot be changed/)).toBeVisible();
  await user.click(screen.getByTestId("cancel"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.getByTestId("issue-letter")).toHaveFocus();
});

test("an issued letter is printed, saved and posted from one place", async () => {
  const { user, container } = await openWindow(GRANT);
  await user.click(await screen.findByTestId("issue-letter"));
  await user.click(screen.getByTestId("confirm"));
  expect(await screen.findByTestId("letter-where")).toHaveTextContent("still in the office");
  const beside = screen.getByRole("complementary", { name: "This letter" });
  expect(beside).toContainElement(screen.getByTestId("letter-where"));
  await user.click(screen.getByTestId("print-letter"));
  await screen.findByLabelText("Printer");
  await user.click(screen.getByTestId("confirm"));
  expect(await screen.findByRole("heading", { name: "1 letter printed on Front" })).toBeVisible();
  await user.click(screen.getByTestId("confirm"));
  expect(screen.getByTestId("letter-where")).toHaveTextContent("printed Mon 23 Nov 2026");
  await user.click(screen.getByTestId("save-letter"));
  expect(await screen.findByText("Saved as USPS-2026-00105.pdf.", { selector: "p" })).toBeVisible();
  expect(screen.getByText("The requester gave no e-mail address.")).toBeVisible();
  await expectAccessible(container);
  await user.click(screen.getByTestId("mark-posted"));
  await waitFor(() => expect(screen.getByTestId("letter-where")).toHaveTextContent("posted Mon 23 Nov 2026"));
});

/** The buttons of the screen that are not outlined: the next step. */
function primary(): string[] {
  return screen
    .getAllByRole("button")
    .filter((button) => button.className.split(" ").includes("usa-button"))
    .filter((button) => !/--(outline|unstyled)/.test(button.className))
    .map((button) => button.textContent ?? "");
}

test("one button of an issued letter says what comes next: print it, record the posting, then nothing", async () => {
  const { user } = await openWindow(GRANT);
  await user.click(await screen.findByTestId("issue-letter"));
  await user.click(screen.getByTestId("confirm"));
  await screen.findByTestId("letter-where");
  expect(primary()).toEqual(["Print…"]);
  await user.click(screen.getByTestId("print-letter"));
  await screen.findByLabelText("Printer");
  await user.click(screen.getByTestId("confirm"));
  await screen.findByRole("heading", { name: "1 letter printed on Front" });
  await user.click(screen.getByTestId("confirm"));
  await waitFor(() => expect(primary()).toEqual(["Mark as posted"]));
  await user.click(screen.getByTestId("mark-posted"));
  await waitFor(() => expect(screen.queryByTestId("mark-posted")).toBeNull());
  expect(primary()).toEqual([]);
});

test("who asked by e-mail is answered by e-mail, and a letter in the outbox is sent from there", () => {
  const inside = { posted: null, emailed: null, queued: false, printed: null, recipient: null };
  const requester = { name: "Thảo Nguyễn", address: [], email: "thao.nguyen@example.org" };
  expect(nextWay({ channel: "electronic", requester }, inside)).toBe("email");
  expect(nextWay({ channel: "electronic", requester }, { ...inside, recipient: 1 })).toBe("print");
  expect(nextWay({ channel: "electronic", requester: { ...requester, email: null } }, inside)).toBe("print");
  expect(nextWay({ channel: "mail", requester }, inside)).toBe("print");
  expect(nextWay({ channel: "mail", requester }, { ...inside, queued: true })).toBe("email");
  expect(nextWay({ channel: "mail", requester }, { ...inside, emailed: "2026-11-23" })).toBeNull();
});

test("e-mail asks, queues, sends, and says when the server did not take it", async () => {
  const { user } = await openWindow("/case/USPS-2026-00102/write/acknowledgement");
  await user.click(await screen.findByTestId("issue-letter"));
  await user.click(screen.getByTestId("confirm"));
  await user.click(await screen.findByTestId("email-letter"));
  expect(screen.getByText(/thao\.nguyen@example\.org/)).toBeVisible();
  await user.click(screen.getByTestId("confirm"));
  await waitFor(() => expect(screen.getByTestId("letter-where")).toHaveTextContent("waits in the outbox"));
  await user.click(screen.getByTestId("nav-mail"));
  const row = within(await screen.findByTestId("outbox-row-USPS-2026-00102"));
  expect(row.getByText("Not taken")).toBeVisible();
  expect(row.getByText("No mail server is set up.")).toBeVisible();
});

test("the blank forms that fit go with the e-mail, but for those that are taken out", async () => {
  const { user, container, desk } = await openWindow("/case/USPS-2026-00102/write/acknowledgement");
  const { issueLetter, caseView: asItStands, queueLetter } = desk;
  const forms: FormKind[] = ["certification-of-identity", "consent"];
  const withForms = (view: CaseView) => ({
    ...view,
    offers: view.offers.map((offer) => ({ ...offer, forms })),
  });
  desk.issueLetter = async (...asked) => withForms(await issueLetter(...asked));
  desk.caseView = async (number) => withForms(await asItStands(number));
  const enclosed: FormKind[][] = [];
  desk.queueLetter = (number, version, letter, chosen) => {
    enclosed.push(chosen);
    return queueLetter(number, version, letter, chosen);
  };
  await user.click(await screen.findByTestId("issue-letter"));
  await user.click(screen.getByTestId("confirm"));
  await user.click(await screen.findByTestId("email-letter"));
  const list = within(screen.getByRole("group", { name: /Blank forms that go with it/ }));
  expect(list.getByRole("checkbox", { name: "Certification of identity" })).toBeChecked();
  await expectAccessible(container);
  await user.click(list.getByRole("checkbox", { name: "Consent or privacy waiver" }));
  await user.click(screen.getByTestId("confirm"));
  await waitFor(() => expect(enclosed).toEqual([["certification-of-identity"]]));
});

test("a paragraph edited by hand is marked, checked as one types, kept, and issued so", async () => {
  const { user, container, desk } = await openWindow(GRANT);
  await user.click(await screen.findByTestId("edit-granted"));
  const field = screen.getByRole("textbox", { name: /The words of this paragraph/ });
  expect(field).toHaveFocus();
  await user.type(field, " Call 987-65-4320.");
  const checks = within(screen.getByTestId("checks"));
  expect(await checks.findByText("1 check fails.")).toBeVisible();
  expect(checks.getByText(/Call •••-••-4320/)).toBeVisible();
  expect(screen.getByTestId("issue-letter")).toBeDisabled();
  await expectAccessible(container);

  await user.clear(field);
  await user.type(field, "We grant your request. Copies of these records are enclosed: {Enter}look at them.");
  await waitFor(() => expect(screen.getByTestId("issue-letter")).toBeEnabled());
  await user.keyboard("{Escape}");
  expect(screen.getByTestId("edit-granted")).toHaveFocus();
  expect(screen.getByText(/look at them/, { selector: "ins" })).toBeVisible();
  expect(screen.getByText(/kept with the draft/)).toBeVisible();
  await expectAccessible(container);
  const draft = await desk.draftLetter("USPS-2026-00105", { kind: "grant", recipient: null, language: "en" });
  expect(draft.edits.map((edit) => edit.clause)).toEqual(["granted"]);

  await user.click(screen.getByTestId("restore-all"));
  await waitFor(() => expect(screen.queryByText(/look at them/)).toBeNull());
});

test("an edit of words that changed since is set aside until a person says what becomes of it", async () => {
  const { user, desk, container } = await openWindow("/case/USPS-2026-00105");
  await desk.editLetter("USPS-2026-00105", { kind: "grant", recipient: null, language: "en" }, 0, [
    { clause: "granted", text: ["We grant it."], was: ["What the clause said once."] },
  ]);
  await user.click(screen.getByRole("tab", { name: /Letters/ }));
  await user.click(await screen.findByTestId("write-grant"));
  expect(await screen.findByTestId("set-aside")).toHaveTextContent("We grant it.");
  expect(screen.getByTestId("issue-letter")).toBeDisabled();
  await expectAccessible(container);
  await user.click(screen.getByTestId("use-again"));
  await waitFor(() => expect(screen.getByTestId("issue-letter")).toBeEnabled());
  expect(screen.queryByTestId("set-aside")).toBeNull();
  expect(screen.getByText("it.", { selector: "ins" })).toBeVisible();
});

test("a letter to the requester is written in Spanish beside the English, once a translator has approved it", async () => {
  const { user, container, address, desk } = await openWindow(GRANT);
  await screen.findByText("We grant your request. Copies of these records are enclosed:");
  await user.selectOptions(screen.getByLabelText("Language of the letter"), "Spanish beside the English");
  expect(
    await screen.findByText("Concedemos su petición. Con esta carta van copias de estos registros:"),
  ).toBeVisible();
  expect(address()).toContain("language=es");
  expect(screen.getByText(/The English letter is the one that counts/)).toBeVisible();
  const checks = within(screen.getByTestId("checks"));
  expect(checks.getByText("No official translator has approved the Spanish words.")).toBeVisible();
  expect(screen.getByTestId("issue-letter")).toBeDisabled();
  await expectAccessible(container);

  await user.click(checks.getByRole("link", { name: "Record a translator's approval" }));
  expect(await screen.findByTestId("spanish-state")).toHaveTextContent("No official translator");
  expect(address()).toBe("/rules/letters?agency=usps&part=spanish");
  await desk.workAs("Siân O'Neill");
  await user.type(screen.getByLabelText("Official translator"), "Inés Quiroga{Enter}");
  await screen.findByText(/^Inés Quiroga approved/);

  await user.click(screen.getByTestId("nav-worklist"));
  await user.click(await screen.findByRole("link", { name: "USPS-2026-00105" }));
  await user.click(await screen.findByRole("tab", { name: /Letters/ }));
  await user.click(await screen.findByTestId("write-grant"));
  await screen.findByTestId("issue-letter");
  await user.keyboard("{Control>}k{/Control}");
  await user.type(screen.getByRole("combobox", { name: "Find and do" }), "spanish beside{Enter}");
  await screen.findByText("Concedemos su petición. Con esta carta van copias de estos registros:");
  await user.click(screen.getByTestId("issue-letter"));
  await user.click(screen.getByTestId("confirm"));
  await screen.findByTestId("letter-where");
});

test("each language has a draft of its own", async () => {
  const { user, desk } = await openWindow(`${GRANT}?language=es`);
  await user.click(await screen.findByTestId("edit-granted"));
  await user.type(screen.getByRole("textbox", { name: /The words of this paragraph/ }), " Saludos.");
  expect(await screen.findByText(/kept with the draft/)).toBeVisible();
  await user.selectOptions(screen.getByLabelText("Language of the letter"), "English");
  await screen.findByText("We grant your request. Copies of these records are enclosed:");
  expect(screen.queryByText(/Saludos/)).toBeNull();
  await user.selectOptions(screen.getByLabelText("Language of the letter"), "Spanish beside the English");
  expect(await screen.findByText(/Saludos/, { selector: "ins" })).toBeVisible();
  const asked = { kind: "grant", recipient: null, language: "es" } as const;
  expect((await desk.draftLetter("USPS-2026-00105", asked)).edits).toHaveLength(1);
});

test("a clause of the office's own has no Spanish: the desk says so, and English is one choice away", async () => {
  const { user, desk } = await openWindow("/");
  await desk.proposeWording("usps", { clauses: { granted: "Yes: the copies are enclosed:" } });
  await desk.workAs("Siân O'Neill");
  await desk.approveWording("usps", 1);
  await user.click(await screen.findByRole("link", { name: "USPS-2026-00105" }));
  await user.click(await screen.findByRole("tab", { name: /Letters/ }));
  await user.click(await screen.findByTestId("write-grant"));
  expect(await screen.findByText("Yes: the copies are enclosed:")).toBeVisible();
  await user.selectOptions(screen.getByLabelText("Language of the letter"), "Spanish beside the English");
  expect(await screen.findByTestId("refusal")).toHaveTextContent("“granted” has no Spanish text");
  await user.selectOptions(screen.getByLabelText("Language of the letter"), "English");
  expect(await screen.findByText("Yes: the copies are enclosed:")).toBeVisible();
});

test("a paper of the office is written in English only", async () => {
  await openWindow("/case/USPS-2026-00102/write/tasking", { desk: "open" }, "checks");
  expect(screen.queryByLabelText("Language of the letter")).toBeNull();
});

import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

const CHAT = "/case/SSA-2026-00102";
const SALES = "/case/USPS-2026-00102";

test("a case says whose turn it is, what must happen, by when and why", async () => {
  const { container } = await openWindow(CHAT);
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("SSA-2026-00102 Renée Okonkwo-Hašek");
  const next = within(screen.getByTestId("next-panel"));
  expect(next.getByText("Confirm that identity is proved")).toBeVisible();
  expect(next.getByText("20 CFR 401.45(b)")).toBeVisible();
  expect(next.getByText(/8 working days left/)).toBeVisible();
  expect(screen.getByText("Identity", { selector: "li" })).toHaveAttribute("aria-current", "step");
  expect(screen.getByText("•••-••-4321")).toBeVisible();
  await expectAccessible(container);
});

test.each(["identity", "search", "decision", "letters", "history"])(
  "the part %s has no barrier",
  async (tab) => {
    const { container } = await openWindow(`${SALES}?tab=${tab}`);
    expect(screen.getByTestId(`tab-${tab}`)).toHaveAttribute("aria-selected", "true");
    await expectAccessible(container);
  },
);

test("what stands beside the case is a landmark with a name, to be told from that of the practice desk", async () => {
  await openWindow(CHAT);
  expect(screen.getByRole("complementary", { name: "Next steps and time limits" })).toContainElement(
    screen.getByTestId("next-panel"),
  );
});

test("numbers and arrows go through the parts", async () => {
  const { user } = await openWindow(SALES);
  await user.keyboard("8");
  expect(await screen.findByText(/opened USPS-2026-00102/)).toBeVisible();
  await user.click(screen.getByTestId("tab-letters"));
  await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}");
  await waitFor(() => expect(screen.getByTestId("tab-request")).toHaveFocus());
});

test("a request goes from identity to a closed case by the one primary button", async () => {
  const { user, container } = await openWindow(CHAT);
  const next = () => screen.findByTestId("next-primary");

  await user.click(await next());
  expect(screen.getByRole("heading", { name: "Confirm identity" })).toBeVisible();
  await expectAccessible(container);
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("Confirm the system of records and the office")).toBeVisible();
  await waitFor(async () => expect(await next()).toHaveFocus());

  await user.keyboard("{Enter}");
  await user.click(await screen.findByLabelText(/60-0383/));
  await expectAccessible(container);
  await user.click(screen.getByRole("button", { name: "Use this system and office" }));
  expect(await screen.findByText(/Send the request to the Office of IT/)).toBeVisible();

  await user.click(await next());
  const by = await screen.findByLabelText("Answer expected by");
  expect(by).toHaveFocus();
  await user.type(by, "2026-12-04{Enter}");
  expect(await screen.findByText(/Record what the Office of IT/)).toBeVisible();

  await user.click(await next());
  await user.type(await screen.findByLabelText("Who searched"), "Dana Whitlock, IT Specialist");
  await user.type(screen.getByLabelText("Where they searched"), "the chat records");
  await user.type(screen.getByLabelText("How they searched"), "by name and date");
  await user.type(screen.getByLabelText("Record 1"), "the transcript of your chat of October 2");
  await expectAccessible(container);
  await user.click(screen.getByRole("button", { name: "Record the answer" }));
  expect(await screen.findByText("Decide")).toBeVisible();

  await user.click(await next());
  await user.type(await screen.findByLabelText("Official responsible"), "Morgan Ellery");
  await user.type(screen.getByLabelText("Their title"), "Director");
  await expectAccessible(container);
  await user.keyboard("{Enter}");
  expect(await screen.findByText("Write the letter: Grant of access")).toBeVisible();

  await user.click(await next());
  await screen.findByTestId("letter-page");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await user.click(await screen.findByTestId("confirm"));
  await user.click(await screen.findByTestId("mark-posted"));
  expect(await screen.findByText("posted Mon 23 Nov 2026")).toBeVisible();

  await user.click(screen.getByRole("link", { name: /Back to the case/ }));
  expect(await screen.findByText("To close", { selector: "li" })).toHaveAttribute("aria-current", "step");
  expect(screen.getAllByRole("button", { name: /^Close the case/ })).toHaveLength(1);
  await user.click(await next());
  expect(screen.getByRole("heading", { name: "Close this case?" })).toBeVisible();
  await user.click(screen.getByTestId("confirm"));
  expect(await screen.findByText("Nothing is asked now.")).toBeVisible();
});

test("proof is recorded item by item, and what is still missing stays in sight", async () => {
  const { user } = await openWindow("/case/USPS-2026-00103?tab=identity&do=record-evidence");
  await user.click(screen.getByRole("button", { name: "Record proof" }));
  expect(await screen.findByText("Tick at least one proof.")).toBeVisible();
  await user.click(screen.getByLabelText("a completed Certification of Identity form"));
  await user.type(screen.getByLabelText(/^Note/), "signed 8 November");
  await user.click(screen.getByRole("button", { name: "Record proof" }));
  expect(await screen.findByRole("cell", { name: "signed 8 November" })).toBeVisible();
});

test("what only the notice asks stands apart from what the rule asks", async () => {
  await openWindow("/case/SSA-2026-00102?tab=identity");
  expect(await screen.findByRole("heading", { name: "What the notice also asks" })).toBeVisible();
  expect(screen.getByText(/no rule lets the case wait for it/)).toBeVisible();
  expect(screen.getByText("SSN or other identifying information")).toBeVisible();
});

test("a refusal is a sentence at the form, with its rule", async () => {
  const { user, container } = await openWindow("/case/USPS-2026-00103?tab=identity&do=verify-identity");
  await user.click(screen.getAllByRole("button", { name: "Confirm identity" })[0] as HTMLElement);
  const refusal = await screen.findByTestId("refusal");
  expect(refusal).toHaveTextContent(/Identity is not proved yet.*39 CFR 266\.5\(b\)\(2\)\(i\)/);
  expect(refusal).toHaveFocus();
  await expectAccessible(container);
});

test("what this version does not do is said in a sentence, and nothing is lost", async () => {
  const { user } = await openWindow("/case/USPS-2026-00105?tab=decision&do=decide");
  await user.selectOptions(await screen.findByRole("combobox", { name: /^Decision/ }), "denied");
  await user.click(screen.getByRole("button", { name: "Record the decision" }));
  expect(await screen.findByTestId("refusal")).toHaveTextContent(/does not yet write denials/);
  expect(screen.getByLabelText("Official responsible")).toHaveValue("Jordan Pryce");
});

test("an amendment offers amended or refused, and asks for a choice", async () => {
  const { user } = await openWindow(`${SALES}?tab=decision&do=decide`);
  const [first, second] = await screen.findAllByRole("combobox", { name: /^Decision/ });
  await user.click(screen.getAllByRole("button", { name: "Record the decision" })[0] as HTMLElement);
  expect(await screen.findAllByText("Choose for every record.")).toHaveLength(2);
  expect(within(first as HTMLElement).queryByRole("option", { name: "Granted" })).toBeNull();
  await user.selectOptions(first as HTMLElement, "amended");
  await user.selectOptions(second as HTMLElement, "refused");
  expect(screen.getByLabelText("Reason for the refusal")).toBeVisible();
});

test("a change made elsewhere is told with who and what, and the case can be reloaded", async () => {
  const { user, desk } = await openWindow(`${CHAT}?tab=identity&do=verify-identity`);
  desk.changeElsewhere("SSA-2026-00102");
  await user.click(screen.getAllByRole("button", { name: "Confirm identity" })[0] as HTMLElement);
  expect(await screen.findByTestId("refusal")).toHaveTextContent(/L\. Ferreira noted/);
  await user.click(screen.getByRole("button", { name: "Reload" }));
  await waitFor(() => expect(screen.queryByTestId("refusal")).toBeNull());
  await user.click(screen.getAllByRole("button", { name: "Confirm identity" })[0] as HTMLElement);
  expect(await screen.findByText(/Identity was confirmed on/)).toBeVisible();
});

test("the working of a date is labelled day by day, and what-if asks the desk", async () => {
  const { user, container } = await openWindow(SALES);
  const clock = within(screen.getByTestId("clock-usps-amendment-refusal"));
  await user.click(clock.getByRole("button", { name: /Working of/ }));
  expect(
    clock.getByText(/30 working days, counted from receipt of the request on Fri 6 Nov 2026/),
  ).toBeVisible();
  expect(clock.getByText(/Wed 11 Nov 2026, Veterans Day; Thu 26 Nov 2026, Thanksgiving Day/)).toBeVisible();
  expect(clock.getByRole("cell", { name: /^9 day 1$/ })).toBeVisible();
  await expectAccessible(container);
  const from = clock.getByLabelText("What if it arrives on");
  await user.clear(from);
  await user.type(from, "2026-12-14{Enter}");
  expect(await clock.findByText("Then it is due Thu 28 Jan 2027; act by Thu 28 Jan 2027.")).toBeVisible();
});

test("a note is added by one key, and a withdrawal asks first", async () => {
  const { user, container } = await openWindow(CHAT);
  await user.keyboard("m");
  const note = await screen.findByLabelText(/^Note for the file/);
  expect(note).toHaveFocus();
  await user.click(screen.getByTestId("confirm"));
  expect(await screen.findByText("Write the note.")).toBeVisible();
  await user.type(note, "Telephoned 202-555-0143.{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.keyboard("8");
  const history = within(screen.getByRole("tabpanel"));
  expect(await history.findByText(/noted: Telephoned/)).toBeVisible();
  await user.click(screen.getByTestId("do-withdraw"));
  expect(await screen.findByText(/The request ends here/)).toBeVisible();
  await expectAccessible(container);
  await user.click(screen.getByTestId("cancel"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("a dialog leaves the case behind it as it was", async () => {
  const { user } = await openWindow(CHAT);
  const before = within(screen.getByRole("tabpanel")).getAllByRole("button").length;
  await user.keyboard("m");
  expect(await screen.findByRole("dialog", { name: "Add a note" })).toBeVisible();
  const panel = within(screen.getByRole("tabpanel", { hidden: true }));
  expect(panel.getAllByRole("button", { hidden: true })).toHaveLength(before);
});

test("letters that can be written stand alone; the others are folded, each with its reason", async () => {
  const { user } = await openWindow(`${SALES}?tab=letters`);
  const letters = within(await screen.findByRole("region", { name: "Letters to write" }));
  expect(letters.getAllByRole("link", { name: /^Write: / }).length).toBeGreaterThan(0);
  expect(letters.getByText("Delay notice")).not.toBeVisible();
  await user.click(letters.getByText(/other letters, and why not now/));
  expect(letters.getByText("Delay notice")).toBeVisible();
});

test("a number that no case has leads back to the worklist", async () => {
  const { container } = await openWindow("/case/USPS-2026-99999");
  const refusal = await screen.findByRole("alert");
  expect(within(refusal).getByRole("heading", { name: "Nothing was found" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Go to the worklist" })).toHaveAttribute("href", "/");
  await expectAccessible(container);
});

test("a link to a step opens the part that the step belongs to", async () => {
  await openWindow(`${SALES}?do=decide`);
  expect(screen.getByTestId("tab-decision")).toHaveAttribute("aria-selected", "true");
  expect(await screen.findByRole("heading", { name: "Record the decision" })).toBeVisible();
});

test("another system can be chosen from the catalogue", async () => {
  const { user } = await openWindow("/case/USPS-2026-00104?tab=search&do=route");
  await user.click(screen.getByText("Choose another system from the catalogue"));
  await user.click(await screen.findByRole("button", { name: /USPS 100\.600/ }));
  await user.click(await screen.findByLabelText(/Chief Human Resources Officer/));
  await user.click(screen.getByRole("button", { name: "Use this system and office" }));
  expect(await screen.findByText("USPS 100.600 Personnel Research Records")).toBeVisible();
});

test("a delay is recorded with its reason, and then its notice can be written", async () => {
  const { user } = await openWindow("/case/SSA-2026-00104?tab=letters&do=record-delay");
  await user.type(await screen.findByLabelText(/^Reason/), "the records are in a federal records center");
  await user.type(screen.getByLabelText("Answer expected by"), "2026-12-18{Enter}");
  expect(await screen.findByTestId("write-delay")).toBeVisible();
});

test("who chooses another tab while a form is being recorded is not led back", async () => {
  const { user, desk } = await openWindow("/case/SSA-2026-00104?tab=letters&do=record-delay");
  let answer = () => {};
  const act = desk.act.bind(desk);
  desk.act = async (...given) => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return act(...given);
  };
  await user.type(await screen.findByLabelText(/^Reason/), "the records are in a federal records center");
  await user.type(screen.getByLabelText("Answer expected by"), "2026-12-18{Enter}");
  await user.click(screen.getByRole("tab", { name: /History/ }));
  answer();
  expect(await within(screen.getByRole("tabpanel")).findByText(/recorded a delay/)).toBeVisible();
  expect(screen.getByRole("tab", { name: /History/ })).toHaveAttribute("aria-selected", "true");
});

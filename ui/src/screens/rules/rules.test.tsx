import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

const COUNSEL = "/rules?rule=usps%2Foffice%2Fgeneral-counsel";

test("the rules of an agency stand in groups, and words, kind and agency narrow them", async () => {
  const { user, container } = await openWindow("/rules", { desk: "open" }, "rule-row-usps-acknowledge");
  expect(screen.getByText("4 rules")).toBeVisible();
  expect(screen.getByRole("heading", { name: "Offices" })).toBeVisible();
  expect(screen.getByTestId("rule-row-foia-determination")).toHaveTextContent("Every agency");
  expect(screen.getByTestId("rule-row-consent")).toHaveTextContent("unconfirmed");
  await expectAccessible(container);

  await user.keyboard("f");
  await user.keyboard("enfant");
  await waitFor(() => expect(screen.getByText("1 of 4 rules")).toBeVisible());
  await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
  await user.clear(screen.getByLabelText("Search the rules"));
  await user.type(screen.getByLabelText("Search the rules"), "no such words");
  expect(await screen.findByText("No rule has these words.")).toBeVisible();
  await user.clear(screen.getByLabelText("Search the rules"));

  await user.selectOptions(screen.getByLabelText("Kind"), "Clocks");
  await waitFor(() => expect(screen.queryByTestId("rule-row-general-counsel")).toBeNull());
  await user.selectOptions(screen.getByLabelText("Agency"), "SSA");
  expect(await screen.findByTestId("rule-row-ssa-delay-notice")).toBeVisible();
});

test("a rule shows what it says, where it stands, and its earlier versions", async () => {
  const { user, container } = await openWindow("/rules", { desk: "open" }, "rule-row-usps-acknowledge");
  await user.click(screen.getByTestId("rule-row-usps-acknowledge"));
  expect(await screen.findByRole("heading", { name: "Acknowledge the request" })).toBeVisible();
  const facts = within(screen.getByRole("article"));
  expect(facts.getByText("since Wed 11 Oct 2017")).toBeVisible();
  expect(facts.getAllByText("39 CFR 266.5(a)(2)")[0]).toBeVisible();
  expect(facts.getAllByText(/Sat 27 Sep 1975 to Tue 10 Oct 2017/)[0]).toBeVisible();
  await expectAccessible(container);
});

test("an unconfirmed rule says that it never reaches a letter", async () => {
  await openWindow("/rules?rule=usps%2Fretention%2Fconsent");
  expect(await screen.findByTestId("unconfirmed")).toHaveTextContent("It never reaches a letter.");
});

test("a rule that is not there says so", async () => {
  await openWindow("/rules?rule=usps%2Foffice%2Fgone");
  expect(await screen.findByText("No such rule")).toBeVisible();
});

test("a correction is shown before it is taken, exactly as it will be, and can be withdrawn", async () => {
  const { user, container, desk } = await openWindow(COUNSEL);
  await screen.findByTestId("correct-rule");
  // The key is registered only after the rule is drawn.
  await waitFor(async () => {
    await user.keyboard("c");
    expect(screen.getByRole("heading", { name: "Correct a rule: General Counsel" })).toHaveFocus();
  });
  expect(screen.getByTestId("take-correction")).toBeDisabled();

  // Without a source it is refused, and the field says why.
  await user.click(screen.getByTestId("preview-correction"));
  expect(await screen.findByTestId("refusal")).toHaveTextContent("who read it where");
  const text = screen.getByLabelText<HTMLTextAreaElement>("The rule from then on (TOML)");
  expect(text).toBeInvalid();
  await user.clear(text);
  await user.click(text);
  await user.paste(
    (await desk.rules("usps", null))
      .find((rule) => rule.rule === "general-counsel")
      ?.versions[0]?.draft.replace("475 L'Enfant", "500 Nonesuch")
      .replace('source = ""', 'source = "her letter"') ?? "",
  );
  await user.click(screen.getByTestId("preview-correction"));
  const changes = within(await screen.findByTestId("changes"));
  const row = changes.getByRole("row", { name: /Address/ });
  expect(row).toHaveTextContent(/475 L'Enfant.*500 Nonesuch/);
  expect(changes.getByText("No open case gets another next step or another day.")).toBeVisible();
  await expectAccessible(container);

  // Another word, and it must be shown again.
  await user.type(text, "# a note");
  expect(screen.queryByTestId("changes")).toBeNull();
  expect(screen.getByTestId("take-correction")).toBeDisabled();
  await user.click(screen.getByTestId("preview-correction"));
  await screen.findByTestId("changes");
  await user.click(screen.getByTestId("take-correction"));
  expect(await screen.findByTestId("refusal")).toHaveTextContent("Say why in a few words");
  await user.type(screen.getByLabelText("Why"), "She moved to another street.");
  await user.click(screen.getByTestId("take-correction"));
  expect(await screen.findByTestId("corrected")).toHaveTextContent("Correction 1 of this office");
  expect(screen.getByTestId("announcer")).toHaveTextContent("Correction 1 is taken.");
  expect(screen.getByText(/500 Nonesuch/)).toBeVisible();
  expect(screen.getByTestId("rule-row-general-counsel")).toHaveTextContent("office's correction");

  await user.click(screen.getByTestId("corrections-row"));
  const taken = within(await screen.findByTestId("correction-1"));
  expect(taken.getByText("She moved to another street.")).toBeVisible();
  await expectAccessible(container);
  await user.click(screen.getByTestId("withdraw-1"));
  await user.type(screen.getByLabelText("Why"), "no");
  await user.click(screen.getByTestId("confirm"));
  expect(await screen.findByTestId("refusal")).toHaveTextContent("Say why in a few words");
  await user.type(screen.getByLabelText("Why"), " she moved back");
  await user.click(screen.getByTestId("confirm"));
  expect(await screen.findByText(/Withdrawn by .* no she moved back/)).toBeVisible();
  await waitFor(() => expect(screen.queryByText("office's correction")).toBeNull());
});

test("without a correction the room says so, and one can be written from nothing", async () => {
  const { user } = await openWindow("/rules", { desk: "open" }, "write-correction");
  expect(await screen.findByText(/The office has taken no correction/)).toBeVisible();
  await user.click(screen.getByTestId("write-correction"));
  expect(await screen.findByRole("heading", { name: "Write a correction" })).toHaveFocus();
  await user.click(screen.getByTestId("leave-correction"));
  expect(await screen.findByTestId("write-correction")).toBeVisible();
});

test("a correction that no longer holds is said in every room", async () => {
  const said = "The office's correction 2 of 20 November 2026 is left out of the rules.";
  const { user, container, address } = await openWindow("/", { desk: "open", leftOut: [said] });
  expect(await screen.findByTestId("left-out")).toHaveTextContent(said);
  await expectAccessible(container);
  await user.click(screen.getByRole("link", { name: "Go to the rules" }));
  await waitFor(() => expect(address()).toMatch(/^\/rules/));
});

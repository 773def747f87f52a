import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";
import { tableText } from "./tableText";

test("a disclosure is entered, shown with its rule, held back from the subject, and struck", async () => {
  const { user, container, address } = await openWindow("/accounting");
  await user.keyboard("e");
  const form = await screen.findByRole("form", { name: "Enter a disclosure" });
  // One way to enter it at a time: what opened the form is away while it is open.
  expect(screen.queryByRole("button", { name: "Enter a disclosure" })).toBeNull();
  const into = (label: string, text: string) => user.type(within(form).getByLabelText(label), text);
  await into("Subject", "Thảo Nguyễn");
  await into("System", "USPS 890.000");
  await into("What was disclosed", "the customer record");
  await into("Purpose", "an inquiry");
  await into("Person or agency", "Hollow Creek Police");
  await user.selectOptions(within(form).getByLabelText("Ground"), "law-enforcement");
  await user.click(within(form).getByRole("button", { name: "Enter the disclosure" }));
  expect(await within(form).findAllByText("Give the address: the accounting must state it.")).not.toEqual([]);
  await into("Address", "9 Fennel Steps, Duluth, MN 55899");
  await user.click(within(form).getByRole("button", { name: "Enter the disclosure" }));
  expect(await screen.findByRole("button", { name: "Enter a disclosure" })).toHaveFocus();
  expect(await screen.findByText("1 entry; 1 of them may be held back from the subject.")).toBeVisible();
  expect(address()).toContain("subject=");
  expect(screen.getByText("may be held back")).toBeVisible();
  expect(
    within(screen.getByRole("region", { name: "What the subject is shown" })).queryByRole("listitem"),
  ).toBeNull();
  await expectAccessible(container);

  await user.click(screen.getByRole("button", { name: /Strike the disclosure to Hollow Creek Police/ }));
  await user.click(screen.getByTestId("confirm"));
  expect(await screen.findByTestId("refusal")).toHaveTextContent("Say why the entry is wrong.");
  await user.type(screen.getByLabelText("Why it is wrong"), "Entered twice.");
  await user.click(screen.getByTestId("confirm"));
  expect(await screen.findByText("Struck: Entered twice.")).toBeVisible();
  await waitFor(() => expect(screen.getByText("0 entries.")).toBeVisible());
});

test("a copied table cannot begin a field, a line or a formula of its own", () => {
  const line = {
    entry: {
      id: "1",
      on: "2026-11-02",
      nature: "=cmd|x\tand\nmore",
      purpose: "p",
      name: "@office",
      address: "1 Row",
      basis: "other" as const,
    },
    subject: "S",
    system: "USPS 890.000",
    case_number: null,
    entered_by: "R. Blake",
    entered_on: "2026-11-02",
    struck: null,
    rule: { entered: true, shown: true, discretionary: false, words: "", cite: "" },
  };
  const rows = tableText([line]).split("\n");
  expect(rows).toHaveLength(2);
  expect(rows[1]?.split("\t")).toEqual([
    "2026-11-02",
    "USPS 890.000",
    "'=cmd|x and more",
    "p",
    "'@office",
    "1 Row",
  ]);
});

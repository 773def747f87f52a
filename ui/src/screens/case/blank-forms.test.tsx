// Blank forms where a letter asks for them, and on the case.
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

test("where proof of identity is missing, its form is saved from the case, in English or Spanish", async () => {
  const { user, container, desk } = await openWindow("/case/USPS-2026-00103?tab=letters");
  const forms = within(await screen.findByTestId("blank-forms"));
  expect(forms.getByTestId("save-form-certification-of-identity")).toBeVisible();
  expect(forms.getByText("Other forms").closest("details")).toContainElement(
    forms.getByTestId("save-form-statement-of-disagreement"),
  );
  await expectAccessible(container);
  await user.click(forms.getByTestId("save-form-certification-of-identity"));
  expect(await forms.findByTestId("form-saved")).toHaveTextContent(
    "Saved as usps-certification-of-identity-en.pdf.",
  );
  await user.selectOptions(forms.getByLabelText("Language of the form"), "Spanish");
  await user.click(forms.getByText("Other forms"));
  await user.click(forms.getByRole("button", { name: "Save a blank form: Consent or privacy waiver" }));
  expect(await forms.findByText("Saved as usps-consent-es.pdf.")).toBeVisible();
  expect(screen.getByTestId("announcer")).toHaveTextContent("Saved as usps-consent-es.pdf.");
  desk.saveForm = async () => null;
  await user.click(forms.getByTestId("save-form-consent"));
  expect(await forms.findByText("Nothing was saved.")).toBeVisible();
});

test("the letter that asks for what is missing offers the form that proves it, in the letter's language", async () => {
  const { user, container } = await openWindow("/case/USPS-2026-00103/write/deficiency?language=es");
  const forms = within(await screen.findByTestId("blank-forms"));
  expect(forms.getAllByRole("button", { name: /^Save a blank form/ })).toHaveLength(1);
  await user.click(forms.getByTestId("save-form-certification-of-identity"));
  expect(await forms.findByText("Saved as usps-certification-of-identity-es.pdf.")).toBeVisible();
  await expectAccessible(container);
});

test("a letter that asks for nothing offers no form", async () => {
  await openWindow("/case/USPS-2026-00105/write/grant", { desk: "open" }, "checks");
  expect(screen.queryByTestId("blank-forms")).toBeNull();
});

import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { FAKE_PASSPHRASE } from "../../backend/fake";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

test("the first start asks for agency, name and a long passphrase, and says beside the field what is missing", async () => {
  const { user, container } = await openWindow("/", { desk: "none" });
  await expectAccessible(container);
  await user.click(screen.getByTestId("start-create"));
  expect(screen.getByText("Choose at least one agency.")).toBeVisible();
  expect(screen.getByLabelText("Your name")).toHaveAccessibleDescription(/Write your name\./);
  expect(screen.getByLabelText("Passphrase")).toBeInvalid();
  expect(screen.getByLabelText(/Postal Service/)).toHaveFocus();
  await expectAccessible(container);
});

test("a desk is made once the form is right, and the worklist opens", async () => {
  const { user } = await openWindow("/", { desk: "none", seeds: false });
  await user.click(screen.getByLabelText(/Social Security Administration/));
  await user.type(screen.getByLabelText("Your name"), "Ann Blake");
  await user.type(screen.getByLabelText("Passphrase"), "a long walk to the mill");
  await user.type(screen.getByLabelText("Passphrase once more"), "a long walk to the hill{Enter}");
  expect(await screen.findByText("The two passphrases are not the same.")).toBeVisible();
  await user.clear(screen.getByLabelText("Passphrase once more"));
  await user.type(screen.getByLabelText("Passphrase once more"), "a long walk to the mill{Enter}");
  expect(await screen.findByRole("heading", { level: 1, name: "Worklist" })).toBeVisible();
  expect(await screen.findByText("No case is open.")).toBeVisible();
});

test("a later start asks for the passphrase only, and a wrong one is said at the field", async () => {
  const { user, container } = await openWindow("/", { desk: "locked" });
  const field = screen.getByLabelText("Passphrase");
  await waitFor(() => expect(field).toHaveFocus());
  await user.type(field, "not this one{Enter}");
  expect(await screen.findByText(/does not open the desk/)).toBeVisible();
  await expectAccessible(container);
  await user.clear(field);
  await user.type(field, FAKE_PASSPHRASE);
  await user.click(screen.getByTestId("unlock"));
  expect(await screen.findByRole("heading", { level: 1, name: "Worklist" })).toHaveFocus();
});

test("the practice desk opens without a passphrase and says that it is one", async () => {
  const { user } = await openWindow("/", { desk: "none", delay: 400 });
  await user.click(screen.getByTestId("start-practice"));
  expect(screen.getByText(/Making the practice desk/)).toBeVisible();
  expect(await screen.findByText(/every person and case here is fictitious/)).toBeVisible();
});

test("locking goes back to the start and forgets what was read", async () => {
  const { user } = await openWindow("/", { desk: "open" });
  await screen.findByText("Zofia Łukasiewicz");
  await user.click(screen.getByTestId("lock"));
  expect(await screen.findByRole("heading", { name: "Open your desk" })).toBeVisible();
  expect(screen.queryByText("Zofia Łukasiewicz")).toBeNull();
});

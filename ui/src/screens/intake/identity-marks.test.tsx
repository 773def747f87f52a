// "Shows identity" is said once, on the message or in the form, and is never lost on the way between them.
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { openWindow } from "../../testing/open";

const LETTER = "Request for my records under the Privacy Act";
const license = () => screen.findByRole("checkbox", { name: "Shows identity license.png" });

type User = Awaited<ReturnType<typeof openWindow>>["user"];

async function toFirstRow(user: User, keys: string) {
  await screen.findByRole("link", { name: LETTER });
  await user.keyboard(`j${keys}`);
}

test("what was marked on a message is marked in the form that is begun from the list", async () => {
  const { user } = await openWindow("/mail/in/in-1");
  await user.click(await license());
  await user.keyboard("u");
  await toFirstRow(user, "a");
  expect(await screen.findByRole("heading", { level: 1, name: "Take in a request" })).toBeVisible();
  expect(await license()).toBeChecked();
});

test("what is marked later on a message that the form holds is marked there, and nothing is said of fields", async () => {
  const { user } = await openWindow("/mail");
  await toFirstRow(user, "a");
  expect(await license()).not.toBeChecked();
  await user.click(screen.getByTestId("nav-mail"));
  await toFirstRow(user, "{Enter}");
  await user.click(await license());
  await user.keyboard("a");
  expect(await screen.findByRole("heading", { level: 1, name: "Take in a request" })).toBeVisible();
  expect(await license()).toBeChecked();
  await waitFor(() =>
    expect(screen.getByTestId("announcer")).toHaveTextContent("It is part of this form already."),
  );
  expect(screen.getByTestId("announcer")).not.toHaveTextContent(/fields/);
});

test("what is marked in the form is marked on the message, and stays so when it is taken in again", async () => {
  const { user } = await openWindow("/mail");
  await toFirstRow(user, "a");
  await user.click(await license());
  await user.click(screen.getByTestId("nav-mail"));
  await toFirstRow(user, "{Enter}");
  await screen.findByRole("heading", { level: 1, name: LETTER });
  await waitFor(async () => expect(await license()).toBeChecked());
  await user.keyboard("a");
  await screen.findByRole("heading", { level: 1, name: "Take in a request" });
  expect(await license()).toBeChecked();
});

test("a mark that was made in the form can be taken off on the message, and is then off in the form", async () => {
  const { user } = await openWindow("/mail");
  await toFirstRow(user, "a");
  await user.click(await license());
  await user.click(screen.getByTestId("nav-mail"));
  await toFirstRow(user, "{Enter}");
  await screen.findByRole("heading", { level: 1, name: LETTER });
  await screen.findByTestId("restored");
  await user.click(await license());
  await user.keyboard("a");
  await screen.findByRole("heading", { level: 1, name: "Take in a request" });
  expect(await license()).not.toBeChecked();
});

test("marks of a form that was kept before the message knew of them stay", async () => {
  const { user, desk } = await openWindow("/mail");
  await toFirstRow(user, "a");
  await user.click(await license());
  await waitFor(async () => expect(await desk.draft("incoming/in-1")).not.toBeNull());
  await desk.forgetDraft("incoming/in-1");
  await user.click(screen.getByTestId("nav-mail"));
  await toFirstRow(user, "a");
  await screen.findByRole("heading", { level: 1, name: "Take in a request" });
  expect(await license()).toBeChecked();
});

test("once the case is open, nothing of what was entered about the message is kept", async () => {
  const { user, desk } = await openWindow("/mail/in/in-1");
  await user.click(await license());
  await user.keyboard("a");
  await user.click(await screen.findByLabelText(/^Access/));
  expect(await desk.draft("incoming/in-1")).not.toBeNull();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByRole("heading", { level: 1, name: /Oluwaseun/ });
  expect(await desk.draft("incoming/in-1")).toBeNull();
});

// A form that nobody finished is found again after a lock, and is gone once the desk has it.
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { FAKE_PASSPHRASE } from "../backend/fake";
import { openWindow } from "../testing/open";

/** The address of a form, what leads to it there, the label of a field and what is typed. */
const FORMS: [name: string, path: string, opener: string | null, label: RegExp, typed: string][] = [
  ["proof", "/case/USPS-2026-00103?tab=identity&do=record-evidence", null, /^Note/, "signed 8 November"],
  ["identity", "/case/SSA-2026-00102?tab=identity&do=verify-identity", null, /^Note/, "seen at the counter"],
  [
    "delay",
    "/case/SSA-2026-00104?tab=letters&do=record-delay",
    null,
    /^Reason/,
    "the records are in a vault",
  ],
  ["staff", "/settings", "Add a member of the staff", /^Name$/, "Thảo Nguyễn"],
  ["mail server", "/mail", null, /^Host$/, "mail.example.org"],
];

test.each(FORMS)(
  "what was typed into the form of %s outlives a lock",
  async (_name, path, opener, label, typed) => {
    const { user } = await openWindow(path);
    const open = async () => {
      if (opener) await user.click(await screen.findByRole("button", { name: opener }));
      return await screen.findByLabelText(label);
    };
    const field = await open();
    await user.clear(field);
    await user.type(field, typed);
    await user.keyboard("{Control>}l{/Control}");
    await user.type(await screen.findByLabelText("Passphrase"), `${FAKE_PASSPHRASE}{Enter}`);
    const again = await open();
    await waitFor(() => expect(again).toHaveValue(typed));
    expect(screen.getByTestId("restored")).toBeVisible();
  },
);

test("a form that the desk has taken begins empty the next time", async () => {
  const { user, desk } = await openWindow("/case/SSA-2026-00104?tab=letters&do=record-delay");
  await user.type(await screen.findByLabelText(/^Reason/), "the records are in a vault");
  await waitFor(async () => expect(await desk.draft("SSA-2026-00104/record-delay")).not.toBeNull());
  await user.type(screen.getByLabelText("Answer expected by"), "2026-12-18{Enter}");
  await screen.findByTestId("write-delay");
  expect(await desk.draft("SSA-2026-00104/record-delay")).toBeNull();
});

test("a form that grows too long to be kept says so, and what was kept of it before stays kept", async () => {
  const { user, desk } = await openWindow("/case/SSA-2026-00104?tab=letters&do=record-delay");
  const field = await screen.findByLabelText(/^Reason/);
  await user.type(field, "the records are in a vault");
  await waitFor(async () => expect(await desk.draft("SSA-2026-00104/record-delay")).not.toBeNull());
  fireEvent.change(field, { target: { value: "a vault ".repeat(12_000) } });
  expect(await screen.findByTestId("unkept")).toHaveTextContent(/stays as typed while the window is open/);
  expect((await desk.draft("SSA-2026-00104/record-delay"))?.body).toContain("the records are in a vault");
});

test("the reading of a notice is found again as it was put right", async () => {
  const { user } = await openWindow("/systems/USPS%20890.000");
  const open = async () => {
    await user.click((await screen.findAllByRole("button", { name: /^Put right/ }))[0] as HTMLElement);
    return await screen.findByLabelText(/^Why/);
  };
  await user.type(await open(), "The notice says otherwise");
  await user.click(screen.getByTestId("cancel"));
  const again = await open();
  await waitFor(() => expect(again).toHaveValue("The notice says otherwise"));
});

test("a password is never kept", async () => {
  const { user, desk } = await openWindow("/mail");
  await user.type(await screen.findByLabelText("Password"), "a secret of the server");
  await user.type(screen.getByLabelText("User name"), "privacy");
  await waitFor(async () => expect((await desk.draft("mail-server"))?.body).toContain("privacy"));
  expect((await desk.draft("mail-server"))?.body).not.toContain("secret");
});

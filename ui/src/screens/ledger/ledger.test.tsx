import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { FAKE_PASSPHRASE } from "../../backend/fake";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

test("the ledger is read and the answer is a sentence", async () => {
  const { user, container } = await openWindow("/ledger");
  await user.click(await screen.findByTestId("verify-ledger"));
  await waitFor(() =>
    expect(screen.getByTestId("ledger-found")).toHaveTextContent(
      /entries and \d+ letters? are as they were written/,
    ),
  );
  await expectAccessible(container);
});

test("writing the ledger out asks first, because the file is not encrypted", async () => {
  const { user, container } = await openWindow("/ledger");
  await user.click(await screen.findByRole("button", { name: "Write the ledger out" }));
  expect(await screen.findByText(/with names and addresses/)).toBeInTheDocument();
  await expectAccessible(container);
  await user.click(screen.getByTestId("confirm"));
  await waitFor(() => expect(screen.getByTestId("announcer")).toHaveTextContent("entries are written out."));
});

test("a plan, a backup, and the proof that it can be restored", async () => {
  const { user, desk, container } = await openWindow("/ledger");
  const now = await screen.findByRole("button", { name: "Back up now" });
  expect(now).toBeDisabled();
  expect(screen.getByTestId("last-backup")).toHaveTextContent("No backup was ever made.");
  await user.click(screen.getByRole("button", { name: "Choose the folder" }));
  await waitFor(() => expect(screen.getByLabelText("Folder")).toHaveValue("/media/archive"));
  const every = screen.getByLabelText("Days between two backups");
  await user.clear(every);
  await user.type(every, "never");
  await user.click(screen.getByRole("button", { name: "Save the plan" }));
  await waitFor(() => expect(every).toBeInvalid());
  await user.clear(every);
  await user.type(every, "7");
  await user.click(screen.getByRole("button", { name: "Save the plan" }));
  await waitFor(() => expect(now).toBeEnabled());
  expect((await desk.backups()).plan).toEqual({ folder: "/media/archive", every_days: 7, keep: 14 });
  await user.click(now);
  await waitFor(() =>
    expect(screen.getByTestId("last-backup")).toHaveTextContent("docket-backup-2026-11-23.desk"),
  );
  await user.click(screen.getByRole("button", { name: "Try the newest backup" }));
  const result = await screen.findByTestId("drill-result");
  expect(await within(result).findByText("The proof is good.")).toBeVisible();
  expect(result).toHaveTextContent("Mon 23 Nov 2026, R. Blake");
  await expectAccessible(container);
});

test("a restore asks for the passphrase, says where the desk of before is, and leads back to unlocking", async () => {
  const { user, container } = await openWindow("/ledger");
  await user.click(await screen.findByRole("button", { name: "Restore a backup" }));
  await user.type(await screen.findByLabelText("Passphrase of the backup"), FAKE_PASSPHRASE);
  await expectAccessible(container);
  await user.click(screen.getByTestId("confirm"));
  expect(await screen.findByText(/The desk of before is kept:/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Open the desk" }));
  expect(await screen.findByLabelText("Passphrase")).toBeVisible();
});

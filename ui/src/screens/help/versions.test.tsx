import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { FAKE_PASSPHRASE } from "../../backend/fake";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

const SUM = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const NEWER = { version: "0.2.0", file: "Docket 552a_0.2.0_amd64.deb", sha256: SUM };

test("without a folder the program looks nowhere, and Help says so and offers no look", async () => {
  const { container } = await openWindow("/help");
  expect(await screen.findByText("This is Docket 552a 0.1.0.")).toBeVisible();
  expect(screen.getByText(/so the program looks nowhere/)).toBeVisible();
  expect(screen.queryByTestId("look-for-version")).toBeNull();
  await expectAccessible(container);
});

test("an administrator names the folder in Settings, and finds under Help what lies there", async () => {
  const { user, desk, container } = await openWindow("/settings");
  const folder = await screen.findByLabelText("Folder for new versions");
  await user.type(folder, "share");
  await user.click(screen.getByTestId("save-version-folder"));
  expect((await screen.findAllByText("Write the whole path."))[0]).toBeVisible();
  expect(folder).toHaveAttribute("aria-invalid", "true");
  await user.click(screen.getAllByRole("button", { name: "Choose a folder" }).at(-1) as HTMLElement);
  await waitFor(() => expect(folder).toHaveValue("/media/archive"));
  await user.click(screen.getByTestId("save-version-folder"));
  await user.click(await screen.findByRole("link", { name: "Look for a new version under Help" }));
  const look = await screen.findByRole("button", { name: "Look for a new version" });
  await user.click(look);
  expect(await screen.findByTestId("no-version")).toHaveTextContent("newer than 0.1.0");

  desk.versions.lay(NEWER);
  await user.click(look);
  expect(await screen.findByRole("heading", { name: "Docket 552a 0.2.0 is there" })).toBeVisible();
  expect(screen.getByText(SUM)).toBeVisible();
  expect(screen.getByTestId("found-version")).toHaveTextContent(
    "Whoever administers this computer installs it.",
  );
  expect(screen.queryByTestId("no-version")).toBeNull();
  await expectAccessible(container);
});

test("a package that is not what the office wrote down is refused in a sentence", async () => {
  const { user, desk } = await openWindow("/");
  await desk.setVersionFolder("/media/archive");
  desk.versions.lay({ code: "not-allowed", message: "It is another file.", cite: null, field: null });
  await user.keyboard("{Alt>}0{/Alt}");
  await user.click(await screen.findByTestId("look-for-version"));
  expect(await screen.findByText("It is another file.")).toBeVisible();
  expect(screen.queryByTestId("found-version")).toBeNull();
});

test("who does not administer the desk sees the folder and cannot change it", async () => {
  const { user, desk } = await openWindow("/");
  await desk.setVersionFolder("/media/archive");
  desk.versions.isNotYours();
  await user.keyboard("{Alt>}9{/Alt}");
  expect(await screen.findByText("An administrator of the desk names the folder.")).toBeVisible();
  expect(screen.getByText("/media/archive")).toBeVisible();
  expect(screen.queryByLabelText("Folder for new versions")).toBeNull();
});

test("an administrator is told once when opening the desk, and is led to it", async () => {
  const { user, desk, address } = await openWindow("/", { desk: "locked" });
  await desk.setVersionFolder("/media/archive");
  desk.versions.lay(NEWER);
  await user.type(await screen.findByLabelText("Passphrase"), `${FAKE_PASSPHRASE}{Enter}`);
  const notice = await screen.findByTestId("version-notice");
  expect(notice).toHaveTextContent("Docket 552a 0.2.0 is in your office's folder.");
  await user.click(screen.getByRole("link", { name: "See what was found" }));
  await waitFor(() => expect(address()).toBe("/help?part=about"));
  expect(await screen.findByRole("heading", { name: "Docket 552a 0.2.0 is there" })).toBeVisible();
  expect(screen.getByRole("heading", { name: "About this version" })).toHaveFocus();
});

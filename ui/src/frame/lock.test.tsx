import { act, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { FAKE_PASSPHRASE } from "../backend/fake";
import { openWindow } from "../testing/open";

async function opens(user: Awaited<ReturnType<typeof openWindow>>["user"]) {
  await user.type(await screen.findByLabelText("Passphrase"), `${FAKE_PASSPHRASE}{Enter}`);
}

test("Ctrl+L locks in the middle of a form; the passphrase brings back the place and every word", async () => {
  const { user, address } = await openWindow("/case/USPS-2026-00102?do=add-note");
  await user.type(await screen.findByLabelText("Note for the file"), "She called and spelled her name");
  await user.keyboard("{Control>}l{/Control}");
  await screen.findByRole("heading", { name: "Open your desk" });
  await opens(user);
  const note = await screen.findByLabelText("Note for the file");
  await waitFor(() => expect(note).toHaveValue("She called and spelled her name"));
  expect(screen.getByTestId("restored")).toHaveTextContent("Found again as it was typed");
  expect(address()).toContain("USPS-2026-00102");
});

test("a half-typed request is found again, can be begun anew, and is gone once it is opened", async () => {
  const { user, desk } = await openWindow("/new");
  await user.type(await screen.findByLabelText("Requester's name"), "İpek Şahin");
  await waitFor(async () => expect((await desk.draft("intake"))?.body).toContain("İpek Şahin"));
  await user.keyboard("{Control>}l{/Control}");
  await opens(user);
  await waitFor(() => expect(screen.getByLabelText("Requester's name")).toHaveValue("İpek Şahin"));
  await user.click(screen.getByRole("button", { name: "Begin anew" }));
  expect(screen.getByLabelText("Requester's name")).toHaveValue("");
  await waitFor(async () => expect(await desk.draft("intake")).toBeNull());
});

test("an idle desk locks after its minutes, one that is used does not", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  try {
    await openWindow("/");
    await screen.findByText("Suharto");
    await act(() => vi.advanceTimersByTimeAsync(14 * 60_000));
    expect(screen.queryByRole("heading", { name: "Open your desk" })).toBeNull();
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "Shift" }));
    await act(() => vi.advanceTimersByTimeAsync(10 * 60_000));
    expect(screen.queryByRole("heading", { name: "Open your desk" })).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(6 * 60_000));
    expect(await screen.findByRole("heading", { name: "Open your desk" })).toBeVisible();
  } finally {
    vi.useRealTimers();
  }
});

test("a desk that is locked in another window is locked here", async () => {
  const { desk } = await openWindow("/");
  await screen.findByText("Suharto");
  act(() => desk.lockElsewhere());
  expect(await screen.findByRole("heading", { name: "Open your desk" })).toBeVisible();
  expect(screen.queryByText("Suharto")).toBeNull();
});

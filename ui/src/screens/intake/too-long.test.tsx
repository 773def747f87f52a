// A form that holds more than the desk keeps between two sittings: it stays as typed, and the form says that it is not kept.
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { openWindow } from "../../testing/open";

const LONG = "My records, please. ".repeat(6000);
const NOT_KEPT = /This form holds more than is kept between two sittings/;

type Opened = Awaited<ReturnType<typeof openWindow>>;

/** A form that was kept, and then grew too long to be kept. */
async function growTooLong({ user, desk }: Opened) {
  await user.type(screen.getByLabelText("Requester's name"), "Emre Şahin");
  await waitFor(async () => expect((await desk.draft("intake"))?.body).toContain("Emre Şahin"));
  fireEvent.change(screen.getByLabelText("Their words"), { target: { value: LONG } });
  expect(await screen.findByText(NOT_KEPT)).toBeVisible();
}

test("it says so, stays as typed when one comes back to it, and what was kept before stays kept", async () => {
  const opened = await openWindow("/new");
  await growTooLong(opened);
  await opened.user.click(screen.getByTestId("nav-mail"));
  await screen.findByRole("heading", { level: 1, name: "Mail" });
  await opened.user.click(screen.getByTestId("nav-new"));
  expect(await screen.findByText(NOT_KEPT)).toBeVisible();
  expect(screen.getByLabelText("Their words")).toHaveValue(LONG);
  expect((await opened.desk.draft("intake"))?.body).toContain("Emre Şahin");
  fireEvent.change(screen.getByLabelText("Their words"), { target: { value: "My records." } });
  await waitFor(() => expect(screen.queryByText(NOT_KEPT)).toBeNull());
  expect((await opened.desk.draft("intake"))?.body).toContain("My records.");
});

test("a message is added to it all the same, and what was kept before stays kept", async () => {
  const opened = await openWindow("/new");
  await growTooLong(opened);
  await opened.user.click(screen.getByTestId("nav-mail"));
  await screen.findByTestId("incoming-in-1");
  await opened.user.keyboard("ja");
  await opened.user.click(await screen.findByTestId("confirm"));
  expect(await screen.findByText(NOT_KEPT)).toBeVisible();
  expect(screen.getByLabelText("Their words")).toHaveValue(LONG);
  expect(screen.getByLabelText(/^E-mail/)).toHaveValue("o.adebayo@example.org");
  expect((await opened.desk.draft("intake"))?.body).toContain("Emre Şahin");
});

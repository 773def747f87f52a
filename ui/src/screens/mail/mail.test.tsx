import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

test("an empty outbox says how letters come here", async () => {
  const { container } = await openWindow("/mail");
  expect(await screen.findByText("No letter waits to be e-mailed.")).toBeVisible();
  expect(screen.getByTestId("send-mail")).toBeDisabled();
  await expectAccessible(container);
});

test("the server is set up with errors at the field, and the password is not kept in the form", async () => {
  const { user, desk, container } = await openWindow("/mail");
  const port = await screen.findByLabelText("Port");
  await user.clear(port);
  await user.type(port, "smtp");
  await user.click(screen.getByTestId("save-mail-settings"));
  expect(port).toBeInvalid();
  await user.clear(port);
  await user.type(port, "465");
  await user.click(screen.getByTestId("save-mail-settings"));
  expect(await screen.findByTestId("refusal")).toHaveTextContent(/host name/);
  await expectAccessible(container);
  await user.type(screen.getByLabelText("Host"), "mail.example.org");
  await user.type(screen.getByLabelText("Password"), "rather secret");
  await user.click(screen.getByTestId("save-mail-settings"));
  await waitFor(() => expect(screen.getByLabelText("Password")).toHaveValue(""));
  expect(await desk.mailSettings()).toMatchObject({ host: "mail.example.org", port: 465, password: "" });
});

test("a letter that waited is sent once there is a server", async () => {
  const { user, desk } = await openWindow("/mail");
  const { version } = await desk.caseView("USPS-2026-00102");
  const view = await desk.issueLetter("USPS-2026-00102", version, {
    kind: "acknowledgement",
    recipient: null,
    language: "en",
  });
  const letter = view.letters.at(-1)?.letter ?? "";
  await desk.queueLetter("USPS-2026-00102", view.version, letter, []);
  await desk.setMailSettings({
    host: "mail.example.org",
    port: 465,
    security: "tls",
    user: "",
    password: "",
    from: "p@example.org",
  });
  await user.click(screen.getByTestId("nav-worklist"));
  await user.click(screen.getByTestId("nav-mail"));
  await screen.findByText("Waiting");
  await user.keyboard("s");
  expect(await screen.findByText("1 letter was sent.", { selector: ".section-bar span" })).toBeVisible();
  expect(await screen.findByText("Sent")).toBeVisible();
});

test("what waits for the printer is printed as a batch, and how is remembered", async () => {
  const { user, desk, container } = await openWindow("/mail");
  for (const number of ["USPS-2026-00102", "USPS-2026-00105"]) {
    const view = await desk.caseView(number);
    const offer = view.offers.find((one) => one.why_not === null);
    await desk.issueLetter(number, view.version, {
      kind: offer?.kind ?? "acknowledgement",
      recipient: null,
      language: "en",
    });
  }
  await user.click(screen.getByTestId("nav-worklist"));
  await user.click(screen.getByTestId("nav-mail"));
  await screen.findByTestId("to-print-USPS-2026-00102");
  await expectAccessible(container);
  const waiting = (await desk.lettersToPrint()).length;
  await user.keyboard("p");
  await user.selectOptions(await screen.findByLabelText("Sides"), "two-sided-long-edge");
  await user.selectOptions(screen.getByLabelText("Tray"), "manual");
  await user.selectOptions(screen.getByLabelText(/^Envelopes/), "after-all");
  await user.clear(screen.getByLabelText("Copies"));
  await user.type(screen.getByLabelText("Copies"), "0");
  expect(screen.getByTestId("confirm")).toBeDisabled();
  await user.clear(screen.getByLabelText("Copies"));
  await user.type(screen.getByLabelText("Copies"), "2");
  await expectAccessible(container);
  await user.click(screen.getByTestId("confirm"));
  expect(await screen.findByRole("heading", { name: `${waiting} letters printed on Front` })).toBeVisible();
  await user.click(screen.getByTestId("confirm"));
  expect(await screen.findByText("No letter waits for the printer.")).toBeVisible();
  expect(await desk.printSettings()).toMatchObject({
    printer: "Front",
    copies: 2,
    sides: "two-sided-long-edge",
    tray: "manual",
    envelopes: "after-all",
  });
});

test("a printer that stands still says why, is stopped, and the letters wait with the reason", async () => {
  const { user, desk, container } = await openWindow("/mail");
  const view = await desk.caseView("USPS-2026-00102");
  await desk.issueLetter("USPS-2026-00102", view.version, {
    kind: "acknowledgement",
    recipient: null,
    language: "en",
  });
  await user.click(screen.getByTestId("nav-worklist"));
  await user.click(screen.getByTestId("nav-mail"));
  await user.click(await screen.findByTestId("print-batch"));
  await user.selectOptions(await screen.findByLabelText("Printer"), "Cellar");
  expect(screen.getByText("The paper is jammed.")).toBeVisible();
  await user.click(screen.getByTestId("confirm"));
  expect(await screen.findByText(/stands still/)).toBeVisible();
  await expectAccessible(container);
  await user.click(screen.getByTestId("confirm"));
  expect(await screen.findByRole("heading", { name: "No letter was printed" })).toBeVisible();
  await expectAccessible(container);
  await user.click(screen.getByTestId("confirm"));
  expect(await screen.findByText("The printing was stopped.", { selector: "td" })).toBeVisible();
});

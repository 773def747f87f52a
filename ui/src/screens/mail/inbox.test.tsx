import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

const LETTER = "Request for my records under the Privacy Act";

test("the inbox shows who wrote, about what, since when, and which case it names", async () => {
  const { container } = await openWindow("/mail");
  const table = within(await screen.findByRole("table", { name: "Inbox" }));
  const rows = table.getAllByRole("row").slice(1);
  expect(rows[0]).toHaveTextContent(/Oluwaseun Adébáyọ̀.*Privacy Act.*Thu 19 Nov 2026.*2/);
  expect(table.getByText("names USPS-2026-00102")).toBeVisible();
  expect(table.getByRole("row", { name: /Scan of a letter/ })).toBeVisible();
  expect(table.queryByText(/tidy mail room/)).toBeNull();
  await expectAccessible(container);
});

test("an empty inbox says how mail comes here, and one key takes it in", async () => {
  const { user, container } = await openWindow("/mail", { desk: "open", seeds: false });
  expect(await screen.findByText("Nothing waits in the inbox.")).toBeVisible();
  expect(screen.getByText(/Save a message from your mail program as an .eml file/)).toBeVisible();
  await user.keyboard("i");
  const came = within(await screen.findByTestId("came"));
  expect(came.getByText("1 file came into the inbox.")).toBeVisible();
  expect(came.getByText(/“minutes.docx” was not taken in\. This is no e-mail message/)).toBeVisible();
  expect(await screen.findByRole("link", { name: "My claim file" })).toBeVisible();
  await user.click(screen.getByTestId("take-in"));
  expect(await came.findByText("“claim.eml” waits already. It was not taken in twice.")).toBeVisible();
  await expectAccessible(container);
  await user.click(came.getByRole("button", { name: "Put away" }));
  expect(screen.getByRole("heading", { name: "Inbox" })).toHaveFocus();
});

test("by keys alone, one message is set aside with a reason and put back", async () => {
  const { user, container } = await openWindow("/mail");
  await screen.findByRole("link", { name: LETTER });
  await user.keyboard("e");
  expect(screen.getByTestId("announcer")).toHaveTextContent("Go to a row first");
  await user.keyboard("j");
  expect(screen.getByRole("link", { name: LETTER })).toHaveFocus();
  await user.keyboard("e");
  await user.type(await screen.findByLabelText("Why"), "Another office answers it.");
  await expectAccessible(container);
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByTestId("incoming-in-1")).toBeNull());
  await waitFor(() => expect(screen.getByRole("link", { name: /^Re: USPS/ })).toHaveFocus());
  await user.click(screen.getByText("Set aside: 2"));
  expect(screen.getByText(/R. Blake, Mon 23 Nov 2026: Another office answers it/)).toBeVisible();
  await expectAccessible(container);
  await user.click(screen.getByRole("button", { name: `Put back ${LETTER}` }));
  expect(await screen.findByTestId("incoming-in-1")).toBeVisible();
});

test("Ctrl+Z puts back what was set aside last", async () => {
  const { user } = await openWindow("/mail");
  await screen.findByRole("link", { name: LETTER });
  await user.keyboard("je");
  await user.click(await screen.findByTestId("confirm"));
  await waitFor(() => expect(screen.getByLabelText("Why")).toBeInvalid());
  await user.type(screen.getByLabelText("Why"), "A double.");
  await user.click(screen.getByTestId("confirm"));
  await waitFor(() => expect(screen.queryByTestId("incoming-in-1")).toBeNull());
  await user.keyboard("{Control>}z{/Control}");
  expect(await screen.findByTestId("incoming-in-1")).toBeVisible();
});

test("a message is read as plain text, and its attachments are opened, saved and marked", async () => {
  const { user, container } = await openWindow("/mail");
  await screen.findByRole("link", { name: LETTER });
  await user.keyboard("j{Enter}");
  expect(await screen.findByRole("heading", { level: 1, name: LETTER })).toHaveFocus();
  expect(screen.getByText(/transcript of my chat conversation/)).toBeVisible();
  expect(screen.getByText("o.adebayo@example.org")).toBeVisible();
  expect(screen.getByText("Wed 18 Nov 2026")).toBeVisible();
  expect(screen.getByText(/destroyed 30 days after it is filed/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Open certification.pdf" }));
  expect(await screen.findByTestId("letter-page")).toBeVisible();
  await expectAccessible(container);
  await user.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.getByRole("button", { name: "Open certification.pdf" })).toHaveFocus();
  await user.click(screen.getByRole("button", { name: "Save a copy of license.png" }));
  await waitFor(() => expect(screen.getByTestId("announcer")).toHaveTextContent(/mail-part-2/));
});

test("an attachment that is not shown says so, and can be saved", async () => {
  await openWindow("/mail/in/in-2");
  expect(await screen.findByText("This kind of file is not shown here. Save it to open it.")).toBeVisible();
  expect(screen.queryByRole("button", { name: /^Open address/ })).toBeNull();
  expect(screen.getByRole("button", { name: /^Save a copy of address/ })).toBeVisible();
});

test("a message that names a case is put into its file, and the file opens", async () => {
  const { user, desk, address, container } = await openWindow("/mail");
  await screen.findByRole("link", { name: LETTER });
  await user.keyboard("jjc");
  const number = await screen.findByLabelText("Case number");
  expect(number).toHaveValue("USPS-2026-00102");
  expect(number).toHaveFocus();
  await expectAccessible(container);
  await user.click(screen.getByRole("checkbox", { name: /^Shows identity/ }));
  await user.click(screen.getByTestId("put-into-case"));
  expect(await screen.findByRole("row", { name: /address change.docx.*destroyed after/ })).toBeVisible();
  expect(address()).toBe("/case/USPS-2026-00102?tab=file");
  expect((await desk.inbox()).waiting.map((row) => row.id)).not.toContain("in-2");
});

test("a case that does not exist is refused beside the field", async () => {
  const { user } = await openWindow("/mail/in/in-1");
  await user.type(await screen.findByLabelText("Case number"), "usps-2026-99999{Enter}");
  expect(await screen.findByTestId("refusal")).toHaveTextContent(/no case USPS-2026-99999/);
});

test("what was set aside is looked at and put back", async () => {
  const { user, container } = await openWindow("/mail/in/in-4");
  expect(await screen.findByText(/An advertisement, and no request/)).toBeVisible();
  expect(screen.queryByTestId("take-in-as-request")).toBeNull();
  await expectAccessible(container);
  await user.click(screen.getByTestId("put-back"));
  expect(await screen.findByTestId("take-in-as-request")).toBeVisible();
});

test("what no longer waits says so, and leads back to the inbox", async () => {
  await openWindow("/mail/in/gone");
  expect(await screen.findByText(/This no longer waits in the inbox/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Back to the inbox" })).toBeVisible();
});

test("files dropped here come into the inbox, and the palette takes in from anywhere", async () => {
  const { user, desk, address } = await openWindow("/help");
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await screen.findByRole("combobox"), "take in mail{Enter}");
  expect(await screen.findByText("1 file came into the inbox.")).toBeVisible();
  expect(address()).toBe("/mail");
  act(() => desk.drop(["/home/letter.pdf"]));
  expect(await screen.findByRole("link", { name: "letter.pdf" })).toBeVisible();
});

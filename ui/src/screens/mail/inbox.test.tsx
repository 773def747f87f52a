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

test("before it is put into a case, whose case the number is stands below it", async () => {
  const { user, container } = await openWindow("/mail/in/in-1");
  const number = await screen.findByLabelText("Case number");
  const put = screen.getByTestId("put-into-case");
  await user.type(number, "usps-2026-0010");
  expect(put).toBeDisabled();
  await user.type(number, "2");
  const whose = await screen.findByTestId("whose-case");
  await waitFor(() => expect(whose).toHaveTextContent("Thảo Nguyễn: amendment, received Fri 6 Nov 2026."));
  expect(whose).toHaveAttribute("role", "status");
  expect(put).toBeEnabled();
  await expectAccessible(container);
  await user.type(number, "9");
  expect(put).toBeDisabled();
  await waitFor(() => expect(whose).toHaveTextContent("There is no case USPS-2026-001029 on this desk."));
  expect(put).toBeDisabled();
});

test("what was set aside is looked at and put back", async () => {
  const { user, container } = await openWindow("/mail/in/in-4");
  expect(await screen.findByText(/An advertisement, and no request/)).toBeVisible();
  expect(screen.queryByTestId("take-in-as-request")).toBeNull();
  await expectAccessible(container);
  await user.click(screen.getByTestId("put-back"));
  expect(await screen.findByTestId("take-in-as-request")).toBeVisible();
  expect(screen.getByRole("heading", { level: 1, name: "Ten ways to a tidy mail room" })).toHaveFocus();
});

test("what was set aside is destroyed for good from the list, once a person made sure of it", async () => {
  const { user, desk, container } = await openWindow("/mail");
  await user.click(await screen.findByText("Set aside: 1"));
  const destroy = screen.getByRole("button", { name: "Destroy Ten ways to a tidy mail room" });
  await user.click(destroy);
  const dialog = within(
    await screen.findByRole("dialog", { name: "Destroy “Ten ways to a tidy mail room”?" }),
  );
  expect(dialog.getByText(/cannot be undone.*no record that must be kept/)).toBeVisible();
  expect(dialog.getByTestId("cancel")).toHaveFocus();
  await expectAccessible(container);
  await user.click(dialog.getByTestId("cancel"));
  expect(destroy).toHaveFocus();
  await user.click(destroy);
  await user.click(await screen.findByTestId("confirm"));
  await waitFor(() => expect(screen.queryByTestId("set-aside-ones")).toBeNull());
  expect((await desk.inbox()).set_aside).toHaveLength(0);
  expect(screen.getByTestId("announcer")).toHaveTextContent("“Ten ways to a tidy mail room” is destroyed.");
  await waitFor(() => expect(screen.getByRole("heading", { name: "Inbox" })).toHaveFocus());
});

test("what was set aside is destroyed on its own screen, and the inbox opens; Ctrl+Z does not call it back", async () => {
  const { user, desk, address } = await openWindow("/mail/in/in-4");
  await user.click(await screen.findByTestId("destroy"));
  await user.click(await screen.findByTestId("confirm"));
  await waitFor(() => expect(address()).toBe("/mail"));
  expect((await desk.inbox()).set_aside).toHaveLength(0);
  await user.keyboard("{Control>}z{/Control}");
  expect(screen.getByTestId("announcer")).toHaveTextContent(/othing/);
});

test("a file that is dropped again waits already, or was set aside, and Mail says which", async () => {
  const { user, desk } = await openWindow("/mail");
  act(() => desk.drop(["/tmp/letter.pdf"]));
  await user.click(await screen.findByRole("link", { name: "letter.pdf" }));
  await user.click(await screen.findByTestId("set-aside"));
  await user.type(await screen.findByLabelText("Why"), "A double.");
  await user.click(screen.getByTestId("confirm"));
  await screen.findByTestId("set-aside-ones");
  act(() => desk.drop(["/tmp/letter.pdf"]));
  const came = within(await screen.findByTestId("came"));
  expect(
    await came.findByText(
      /“letter.pdf” was not taken in: R. Blake set it aside on Mon 23 Nov 2026 \(“A double\.”\)\..*Put back/,
    ),
  ).toBeVisible();
  expect(came.queryByText(/waits already/)).toBeNull();
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

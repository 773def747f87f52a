import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { FAKE_PASSPHRASE, type FakeDesk } from "../../backend/fake";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

const LETTERS = "/rules/letters?agency=usps";
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

/** A file as somebody chooses it: the smallest PNG, with as many bytes after it as make it this large. */
function file(name: string, bytes = 0, words?: string): File {
  const start = words ?? atob(PNG);
  const whole = start.padEnd(bytes, "\0");
  return new File([Uint8Array.from(whole, (letter) => letter.charCodeAt(0))], name, { type: "image/png" });
}

/** A seal and the signature of Siân O'Neill are in force: R. Blake wrote the version, and she approved it. */
async function pictured(desk: FakeDesk): Promise<void> {
  await desk.proposeWording("usps", {
    pictures: {
      seal: { png: PNG },
      signatures: [{ official: "Siân O'Neill", issuers: ["R. Blake"], picture: { png: PNG } }],
    },
  });
  await desk.workAs("Siân O'Neill");
  await desk.approveWording("usps", 1);
  await desk.workAs("R. Blake");
}

/** Goes to the letters of a desk that was prepared before. */
async function toTheLetters(user: Awaited<ReturnType<typeof openWindow>>["user"]) {
  await user.click(screen.getByTestId("nav-rules"));
  await user.click(await screen.findByTestId("to-letters"));
  await screen.findByTestId("wording-draft");
}

test("a seal is put in, seen on a sample letter, proposed, and told of its version", async () => {
  const { user, desk, container } = await openWindow(LETTERS, { desk: "open" }, "wording-draft");
  const seal = within(screen.getByTestId("seal"));
  expect(seal.getByText("The letterhead has no seal.")).toBeVisible();
  await user.upload(seal.getByLabelText(/^Put in a seal/), file("seal.png"));
  expect(await seal.findByRole("img", { name: "The seal beside the letterhead" })).toHaveAttribute(
    "src",
    `data:image/png;base64,${PNG}`,
  );
  expect(seal.getByLabelText("Put in another seal")).toBeInTheDocument();
  expect(screen.getByTestId("row-wording")).toHaveTextContent("1 change in your draft");
  await expectAccessible(container);

  await user.click(screen.getByTestId("preview-draft"));
  expect(await screen.findByTestId("preview-pictures")).toHaveTextContent("The letterhead has a new seal");
  expect(await screen.findByTestId("letter-page")).toHaveAccessibleName(
    "A sample letter as it would print: Page 1 of 1",
  );
  await expectAccessible(container);
  await user.click(screen.getByTestId("propose-wording"));
  const version = within(await screen.findByTestId("version-1"));
  expect(version.getByText("the seal")).toBeVisible();
  await user.click(version.getByText("What is in it"));
  expect(version.getByRole("img", { name: "The seal beside the letterhead" })).toBeVisible();
  expect((await desk.wording("usps")).versions[0]?.pictures).toEqual({ seal: PNG, signatures: [] });
  await waitFor(async () => expect(await desk.draft("wording/usps/picture/1")).toBeNull());
});

test("a signature names its official, and comes into force only with that official's approval", async () => {
  const { user, desk, container } = await openWindow(LETTERS, { desk: "open" }, "wording-draft");
  const part = within(screen.getByTestId("signatures"));
  expect(part.getByText(/comes into force only if its official wrote or approved the version/)).toBeVisible();
  await user.click(screen.getByTestId("put-in-signature"));
  expect(await part.findByLabelText("Official")).toHaveFocus();
  await user.keyboard("Siân O'Neill");
  await user.click(screen.getByTestId("preview-draft"));
  const refusal = await screen.findByTestId("refusal");
  await user.click(within(refusal).getByRole("link", { name: /A picture is missing/ }));
  const choose = part.getByLabelText("Choose the picture for the signature of Siân O'Neill");
  expect(choose).toHaveFocus();
  await user.upload(choose, file("signature.png"));
  expect(await part.findByRole("img", { name: "Signature of Siân O'Neill" })).toBeVisible();
  await user.type(part.getByLabelText(/^Who else may issue/), "R. Blake");
  await expectAccessible(container);

  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByTestId("preview-pictures")).toHaveTextContent(
    "They are issued with it by: Siân O'Neill, R. Blake.",
  );
  await user.click(screen.getByTestId("propose-wording"));
  const first = within(await screen.findByTestId("version-1"));
  expect(first.getByText("the signature of Siân O'Neill")).toBeVisible();
  expect((await desk.wording("usps")).versions[0]?.pictures?.signatures).toEqual([
    { official: "Siân O'Neill", issuers: ["R. Blake"], picture: PNG },
  ]);
  await desk.workAs("Siân O'Neill");
  await user.click(first.getByRole("button", { name: "Approve version 1" }));
  await user.click(screen.getByTestId("confirm"));
  expect(await first.findByText("in force")).toBeVisible();
  expect(part.getByRole("row", { name: /^Siân O'Neill R. Blake/ })).toBeVisible();
});

test("nobody's signature is used without them", async () => {
  const { desk } = await openWindow(LETTERS, { desk: "open" }, "wording-draft");
  const signatures = [{ official: "Ayşe Łukasiewicz", issuers: [], picture: { png: PNG } }];
  await desk.proposeWording("usps", { pictures: { signatures } });
  await desk.workAs("Siân O'Neill");
  await expect(desk.approveWording("usps", 1)).rejects.toThrow("has a signature of Ayşe Łukasiewicz");
});

test("what is in force is changed or taken out, each change is taken back, and the rest stays as it is", async () => {
  const { user, desk, container } = await openWindow("/");
  await pictured(desk);
  await toTheLetters(user);
  const [seal, part] = [within(screen.getByTestId("seal")), within(screen.getByTestId("signatures"))];
  expect(seal.getByText("This seal is in force.")).toBeVisible();
  await user.click(screen.getByTestId("take-seal-out"));
  expect(seal.queryByRole("img")).toBeNull();
  expect(seal.getByLabelText(/^Put in a seal/)).toHaveFocus();
  await user.click(screen.getByTestId("leave-seal"));
  expect(seal.getByRole("img")).toBeVisible();
  expect(screen.getByTestId("row-wording")).toHaveTextContent("nothing in your draft");

  await user.click(part.getByRole("button", { name: "Take out the signature of Siân O'Neill" }));
  expect(part.getByText("Room for a signature by hand")).toBeVisible();
  expect(screen.getByTestId("put-in-signature")).toHaveFocus();
  await user.click(part.getByRole("button", { name: "Take back the change of the signature: Siân O'Neill" }));
  await user.click(part.getByRole("button", { name: "Change the signature of Siân O'Neill" }));
  const issuers = part.getByLabelText(/^Who else may issue/);
  expect(issuers).toHaveFocus();
  expect(issuers).toHaveValue("R. Blake");
  await user.type(issuers, "{Enter}Ayşe Łukasiewicz");
  expect(screen.getByTestId("row-wording")).toHaveTextContent("1 change in your draft");
  await expectAccessible(container);
  await user.click(screen.getByTestId("preview-draft"));
  await user.click(await screen.findByTestId("propose-wording"));
  await screen.findByTestId("version-2");
  expect((await desk.wording("usps")).versions[0]?.pictures).toEqual({
    seal: PNG,
    signatures: [{ official: "Siân O'Neill", issuers: ["R. Blake", "Ayşe Łukasiewicz"], picture: PNG }],
  });
});

test("a version that waits is previewed with its own pictures, and not with those in force", async () => {
  const { user, desk } = await openWindow("/");
  await pictured(desk);
  await desk.proposeWording("usps", {
    pictures: {
      seal: "taken-out",
      signatures: [{ official: "Siân O'Neill", issuers: [], picture: "taken-out" }],
    },
  });
  await toTheLetters(user);
  await user.click(await screen.findByRole("button", { name: "Preview version 2" }));
  const pictures = await screen.findByTestId("preview-pictures");
  expect(pictures).toHaveTextContent("The letterhead has no seal.");
  expect(pictures).toHaveTextContent("Letters that Siân O'Neill signs leave room for a signature by hand.");
});

test("where the sample letter cannot be written, its page says why and leaves the focus where it is", async () => {
  const { user } = await openWindow(`${LETTERS}&clause=closing`);
  const field = await screen.findByLabelText("The office's words");
  await user.clear(field);
  await user.type(field, "Ask for {{{{ the_moon }}.");
  await user.click(screen.getByTestId("preview-wording"));
  const page = within(await screen.findByTestId("sample-page"));
  expect(
    await page.findByText("The clause needs “the_moon”, which this letter does not have."),
  ).toBeVisible();
  expect(screen.getByTestId("wording-preview")).toHaveFocus();
});

test("a file that is too large is not read, and one that is no PNG is refused by the desk", async () => {
  const { user, container } = await openWindow(LETTERS, { desk: "open" }, "wording-draft");
  const choose = () => screen.getByLabelText(/^Put in a(nother)? ?seal/);
  await user.upload(choose(), file("seal.png", 64 * 1024 + 1));
  expect(await screen.findByText(/The picture is too large: it may have 64 KB/)).toBeVisible();
  expect(screen.getByTestId("preview-draft")).toBeDisabled();
  await expectAccessible(container);
  await user.upload(choose(), file("seal.png", 0, "GIF89a"));
  await waitFor(() => expect(screen.getByTestId("preview-draft")).toBeEnabled());
  expect(screen.queryByText(/The picture is too large/)).toBeNull();
  await user.click(screen.getByTestId("preview-draft"));
  expect(await screen.findByTestId("refusal")).toHaveTextContent("The picture is no PNG. Save it as PNG.");
});

test("pictures that were chosen outlive a lock, and are forgotten with the draft", async () => {
  const { user, desk } = await openWindow(LETTERS, { desk: "open" }, "wording-draft");
  await user.upload(screen.getByLabelText(/^Put in a seal/), file("seal.png"));
  await user.click(screen.getByTestId("put-in-signature"));
  await user.type(await screen.findByLabelText("Official"), "Siân O'Neill");
  await user.upload(screen.getByLabelText(/^Choose the picture/), file("signature.png"));
  await screen.findByRole("img", { name: "Signature of Siân O'Neill" });
  await user.keyboard("{Control>}l{/Control}");
  await user.type(await screen.findByLabelText("Passphrase"), `${FAKE_PASSPHRASE}{Enter}`);
  expect(await screen.findByRole("img", { name: "Signature of Siân O'Neill" })).toBeVisible();
  expect(screen.getByRole("img", { name: "The seal beside the letterhead" })).toBeVisible();
  expect((await desk.draft("wording/usps/picture/2"))?.body).toBe(JSON.stringify(PNG));
  await user.click(within(screen.getByTestId("restored")).getByRole("button"));
  expect(screen.getByText("The letterhead has no seal.")).toBeVisible();
  await waitFor(async () => expect(await desk.draft("wording/usps/picture/2")).toBeNull());
  expect(await desk.draft("wording/usps/picture/1")).toBeNull();
});

test("the palette leads to the seal and to a signature, and F1 helps there", async () => {
  const { user } = await openWindow(LETTERS, { desk: "open" }, "wording-draft");
  await user.keyboard("{Control>}k{/Control}");
  await user.type(screen.getByRole("combobox", { name: "Find and do" }), "seal beside the letterhead{Enter}");
  await waitFor(() => expect(screen.getByLabelText(/^Put in a seal/)).toHaveFocus());
  await user.keyboard("{F1}");
  expect(await screen.findByTestId("field-help")).toHaveTextContent("A PNG of your office's seal");
  await user.keyboard("{Escape}{Control>}k{/Control}");
  await user.type(screen.getByRole("combobox", { name: "Find and do" }), "official's signature{Enter}");
  await waitFor(() => expect(screen.getByLabelText("Official")).toHaveFocus());
});

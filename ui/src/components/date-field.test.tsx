// A day typed in figures, in the order of the region that the computer is set to.
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { openWindow } from "../testing/open";

async function typed(text: string, region?: string) {
  const { user } = await openWindow("/new", { desk: "open", ...(region === undefined ? {} : { region }) });
  const field = screen.getByLabelText("Received");
  await waitFor(() => expect(field).toHaveValue("2026-11-23"));
  await user.clear(field);
  await user.type(field, text);
  return { user, field, readBack: field.parentElement?.querySelector(".read-back") };
}

test.each([
  ["8/9/2026", undefined, "Sun 9 Aug 2026"],
  ["8/9/2026", "en-GB", "Tue 8 Sep 2026"],
  ["8.9.2026", "de-DE", "Tue 8 Sep 2026"],
  ["2026/9/8", "ja-JP", "Tue 8 Sep 2026"],
  ["2026-09-08", "de-DE", "Tue 8 Sep 2026"],
])("%s in region %s is read back as %s", async (text, region, day) => {
  const { readBack } = await typed(text, region);
  expect(readBack).toHaveTextContent(day);
});

test.each([
  ["en-US", "As 2026-11-20, 11/20/2026 or 20 Nov 2026."],
  ["en-GB", "As 2026-11-20, 20/11/2026 or 20 Nov 2026."],
  ["de-DE", "As 2026-11-20, 20.11.2026 or 20 Nov 2026."],
  ["sv-SE", "As 2026-11-20 or 20 Nov 2026."],
])("in %s the field says how to type a day there", async (region, words) => {
  const { field } = await typed("8 Sep 2026", region);
  expect(field).toHaveAttribute("title", expect.stringContaining(words));
});

test("figures in the order of another region are not read, and the field says how to type them", async () => {
  const { user, field, readBack } = await typed("11/20/2026", "en-GB");
  await user.tab();
  expect(readBack).toBeEmptyDOMElement();
  expect(field).toBeInvalid();
  expect(screen.getByText("Write a day as 2026-11-20, 20/11/2026 or 20 Nov 2026.")).toBeVisible();
});

test("a day stays the same day when it is moved by the arrows", async () => {
  const { user, field, readBack } = await typed("8/9/2026", "en-GB");
  await user.type(field, "{ArrowUp}");
  expect(field).toHaveValue("2026-09-09");
  expect(readBack).toHaveTextContent("Wed 9 Sep 2026");
});

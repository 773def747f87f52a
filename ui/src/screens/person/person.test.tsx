import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../../testing/accessible";
import { openWindow } from "../../testing/open";

test("a person is looked at across cases, and the way leads back to the case", async () => {
  const { user, address, container } = await openWindow("/case/USPS-2026-00102");
  await user.click(await screen.findByRole("link", { name: "Look at the requester across cases" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Thảo Nguyễn" })).toHaveFocus();
  expect(screen.getByText(/880 Sallow Court/)).toBeVisible();
  expect(screen.getByRole("rowheader", { name: "USPS-2026-00102" })).toBeVisible();
  await expectAccessible(container);
  await user.keyboard("u");
  await screen.findByRole("heading", { level: 1, name: /USPS-2026-00102/ });
  expect(address()).toBe("/case/USPS-2026-00102");
});

import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { openWindow } from "../testing/open";

test("Ctrl+P prints the screen, headed by the desk, the screen and the day", async () => {
  const { user, desk } = await openWindow("/workload");
  await screen.findByTestId("workload-summary");
  await user.keyboard("{Control>}p{/Control}");
  await waitFor(() => expect(desk.printed).toEqual(["Workload · Docket 552a"]));
  const head = screen.getByTestId("print-head");
  await waitFor(() => expect(head).toHaveTextContent("Workload"));
  expect(head).toHaveTextContent("Docket 552a · USPS, SSA · R. Blake");
  expect(head).toHaveTextContent("Mon 23 Nov 2026");
  await user.click(screen.getByTestId("nav-help"));
  await waitFor(() => expect(head).toHaveTextContent("Help"));
});

test("Ctrl+K prints as well, and ? shows the key", async () => {
  const { user, desk } = await openWindow("/");
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await screen.findByRole("combobox", { name: "Find and do" }), "print this{Enter}");
  await waitFor(() => expect(desk.printed).toHaveLength(1));
  await user.keyboard("?");
  expect(await screen.findByText("Ctrl+P")).toBeVisible();
});

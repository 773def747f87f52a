import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { expectAccessible } from "../testing/accessible";
import { openWindow } from "../testing/open";

const step = (n: number) => screen.findByRole("heading", { name: new RegExp(`^Step ${n} of 5`) });
const marked = () => document.querySelector(".tour-mark");

test("a practice desk offers the tour once; five steps lead to the real places and mark them, by key alone", async () => {
  const { user, address, container } = await openWindow("/", { desk: "practice" });
  const offer = within(await screen.findByTestId("tour-offer"));
  await user.click(offer.getByRole("button", { name: "Take the tour" }));
  await waitFor(async () => expect(await step(1)).toHaveFocus());
  await waitFor(() => expect(marked()?.parentElement).toHaveClass("next"));
  await expectAccessible(container);

  const next = async (n: number) => {
    screen.getByTestId("tour-next").focus();
    await user.keyboard("{Enter}");
    const heading = await step(n);
    await waitFor(() => expect(heading).toHaveFocus());
  };
  await next(2);
  await waitFor(() => expect(marked()).toHaveAttribute("data-testid", "next-panel"));
  expect(address()).toContain("/case/");
  await next(3);
  await waitFor(() => expect(marked()).toHaveClass("clock", "clock-overdue"));
  await next(4);
  await waitFor(() => expect(marked()).toHaveAttribute("data-testid", "checks"));
  expect(address()).toContain("/write/");
  await expectAccessible(container);
  await next(5);
  await waitFor(() => expect(address()).toContain("/new"));
  await waitFor(() => expect(marked()).toHaveClass("margin"));
  await user.click(screen.getByRole("button", { name: "Finish" }));
  expect(screen.queryByTestId("tour")).toBeNull();
  expect(marked()).toBeNull();
  expect(localStorage.getItem("docket-tour")).toBe("finished");
  expect(screen.queryByTestId("tour-offer")).toBeNull();
});

test("Escape leaves the tour, and Help has it again", async () => {
  const { user } = await openWindow("/help", { desk: "practice" });
  await user.click(await screen.findByTestId("help-tour"));
  await waitFor(async () => expect(await step(1)).toHaveFocus());
  await user.keyboard("{Escape}");
  expect(screen.queryByTestId("tour")).toBeNull();
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await screen.findByRole("combobox", { name: "Find and do" }), "tour{Enter}");
  expect(await step(1)).toBeVisible();
});

test("a practice desk without a case still has its tour", async () => {
  const { user } = await openWindow("/", { desk: "practice", seeds: false });
  await user.click(await screen.findByRole("button", { name: "Take the tour" }));
  await step(1);
  for (const n of [2, 3, 4]) {
    await user.click(screen.getByTestId("tour-next"));
    await step(n);
    expect(await screen.findByText(/This desk has no such case now/)).toBeVisible();
  }
  await user.click(screen.getByTestId("tour-next"));
  expect(await step(5)).toBeVisible();
});

test("no tour is offered on a desk with people from life", async () => {
  await openWindow("/help");
  expect(screen.queryByTestId("tour-offer")).toBeNull();
  expect(await screen.findByText(/The tour is on the practice desk/)).toBeVisible();
});

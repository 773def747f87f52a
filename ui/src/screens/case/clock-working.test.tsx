import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { BackendProvider } from "../../backend/context";
import { createFakeDesk } from "../../backend/fake";
import { runClock } from "../../backend/fake/days";
import { ClockWorking } from "./ClockWorking";

const window90 = {
  clock: "usps-appeal-window",
  name: "Appeal to the General Counsel",
  cite: "39 CFR 266.6(a)(2)",
  duty: "requester",
  starts: "the date of the denial",
  count: 90,
  unit: "calendar",
} as const;

test("a requester's last day that is no working day shows through which day an act is still taken", () => {
  // Ninety days from 2 March 2026 end on a Sunday.
  const clock = runClock(window90, "2026-03-02");
  render(
    <BackendProvider value={createFakeDesk({ desk: "open" })}>
      <ClockWorking clock={clock} agency="usps" />
    </BackendProvider>,
  );
  expect(screen.getByText("Still accepted").nextElementSibling).toHaveTextContent("Mon 1 Jun 2026");
});

test("a last day that is a working day needs no other", () => {
  const clock = runClock(window90, "2026-10-01");
  render(
    <BackendProvider value={createFakeDesk({ desk: "open" })}>
      <ClockWorking clock={clock} agency="usps" />
    </BackendProvider>,
  );
  expect(screen.queryByText("Still accepted")).toBeNull();
});

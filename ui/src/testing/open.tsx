// Opens the whole window over an invented desk, at an address, as a person would find it.
import { createMemoryHistory } from "@tanstack/react-router";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { App } from "../app";
import { createFakeDesk, type FakeDesk, type FakeOptions } from "../backend/fake";
import { createAppRouter } from "../router";

export interface Opened {
  desk: FakeDesk;
  user: ReturnType<typeof userEvent.setup>;
  container: HTMLElement;
  address: () => string;
}

export async function openWindow(
  path = "/",
  options: FakeOptions = { desk: "open" },
  waitForTestId?: string,
): Promise<Opened> {
  const desk = createFakeDesk(options);
  const history = createMemoryHistory({ initialEntries: [path] });
  const user = userEvent.setup({ delay: null });
  const { container } = render(
    <App backend={desk} router={createAppRouter(history)} status={desk.startStatus()} />,
  );
  if (waitForTestId) await screen.findByTestId(waitForTestId);
  else await screen.findByRole("heading", { level: 1 });
  return { desk, user, container, address: () => history.location.href };
}

// The whole window: the desk behind it, what is remembered, and the gate before the rooms.
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, useCallback, useState } from "react";
import type { Backend } from "./backend/backend";
import { BackendProvider } from "./backend/context";
import type { StartStatus } from "./backend/wire";
import { AnnouncerProvider } from "./components/Announcer";
import { Gate } from "./frame/Gate";
import { HotkeyProvider } from "./hotkeys/registry";
import { createQueryClient } from "./queries/client";
import { type AppRouter, bringRooms } from "./router";
import { IntakeDraftProvider } from "./screens/intake/draft";

interface Props {
  backend: Backend;
  router: AppRouter;
  /** What the desk answered, or will answer, about how the window begins. */
  status: Promise<StartStatus>;
}

export function App({ backend, router, status }: Props) {
  const [client] = useState(createQueryClient);
  const prepare = useCallback(() => void bringRooms(router).catch(() => {}), [router]);
  return (
    <StrictMode>
      <BackendProvider value={backend}>
        <QueryClientProvider client={client}>
          <HotkeyProvider>
            <AnnouncerProvider>
              <IntakeDraftProvider>
                <Gate history={router.history} begin={status} onShown={prepare}>
                  <RouterProvider router={router} />
                </Gate>
              </IntakeDraftProvider>
            </AnnouncerProvider>
          </HotkeyProvider>
        </QueryClientProvider>
      </BackendProvider>
    </StrictMode>
  );
}

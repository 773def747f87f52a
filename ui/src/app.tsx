// The whole window: the desk behind it, what is remembered, and the gate before the rooms.
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, useCallback, useState } from "react";
import type { Backend } from "./backend/backend";
import { BackendProvider } from "./backend/context";
import { AnnouncerProvider } from "./components/Announcer";
import { Gate } from "./frame/Gate";
import { HotkeyProvider } from "./hotkeys/registry";
import { createQueryClient } from "./queries/client";
import { type AppRouter, bringRooms } from "./router";
import { IntakeDraftProvider } from "./screens/intake/draft";

export function App({ backend, router }: { backend: Backend; router: AppRouter }) {
  const [client] = useState(createQueryClient);
  const prepare = useCallback(() => void bringRooms(router).catch(() => {}), [router]);
  return (
    <StrictMode>
      <BackendProvider value={backend}>
        <QueryClientProvider client={client}>
          <HotkeyProvider>
            <AnnouncerProvider>
              <IntakeDraftProvider>
                <Gate history={router.history} onShown={prepare}>
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

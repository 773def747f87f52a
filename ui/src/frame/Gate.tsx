// Nobody enters a room before a desk is open. Locking comes back here and forgets everything that was read.
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { useBackend } from "../backend/context";
import type { DeskView, StartStatus } from "../backend/wire";
import { RefusalNotice } from "../components/RefusalNotice";
import { keys } from "../queries/desk";
import { refusalFrom, useAsk } from "../queries/useAsk";
import { useForgetIntake } from "../screens/intake/draft";
import { StartScreen } from "../screens/start/StartScreen";

const LockContext = createContext<() => Promise<void>>(async () => {});

/** Locks the desk and returns to the start. */
export function useLock(): () => Promise<void> {
  return useContext(LockContext);
}

export function Gate({ children }: { children: ReactNode }) {
  const backend = useBackend();
  const client = useQueryClient();
  const forgetIntake = useForgetIntake();
  const [status, setStatus] = useState<StartStatus | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const locking = useAsk();

  useEffect(() => {
    backend.startStatus().then(setStatus, setFailed);
  }, [backend]);

  const opened = useCallback(
    (desk: DeskView) => {
      client.setQueryData(keys.desk, desk);
      setStatus({ has_desk: true, has_practice: desk.practice, open: desk });
    },
    [client],
  );

  const lock = useCallback(async () => {
    const done = await locking.ask(async () => {
      await backend.lock();
      return await backend.startStatus();
    });
    if (!done) return;
    client.clear();
    forgetIntake();
    window.location.hash = "#/";
    setStatus(done);
  }, [backend, client, forgetIntake, locking.ask]);

  if (failed) return <RefusalNotice refusal={refusalFrom(failed)} />;
  if (!status) return null;
  if (!status.open) return <StartScreen status={status} onOpened={opened} />;
  return (
    <LockContext.Provider value={lock}>
      {locking.refusal && <RefusalNotice refusal={locking.refusal} />}
      {children}
    </LockContext.Provider>
  );
}

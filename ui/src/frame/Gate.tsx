// Nobody enters a room before a desk is open. Locking comes back here and forgets everything that was read; who opens the
// same desk again finds the room and the form that they left.
import { useQueryClient } from "@tanstack/react-query";
import type { RouterHistory } from "@tanstack/react-router";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";
import { useBackend } from "../backend/context";
import type { DeskView, StartStatus } from "../backend/wire";
import { RefusalNotice } from "../components/RefusalNotice";
import { MenuBar } from "../desktop/MenuBar";
import { placeOf } from "../desktop/place";
import { followRegion } from "../format/habits";
import { keys } from "../queries/desk";
import { refusalFrom, useAsk } from "../queries/useAsk";
import { keepNow } from "../queries/useKept";
import { useForgetIntake } from "../screens/intake/draft";
import { StartScreen } from "../screens/start/StartScreen";
import { useIdleLock } from "./useIdleLock";

const LockContext = createContext<() => Promise<void>>(async () => {});

/** Locks the desk and returns to the start. */
export function useLock(): () => Promise<void> {
  return useContext(LockContext);
}

/** Whose room was left: its address stays in the window, and holds for the same person at the same kind of desk only. */
interface Left {
  name: string;
  practice: boolean;
}

interface Props {
  /** Where the window is, and how it goes elsewhere before any room is drawn. */
  history: RouterHistory;
  /** How the window begins. */
  begin: Promise<StartStatus>;
  /** Told once, when there is something to see. */
  onShown: () => void;
  children: ReactNode;
}

export function Gate({ history, begin, onShown, children }: Props) {
  const backend = useBackend();
  const client = useQueryClient();
  const forgetIntake = useForgetIntake();
  const [status, setStatus] = useState<Omit<StartStatus, "region"> | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const left = useRef<Left | null>(null);
  /** The way back to the room that somebody left before the program was closed: taken once, however often one is told. */
  const returning = useRef<Promise<void> | null>(null);
  const locking = useAsk();

  useEffect(() => {
    begin.then((now) => {
      followRegion(now.region);
      setStatus(now);
    }, setFailed);
  }, [begin]);

  const shown = status !== null;
  useEffect(() => {
    if (shown) onShown();
  }, [onShown, shown]);

  const opened = useCallback(
    async (desk: DeskView) => {
      client.setQueryData(keys.desk, desk);
      const before = left.current;
      left.current = null;
      const goBack = async () => history.replace((await placeOf(backend)) ?? "/");
      if (before === null) {
        // Who comes back after the program was closed finds the room that they left.
        returning.current ??=
          backend.mainWindow && history.location.href === "/" ? goBack() : Promise.resolve();
        await returning.current;
      } else if (before.name !== desk.name || before.practice !== desk.practice) {
        // Nobody finds themselves in a room that a colleague left.
        history.replace("/");
        await goBack();
      }
      setStatus({ has_desk: true, has_practice: desk.practice, open: desk });
    },
    [backend, client, history],
  );

  /** Shows the start, and forgets what was read. */
  const leave = useCallback(
    (now: StartStatus) => {
      setStatus((before) => {
        if (before?.open) {
          returning.current ??= Promise.resolve();
          left.current = { name: before.open.name, practice: before.open.practice };
        }
        return now;
      });
      client.clear();
      forgetIntake();
    },
    [client, forgetIntake],
  );

  const lock = useCallback(async () => {
    // What was typed a moment ago is kept before the desk closes.
    await keepNow();
    const done = await locking.ask(async () => {
      await backend.lock();
      return await backend.startStatus();
    });
    if (done) leave(done);
  }, [backend, leave, locking.ask]);

  // Another window may have opened or locked the desk that all of them share.
  useEffect(
    () =>
      backend.onDeskChanged(() => {
        void backend.startStatus().then((now) => {
          if (!now.open) return leave(now);
          // A colleague sat down in another window: everything is read anew with what they may see.
          const before = client.getQueryData<DeskView>(keys.desk)?.name;
          void opened(now.open);
          if (before !== undefined && before !== now.open.name) void client.resetQueries();
        });
      }),
    [backend, client, opened, leave],
  );

  const idle = useCallback(() => void lock(), [lock]);
  // Who locks the screen locks the desk with it.
  const isOpen = status?.open != null;
  useEffect(() => (isOpen ? backend.onScreenLocked(idle) : undefined), [backend, idle, isOpen]);
  const open = client.getQueryData<DeskView>(keys.desk) ?? status?.open ?? undefined;
  useIdleLock(status?.open ? open?.lock_after_minutes : undefined, idle);

  if (failed) return <RefusalNotice refusal={refusalFrom(failed)} />;
  if (!status) return null;
  if (!status.open) {
    return (
      <>
        <MenuBar />
        <StartScreen status={status} onOpened={(desk) => void opened(desk)} />
      </>
    );
  }
  return (
    <LockContext.Provider value={lock}>
      <MenuBar />
      {locking.refusal && <RefusalNotice refusal={locking.refusal} />}
      {children}
    </LockContext.Provider>
  );
}

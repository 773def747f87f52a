// Undo in this window: the last step of the case that is open, or what was done last in a list. The desk decides whether it may be.
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { useBackend } from "../backend/context";
import type { CaseView } from "../backend/wire";
import { useAnnounce } from "../components/Announcer";
import { useHotkeys } from "../hotkeys/registry";
import { en } from "../messages/en";
import { useCaseChanged } from "../queries/desk";
import { refusalFrom } from "../queries/useAsk";

/** Something that can be taken back. */
export interface Undoable {
  /** Takes it back, and answers with what is said then. */
  run: () => Promise<string>;
}

interface Undo {
  /** Remembers what was done last in this window; nothing where it cannot be taken back. */
  did: (undoable: Undoable | null) => void;
  /** What the case that is open would take back, or why it takes back nothing; nothing once it is left. */
  showing: (here: Undoable | string | null) => void;
  /** Takes back the last step of the case that is open, and where none is, what was done last. */
  takeBack: () => void;
}

const nothing = () => {};
const UndoContext = createContext<Undo>({ did: nothing, showing: nothing, takeBack: nothing });

export function useUndo(): Undo {
  return useContext(UndoContext);
}

export function UndoProvider({ children }: { children: ReactNode }) {
  const announce = useAnnounce();
  // Held outside of what is drawn: the key takes back what is on the screen when it is struck, and not what was drawn before.
  const last = useRef<Undoable | null>(null);
  const open = useRef<Undoable | string | null>(null);
  const busy = useRef(false);

  const takeBack = useCallback(async () => {
    // Whoever looks at a case means that case, and never another one.
    const now = open.current ?? last.current ?? en.undo.nothing;
    if (typeof now === "string") return announce(now);
    if (busy.current) return;
    busy.current = true;
    // Once: what is refused now stays refused.
    last.current = null;
    try {
      announce(await now.run());
    } catch (error) {
      announce(refusalFrom(error).message);
    } finally {
      busy.current = false;
    }
  }, [announce]);

  const undo = useMemo<Undo>(
    () => ({
      did: (undoable) => {
        last.current = undoable;
      },
      showing: (here) => {
        open.current = here;
      },
      takeBack: () => void takeBack(),
    }),
    [takeBack],
  );
  // In a field the key is the field's own, and undoes what was typed.
  useHotkeys([
    { id: "undo-step", keys: "Control+z", label: en.undo.label, group: "everywhere", run: undo.takeBack },
  ]);
  return <UndoContext.Provider value={undo}>{children}</UndoContext.Provider>;
}

/** The way to take back the last step of a case as it was seen; nothing where the desk offers none. */
export function useUndoOf(): (view: CaseView) => Undoable | null {
  const backend = useBackend();
  const caseChanged = useCaseChanged();
  return useCallback(
    ({ number, version, undo }) =>
      undo === null
        ? null
        : {
            run: async () => {
              caseChanged(await backend.act(number, version, { command: "undo" }));
              return en.undo.done(number, undo);
            },
          },
    [backend, caseChanged],
  );
}

/** While this case is shown, its last step is what the key takes back. */
export function useCaseUndo(view: CaseView): void {
  const { showing } = useUndo();
  const undoOf = useUndoOf();
  useLayoutEffect(() => {
    const why = view.actions.find((offer) => offer.command === "undo")?.why_not;
    showing(undoOf(view) ?? why ?? en.undo.nothing);
    return () => showing(null);
  }, [showing, undoOf, view]);
}

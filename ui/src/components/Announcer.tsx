// One polite live region for the whole window: what was done is said once, wherever it was done.
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

const AnnounceContext = createContext<(words: string) => void>(() => {});

export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ words: "", turn: 0 });
  const announce = useCallback(
    (words: string) => setSaid((before) => ({ words, turn: before.turn + 1 })),
    [],
  );
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div aria-live="polite" role="status" className="sr-only" data-testid="announcer">
        {/* The key makes the same words twice in a row be read twice. */}
        <span key={said.turn}>{said.words}</span>
      </div>
      {said.words !== "" && (
        <div aria-hidden="true" className="said" key={`seen-${said.turn}`}>
          {said.words}
        </div>
      )}
    </AnnounceContext.Provider>
  );
}

/** Says a sentence to everybody: read out, and shown for a moment at the foot of the window. */
export function useAnnounce(): (words: string) => void {
  return useContext(AnnounceContext);
}

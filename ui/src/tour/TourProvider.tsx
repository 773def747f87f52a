// The tour of the practice desk: offered once, taken from Help or Ctrl+K whenever somebody likes.
import { Button } from "@trussworks/react-uswds";
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { useAnnounce } from "../components/Announcer";
import { useHotkeys } from "../hotkeys/registry";
import { en } from "../messages/en";
import { rememberTour, tourWasOffered } from "./remembered";
import { TourPanel } from "./TourPanel";

const words = en.tour;

const TourContext = createContext<{ start: () => void }>({ start: () => {} });

export function useTour() {
  return useContext(TourContext);
}

interface Props {
  /** Whether the desk is the practice desk: nowhere else is a tour. */
  practice: boolean;
  children: (offer: ReactNode) => ReactNode;
}

export function TourProvider({ practice, children }: Props) {
  const announce = useAnnounce();
  const [under, setUnder] = useState(false);
  const [offered, setOffered] = useState(tourWasOffered);
  const opener = useRef<Element | null>(null);

  const start = useCallback(() => {
    opener.current = document.activeElement;
    setUnder(true);
  }, []);

  function end(how: "finished" | "left") {
    rememberTour(how);
    setOffered(true);
    setUnder(false);
    announce(words[how]);
    const back = opener.current;
    const gone = !(back instanceof HTMLElement) || !back.isConnected || back === document.body;
    (gone ? document.getElementById("main") : back)?.focus();
  }

  const offer = practice && !offered && !under && (
    <span className="tour-offer" data-testid="tour-offer">
      <span className="tour-words">{words.offer}</span>{" "}
      <Button type="button" unstyled onClick={start}>
        {words.take}
      </Button>{" "}
      <Button type="button" unstyled onClick={() => end("left")}>
        {words.notNow}
      </Button>
    </span>
  );

  return (
    <TourContext.Provider value={{ start }}>
      {practice && <TourInPalette start={start} />}
      {children(offer)}
      {practice && under && <TourPanel onEnd={end} />}
    </TourContext.Provider>
  );
}

function TourInPalette({ start }: { start: () => void }) {
  useHotkeys([{ id: "tour", keys: "", label: words.take, group: "everywhere", run: start }]);
  return null;
}

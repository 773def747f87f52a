import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { DeskView, StartStatus } from "../../backend/wire";
import { askForHelp } from "../../components/FieldHelp";
import { RefusalNotice } from "../../components/RefusalNotice";
import { ScreenTitle } from "../../components/ScreenTitle";
import { useLeavingKeys } from "../../desktop/leaving";
import { useZoomKeys } from "../../desktop/zoom";
import { useHotkeys } from "../../hotkeys/registry";
import { en } from "../../messages/en";
import { useAsk } from "../../queries/useAsk";
import { NewDeskForm } from "./NewDeskForm";
import { UnlockForm } from "./UnlockForm";

interface Props {
  status: Pick<StartStatus, "has_desk">;
  onOpened: (desk: DeskView) => void;
}

export function StartScreen({ status, onOpened }: Props) {
  const backend = useBackend();
  useZoomKeys();
  useLeavingKeys();
  const practice = useAsk();
  const [busyElsewhere, setBusyElsewhere] = useState(false);
  const words = en.start;

  useHotkeys([
    {
      id: "help-here",
      keys: "F1",
      label: en.keys.helpHere,
      group: "everywhere",
      whileTyping: true,
      run: () => void askForHelp(),
    },
  ]);

  async function openPractice() {
    const desk = await practice.ask(() => backend.openPractice());
    if (desk) onOpened(desk);
  }

  return (
    <main className="start">
      <div className="start-sheet">
        <p className="start-mark" aria-hidden="true">
          {en.common.program}
        </p>
        <ScreenTitle
          title={status.has_desk ? words.title.later : words.title.first}
          focusElsewhere={status.has_desk}
        />
        <p className="quiet">{status.has_desk ? words.laterWords : words.firstWords}</p>
        <div className="start-columns">
          {status.has_desk ? (
            <UnlockForm onOpened={onOpened} onBusy={setBusyElsewhere} />
          ) : (
            <NewDeskForm onOpened={onOpened} onBusy={setBusyElsewhere} />
          )}
          <section className="start-practice" aria-labelledby="practice-heading">
            <h2 id="practice-heading">{words.orPractice}</h2>
            <p>{words.practiceWords}</p>
            <RefusalNotice refusal={practice.refusal} />
            <Button
              type="button"
              outline
              data-testid="start-practice"
              disabled={practice.busy || busyElsewhere}
              onClick={() => void openPractice()}
            >
              {words.practice}
            </Button>
            <p role="status" className="busy">
              {practice.busy ? words.practicing : ""}
            </p>
          </section>
        </div>
        <p className="quiet start-foot">{words.privacy}</p>
      </div>
    </main>
  );
}

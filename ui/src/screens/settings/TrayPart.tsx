// Whether the program stays in the tray when its last window is closed.
import { useState } from "react";
import { useBackend } from "../../backend/context";
import { useAnnounce } from "../../components/Announcer";
import { CheckField } from "../../components/CheckField";
import { RefusalNotice } from "../../components/RefusalNotice";
import { savedTray, saveTray } from "../../desktop/tray";
import { en } from "../../messages/en";
import { useAsk } from "../../queries/useAsk";
import { useAbilities } from "./RemindersPart";

const words = en.desktop.tray;

export function TrayPart() {
  const backend = useBackend();
  const abilities = useAbilities();
  const announce = useAnnounce();
  const { refusal, ask } = useAsk();
  const [kept, setKept] = useState(savedTray);

  async function keep(wanted: boolean) {
    const done = await ask(async () => {
      await backend.keepInTray(wanted);
      return true;
    });
    if (!done) return;
    saveTray(wanted);
    setKept(wanted);
    announce(wanted ? words.stays : words.closes);
  }

  if (!abilities.data) return null;
  return (
    <section aria-labelledby="tray-heading">
      <h2 id="tray-heading">{words.heading}</h2>
      {abilities.data.tray ? (
        <>
          <p className="quiet">{words.words}</p>
          <RefusalNotice refusal={refusal} />
          <CheckField
            id="tray"
            label={words.keep}
            help={en.fields.settings.tray}
            checked={kept}
            onChange={(wanted) => void keep(wanted)}
          />
        </>
      ) : (
        <p>{words.cannot}</p>
      )}
    </section>
  );
}

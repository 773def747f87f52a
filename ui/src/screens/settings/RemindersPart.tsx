// Whether and when the desktop tells of deadlines: each member of the staff chooses for themselves.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Fieldset } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { ReminderSettings } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { CheckField } from "../../components/CheckField";
import { Loaded } from "../../components/Loading";
import { RefusalNotice } from "../../components/RefusalNotice";
import { SelectField } from "../../components/SelectField";
import { clockTime } from "../../format/times";
import { en } from "../../messages/en";
import { useAsk } from "../../queries/useAsk";

const words = en.desktop.reminders;

const SETTINGS = ["reminder-settings"];

/** What this desktop can do; it does not change while the program runs, but a bus may come up a moment late. */
export function useAbilities() {
  const backend = useBackend();
  return useQuery({ queryKey: ["desktop-abilities"], queryFn: () => backend.desktopAbilities() });
}

export function RemindersPart() {
  const backend = useBackend();
  const abilities = useAbilities();
  const settings = useQuery({ queryKey: SETTINGS, queryFn: () => backend.reminderSettings() });
  return (
    <section aria-labelledby="reminders-heading">
      <h2 id="reminders-heading">{words.heading}</h2>
      <p className="quiet">{words.words}</p>
      {abilities.data?.notifications === false && <p>{words.cannot}</p>}
      <Loaded query={settings}>{(known) => <Choice known={known} />}</Loaded>
    </section>
  );
}

function Choice({ known }: { known: ReminderSettings }) {
  const backend = useBackend();
  const client = useQueryClient();
  const announce = useAnnounce();
  const { busy, refusal, ask } = useAsk();
  const [chosen, setChosen] = useState(known);

  async function save() {
    const saved = await ask(async () => {
      await backend.setReminderSettings(chosen);
      return true;
    });
    if (!saved) return;
    client.setQueryData(SETTINGS, chosen);
    announce(words.saved);
  }

  return (
    <form
      noValidate
      className="reminders"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save();
      }}
    >
      <RefusalNotice refusal={refusal} />
      <CheckField
        id="reminders-on"
        label={words.on}
        help={en.fields.settings.reminders}
        checked={chosen.on}
        onChange={(on) => setChosen({ ...chosen, on })}
      />
      <Fieldset legend={words.quiet} className="quiet-hours">
        <SelectField
          id="quiet-from"
          label={words.from}
          help={en.fields.settings.quietFrom}
          value={chosen.quiet_from}
          options={timesWith(chosen.quiet_from)}
          onChange={(quiet_from) => setChosen({ ...chosen, quiet_from })}
        />
        <SelectField
          id="quiet-to"
          label={words.to}
          help={en.fields.settings.quietTo}
          value={chosen.quiet_to}
          options={timesWith(chosen.quiet_to)}
          onChange={(quiet_to) => setChosen({ ...chosen, quiet_to })}
        />
        <p className="hint">{words.hint}</p>
      </Fieldset>
      <Button type="submit" outline disabled={busy} data-testid="save-reminders">
        {en.common.save}
      </Button>
    </form>
  );
}

/** Every half hour of the day, and the one that was chosen elsewhere. */
function timesWith(chosen: string): [string, string][] {
  const halves = Array.from({ length: 48 }, (_, half) => {
    const hour = String(Math.floor(half / 2)).padStart(2, "0");
    return `${hour}:${half % 2 === 0 ? "00" : "30"}:00`;
  });
  return [...new Set([...halves, chosen])].sort().map((time) => [time, clockTime(time)]);
}

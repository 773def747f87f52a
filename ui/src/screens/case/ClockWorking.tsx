// The working of a date: how it was counted, under both readings, and what it would be from another day.
import { Button } from "@trussworks/react-uswds";
import { useId, useState } from "react";
import { useBackend } from "../../backend/context";
import type { Clock } from "../../backend/wire";
import { DateField } from "../../components/DateField";
import { RefusalNotice } from "../../components/RefusalNotice";
import { day, parseDay } from "../../format/dates";
import { en } from "../../messages/en";
import { useAsk } from "../../queries/useAsk";
import { DayStrip } from "./DayStrip";

const words = en.case;

export function ClockWorking({ clock, agency }: { clock: Clock; agency: string }) {
  return (
    <div className="working">
      <p>{words.workingWords(clock.count, en.terms.unit[clock.unit], clock.starts, day(clock.from))}</p>
      <dl className="facts">
        {clock.due === clock.due_strict ? (
          <>
            <dt>{words.readingPlain}</dt>
            <dd>{day(clock.due)}</dd>
          </>
        ) : (
          <>
            <dt>{words.readingObserved}</dt>
            <dd>{day(clock.due)}</dd>
            <dt>{words.readingStrict}</dt>
            <dd>{day(clock.due_strict)}</dd>
          </>
        )}
        <dt>{words.sendBy}</dt>
        <dd className="strong">{day(clock.send_by)}</dd>
        {clock.accept_through && clock.accept_through !== clock.due && (
          <>
            <dt>{words.acceptThrough}</dt>
            <dd>
              {day(clock.accept_through)} <span className="quiet">{words.acceptThroughWhy}</span>
            </dd>
          </>
        )}
      </dl>
      {clock.closings.map((closing) => (
        <p key={closing.date} className="quiet">
          {words.closedOn(day(closing.date), closing.name)}
        </p>
      ))}
      <DayStrip clock={clock} />
      <WhatIf clock={clock} agency={agency} />
    </div>
  );
}

function WhatIf({ clock, agency }: { clock: Clock; agency: string }) {
  const backend = useBackend();
  const id = useId();
  const { busy, refusal, ask } = useAsk();
  const [from, setFrom] = useState(clock.from);
  const [answer, setAnswer] = useState<Clock | null>(null);
  const good = parseDay(from) !== null;
  return (
    <form
      className="what-if"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (good) void ask(() => backend.whatIf(agency, clock.clock, from)).then(setAnswer);
      }}
    >
      <DateField
        id={`${id}-what-if`}
        help={en.fields.dialogs.whatIf}
        label={words.whatIf}
        value={from}
        onChange={setFrom}
      />
      <Button type="submit" outline disabled={busy || !good}>
        {words.whatIfGo}
      </Button>
      <RefusalNotice refusal={refusal} />
      <p role="status">{answer ? words.whatIfAnswer(day(answer.due), day(answer.send_by)) : ""}</p>
    </form>
  );
}

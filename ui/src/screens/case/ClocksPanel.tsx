import { useState } from "react";
import type { CaseClock, CaseView } from "../../backend/wire";
import { Cite } from "../../components/Cite";
import { DueDay } from "../../components/DueDay";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { ClockWorking } from "./ClockWorking";

const words = en.case;

export function ClocksPanel({ view }: { view: CaseView }) {
  return (
    <section className="clocks" aria-labelledby="clocks-heading">
      <h2 id="clocks-heading">{words.clocksHeading}</h2>
      {view.clocks.length === 0 && <p className="quiet">{words.noClocks}</p>}
      <ul>
        {view.clocks.map((clock) => (
          <OneClock key={`${clock.clock} ${clock.from}`} clock={clock} agency={view.agency} />
        ))}
      </ul>
    </section>
  );
}

function OneClock({ clock, agency }: { clock: CaseClock; agency: string }) {
  const [open, setOpen] = useState(false);
  const id = `working-${clock.clock}-${clock.from}`;
  const runs = clock.status === "running" || clock.status === "overdue";
  return (
    <li className={`clock clock-${clock.status}`} data-testid={`clock-${clock.clock}`}>
      <div className="clock-line">
        <span className="clock-name">{clock.name}</span>
        <button
          type="button"
          className="working-button"
          aria-expanded={open}
          aria-controls={id}
          aria-labelledby={`${id}-open`}
          onClick={() => setOpen(!open)}
        >
          <span aria-hidden="true" className="circled-i" />{" "}
          <span id={`${id}-open`}>
            {words.working}
            <span className="sr-only"> {words.workingOfClock(clock.name)}</span>
          </span>
        </button>
      </div>
      {runs ? (
        <DueDay date={clock.send_by} left={clock.working_days_left} />
      ) : (
        <span className="quiet">
          {day(clock.send_by)} ·{" "}
          {clock.met_on && clock.status === "met"
            ? words.metOn(day(clock.met_on))
            : en.terms.clockStatus[clock.status]}
          {clock.met_on && clock.status === "met-late" && ` (${day(clock.met_on)})`}
        </span>
      )}
      {clock.duty === "requester" && <span className="quiet"> {words.duty.requester}</span>}{" "}
      <Cite>{clock.cite}</Cite>
      <div id={id} hidden={!open}>
        {open && <ClockWorking clock={clock} agency={agency} />}
      </div>
    </li>
  );
}

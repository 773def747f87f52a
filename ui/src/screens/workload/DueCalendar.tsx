// The weeks ahead as a calendar: how many cases have their next thing due on each day, and which they are.
import { Link } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import type { DueDay } from "../../backend/wire";
import { Figure } from "../../charts/Figure";
import { Loaded } from "../../components/Loading";
import { day, dayOfMonth, placeInWeek, shift, weekdayIndex, weekHeads } from "../../format/dates";
import { number } from "../../format/numbers";
import { en } from "../../messages/en";
import { useCasesDue, useDueCalendar } from "../../queries/desk";

const words = en.workload.due;
const WEEKS = 6;

export function DueCalendar({ today, agency }: { today: string; agency: string | null }) {
  const [ahead, setAhead] = useState(0);
  const [chosen, setChosen] = useState<string | null>(null);
  const from = shift(today, ahead * WEEKS * 7 - placeInWeek(today));
  const due = useDueCalendar(agency, from, shift(from, WEEKS * 7 - 1));
  return (
    <Loaded query={due}>
      {(all) => (
        <Figure
          isTable
          title={words.title}
          says={words.says}
          sheet={{ columns: words.columns, rows: all.map((one) => [day(one.date), one.what, one.cases]) }}
        >
          <div className="due-turn">
            <Button type="button" unstyled onClick={() => setAhead(ahead - 1)}>
              {words.earlier}
            </Button>
            {ahead !== 0 && (
              <Button type="button" unstyled onClick={() => setAhead(0)}>
                {words.now}
              </Button>
            )}
            <Button type="button" unstyled onClick={() => setAhead(ahead + 1)}>
              {words.later}
            </Button>
          </div>
          <Grid all={all} today={today} chosen={chosen} onChoose={setChosen} />
          {chosen && <CasesOfDay on={chosen} agency={agency} />}
        </Figure>
      )}
    </Loaded>
  );
}

interface GridProps {
  all: DueDay[];
  today: string;
  chosen: string | null;
  onChoose: (day: string | null) => void;
}

function Grid({ all, today, chosen, onChoose }: GridProps) {
  const most = Math.max(1, ...all.map((one) => one.cases));
  const weeks = Array.from({ length: Math.ceil(all.length / 7) }, (_, at) => all.slice(at * 7, at * 7 + 7));
  return (
    <table className="due-calendar">
      <caption className="sr-only">{words.title}</caption>
      <thead>
        <tr>
          {weekHeads().map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date}>
            {week.map((one) => (
              <td key={one.date} className={classOf(one, today)}>
                <span className="date">
                  {one.date.endsWith("-01") || placeInWeek(one.date) === 0
                    ? dayOfMonth(one.date)
                    : String(Number(one.date.slice(8)))}
                  {one.date === today && <span className="due-today"> {words.today}</span>}
                </span>
                {one.cases > 0 ? (
                  <button
                    type="button"
                    className="due-count"
                    aria-label={words.show(day(one.date), one.cases)}
                    aria-pressed={chosen === one.date}
                    onClick={() => onChoose(chosen === one.date ? null : one.date)}
                  >
                    {number(one.cases)}
                    <span className="due-fill" style={{ width: `${(one.cases / most) * 100}%` }} />
                  </button>
                ) : (
                  <span className="sr-only">{words.none(day(one.date), one.what)}</span>
                )}
                {!one.working && weekdayIndex(one.date) < 5 && (
                  <span className="due-what" aria-hidden={one.cases === 0}>
                    {one.what}
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function classOf(one: DueDay, today: string): string {
  const marks = [one.working ? "works" : "rests"];
  if (one.date === today) marks.push("is-today");
  if (one.date < today) marks.push("is-past");
  return marks.join(" ");
}

function CasesOfDay({ on, agency }: { on: string; agency: string | null }) {
  const cases = useCasesDue(agency, on);
  return (
    <Loaded query={cases}>
      {(page) => (
        <div className="due-cases">
          <table className="usa-table" data-testid="due-cases">
            <caption>{words.heading(day(on))}</caption>
            <thead>
              <tr>
                <th scope="col">{words.case}</th>
                <th scope="col">{words.requester}</th>
                <th scope="col">{words.next}</th>
              </tr>
            </thead>
            <tbody>
              {page.rows.map((row) => (
                <tr key={row.number}>
                  <th scope="row">
                    <Link to="/case/$number" params={{ number: row.number }}>
                      {row.number}
                    </Link>
                  </th>
                  <td>{row.requester}</td>
                  <td>{row.next}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {page.next_page !== null && <p className="quiet">{words.more(page.rows.length)}</p>}
        </div>
      )}
    </Loaded>
  );
}

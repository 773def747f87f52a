// Every day of a clock, week under week. What is not counted is named below, so that nothing hangs on colour.
import type { Clock, CountedDay } from "../../backend/wire";
import { day, dayOfMonth, placeInWeek, weekHeads } from "../../format/dates";
import { en } from "../../messages/en";

const words = en.case;

export function DayStrip({ clock }: { clock: Clock }) {
  const weeks = inWeeks(clock.days);
  const named = clock.days.filter((one) => one.counted === null && !/^(Satur|Sun)day$/.test(one.why));
  return (
    <>
      <table className="strip">
        <caption>{words.stripCaption}</caption>
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
            <tr key={week.find((one) => one)?.date}>
              {week.map((one, index) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: the place in the week is what the cell is.
                  key={index}
                  className={classOf(one, clock)}
                  title={one ? `${day(one.date)}: ${one.why}` : undefined}
                >
                  {one && (
                    <>
                      <span className="date">{shortDate(one.date)}</span>
                      <span className="counted" aria-hidden="true">
                        {one.counted ?? "–"}
                      </span>
                      <span className="sr-only">
                        {one.counted === null
                          ? `${words.dayNotCounted}, ${one.why}`
                          : words.dayCounted(one.counted)}
                      </span>
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {named.length > 0 && (
        <p className="not-counted">
          {words.notCounted}: {named.map((one) => `${day(one.date)}, ${one.why}`).join("; ")}.
        </p>
      )}
    </>
  );
}

function inWeeks(days: CountedDay[]): (CountedDay | null)[][] {
  const weeks: (CountedDay | null)[][] = [];
  for (const one of days) {
    const at = placeInWeek(one.date);
    if (at === 0 || weeks.length === 0) weeks.push(Array.from({ length: 7 }, () => null));
    const week = weeks.at(-1);
    if (week) week[at] = one;
  }
  return weeks;
}

function shortDate(iso: string): string {
  return iso.endsWith("-01") ? dayOfMonth(iso) : String(Number(iso.slice(8)));
}

function classOf(one: CountedDay | null, clock: Clock): string {
  if (!one) return "none";
  const marks = [one.counted === null ? "skipped" : "counts"];
  if (one.date === clock.due) marks.push("due-day");
  if (one.date === clock.send_by) marks.push("send-by");
  return marks.join(" ");
}

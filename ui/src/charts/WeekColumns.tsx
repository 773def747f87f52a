// Week after week: what came, was decided and was closed as columns, what was open as a line over them.
import type { WeekLoad } from "../backend/wire";
import { day, dayOfMonth } from "../format/dates";
import { number } from "../format/numbers";
import { en } from "../messages/en";
import { everySo, roundUp } from "./scale";

const words = en.charts;
const WIDTH = 760;
const HEIGHT = 220;
const LEFT = 44;
const BOTTOM = 24;
const TOP = 10;
const RIGHT = 44;

export function WeekColumns({ weeks, label }: { weeks: readonly WeekLoad[]; label: string }) {
  const flow = roundUp(Math.max(...weeks.map((week) => Math.max(week.received, week.decided, week.closed))));
  const stock = roundUp(Math.max(...weeks.map((week) => week.open)));
  const height = HEIGHT - TOP - BOTTOM;
  const step = (WIDTH - LEFT - RIGHT) / weeks.length;
  const column = Math.max(1, step / 4);
  const x = (at: number) => LEFT + at * step;
  const y = (value: number, most: number) => TOP + height - (value / most) * height;
  const shown = everySo(weeks.length, 10);
  const line = weeks.map((week, at) => `${x(at) + step / 2},${y(week.open, stock)}`).join(" ");
  return (
    <>
      <svg className="chart shrinks" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {[0, 0.5, 1].map((share) => (
          <g key={share} className="chart-grid">
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(share, 1)} y2={y(share, 1)} />
            {Number.isInteger(flow * share) && (
              <text x={LEFT - 6} y={y(share, 1) + 4} textAnchor="end">
                {number(flow * share)}
              </text>
            )}
            {Number.isInteger(stock * share) && (
              <text x={WIDTH - RIGHT + 6} y={y(share, 1) + 4} className="open-text">
                {number(stock * share)}
              </text>
            )}
          </g>
        ))}
        {weeks.map((week, at) => (
          <g key={week.week}>
            <title>
              {words.weekSays(day(week.week), week.received, week.decided, week.closed, week.open)}
            </title>
            <rect className="chart-hit" x={x(at)} y={TOP} width={step} height={height} />
            {(
              [
                ["received", week.received],
                ["decided", week.decided],
                ["closed", week.closed],
              ] as const
            ).map(([name, value], place) => (
              <rect
                key={name}
                className={`column ${name}`}
                x={x(at) + step / 8 + place * column}
                y={y(value, flow)}
                width={Math.max(1, column - 1)}
                height={(value / flow) * height}
              />
            ))}
            {at % shown === 0 && (
              <text x={x(at) + step / 2} y={HEIGHT - 6} textAnchor="middle">
                {dayOfMonth(week.week)}
              </text>
            )}
          </g>
        ))}
        <polyline className="open-line" points={line} />
        {weeks.map((week, at) => (
          <circle
            key={week.week}
            className="open-dot"
            cx={x(at) + step / 2}
            cy={y(week.open, stock)}
            r="2.6"
          />
        ))}
      </svg>
      <ul className="chart-legend" aria-hidden="true">
        {(["received", "decided", "closed"] as const).map((name) => (
          <li key={name}>
            <span className={`swatch ${name}`} /> {words.legend[name]}
          </li>
        ))}
        <li>
          <span className="swatch open" /> {words.legend.open}
        </li>
      </ul>
    </>
  );
}

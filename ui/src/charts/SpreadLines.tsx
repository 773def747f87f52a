// How long decisions took, one line for each group: the thin line from the shortest to nine in ten, the box from the first
// quarter to the third, the stroke at the median, the dot at the mean.
import type { Spread } from "../backend/wire";
import { days, roundUp } from "./scale";

export interface SpreadRow {
  key: string;
  label: string;
  spread: Spread;
  heading?: boolean;
}

const WIDTH = 760;
const ROW = 26;
const LEFT = 205;
const RIGHT = 60;
const TOP = 6;

export function SpreadLines({ rows, label }: { rows: readonly SpreadRow[]; label: string }) {
  const most = roundUp(
    Math.max(1, ...rows.map((row) => Math.max(row.spread.ninth_decile, row.spread.mean ?? 0))),
  );
  const x = (value: number | null) => LEFT + (Math.min(value ?? 0, most) / most) * (WIDTH - LEFT - RIGHT);
  const height = TOP + rows.length * ROW + 22;
  return (
    <svg className="chart shrinks" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      {[0, 0.5, 1].map((share) => (
        <g key={share} className="chart-grid">
          <line x1={x(most * share)} x2={x(most * share)} y1={TOP} y2={height - 20} />
          <text x={x(most * share)} y={height - 5} textAnchor="middle">
            {days(most * share)}
          </text>
        </g>
      ))}
      {rows.map(({ key, label: name, spread }, at) => {
        const middle = TOP + at * ROW + ROW / 2;
        return (
          <g key={key}>
            <text className="row-label" x={LEFT - 10} y={middle + 4} textAnchor="end">
              {name.length > 24 ? `${name.slice(0, 23)}…` : name}
            </text>
            <line
              className="whisker"
              x1={x(spread.shortest)}
              x2={x(spread.ninth_decile)}
              y1={middle}
              y2={middle}
            />
            <rect
              className="box"
              x={x(spread.lower_quartile)}
              y={middle - 7}
              width={Math.max(2, x(spread.upper_quartile) - x(spread.lower_quartile))}
              height="14"
            />
            <line
              className="median"
              x1={x(spread.median)}
              x2={x(spread.median)}
              y1={middle - 9}
              y2={middle + 9}
            />
            <circle className="mean" cx={x(spread.mean)} cy={middle} r="3" />
            <text x={WIDTH - RIGHT + 12} y={middle + 4}>
              {days(spread.median)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

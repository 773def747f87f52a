// A case's life as a line: how long it stood at which step, and what came on the way.
import type { CaseLife } from "../../backend/wire";
import { Figure } from "../../charts/Figure";
import { day, dayOfMonth, daysBetween } from "../../format/dates";
import { en } from "../../messages/en";

const words = en.workload.life;
const WIDTH = 760;
const LEFT = 8;
const RIGHT = 8;
const TOP = 26;
const BAND = 22;

export function LifeLine({ life }: { life: CaseLife }) {
  const whole = daysBetween(life.from, life.to) ?? 0;
  const says = words.says(day(life.from), day(life.to), whole);
  const rows = [
    ...life.stages.map((stage) => [en.terms.state[stage.state], day(stage.from), day(stage.to), stage.days]),
    ...life.marks.map((mark) => [
      mark.kind === "due" ? words.limit(mark.words) : mark.words,
      day(mark.on),
      "",
      "",
    ]),
  ];
  return (
    <Figure title={words.title} says={says} sheet={{ columns: words.columns, rows }}>
      <Line life={life} label={`${words.title}. ${says}`} />
      {life.stages.length === 0 && <p className="quiet">{words.concealed}</p>}
    </Figure>
  );
}

function Line({ life, label }: { life: CaseLife; label: string }) {
  const last = [life.to, ...life.marks.map((mark) => mark.on)].sort().at(-1) ?? life.to;
  const length = Math.max(1, daysBetween(life.from, last) ?? 1);
  const x = (on: string) => LEFT + ((daysBetween(life.from, on) ?? 0) / length) * (WIDTH - LEFT - RIGHT);
  const end = x(life.to);
  return (
    <svg className="chart life" viewBox={`0 0 ${WIDTH} 92`} role="img" aria-label={label}>
      <rect className="life-whole" x={LEFT} y={TOP} width={Math.max(1, end - LEFT)} height={BAND} />
      {life.stages.map((stage, at) => {
        const width = x(stage.to) - x(stage.from);
        const name = en.terms.state[stage.state];
        return (
          <g key={`${stage.state} ${stage.from}`} className={at % 2 === 0 ? "life-stage even" : "life-stage"}>
            <title>{`${name}: ${words.days(stage.days)}`}</title>
            <rect x={x(stage.from)} y={TOP} width={Math.max(1.5, width)} height={BAND} />
            {width > name.length * 7 + 8 && (
              <text x={x(stage.from) + 5} y={TOP + 15}>
                {name}
              </text>
            )}
          </g>
        );
      })}
      {life.marks.map((mark, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two marks may be alike in everything but their place.
        <g key={at} className={`life-mark ${mark.kind}`} transform={`translate(${x(mark.on)} 0)`}>
          <title>{`${day(mark.on)}: ${mark.kind === "due" ? words.limit(mark.words) : mark.words}`}</title>
          {mark.kind === "due" ? (
            <path d={`M0 ${TOP + BAND + 2} l5 9 h-10 z`} />
          ) : (
            <path d={`M0 ${TOP - 2} l-5 -9 h10 z`} />
          )}
        </g>
      ))}
      <line className="life-today" x1={end} x2={end} y1={TOP - 4} y2={TOP + BAND + 4} />
      <text x={LEFT} y="84">
        {dayOfMonth(life.from)}
      </text>
      <text x={Math.min(WIDTH - 60, Math.max(LEFT + 70, end))} y="84" textAnchor="middle">
        {dayOfMonth(life.to)}
      </text>
      {x(last) - end > 90 && (
        <text x={WIDTH - RIGHT} y="84" textAnchor="end">
          {dayOfMonth(last)}
        </text>
      )}
    </svg>
  );
}

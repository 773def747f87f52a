// Bars that lie: one row for each, its number beside it; a part of it can be told apart.

export interface Bar {
  key: string;
  label: string;
  value: number;
  /** The part of it that is overdue, or still open. */
  part?: number;
  /** What stands beside the bar. */
  words: string;
}

export function Bars({ bars, label, late = false }: { bars: readonly Bar[]; label: string; late?: boolean }) {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <div className="bars" role="img" aria-label={label}>
      {bars.map((bar) => (
        <div key={bar.key} className="bar-row" aria-hidden="true">
          <span className="bar-label" title={bar.label}>
            {bar.label}
          </span>
          <span className="bar-track">
            <span
              className={bar.part !== undefined && !late ? "bar-whole outlined" : "bar-whole"}
              // What is few among many is still seen; nothing is not.
              style={{ width: `${(bar.value / most) * 100}%`, minWidth: bar.value > 0 ? 1 : 0 }}
            >
              {bar.part !== undefined && bar.part > 0 && (
                <span
                  className={late ? "bar-part late" : "bar-part"}
                  style={{ width: `${(bar.part / bar.value) * 100}%` }}
                />
              )}
            </span>
          </span>
          <span className="bar-words">{bar.words}</span>
        </div>
      ))}
    </div>
  );
}

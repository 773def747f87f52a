// What happened, as sentences, oldest first. Nothing is ever taken out.
import { day } from "../../format/dates";
import { timeOf } from "../../format/times";
import { en } from "../../messages/en";
import type { TabProps } from "./CaseScreen";
import { LifeLine } from "./LifeLine";

export function HistoryTab({ view }: TabProps) {
  return (
    <section aria-labelledby="history-heading">
      <h2 id="history-heading" className="sr-only">
        {en.case.history.heading}
      </h2>
      <LifeLine life={view.life} />
      <ol className="history">
        {view.history.map((line) => (
          <li key={line.version} className={line.undone ? "undone" : undefined}>
            <span className="entry-number">{line.version}</span>
            <time dateTime={line.at}>
              {day(line.on)} <span className="clock-time">{timeOf(line.at)}</span>
            </time>
            <p>
              <span className="strong">{line.by}</span>{" "}
              {line.undone ? (
                <>
                  <s>{line.words}</s> <span className="undone-mark">{en.undo.takenBack}</span>
                </>
              ) : (
                line.words
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

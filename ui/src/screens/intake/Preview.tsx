// The right-hand margin: what the program concluded, and why. Nothing here is reckoned by the window.
import type { IntakePreview } from "../../backend/wire";
import { Cite } from "../../components/Cite";
import { DueDay } from "../../components/DueDay";
import { StepDay } from "../../components/StepDay";
import { en } from "../../messages/en";
import { fieldId } from "./fields";

const words = en.intake;

export function Preview({ preview, needsDate }: { preview: IntakePreview | undefined; needsDate: boolean }) {
  if (!preview) return <p className="quiet">{needsDate ? words.needsDate : words.waiting}</p>;
  const { identity, asked, misfits, unmet, route, clocks, next, problems } = preview;
  const proofs = asked.filter((one) => one.by === "notice" && one.id === "proof" && one.met !== true);
  const [best, ...others] = route.candidates;
  const first = next[0];
  return (
    <div className="preview" data-testid="preview">
      {problems.length > 0 && (
        <section className="preview-problems">
          <h3>{words.problems(problems.length)}</h3>
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.field} ${problem.message}`}>
                <button type="button" className="as-link" onClick={() => focusField(problem.field)}>
                  {problem.message}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {misfits.length > 0 && (
        <section data-testid="misfits">
          <h3>{words.misfits}</h3>
          {misfits.map((offer) => (
            <p key={offer.misfit}>
              <span className="strong">“{offer.found}”</span> {offer.road} <Cite>{offer.cite}</Cite>
            </p>
          ))}
          <p className="quiet">{words.misfitsConfirm}</p>
        </section>
      )}
      <section>
        <h3>{words.next}</h3>
        {first ? (
          <>
            <p className="strong">{first.words}</p>
            <p>{first.why}</p>
            {first.by && <StepDay date={first.by} clocks={clocks} />} <Cite>{first.cite}</Cite>
          </>
        ) : (
          <p className="quiet">{en.case.nextNothing}</p>
        )}
      </section>
      <section>
        <h3>{words.identity}</h3>
        {!identity.channel_accepted && <p className="tone-late strong">{words.channelRefused}</p>}
        <p>
          {identity.why} <Cite>{identity.cites.join("; ")}</Cite>
        </p>
        {unmet.length > 0 ? (
          <>
            <p className="label-line">{words.stillAsked}</p>
            <ul className="unmet">
              {unmet.map((requirement) => (
                <li key={requirement.id}>
                  {requirement.words} <Cite>{requirement.cite}</Cite>
                </li>
              ))}
            </ul>
          </>
        ) : (
          identity.required && (
            <p className="met">
              <span aria-hidden="true">✓ </span>
              {words.complete}
            </p>
          )
        )}
        {proofs.map((one) => (
          <p key={one.words} className="quiet">
            {words.noticeOnly}: {one.words}. <Cite>{one.cite}</Cite>
          </p>
        ))}
      </section>
      <section>
        <h3>{words.system}</h3>
        {best ? (
          <>
            <p className="strong">
              {best.system} {best.name}
            </p>
            <p>{best.office}</p>
            {best.reasons[0] && (
              <blockquote>
                “{best.reasons[0].quote}”{" "}
                <span className="quiet">
                  ({en.terms.section[best.reasons[0].section] ?? best.reasons[0].section})
                </span>
              </blockquote>
            )}
            {best.particulars_missing.length > 0 && (
              <p>
                {words.missing}: {best.particulars_missing.join(", ")}.
              </p>
            )}
            <Cite>{best.cite}</Cite>
            {others.length > 0 && <p className="quiet">{words.other(others.length)}</p>}
            {route.fallback && <p className="quiet">{route.fallback.why}</p>}
          </>
        ) : (
          route.fallback && (
            <>
              <p>{route.fallback.why}</p>
              <p className="strong">{route.fallback.office}</p>
            </>
          )
        )}
      </section>
      <section>
        <h3>{words.clocks}</h3>
        {clocks.length === 0 && <p className="quiet">{words.noClock}</p>}
        <ul className="preview-clocks">
          {clocks.map((clock) => (
            <li key={clock.clock}>
              <span className="strong">{clock.name}</span>
              <DueDay date={clock.send_by} left={clock.working_days_left} />
              <Cite>{clock.cite}</Cite>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function focusField(field: string) {
  document.getElementById(fieldId(field))?.focus();
}

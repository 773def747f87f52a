import { getRouteApi } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { ScreenTitle } from "../../components/ScreenTitle";
import { KeyTable } from "../../hotkeys/KeysOfScreen";
import { useRegistry } from "../../hotkeys/registry";
import { en } from "../../messages/en";
import { useDesk } from "../../queries/desk";
import { useTour } from "../../tour/TourProvider";
import { AboutPart } from "./AboutPart";
import { Glossary } from "./Glossary";

const words = en.help;
const route = getRouteApi("/help");

export function HelpScreen() {
  const { term, part } = route.useSearch();
  const { hotkeys } = useRegistry();
  const everywhere = hotkeys.filter((hotkey) => hotkey.group === "everywhere" && hotkey.keys !== "");
  return (
    <div className="help">
      <header className="bar">
        <ScreenTitle title={words.title} focusElsewhere={term !== undefined || part !== undefined} />
      </header>
      <div className="help-columns">
        <div>
          <section aria-labelledby="how-heading">
            <h2 id="how-heading">{words.howTo}</h2>
            <ol className="how">
              {words.steps.map(([name, sentence]) => (
                <li key={name}>
                  <span className="strong">{name}.</span> {sentence}
                </li>
              ))}
            </ol>
          </section>
          <TourPart />
          <section aria-labelledby="questions-heading">
            <h2 id="questions-heading">{words.questions}</h2>
            <dl className="glossary">
              {words.answers.map(([question, answer]) => (
                <div key={question}>
                  <dt>{question}</dt>
                  <dd>{answer}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section aria-labelledby="keys-heading">
            <h2 id="keys-heading">{words.keys}</h2>
            <p>{words.keysWords}</p>
            <KeyTable name={en.keys.groups.everywhere} list={everywhere} />
          </section>
          <AboutPart gone={part === "about"} />
        </div>
        <Glossary term={term} />
      </div>
    </div>
  );
}

/** The tour is taken where nothing can go wrong: on the practice desk. */
function TourPart() {
  const desk = useDesk();
  const { start } = useTour();
  return (
    <section aria-labelledby="tour-part-heading">
      <h2 id="tour-part-heading">{en.tour.name}</h2>
      {desk.data?.practice ? (
        <>
          <p>{en.tour.offerWords}</p>
          <Button type="button" outline onClick={start} data-testid="help-tour">
            {en.tour.take}
          </Button>
        </>
      ) : (
        <p>{en.tour.onPractice}</p>
      )}
    </section>
  );
}

import { ScreenTitle } from "../../components/ScreenTitle";
import { KeyTable } from "../../hotkeys/KeysOfScreen";
import { useRegistry } from "../../hotkeys/registry";
import { en } from "../../messages/en";

const words = en.help;

export function HelpScreen() {
  const { hotkeys } = useRegistry();
  const everywhere = hotkeys.filter((hotkey) => hotkey.group === "everywhere" && hotkey.keys !== "");
  return (
    <div className="help">
      <header className="bar">
        <ScreenTitle title={words.title} />
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
        </div>
        <section aria-labelledby="words-heading">
          <h2 id="words-heading">{words.words}</h2>
          <dl className="glossary">
            {words.glossary.map(([word, meaning]) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </div>
  );
}

// The words of the field, each in a sentence or two with its citation; the address can name one of them.
import { useEffect, useRef, useState } from "react";
import { Cite } from "../../components/Cite";
import { Empty } from "../../components/Empty";
import { TextField } from "../../components/TextField";
import { en } from "../../messages/en";
import { hasWords } from "./words";

const words = en.help;

export function Glossary({ term }: { term: string | undefined }) {
  const [typed, setTyped] = useState("");
  const named = useRef<HTMLElement>(null);
  const found = en.glossary.filter((one) => hasWords(one, typed));

  useEffect(() => {
    if (term === undefined) return;
    setTyped("");
    named.current?.focus();
    named.current?.scrollIntoView?.({ block: "center" });
  }, [term]);

  return (
    <section aria-labelledby="words-heading">
      <h2 id="words-heading">{words.words}</h2>
      <TextField
        id="find-word"
        label={words.findWord}
        help={en.fields.help.word}
        type="search"
        value={typed}
        onChange={setTyped}
      />
      <p role="status" className="quiet">
        {words.wordsFound(found.length)}
      </p>
      {found.length === 0 && <Empty words={words.noWord} hint={words.noWordHint} />}
      <dl className="glossary">
        {found.map((one) => (
          <div key={one.term} className={one.term === term ? "named" : undefined}>
            <dt ref={one.term === term ? named : undefined} tabIndex={-1}>
              {one.term}
            </dt>
            <dd>
              {one.meaning} <Cite>{one.cite ?? ""}</Cite>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

// The notice in its own words. The words that a fact was understood from are marked when the fact asks for them.
import { useEffect, useRef } from "react";
import type { FactPlace, Section } from "../../backend/wire";
import { en } from "../../messages/en";

const words = en.systems;

interface Props {
  sections: Section[];
  /** The place to show. */
  lit: FactPlace | null;
}

export function Published({ sections, lit }: Props) {
  if (sections.length === 0) return <p className="quiet">{words.noWords}</p>;
  return sections.map((section) => (
    <section key={section.key} id={`section-${section.key}`} className="published">
      <h4>{section.heading}</h4>
      <Words text={section.text} lit={lit?.section === section.key ? lit : null} />
    </section>
  ));
}

function Words({ text, lit }: { text: string; lit: FactPlace | null }) {
  // Places count characters, and a letter outside the first plane is one of them.
  const letters = Array.from(text);
  let from = 0;
  return text.split("\n\n").map((paragraph) => {
    const start = from;
    const end = start + Array.from(paragraph).length;
    from = end + 2;
    const within = lit !== null && lit.start < end && lit.end > start;
    const cut = (a: number, b: number) => letters.slice(Math.max(a, start), Math.min(b, end)).join("");
    return (
      <p key={start}>
        {within ? (
          <>
            {cut(start, lit.start)}
            <Lit text={cut(lit.start, lit.end)} />
            {cut(lit.end, end)}
          </>
        ) : (
          paragraph
        )}
      </p>
    );
  });
}

function Lit({ text }: { text: string }) {
  const mark = useRef<HTMLElement>(null);
  useEffect(() => mark.current?.scrollIntoView?.({ block: "nearest" }), []);
  return (
    <mark ref={mark} data-testid="lit">
      {text}
    </mark>
  );
}

import { unbroken } from "./clauses";

/** What a clause says, with what the case fills in or decides set apart from the words that a requester reads. */
export function ClauseWords({ text, lang }: { text: string; lang?: "es" }) {
  return (
    <p className="clause-text" lang={lang}>
      {unbroken(text)
        .split(/(\{\{.*?\}\}|\{%.*?%\})/gs)
        .filter((part) => part !== "")
        .map((part, index) => {
          // A part is known only by its place in the text, which is shown whole.
          const key = `${index}-${part}`;
          return part.startsWith("{") ? <code key={key}>{part}</code> : <span key={key}>{part}</span>;
        })}
    </p>
  );
}

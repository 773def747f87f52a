import type { MarkedWords } from "../../backend/wire";

/** Changed words in their place: what was taken out, and what was put in. */
export function Marked({ words }: { words: MarkedWords[] }) {
  return (
    <p className="lines">
      {words.map((run, index) => {
        // A run is known only by its place in the text, which is shown whole.
        const key = `${run.mark}-${index}`;
        if (run.mark === "kept") return <span key={key}>{run.text}</span>;
        return run.mark === "taken-out" ? <del key={key}>{run.text}</del> : <ins key={key}>{run.text}</ins>;
      })}
    </p>
  );
}

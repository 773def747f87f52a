import type { MarkedWords } from "../../backend/wire";
import { ChangedWords } from "../../components/ChangedWords";

/** Changed words in their place: what was taken out, and what was put in. */
export function Marked({ words }: { words: MarkedWords[] }) {
  return (
    <p className="lines">
      {words.map((run, index) => {
        // A run is known only by its place in the text, which is shown whole.
        const key = `${run.mark}-${index}`;
        if (run.mark === "kept") return <span key={key}>{run.text}</span>;
        return <ChangedWords key={key} as={run.mark === "taken-out" ? "del" : "ins"} text={run.text} />;
      })}
    </p>
  );
}

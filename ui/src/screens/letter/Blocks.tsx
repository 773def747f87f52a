import type { LetterBlock } from "../../backend/wire";
import { en } from "../../messages/en";

/** The letter as paragraphs; in the margin of each, the rule that prescribes it. */
export function Blocks({ blocks }: { blocks: LetterBlock[] }) {
  return (
    <div className="blocks">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a draft is shown whole; its paragraphs never move singly.
        <div key={index} className="block" data-clause={block.clause}>
          <p className="block-cite">
            {block.cites.length > 0 ? (
              <cite className="cite">{block.cites.join("; ")}</cite>
            ) : (
              <span className="quiet">{block.style === "paragraph" ? en.letters.composer.noCite : ""}</span>
            )}
          </p>
          <Block block={block} />
        </div>
      ))}
    </div>
  );
}

function Block({ block }: { block: LetterBlock }) {
  if (block.style === "heading") return <h3>{block.text.join(" ")}</h3>;
  if (block.style === "list") {
    return (
      <ul>
        {block.text.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  }
  if (block.style === "address") return <address className="lines">{block.text.join("\n")}</address>;
  return <p>{block.text.join(" ")}</p>;
}

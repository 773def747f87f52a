// The seal beside the letterhead and the signatures of officials, as they are in force and as the draft would have them.
import { Button } from "@trussworks/react-uswds";
import { useHotkeys } from "../../hotkeys/registry";
import { en } from "../../messages/en";
import { Picture } from "./Picture";
import { PictureFile } from "./PictureFile";
import { Signatures } from "./Signatures";
import type { WordingDraft } from "./useWordingDraft";

const words = en.wording.pictures;

export function PicturesPart({ draft }: { draft: WordingDraft }) {
  return (
    <>
      <Seal draft={draft} />
      <Signatures draft={draft} />
    </>
  );
}

function Seal({ draft: { pictures } }: { draft: WordingDraft }) {
  const { typed, inForce, files } = pictures;
  const chosen = typed.seal !== null && typed.seal !== "taken-out" ? files[typed.seal.kept] : undefined;
  const png = typed.seal === null ? inForce.seal : chosen;
  const toFile = () => document.getElementById("seal-file")?.focus();
  useHotkeys([{ id: "put-in-seal", keys: "", label: en.keys.putInSeal, group: "here", run: toFile }]);
  /** The button that was pressed goes; whoever works by key goes on at the file. */
  const thenToFile = (change: () => void) => () => {
    change();
    toFile();
  };
  return (
    <section aria-labelledby="seal-heading" className="seal" data-testid="seal">
      <h3 id="seal-heading">{words.seal}</h3>
      <p className="quiet" role="status">
        {typed.seal === "taken-out"
          ? words.sealTakenOut
          : typed.seal !== null
            ? words.sealInDraft
            : inForce.seal
              ? words.sealInForce
              : words.noSeal}
      </p>
      {png && <Picture png={png} alt={words.sealAlt} />}
      <div className="picture-does">
        <PictureFile
          id="seal-file"
          label={png ? words.another : words.putInSeal}
          {...(png ? { labelMore: words.anotherSeal } : {})}
          help={en.fields.wording.seal}
          onChoose={(base64) => pictures.putSeal(base64)}
        />
        {inForce.seal && typed.seal !== "taken-out" && (
          <Button
            type="button"
            outline
            onClick={thenToFile(pictures.takeSealOut)}
            data-testid="take-seal-out"
          >
            {words.takeOut} <span className="sr-only">{words.takeOutSeal}</span>
          </Button>
        )}
        {typed.seal !== null && (
          <Button type="button" unstyled onClick={thenToFile(pictures.leaveSeal)} data-testid="leave-seal">
            {en.wording.draft.takeBack} <span className="sr-only">{words.changeOfSeal}</span>
          </Button>
        )}
      </div>
    </section>
  );
}

// Edits of words that have changed since: a person uses them all the same, or drops them.
import { Button } from "@trussworks/react-uswds";
import type { BlockEdit, LetterDraft } from "../../backend/wire";
import { en } from "../../messages/en";
import type { Editing } from "./useEdits";

const words = en.letters.composer;

export function SetAside({ draft, editing }: { draft: LetterDraft; editing: Editing }) {
  if (draft.set_aside.length === 0) return null;
  const stands = (edit: BlockEdit) => draft.composed.some((block) => block.clause === edit.clause);
  return (
    <section aria-labelledby="aside-heading" className="set-aside" data-testid="set-aside">
      <h3 id="aside-heading">{words.setAside}</h3>
      <p className="quiet">{words.setAsideWords}</p>
      <ul>
        {draft.set_aside.map((edit) => (
          <li key={edit.clause}>
            <p className="lines">{edit.text.join("\n") || words.takenOut}</p>
            <div className="actions">
              {stands(edit) && (
                <Button
                  type="button"
                  outline
                  data-testid="use-again"
                  onClick={() => editing.settle(edit, true)}
                >
                  {words.useAgain}
                </Button>
              )}
              <Button type="button" unstyled data-testid="drop" onClick={() => editing.settle(edit, false)}>
                {words.drop}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

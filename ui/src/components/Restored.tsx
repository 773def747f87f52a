// The lines that say that a form was found again as it was typed, and that it has grown too long to be kept.
import { Button } from "@trussworks/react-uswds";
import { moment } from "../format/times";
import { en } from "../messages/en";
import type { Kept } from "../queries/useKept";

export function Restored({ kept }: { kept: Kept }) {
  return (
    <>
      {kept.unkept !== null && (
        <p className="restored" role="status" data-testid="unkept">
          {kept.unkept}
        </p>
      )}
      {kept.restored !== null && <FoundAgain at={kept.restored} onDiscard={kept.discard} />}
    </>
  );
}

function FoundAgain({ at, onDiscard }: { at: string; onDiscard: () => void }) {
  return (
    <p className="restored" role="status" data-testid="restored">
      {en.common.restored(moment(at))}{" "}
      <Button type="button" unstyled onClick={onDiscard}>
        {en.common.restoredDiscard}
      </Button>
    </p>
  );
}

// The line that says that a form was found again as it was typed.
import { Button } from "@trussworks/react-uswds";
import { moment } from "../format/times";
import { en } from "../messages/en";
import type { Kept } from "../queries/useKept";

export function Restored({ kept }: { kept: Kept }) {
  if (kept.restored === null) return null;
  return (
    <p className="restored" role="status" data-testid="restored">
      {en.common.restored(moment(kept.restored))}{" "}
      <Button type="button" unstyled onClick={kept.discard}>
        {en.common.restoredDiscard}
      </Button>
    </p>
  );
}

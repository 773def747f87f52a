// The line that says that a form was found again as it was typed.
import { Button } from "@trussworks/react-uswds";
import { en } from "../messages/en";
import type { Kept } from "../queries/useKept";

export function Restored({ kept }: { kept: Kept }) {
  if (kept.restored === null) return null;
  const at = new Date(kept.restored).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
  return (
    <p className="restored" role="status" data-testid="restored">
      {en.common.restored(at)}{" "}
      <Button type="button" unstyled onClick={kept.discard}>
        {en.common.restoredDiscard}
      </Button>
    </p>
  );
}

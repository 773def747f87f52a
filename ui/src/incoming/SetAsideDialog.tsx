// Asks why something is set aside. What is set aside can be put back: from the list, or with the key that undoes.
import { useBackend } from "../backend/context";
import type { Inbox, IncomingRow } from "../backend/wire";
import { useAnnounce } from "../components/Announcer";
import { ReasonDialog } from "../components/ReasonDialog";
import { en } from "../messages/en";
import { useInboxChanged } from "../queries/inbox";
import { useAsk } from "../queries/useAsk";
import { useUndo } from "../undo/Undo";
import { titleOf } from "./IncomingWords";
import { usePutBack } from "./usePutBack";

const words = en.incoming;

interface Props {
  row: IncomingRow;
  /** What is done once it is set aside. */
  onDone?: (now: Inbox) => void;
  onClose: () => void;
}

export function SetAsideDialog({ row, onDone, onClose }: Props) {
  const backend = useBackend();
  const announce = useAnnounce();
  const inboxChanged = useInboxChanged();
  const { did } = useUndo();
  const { putBack } = usePutBack();
  const { busy, refusal, ask } = useAsk();
  const title = titleOf(row);
  return (
    <ReasonDialog
      id="aside-reason"
      form={`incoming/${row.id}/aside`}
      heading={words.asideAsk(title)}
      words={words.asideWords}
      label={words.asideWhy}
      hint={words.asideHint}
      confirm={words.setAside}
      // The desk calls it why; in the dialog it is the reason.
      asking={{ busy, refusal: refusal?.field === "why" ? { ...refusal, field: "reason" } : refusal }}
      onReason={async (why) => {
        const changed = await ask(() => backend.setAsideIncoming(row.id, why));
        if (!changed) return false;
        inboxChanged(changed);
        announce(words.asideDone(title));
        did({ run: () => putBack(row) });
        onDone?.(changed);
        return true;
      }}
      onClose={onClose}
    />
  );
}

// Destroys for good what was set aside. Nothing can bring it back: Enter alone leaves it as it is.
import { useBackend } from "../backend/context";
import type { Inbox, IncomingRow } from "../backend/wire";
import { useAnnounce } from "../components/Announcer";
import { AskDialog } from "../components/AskDialog";
import { RefusalNotice } from "../components/RefusalNotice";
import { en } from "../messages/en";
import { useInboxChanged } from "../queries/inbox";
import { useAsk } from "../queries/useAsk";
import { useUndo } from "../undo/Undo";
import { enteredAbout } from "./entered";
import { titleOf } from "./IncomingWords";

const words = en.incoming;

interface Props {
  row: IncomingRow;
  /** What is done once it is destroyed. */
  onDone: (now: Inbox) => void;
  onClose: () => void;
}

export function DestroyDialog({ row, onDone, onClose }: Props) {
  const backend = useBackend();
  const announce = useAnnounce();
  const inboxChanged = useInboxChanged();
  const { did } = useUndo();
  const { busy, refusal, ask } = useAsk();
  const title = titleOf(row);

  async function destroy() {
    const changed = await ask(() => backend.destroyIncoming(row.id));
    if (!changed) return;
    await backend.forgetDraft(enteredAbout(row.id)).catch(() => {});
    inboxChanged(changed);
    did(null);
    announce(words.destroyDone(title));
    onClose();
    onDone(changed);
  }

  return (
    <AskDialog
      destroys
      heading={words.destroyAsk(title)}
      words={words.destroyWords}
      confirm={words.destroy}
      busy={busy}
      onConfirm={() => void destroy()}
      onCancel={onClose}
    >
      <RefusalNotice refusal={refusal} />
    </AskDialog>
  );
}

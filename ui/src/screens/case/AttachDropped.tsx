// Files dropped on a case whose papers are not on screen: asked for first, so that proof of identity is not attached unlocked.
import { useState } from "react";
import { useBackend } from "../../backend/context";
import { useAnnounce } from "../../components/Announcer";
import { AskDialog } from "../../components/AskDialog";
import { CheckField } from "../../components/CheckField";
import { RefusalNotice } from "../../components/RefusalNotice";
import { en } from "../../messages/en";
import { useCaseChanged } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";
import { attachAll } from "./attaching";

const words = en.case.papers;

interface Props {
  number: string;
  paths: readonly string[];
  onClose: () => void;
}

export function AttachDropped({ number, paths, onClose }: Props) {
  const backend = useBackend();
  const announce = useAnnounce();
  const caseChanged = useCaseChanged();
  const { busy, refusal, ask } = useAsk();
  const [identity, setIdentity] = useState(false);

  async function attach() {
    const attached = await ask(() => attachAll(backend, number, null, paths, identity, caseChanged));
    if (!attached) return;
    announce(words.attachedTo(number));
    onClose();
  }

  return (
    <AskDialog
      heading={words.attachAsk(number)}
      words={paths.map(nameOf).join(", ")}
      confirm={words.attachGo}
      busy={busy}
      onConfirm={() => void attach()}
      onCancel={onClose}
    >
      <RefusalNotice refusal={refusal} />
      <CheckField
        id="dropped-identity"
        help={en.fields.dialogs.identityPaper}
        label={words.identity}
        checked={identity}
        onChange={setIdentity}
      />
    </AskDialog>
  );
}

/** The file's name alone, on every system. */
function nameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

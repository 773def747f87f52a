// Files dropped on a case whose papers are not on screen: asked for first, so that proof of identity is not attached unlocked.
// What is attached stays attached where another file is refused, and is not sent a second time.
import { useRef, useState } from "react";
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
  const [attached, setAttached] = useState<readonly string[]>([]);
  const left = paths.filter((path) => !attached.includes(path));
  // Files may be dropped while these are attached: they are asked for then.
  const dropped = useRef(paths);
  dropped.current = paths;

  async function attach() {
    const done = await ask(() =>
      attachAll(backend, number, null, left, identity, (view, path) => {
        caseChanged(view);
        setAttached((before) => [...before, path]);
      }),
    );
    if (!done) return;
    announce(words.attachedTo(number));
    if (dropped.current.length === paths.length) onClose();
  }

  return (
    <AskDialog
      heading={words.attachAsk(number)}
      words={namesOf(left)}
      confirm={words.attachGo}
      busy={busy}
      onConfirm={() => void attach()}
      onCancel={onClose}
    >
      <RefusalNotice refusal={refusal} />
      <div role="status">
        {refusal && attached.length > 0 && <p>{words.attachedSoFar(namesOf(attached))}</p>}
      </div>
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

/** The names of the files alone, on every system. */
function namesOf(paths: readonly string[]): string {
  return paths.map((path) => path.split(/[/\\]/).at(-1) ?? path).join(", ");
}

// The attachments of a message, or the scan itself: looked at, saved, and marked where they show identity.
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../backend/context";
import type { IncomingPart } from "../backend/wire";
import { CheckField } from "../components/CheckField";
import { LookAtPaper, useSaving } from "../components/LookAtPaper";
import { RefusalNotice } from "../components/RefusalNotice";
import { en } from "../messages/en";
import { useIncomingPart } from "../queries/inbox";

const words = en.incoming;

interface Props {
  id: string;
  parts: IncomingPart[];
  /** The parts that show identity. */
  identity: readonly number[];
  onIdentity: (identity: number[]) => void;
}

export function IncomingParts({ id, parts, identity, onIdentity }: Props) {
  return (
    <ul className="incoming-parts">
      {parts.map((part) => (
        <OnePart
          key={part.part}
          id={id}
          part={part}
          identity={identity.includes(part.part)}
          onIdentity={(shows) =>
            onIdentity(
              shows ? [...identity, part.part].toSorted() : identity.filter((one) => one !== part.part),
            )
          }
        />
      ))}
    </ul>
  );
}

interface OneProps {
  id: string;
  part: IncomingPart;
  identity: boolean;
  onIdentity: (shows: boolean) => void;
}

function OnePart({ id, part, identity, onIdentity }: OneProps) {
  const backend = useBackend();
  const [open, setOpen] = useState(false);
  const onSave = () => backend.saveIncomingPart(id, part.part);
  const { busy, refusal, save } = useSaving(onSave);
  return (
    <li>
      <div className="incoming-part">
        <span className="strong">{part.name}</span>
        <span className="quiet">
          {words.kinds[part.media_type] ?? words.otherKind}, {words.size(part.size)}
        </span>
        <span className="paper-does">
          {part.shown && (
            <Button
              type="button"
              unstyled
              aria-label={words.openOne(part.name)}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {words.open}
            </Button>
          )}
          <Button
            type="button"
            unstyled
            disabled={busy}
            aria-label={words.saveOne(part.name)}
            onClick={() => void save()}
          >
            {words.save}
          </Button>
        </span>
        <CheckField
          id={`identity-${id}-${part.part}`}
          help={en.fields.dialogs.identityPaper}
          label={words.identity}
          labelMore={part.name}
          checked={identity}
          onChange={onIdentity}
        />
      </div>
      {!part.shown && <p className="quiet">{words.notShown}</p>}
      <RefusalNotice refusal={refusal} />
      {open && <LookAtPart id={id} part={part} onSave={onSave} onClose={() => setOpen(false)} />}
    </li>
  );
}

interface LookProps {
  id: string;
  part: IncomingPart;
  onSave: () => Promise<string | null>;
  onClose: () => void;
}

function LookAtPart({ id, part, onSave, onClose }: LookProps) {
  const query = useIncomingPart(id, part.part);
  return <LookAtPaper name={part.name} query={query} onSave={onSave} onClose={onClose} />;
}

// Begins a request with what waits in the inbox. A form that somebody began already is not written over unasked.
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useBackend } from "../../backend/context";
import type { IncomingView } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { AskDialog } from "../../components/AskDialog";
import { en } from "../../messages/en";
import { type Asking, useAsk } from "../../queries/useAsk";
import { holdsRequest, withArrived } from "./arriving";
import { EMPTY_DRAFT, type IntakeDraft, useIntakeDraft } from "./draft";
import { INTAKE_FORM } from "./fields";

const words = en.incoming;

interface Waiting {
  view: IncomingView;
  identity: number[];
  /** The form that somebody began. */
  before: IntakeDraft;
}

interface BeginWith extends Pick<Asking, "busy" | "refusal"> {
  begin: (id: string, identity?: number[]) => void;
  /** The question, where there is one. */
  question: ReactNode;
}

export function useBeginWith(): BeginWith {
  const backend = useBackend();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const { draft, change } = useIntakeDraft();
  const { busy, refusal, ask } = useAsk();
  const [waiting, setWaiting] = useState<Waiting | null>(null);

  /** The form as it stands: in this window, or else as the desk keeps it. */
  async function formNow(): Promise<IntakeDraft> {
    if (holdsRequest(draft)) return draft;
    const kept = await backend.draft(INTAKE_FORM);
    return kept ? { ...EMPTY_DRAFT, ...(JSON.parse(kept.body) as Partial<IntakeDraft>) } : draft;
  }

  async function goOn(next: IntakeDraft) {
    setWaiting(null);
    // Kept first: the form looks at the desk when it opens, and would find there what stood in it before. What is too long to be
    // kept stays as it is while the window is open.
    const kept = await ask(() =>
      backend
        .saveDraft(INTAKE_FORM, null, JSON.stringify(next))
        .catch(() => backend.forgetDraft(INTAKE_FORM))
        .then(() => true),
    );
    if (!kept) return;
    change(next);
    await navigate({ to: "/new" });
    announce(words.arrivedFilled);
  }

  async function begin(id: string, identity: number[] = []) {
    const found = await ask(async () => ({ view: await backend.incoming(id), before: await formNow() }));
    if (!found) return;
    const { view, before } = found;
    const isThere = before.arrived.some((one) => one.id === id);
    if (holdsRequest(before) && !isThere) return setWaiting({ view, identity, before });
    await goOn(withArrived(before, view, identity));
  }

  const question = waiting && (
    <AskDialog
      heading={words.mixAsk}
      words={words.mixWords(waiting.before.name.trim())}
      confirm={words.mixAdd}
      other={{
        label: words.mixNew,
        onChoose: () => void goOn(withArrived(EMPTY_DRAFT, waiting.view, waiting.identity)),
      }}
      onConfirm={() => void goOn(withArrived(waiting.before, waiting.view, waiting.identity))}
      onCancel={() => setWaiting(null)}
    />
  );
  return { busy, refusal, begin: (id, identity) => void begin(id, identity), question };
}

// Begins a request with what waits in the inbox. A form that somebody began already is not written over unasked.
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useBackend } from "../../backend/context";
import { useAnnounce } from "../../components/Announcer";
import { AskDialog } from "../../components/AskDialog";
import { marksOf } from "../../incoming/entered";
import { en } from "../../messages/en";
import { useDesk } from "../../queries/desk";
import { type Asking, refusalFrom, useAsk } from "../../queries/useAsk";
import { keepNow } from "../../queries/useKept";
import { type Coming, holdsRequest, isFilled, isPartOf, withArrived } from "./arriving";
import { EMPTY_DRAFT, type IntakeDraft, useIntakeDraft } from "./draft";
import { INTAKE_FORM } from "./fields";

const words = en.incoming;

interface Waiting extends Coming {
  /** The form that somebody began. */
  before: IntakeDraft;
}

interface BeginWith extends Pick<Asking, "busy" | "refusal"> {
  begin: (id: string) => void;
  /** The question, where there is one. */
  question: ReactNode;
}

export function useBeginWith(): BeginWith {
  const backend = useBackend();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const today = useDesk().data?.today ?? "";
  const { draft, change, setUnkept } = useIntakeDraft();
  const { busy, refusal, ask } = useAsk();
  const [waiting, setWaiting] = useState<Waiting | null>(null);

  /** The form as it stands: in this window, or else as the desk keeps it. */
  async function formNow(): Promise<IntakeDraft> {
    if (holdsRequest(draft)) return draft;
    const kept = await backend.draft(INTAKE_FORM);
    return kept ? { ...EMPTY_DRAFT, ...(JSON.parse(kept.body) as Partial<IntakeDraft>) } : draft;
  }

  /** Keeps the form; answers with what the desk says where it is too long to be kept. */
  async function keep(next: IntakeDraft): Promise<string | null> {
    try {
      await backend.saveDraft(INTAKE_FORM, null, JSON.stringify(next));
      return null;
    } catch (error) {
      const { field, message } = refusalFrom(error);
      if (field !== "body") throw error;
      return message;
    }
  }

  async function goOn({ before, ...coming }: Waiting) {
    setWaiting(null);
    const next = withArrived(before, coming, today);
    // Kept first: the form looks at the desk when it opens, and would find there what stood in it before.
    const kept = await ask(async () => ({ unkept: await keep(next) }));
    if (!kept) return;
    setUnkept(kept.unkept);
    change(next);
    await navigate({ to: "/new" });
    if (isPartOf(before, coming.view.row.id)) announce(words.arrivedHere);
    else announce(isFilled(before, next) ? words.arrivedFilled : words.arrivedAdded(1));
  }

  async function begin(id: string) {
    const found = await ask(async () => {
      // What was marked a moment ago is kept first, and then found with the message.
      await keepNow();
      const [view, identity, before] = [
        await backend.incoming(id),
        await marksOf(backend, id),
        await formNow(),
      ];
      return { view, identity, before };
    });
    if (!found) return;
    if (holdsRequest(found.before) && !isPartOf(found.before, id)) setWaiting(found);
    else await goOn(found);
  }

  const question = waiting && (
    <AskDialog
      heading={words.mixAsk}
      words={words.mixWords(waiting.before.name.trim())}
      confirm={words.mixAdd}
      other={{
        label: words.mixNew,
        onChoose: () => void goOn({ ...waiting, before: EMPTY_DRAFT }),
      }}
      onConfirm={() => void goOn(waiting)}
      onCancel={() => setWaiting(null)}
    />
  );
  return { busy, refusal, begin: (id) => void begin(id), question };
}

// A paper as it is looked at, wherever it lies: a page, a picture or its words, and the way to save it.
import { Button } from "@trussworks/react-uswds";
import { useEffect, useRef } from "react";
import type { PaperShown } from "../backend/wire";
import { en } from "../messages/en";
import { PdfPages } from "../pdf/PdfPages";
import { useAsk } from "../queries/useAsk";
import { useAnnounce } from "./Announcer";
import { Loaded } from "./Loading";
import { RefusalNotice } from "./RefusalNotice";

const words = en.case.papers;

interface Props {
  name: string;
  query: { data: PaperShown | undefined; error: Error | null; refetch: () => unknown };
  /** Saves it where the person says: the name of the file, or null where they chose no place. */
  onSave: () => Promise<string | null>;
  onClose: () => void;
}

export function LookAtPaper({ name, query, onSave, onClose }: Props) {
  const { busy, refusal, save } = useSaving(onSave);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    opener.current = document.activeElement;
    return () => {
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    };
  }, []);
  return (
    <section aria-label={words.lookAt(name)} className="paper-shown">
      <div className="actions">
        <Button type="button" outline onClick={() => void save()} disabled={busy}>
          {words.save}
        </Button>
        <Button type="button" outline onClick={onClose}>
          {en.common.close}
        </Button>
      </div>
      <RefusalNotice refusal={refusal} />
      <Loaded query={query}>{(paper) => <PaperPages name={name} paper={paper} />}</Loaded>
    </section>
  );
}

/** Saves a copy, and says under which name or that nothing was saved. */
export function useSaving(onSave: () => Promise<string | null>) {
  const announce = useAnnounce();
  const { busy, refusal, ask } = useAsk();
  async function save() {
    const saved = await ask(async () => ({ file: await onSave() }));
    if (saved) announce(saved.file === null ? en.letters.saveCancelled : en.letters.saved(saved.file));
  }
  return { busy, refusal, save };
}

function PaperPages({ name, paper }: { name: string; paper: PaperShown }) {
  const { media_type: mediaType, base64 } = paper;
  if (mediaType === "application/pdf") return <PdfPages base64={base64} title={name} />;
  if (mediaType === "image/png" || mediaType === "image/jpeg") {
    return <img src={`data:${mediaType};base64,${base64}`} alt={name} className="scan" />;
  }
  if (mediaType.startsWith("text/")) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return <pre className="their-words">{new TextDecoder().decode(bytes)}</pre>;
  }
  return <p>{words.onlySave}</p>;
}

// The wording that somebody writes: only what differs from the words in force is kept, so that what others had approved in the
// meantime is never undone by an older draft.
import { useState } from "react";
import { Refused } from "../../backend/backend";
import { useBackend } from "../../backend/context";
import type { ClauseText, Refusal, WordingGiven, WordingPreview, WordingView } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { en } from "../../messages/en";
import { useWording, useWordingChanged } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";
import { type Kept, useKept } from "../../queries/useKept";
import { wordsNow } from "./clauses";
import { NO_PICTURES, type TypedPictures } from "./pictures";
import { type PicturesDraft, usePicturesDraft } from "./usePicturesDraft";

interface Typed extends TypedPictures {
  clauses: Record<string, string>;
  /** The lines of the letterhead; nothing where they are as they are in force. */
  lines: string | null;
}

export interface Shown {
  /** The version that was previewed; nothing for the draft. */
  version: number | null;
  given: WordingGiven;
  preview: WordingPreview;
}

export interface WordingDraft {
  kept: Kept;
  /** What the draft says of each clause that it words otherwise than the letters read now. */
  clauses: Readonly<Record<string, string>>;
  /** What stands in the field of a clause. */
  typed: (clause: ClauseText) => string;
  lines: string;
  linesChanged: boolean;
  pictures: PicturesDraft;
  changes: number;
  word: (id: string, text: string) => void;
  takeBack: (id: string) => void;
  setLines: (lines: string) => void;
  shown: Shown | null;
  /** Whether what is shown is the draft as it stands. */
  current: boolean;
  busy: boolean;
  refusal: Refusal | null;
  preview: () => Promise<boolean>;
  previewVersion: (version: number, given: WordingGiven) => Promise<void>;
  closePreview: () => void;
  propose: () => Promise<void>;
  reload: () => void;
}

const NOTHING: Typed = { clauses: {}, lines: null, ...NO_PICTURES };

export function useWordingDraft(view: WordingView): WordingDraft {
  const backend = useBackend();
  const announce = useAnnounce();
  const changed = useWordingChanged();
  const { refetch } = useWording(view.agency);
  const { busy, refusal, ask, forget } = useAsk();
  const [typed, setTyped] = useState(NOTHING);
  const form = `wording/${view.agency}`;
  // A draft from before there were pictures says nothing of them.
  const kept = useKept<Typed>(form, null, typed, (found) => setTyped({ ...NOTHING, ...found }));
  const [shown, setShown] = useState<Shown | null>(null);

  const inForce = view.versions.find((one) => one.version === view.in_force);
  const linesNow = (inForce?.letterhead_lines ?? []).join("\n");
  const linesChanged = typed.lines !== null && typed.lines.trim() !== linesNow;
  const pictures = usePicturesDraft(`${form}/picture`, typed, inForce?.pictures ?? {}, (changed) =>
    change({ ...typed, ...changed }),
  );
  const clauses = Object.fromEntries(
    view.clauses
      .map((clause) => [clause, typed.clauses[clause.id]] as const)
      .filter(([clause, text]) => text !== undefined && text.trim() !== wordsNow(clause))
      .map(([clause, text]) => [clause.id, (text ?? "").trim()]),
  );
  const given: WordingGiven = {
    clauses: Object.fromEntries(
      view.clauses
        .map((clause) => [clause.id, clauses[clause.id] ?? clause.own] as const)
        .filter((pair): pair is readonly [string, string] => pair[1] !== null),
    ),
    letterhead_lines: (linesChanged ? (typed.lines ?? "") : linesNow)
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
    pictures: pictures.given,
  };
  const current = shown?.version === null && JSON.stringify(shown.given) === JSON.stringify(given);

  function change(next: Typed) {
    setTyped(next);
    forget();
  }
  const without = (id: string) =>
    Object.fromEntries(Object.entries(typed.clauses).filter(([known]) => known !== id));

  async function show(version: number | null, asked: WordingGiven): Promise<boolean> {
    const preview = await ask(() => {
      if (version === null && pictures.missing !== null) throw missingPicture(pictures.missing);
      return backend.previewWording(view.agency, asked);
    });
    setShown(preview && { version, given: asked, preview });
    if (preview) {
      const read = en.wording.preview.count(preview.differs.length, preview.tried);
      announce([read, ...preview.pictures].join(" "));
    }
    return preview !== null;
  }

  return {
    kept,
    clauses,
    typed: (clause) => typed.clauses[clause.id] ?? wordsNow(clause),
    lines: typed.lines ?? linesNow,
    linesChanged,
    pictures,
    changes: Object.keys(clauses).length + (linesChanged ? 1 : 0) + pictures.changes,
    word: (id, text) => {
      const clause = view.clauses.find((one) => one.id === id);
      const same = clause !== undefined && text === wordsNow(clause);
      change({ ...typed, clauses: same ? without(id) : { ...typed.clauses, [id]: text } });
    },
    takeBack: (id) => change({ ...typed, clauses: without(id) }),
    setLines: (lines) => change({ ...typed, lines: lines === linesNow ? null : lines }),
    shown,
    current,
    busy,
    refusal,
    preview: () => show(null, given),
    previewVersion: async (version, asked) => {
      await show(version, asked);
    },
    closePreview: () => setShown(null),
    propose: async () => {
      const proposed = await ask(() => backend.proposeWording(view.agency, given));
      if (!proposed) return;
      await kept.forget();
      setTyped(NOTHING);
      setShown(null);
      changed(proposed);
      announce(en.wording.draft.proposed(proposed.versions[0]?.version ?? 0));
    },
    reload: () => {
      forget();
      void refetch();
    },
  };
}

/** What is said of a picture that was not chosen yet, beside the field that waits for it. */
function missingPicture(field: string): Refused {
  return new Refused({ code: "bad-input", message: en.wording.pictures.missing, cite: null, field });
}

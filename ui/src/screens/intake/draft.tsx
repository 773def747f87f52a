// The request that is being typed. It lives in memory only: leaving the screen keeps it, locking the desk forgets it.
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type {
  Capacity,
  Evidence,
  IncomingForm,
  IncomingPart,
  Intake,
  Kind,
  RequestChannel,
  Sensitivity,
} from "../../backend/wire";

export interface IntakeDraft {
  agency: string;
  received: string;
  channel: RequestChannel;
  capacity: Capacity;
  name: string;
  address: string;
  email: string;
  subjectName: string;
  subjectAddress: string;
  kinds: Kind[];
  text: string;
  sensitivity: Sensitivity;
  particulars: { id: number; name: string; value: string }[];
  evidence: Evidence[];
  known: boolean;
  /** Whose guardian, where the requester is one and has told it. */
  ward: Ward;
  /** The messages and scans that came with the request; each goes into the file of the case. */
  arrived: ArrivedThing[];
}

/** A message or a scan of the inbox, as far as the form shows it. */
export interface ArrivedThing {
  id: string;
  subject: string;
  form: IncomingForm;
  parts: IncomingPart[];
  /** The parts that show identity. */
  identity: number[];
}

export type Ward = "" | "guardian-of-minor" | "guardian-of-incompetent-adult";

export const EMPTY_DRAFT: IntakeDraft = {
  agency: "",
  received: "",
  channel: "mail",
  capacity: "self",
  name: "",
  address: "",
  email: "",
  subjectName: "",
  subjectAddress: "",
  kinds: [],
  text: "",
  sensitivity: "ordinary",
  particulars: [],
  evidence: [],
  known: false,
  ward: "",
  arrived: [],
};

const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Whether the requester asks about another person. */
export function isForAnother(capacity: Capacity): boolean {
  return capacity === "parent" || capacity === "guardian" || capacity === "third-party";
}

/** The draft as the desk takes it. */
export function toIntake(draft: IntakeDraft): Intake {
  const another = isForAnother(draft.capacity) && draft.subjectName.trim() !== "";
  return {
    agency: draft.agency,
    kinds: draft.kinds,
    received: draft.received,
    channel: draft.channel,
    capacity: draft.capacity,
    sensitivity: draft.sensitivity,
    requester: {
      name: draft.name.trim(),
      address: lines(draft.address),
      email: draft.email.trim() === "" ? null : draft.email.trim(),
    },
    subject: another
      ? { name: draft.subjectName.trim(), address: lines(draft.subjectAddress), email: null }
      : null,
    text: draft.text,
    particulars: Object.fromEntries(
      draft.particulars
        .filter((one) => one.name.trim() !== "" && one.value.trim() !== "")
        .map((one) => [one.name.trim(), one.value.trim()]),
    ),
    evidence: draft.evidence,
    personally_known: draft.known,
    facts: draft.capacity === "guardian" && draft.ward !== "" ? { relation: draft.ward } : {},
  };
}

interface Kept {
  draft: IntakeDraft;
  /** Changes what is given; a function is given the form as it then stands. */
  change: (changed: Partial<IntakeDraft> | ((before: IntakeDraft) => Partial<IntakeDraft>)) => void;
  forget: () => void;
  /** What the desk says where the form is too long to be kept. */
  unkept: string | null;
  setUnkept: (sentence: string | null) => void;
}

const DraftContext = createContext<Kept | null>(null);

export function IntakeDraftProvider({ children }: { children: ReactNode }) {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [unkept, setUnkept] = useState<string | null>(null);
  const kept = useMemo<Kept>(
    () => ({
      draft,
      change: (changed) =>
        setDraft((before) => ({
          ...before,
          ...(typeof changed === "function" ? changed(before) : changed),
        })),
      forget: () => {
        setDraft(EMPTY_DRAFT);
        setUnkept(null);
      },
      unkept,
      setUnkept,
    }),
    [draft, unkept],
  );
  return <DraftContext.Provider value={kept}>{children}</DraftContext.Provider>;
}

export function useIntakeDraft(): Kept {
  const kept = useContext(DraftContext);
  if (!kept) throw new Error("The request being typed is kept inside the IntakeDraftProvider.");
  return kept;
}

export function useForgetIntake(): () => void {
  return useIntakeDraft().forget;
}

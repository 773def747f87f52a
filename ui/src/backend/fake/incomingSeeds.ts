// What waits in the inbox of the invented desk. Nobody here exists, and nothing of it was ever sent.
import type { IncomingForm, IncomingPart, SetAside } from "../wire";
import { fakePdf } from "./pdf";

export interface FakePart extends Omit<IncomingPart, "part"> {
  base64: string;
}

export interface FakeIncoming {
  id: string;
  form: IncomingForm;
  from: { name: string; address: string };
  to: string;
  subject: string;
  received: string;
  sent: string | null;
  text: string;
  parts: FakePart[];
  added_by: string;
  added_on: string;
  set_aside: SetAside | null;
  case_number: string | null;
}

/** A picture of a card, as plain as can be: one grey pixel. */
const GREY_PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

export function pdfPart(name: string, lines: string[]): FakePart {
  const base64 = fakePdf(lines);
  return { name, media_type: "application/pdf", size: atob(base64).length, shown: true, base64 };
}

const base = { to: "privacy@example.org", added_by: "R. Blake", set_aside: null, case_number: null };
const message = { ...base, form: "message" as const };

export const INCOMING: FakeIncoming[] = [
  {
    ...message,
    id: "in-1",
    from: { name: "Oluwaseun Adébáyọ̀", address: "o.adebayo@example.org" },
    subject: "Request for my records under the Privacy Act",
    received: "2026-11-19",
    sent: "2026-11-18",
    added_on: "2026-11-20",
    text: "To whom it may concern,\n\nUnder the Privacy Act I ask for a copy of the transcript of my chat conversation with your office on October 14. My certification and a copy of my license are attached.\n\nOluwaseun Adébáyọ̀\n31 Tanager Lane\nDayton, OH 45499",
    parts: [
      pdfPart("certification.pdf", ["Certification of identity", "Oluwaseun Adebayo", "18 November 2026"]),
      { name: "license.png", media_type: "image/png", size: 48_211, shown: true, base64: GREY_PIXEL },
    ],
  },
  {
    ...message,
    id: "in-2",
    from: { name: "Thảo Nguyễn", address: "thao.nguyen@example.org" },
    subject: "Re: USPS-2026-00102, the paper that you asked for",
    received: "2026-11-20",
    sent: "2026-11-20",
    added_on: "2026-11-20",
    text: "You asked in your letter for a paper that shows the right e-mail address. It is attached.\n\nThảo Nguyễn",
    parts: [
      {
        name: "address change.docx",
        media_type: "application/octet-stream",
        size: 18_440,
        shown: false,
        base64: btoa("An invented paper."),
      },
    ],
    case_number: "USPS-2026-00102",
  },
  {
    ...base,
    id: "in-3",
    form: "scan",
    from: { name: "", address: "" },
    to: "",
    subject: "scan 2026-11-20 0007.pdf",
    received: "2026-11-20",
    sent: null,
    added_on: "2026-11-20",
    text: "",
    parts: [
      pdfPart("scan 2026-11-20 0007.pdf", ["Dear Postal Service,", "I ask for a copy of my claim file."]),
    ],
  },
  {
    ...message,
    id: "in-4",
    from: { name: "", address: "ashwood.weekly@example.org" },
    subject: "Ten ways to a tidy mail room",
    received: "2026-11-18",
    sent: "2026-11-18",
    added_on: "2026-11-19",
    text: "This week: labels, trays and a broom.",
    parts: [],
    set_aside: { on: "2026-11-19", by: "R. Blake", why: "An advertisement, and no request." },
  },
];

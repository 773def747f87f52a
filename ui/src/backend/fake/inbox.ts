// The inbox of the invented desk: what came by e-mail or as a scan, until it is filed or set aside.
import type { Arrived, CaseView, Inbox, IncomingRow, IncomingView, PaperShown, TakenIn } from "../wire";
import type { FakeCase } from "./case";
import { refuse } from "./commands";
import { type FakeIncoming, type FakePart, INCOMING, pdfPart } from "./incomingSeeds";

const SCANS = /\.(pdf|png|jpe?g|tiff?)$/i;

/** An invented part of that name; a TIFF is not shown. */
function partNamed(name: string): FakePart {
  const part = pdfPart(name, ["An invented paper."]);
  return /\.tiff?$/i.test(name) ? { ...part, media_type: "image/tiff", shown: false } : part;
}

type Attach = (one: FakeCase, name: string, identity: boolean) => CaseView;

export function createInbox(today: string, who: () => string, attach: Attach) {
  let all: FakeIncoming[] = [];
  let taken = 0;
  /** Under which id a file waits. */
  const names = new Map<string, string>();

  const rowOf = ({ from, to: _to, sent: _sent, text: _text, parts, ...row }: FakeIncoming): IncomingRow => ({
    ...row,
    from_name: from.name,
    from_address: from.address,
    parts: parts.length,
  });

  const find = (id: string): FakeIncoming =>
    all.find((one) => one.id === id) ??
    refuse("not-found", "This no longer waits in the inbox: somebody took it in, or put it into a case.");

  function view(): Inbox {
    const rows = all.map(rowOf).toSorted((one, other) => one.received.localeCompare(other.received));
    return {
      waiting: rows.filter((row) => row.set_aside === null),
      set_aside: rows.filter((row) => row.set_aside !== null),
    };
  }

  function one(id: string): IncomingView {
    const found = find(id);
    return {
      row: rowOf(found),
      to: found.to,
      sent: found.sent,
      text: found.text,
      parts: found.parts.map(({ base64: _base64, ...part }, index) => ({ ...part, part: index })),
    };
  }

  function arrive(file: string): IncomingRow {
    taken += 1;
    const isScan = SCANS.test(file);
    const made: FakeIncoming = {
      id: `taken-${taken}`,
      form: isScan ? "scan" : "message",
      from: isScan
        ? { name: "", address: "" }
        : { name: "Marisol de la Cruz", address: "m.cruz@example.org" },
      to: isScan ? "" : "privacy@example.org",
      subject: isScan ? file : "My claim file",
      received: isScan ? today : "2026-11-21",
      sent: isScan ? null : "2026-11-21",
      text: isScan ? "" : "I ask for a copy of my claim file.\n\nMarisol de la Cruz",
      parts: [partNamed(isScan ? file : "claim.pdf")],
      added_by: who(),
      added_on: today,
      set_aside: null,
      case_number: null,
    };
    all = [...all, made];
    names.set(file, made.id);
    return rowOf(made);
  }

  function takeIn(paths: string[]): TakenIn {
    const report: TakenIn = { added: [], already: [], refused: [] };
    for (const path of paths) {
      const file = path.split("/").at(-1) ?? path;
      const there = all.find((known) => known.id === names.get(file));
      if (there) report.already.push({ file, row: rowOf(there) });
      else if (SCANS.test(file) || file.endsWith(".eml")) report.added.push(arrive(file));
      else
        report.refused.push({ file, why: "This is no e-mail message and no scan. Save it as .eml or PDF." });
    }
    return report;
  }

  function partOf(id: string, part: number): PaperShown {
    const found = find(id).parts[part] ?? refuse("not-found", "The message has no such part.");
    return { media_type: found.media_type, base64: found.base64 };
  }

  function fileInto(target: FakeCase, { incoming, identity = [] }: Arrived) {
    const found = find(incoming);
    if (found.form === "message") attach(target, `${found.subject}.txt`, false);
    found.parts.forEach((part, index) => {
      attach(target, part.name, identity.includes(index));
    });
    all = all.filter((other) => other !== found);
  }

  function setAside(id: string, why: string): Inbox {
    const found = find(id);
    if (why === "") refuse("bad-input", "Say why, in a few words.", { field: "why" });
    found.set_aside = { on: today, by: who(), why };
    return view();
  }

  function putBack(id: string): Inbox {
    find(id).set_aside = null;
    return view();
  }

  function destroy(id: string): Inbox {
    const found = find(id);
    if (found.set_aside === null)
      refuse("not-allowed", "This waits in the inbox. Set it aside first. Nothing was destroyed.");
    all = all.filter((other) => other !== found);
    return view();
  }

  return {
    seed: () => {
      all = structuredClone(INCOMING);
    },
    view,
    one,
    find,
    takeIn,
    partOf,
    fileInto,
    setAside,
    putBack,
    destroy,
  };
}

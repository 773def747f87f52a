// The cases of the invented desk: taken in, noted on, attached to, and their letters drafted and issued.

import { shift } from "../../format/dates";
import type { LetterAsked } from "../backend";
import type { BlockEdit, CaseView, Intake } from "../wire";
import type { FakeCase, Ground } from "./case";
import { carryOut, refuse } from "./commands";
import { draftKey, draftOf, type KeptDrafts } from "./letters";
import { nameOf } from "./rules";
import { SEEDS } from "./seeds";
import { viewOf } from "./view";

type WordsOf = (agency: string) => Parameters<typeof draftOf>[3];

/** What a file is by its name; whatever is not known is shown nowhere. */
function mediaTypeOf(name: string): string {
  const kind = /\.(\w+)$/.exec(name)?.[1] ?? "txt";
  return { txt: "text/plain", png: "image/png", tif: "image/tiff" }[kind] ?? "application/octet-stream";
}

export function createCases(ground: Ground, who: () => string, wordsOf: WordsOf) {
  const { today } = ground;
  const cases = new Map<string, FakeCase>();
  const counters: Record<string, number> = {};
  const pdfs = new Map<string, string>();
  const drafts: KeptDrafts = new Map();
  const all = () => [...cases.values()];

  const find = (number: string): FakeCase =>
    cases.get(number) ?? refuse("not-found", `There is no case ${number} on this desk.`);

  function note(one: FakeCase, words: string, on = today, by = who()) {
    const version = one.history.length + 1;
    const minutes = String((version * 7) % 60).padStart(2, "0");
    one.history.push({ version, at: `${on}T09:${minutes}:00-05:00`, on, by, words, undone: false });
  }

  function current(number: string, version: number): FakeCase {
    const one = find(number);
    const last = one.history.at(-1);
    if (version !== one.history.length) {
      refuse(
        "changed-elsewhere",
        `${last?.by} ${last?.words} That was on ${last?.on}. Reload the case and look before you go on. Nothing of yours was recorded.`,
      );
    }
    return one;
  }

  function take(intake: Intake, on: string): FakeCase {
    const serial = (counters[intake.agency] ?? 101) + 1;
    counters[intake.agency] = serial;
    const number = `${intake.agency.toUpperCase()}-2026-${String(serial).padStart(5, "0")}`;
    const one: FakeCase = {
      number,
      intake,
      evidence: (intake.evidence ?? []).map((evidence) => ({
        evidence,
        note: "came with the request",
        requirement: null,
        paper: null,
        by: who(),
        on,
      })),
      identity_verified: null,
      routing: null,
      sent: null,
      search: null,
      determination: null,
      delay: null,
      recipientsTold: false,
      papers: [],
      tasks: [],
      triage: null,
      hold: null,
      said: {},
      letters: [],
      closed: false,
      history: [],
      last: null,
    };
    cases.set(number, one);
    note(
      one,
      `opened ${number}: a request for ${intake.kinds.join(" and ")}, received ${intake.received}.`,
      on,
    );
    return one;
  }

  function attach(one: FakeCase, name: string, identity: boolean): CaseView {
    one.papers.push({
      paper: `${one.number}-P${one.papers.length + 1}`,
      name,
      media_type: mediaTypeOf(name),
      sha256: "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea",
      size: 24,
      identity,
      destroy_after: identity ? shift(today, 30) : null,
      destroyed: null,
      on: today,
    });
    one.last = null;
    note(one, `attached the paper ${name}.`);
    return viewOf(one, ground);
  }

  function draft(one: FakeCase, asked: LetterAsked) {
    return draftOf(viewOf(one, ground), asked, drafts, wordsOf(one.intake.agency));
  }

  function edit(one: FakeCase, asked: LetterAsked, revision: number, edits: BlockEdit[]) {
    const key = draftKey(one.number, asked);
    if ((drafts.get(key)?.revision ?? 0) !== revision) {
      return refuse("changed-elsewhere", "Somebody else edited this letter in the meantime.");
    }
    drafts.set(key, { revision: revision + 1, edits, by: who() });
    return draft(one, asked);
  }

  function issue(one: FakeCase, asked: LetterAsked, on: string) {
    const { kind } = asked;
    const written = draft(one, asked);
    if (written.why_not_issue) refuse("not-allowed", written.why_not_issue);
    const letter = `${one.number}-L${one.letters.length + 1}`;
    pdfs.set(letter, written.pdf_base64);
    one.letters.push({
      letter,
      kind,
      recipient: null,
      language: asked.language,
      arrived: null,
      name: asked.language === "en" ? nameOf(kind) : `${nameOf(kind)}, in Spanish`,
      dated: on,
      sha256: "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea",
      bytes: 41_233,
      posted: null,
      queued: false,
      emailed: null,
      printed: null,
      not_printed: null,
    });
    one.last = null;
    note(one, `issued the letter “${nameOf(kind)}”, dated ${on} (SHA-256 3f79bb7b435b…).`, on);
  }

  function seed() {
    for (const { intake, done } of SEEDS) {
      const one = take(intake, intake.received);
      done.forEach((step, index) => {
        const on = shift(intake.received, index + 1);
        if ("issue" in step) {
          issue(one, { kind: step.issue, recipient: null, language: "en" }, on);
          const letter = one.letters.at(-1);
          if (letter && step.posted) {
            letter.posted = step.posted;
            note(one, `recorded that the letter was posted on ${step.posted}.`, step.posted);
          }
        } else {
          note(one, carryOut(one, step, ground, who(), on), on);
        }
      });
    }
  }

  const pdfOf = (letter: string): string =>
    pdfs.get(letter) ?? refuse("not-found", "There is no such letter.");
  const entries = () => all().reduce((total, one) => total + one.history.length, 0);

  return { all, find, current, note, take, attach, draft, edit, issue, seed, pdfOf, entries };
}

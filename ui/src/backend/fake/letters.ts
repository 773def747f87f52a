// Letters of the invented desk: short, with the checks that the composer must be able to show.
import type { LetterAsked } from "../backend";
import type { BlockEdit, CaseView, Check, LetterBlock, LetterDraft, LetterKind, MarkedWords } from "../wire";
import { refuse } from "./commands";
import { fakePdf } from "./pdf";
import { nameOf } from "./rules";

/** What was edited by hand, by number, kind and language. */
export type KeptDrafts = Map<string, { revision: number; edits: BlockEdit[]; by: string }>;

export function draftKey(number: string, { kind, language }: LetterAsked): string {
  return `${number} ${kind} ${language}`;
}

/** What the letters of an agency are written with. */
export interface OfficeWords {
  /** The office's words for clauses, by their ids. */
  own: Readonly<Record<string, string>>;
  /** The translator who approved the other language's words as the clauses are now. */
  translator: string | null;
  /** The Spanish beside a clause; nothing where there is none. */
  spanish: (id: string) => string | null;
}

export function draftOf(
  view: CaseView,
  asked: LetterAsked,
  drafts: KeptDrafts,
  office: OfficeWords,
): LetterDraft {
  const { kind, language } = asked;
  const kept = drafts.get(draftKey(view.number, asked));
  const ssa = view.agency === "ssa";
  const paragraph = (clause: string, text: string, ...cites: string[]): LetterBlock => ({
    clause,
    style: "paragraph",
    text: [text],
    cites,
  });
  const written: LetterBlock[] = [
    {
      clause: "addressee",
      style: "address",
      text: [view.requester.name, ...view.requester.address],
      cites: [],
    },
    paragraph("salutation", `Dear ${view.requester.name}:`),
    paragraph(
      "receipt",
      `We received your request on ${view.received}. Its number is ${view.number}.`,
      ssa ? "20 CFR 401.65(c)" : "39 CFR 266.5(a)(2)",
    ),
    ...body(view, kind),
    paragraph("closing", "If you have a question, write to us and give the number above."),
  ];
  const composed =
    language === "es" ? inSpanish(written, view, office) : inOfficeWords(written, view, office);
  const known = (edit: BlockEdit) => composed.some((block) => block.clause === edit.clause);
  const fits = (edit: BlockEdit) =>
    edit.was.length === 0 ||
    composed.some((block) => block.clause === edit.clause && block.text.join() === edit.was.join());
  const edits = (kept?.edits ?? []).filter((edit) => known(edit) && fits(edit));
  const setAside = (kept?.edits ?? []).filter((edit) => !(known(edit) && fits(edit)));
  const blocks = composed
    .map((block) => {
      const edit = edits.find((one) => one.clause === block.clause);
      return edit ? { ...block, text: edit.text.filter((text) => text.trim() !== "") } : block;
    })
    .filter((block) => block.text.length > 0);
  const ssn = blocks.flatMap((block) => block.text).find((text) => /\d{3}-\d{2}-\d{4}/.test(text));
  const checks: Check[] = [
    {
      id: "no-ssn",
      what: "No Social Security number stands in the letter.",
      cite: "5 U.S.C. 552a(b)",
      passed: ssn === undefined,
      found: ssn === undefined ? null : ssn.replace(/\d{3}-\d{2}/, "•••-••"),
    },
    {
      id: "edits-fit",
      what: "Every paragraph edited by hand was edited from the words that its clause has now.",
      cite: "office rule",
      passed: setAside.length === 0,
      found: setAside[0]?.text[0] ?? null,
    },
    { id: "no-blanks", what: "No blank is left in the text.", cite: "", passed: true, found: null },
    {
      id: "case-number",
      what: "The letter names the case number and the day of receipt.",
      cite: "39 CFR 266.5(a)(2)",
      passed: true,
      found: null,
    },
    {
      id: "address",
      what: "The requester's address is complete.",
      cite: "",
      passed: view.requester.address.length > 1,
      found: view.requester.address.length > 1 ? null : "The request gives no postal address.",
    },
    {
      id: "official-named",
      what: "The official responsible is named with their title.",
      cite: ssa ? "20 CFR 401.70(c)" : "39 CFR 266.5(b)(6)",
      passed: kind !== "grant" || view.determination !== null,
      found:
        kind !== "grant" || view.determination !== null
          ? null
          : "No decision is recorded, so nobody can be named.",
    },
  ];
  if (language === "es") {
    checks.push({
      id: "translation-approved",
      what: "An official translator has approved the words, and the English letter stands beside them.",
      cite: "office rule",
      passed: office.translator !== null,
      found: office.translator === null ? "No official translator has approved the Spanish words." : null,
    });
  }
  const text = blocks.flatMap((block) => [
    ...block.text.map((line) => (block.style === "list" ? `-  ${line}` : line)),
    "",
  ]);
  return {
    kind,
    title: nameOf(kind),
    language,
    blocks,
    composed,
    edits,
    set_aside: setAside,
    changes: edits.map((edit) => ({
      clause: edit.clause,
      words: marked(
        composed.find((block) => block.clause === edit.clause)?.text.join("\n") ?? "",
        edit.text.join("\n"),
      ),
    })),
    revision: kept?.revision ?? 0,
    edited_by: kept?.by ?? null,
    checks,
    why_not_issue:
      view.state === "approval" && kind === "amendment-refused"
        ? "Another person than the drafter must approve the decision before its letter is issued."
        : null,
    ready: checks.every((check) => check.passed),
    pdf_base64: fakePdf(text),
    pages: 1,
  };
}

function filled(text: string, view: CaseView): string {
  return text
    .replace("{{ addressee.name }}", view.requester.name)
    .replace(/\{\{ received\|\w+ \}\}/, view.received)
    .replace("{{ case_number }}", view.number)
    .replace("{{ handling_office }}", view.routing?.office ?? "");
}

function inOfficeWords(blocks: LetterBlock[], view: CaseView, office: OfficeWords): LetterBlock[] {
  return blocks.map((block) => {
    const own = office.own[block.clause];
    return own === undefined ? block : { ...block, text: [filled(own, view)] };
  });
}

function inSpanish(blocks: LetterBlock[], view: CaseView, office: OfficeWords): LetterBlock[] {
  const said = blocks.map((block) => {
    if (office.own[block.clause] !== undefined) {
      refuse(
        "not-allowed",
        `The clause “${block.clause}” has no Spanish text. Write the letter in English. Nothing was changed.`,
      );
    }
    const spanish = office.spanish(block.clause);
    return spanish === null ? block : { ...block, text: [filled(spanish, view)] };
  });
  const unapproved: LetterBlock = {
    clause: "translation.unapproved",
    style: "paragraph",
    text: ["Traducción pendiente de aprobación por un traductor oficial. El texto en inglés es el que vale."],
    cites: [],
  };
  return office.translator === null ? [unapproved, ...said] : said;
}

/** What two texts begin with alike is kept; the rest of the one goes, the rest of the other comes. */
export function marked(before: string, after: string): MarkedWords[] {
  let alike = 0;
  while (alike < Math.min(before.length, after.length) && before[alike] === after[alike]) alike += 1;
  const words: MarkedWords[] = [
    { mark: "kept", text: before.slice(0, alike) },
    { mark: "taken-out", text: before.slice(alike) },
    { mark: "put-in", text: after.slice(alike) },
  ];
  return words.filter((one) => one.text !== "");
}

function body(view: CaseView, kind: LetterKind): LetterBlock[] {
  const paragraph = (clause: string, text: string, ...cites: string[]): LetterBlock => ({
    clause,
    style: "paragraph",
    text: [text],
    cites,
  });
  switch (kind) {
    case "deficiency":
      return [
        paragraph(
          "deficient",
          "We cannot work on your request yet. It lacks what is listed here; when it has come, we go on.",
          "39 CFR 266.5(a)(1)",
        ),
        {
          clause: "missing",
          style: "list",
          text: view.unmet.map((requirement) => requirement.words),
          cites: view.unmet.map((requirement) => requirement.cite),
        },
      ];
    case "grant":
      return [
        { clause: "decision", style: "heading", text: ["What we decided"], cites: [] },
        paragraph(
          "granted",
          "We grant your request. Copies of these records are enclosed:",
          "39 CFR 266.5(b)(1)",
          "20 CFR 401.50",
        ),
        {
          clause: "records",
          style: "list",
          text: (view.search?.items ?? []).map((item) => `${item.what}, ${item.pages} pages`),
          cites: [],
        },
        paragraph("amend", "If a record is wrong, you can ask us to correct it.", "20 CFR 401.40(a)"),
      ];
    case "amended":
    case "amendment-refused":
      return (view.determination?.parts ?? []).map((part) =>
        paragraph(
          "part",
          `${part.outcome === "amended" ? "Corrected" : "Refused"}: ${part.words}`,
          "39 CFR 266.5(d)",
        ),
      );
    case "delay":
      return [
        paragraph(
          "delay",
          `The answer takes longer because ${view.delay?.reason ?? ""}. We expect to answer by ${view.delay?.expected ?? ""}.`,
          "20 CFR 401.50(b)",
        ),
      ];
    default:
      return [
        paragraph(
          "who-has-it",
          view.routing
            ? `Your request is with the ${view.routing.office}.`
            : "We are finding the office that has the record.",
          "39 CFR 266.5(a)(1)",
        ),
      ];
  }
}

// Letters of the invented desk: short, with the checks that the composer must be able to show.
import type { CaseView, Check, LetterBlock, LetterDraft, LetterKind } from "../wire";
import { fakePdf } from "./pdf";
import { nameOf } from "./rules";

export function draftOf(view: CaseView, kind: LetterKind): LetterDraft {
  const ssa = view.agency === "ssa";
  const paragraph = (clause: string, text: string, ...cites: string[]): LetterBlock => ({
    clause,
    style: "paragraph",
    text: [text],
    cites,
  });
  const blocks: LetterBlock[] = [
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
  const checks: Check[] = [
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
  const text = blocks.flatMap((block) => [
    ...block.text.map((line) => (block.style === "list" ? `-  ${line}` : line)),
    "",
  ]);
  return {
    kind,
    title: nameOf(kind),
    blocks,
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

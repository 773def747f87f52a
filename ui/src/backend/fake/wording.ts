// The office's own wording on the invented desk: a few clauses, versions that wait for another person, and translations.
import type {
  ApprovedTranslation,
  Check,
  ClauseText,
  Language,
  LetterKind,
  OfficePictures,
  OfficeWording,
  ReadsDifferently,
  WordingGiven,
  WordingPreview,
  WordingView,
} from "../wire";
import { refuse } from "./commands";
import { marked, type OfficeWords } from "./letters";
import { fakePdf } from "./pdf";
import { changesOf, picturesAfter, withoutConsent } from "./pictures";

/** The facts of the sample cases, by the names that the clauses have for them. */
const SAMPLE: Record<string, string> = {
  "addressee.name": "Maria Delgado",
  "received|date": "March 2, 2026",
  case_number: "USPS-2026-00042",
  handling_office: "Sales and Customer Relations",
};

export function createWordings(today: string, me: () => string, approves: () => boolean) {
  const histories = new Map<string, OfficeWording[]>();
  const translations: (ApprovedTranslation & { agency: string })[] = [];

  const of = (agency: string) => histories.get(agency) ?? [];
  const inForce = (agency: string) => of(agency).findLast((one) => one.approved !== null);
  const versionOf = (agency: string) =>
    `${agency === "ssa" ? "5e1f0c" : "9b27d4"}${String(inForce(agency)?.version ?? 0).padStart(6, "0")}`;

  function view(agency: string): WordingView {
    const own = inForce(agency)?.clauses ?? {};
    return {
      agency,
      clauses: clausesOf(agency).map((clause) => ({ ...clause, own: own[clause.id] ?? null })),
      clauses_version: versionOf(agency),
      versions: of(agency).toReversed(),
      in_force: inForce(agency)?.version ?? null,
      translations: translations.toReversed().map(({ agency: _, ...approved }) => approved),
      left_out: null,
    };
  }

  function preview(agency: string, given: WordingGiven): WordingPreview {
    const before = inForce(agency)?.clauses ?? {};
    const after = checked(agency, given).clauses;
    const clauses = clausesOf(agency);
    const differs: ReadsDifferently[] = [];
    for (const kind of KINDS) {
      const changed = clauses.filter(
        (clause) =>
          clause.kinds.includes(kind) &&
          (before[clause.id] ?? clause.text) !== (after[clause.id] ?? clause.text),
      );
      if (changed.length === 0) continue;
      const texts = changed.map((clause) => after[clause.id] ?? clause.text);
      const unknown = texts.flatMap((text) => [...text.matchAll(FACT)]).find(([, name]) => !known(name));
      differs.push({
        kind,
        agency,
        case_number: "USPS-2026-00042",
        changes: unknown
          ? []
          : changed.map((clause) => ({
              clause: clause.id,
              words: marked(
                filled(before[clause.id] ?? clause.text),
                filled(after[clause.id] ?? clause.text),
              ),
            })),
        failed: unknown ? [] : failedOf(texts, changed, kind),
        refused: unknown ? `The clause needs “${unknown[1]}”, which this letter does not have.` : null,
      });
    }
    const fits = differs.every((letter) => letter.refused === null && letter.failed.length === 0);
    const pictures = changesOf(
      inForce(agency)?.pictures,
      picturesAfter(inForce(agency)?.pictures, given.pictures),
    );
    return { tried: KINDS.length, differs, fits, pictures };
  }

  function checked(agency: string, given: WordingGiven): Required<WordingGiven> {
    const clauses = Object.fromEntries(
      Object.entries(given.clauses ?? {}).filter(
        ([id, text]) => clausesOf(agency).find((clause) => clause.id === id)?.text !== text,
      ),
    );
    const lines = given.letterhead_lines ?? [];
    const { seal, signatures = [] } = picturesAfter(inForce(agency)?.pictures, given.pictures);
    if (
      inForce(agency) === undefined &&
      Object.keys(clauses).length + lines.length + signatures.length === 0 &&
      !seal
    ) {
      refuse(
        "bad-input",
        "The wording changes nothing. Write the words of a clause anew, or a line for the letterhead.",
      );
    }
    if (lines.length > 4 || lines.some((line) => line.length > 60 || line.trim() === "")) {
      refuse(
        "bad-input",
        "The letterhead takes up to 4 lines more, each of at most 60 letters and none empty. Nothing was changed.",
      );
    }
    for (const [id, text] of Object.entries(clauses)) {
      if (text.split("{{").length !== text.split("}}").length) {
        refuse("bad-input", `The text of the clause “${id}” is not well formed: a brace is left open.`);
      }
    }
    return { clauses, letterhead_lines: lines, pictures: given.pictures ?? {} };
  }

  /** A sample letter: what stands in its head, a clause in the office's words, and who signs. */
  function page(agency: string, given: WordingGiven): string {
    const { clauses, letterhead_lines } = checked(agency, given);
    const { seal, signatures = [] } = picturesAfter(inForce(agency)?.pictures, given.pictures);
    const texts = clausesOf(agency)
      .filter((clause) => clause.kinds.includes("acknowledgement"))
      .map((clause) => clauses[clause.id] ?? clause.text);
    const unknown = texts.flatMap((text) => [...text.matchAll(FACT)]).find(([, name]) => !known(name));
    if (unknown) refuse("bad-input", `The clause needs “${unknown[1]}”, which this letter does not have.`);
    return fakePdf([
      ...(seal ? ["(the seal)"] : []),
      ...letterhead_lines,
      ...texts.map(filled),
      ...(signatures[0] ? ["(the signature)", signatures[0].official] : []),
    ]);
  }

  function record(agency: string, given: Required<WordingGiven>, back?: OfficePictures): WordingView {
    const bad = preview(agency, given).differs.find((letter) => letter.refused ?? letter.failed[0]);
    if (bad) {
      refuse(
        "not-allowed",
        `With these words a letter could not be issued: ${bad.refused ?? bad.failed[0]?.what} Nothing was recorded.`,
      );
    }
    const version = of(agency).length + 1;
    const pictures = back ?? picturesAfter(inForce(agency)?.pictures, given.pictures);
    histories.set(agency, [
      ...of(agency),
      { version, agency, author: me(), approved: null, ...given, pictures },
    ]);
    return view(agency);
  }

  function approver() {
    if (!approves()) {
      refuse(
        "not-allowed",
        "Only an approver approves how letters read. Ask one of them; nothing was recorded.",
      );
    }
  }

  const called = (agency: string, version: number) =>
    of(agency).find((one) => one.version === version) ??
    refuse("not-found", `There is no version ${version} of the wording.`);

  return {
    view,
    preview,
    page,
    propose: (agency: string, given: WordingGiven) => record(agency, checked(agency, given)),
    approve(agency: string, version: number): WordingView {
      approver();
      const found = called(agency, version);
      if (found.author === me()) {
        refuse(
          "not-allowed",
          `Version ${version} was written by ${found.author}. Let somebody else approve it. Nothing was changed.`,
        );
      }
      const silent = withoutConsent(inForce(agency)?.pictures, found.pictures, [found.author, me()]);
      if (silent) {
        refuse(
          "not-allowed",
          `Version ${version} has a signature of ${silent}. Let ${silent} approve it, or write it, so that nobody's signature is used without them. Nothing was changed.`,
        );
      }
      found.approved = { by: me(), on: today };
      return view(agency);
    },
    rollBack(agency: string, version: number): WordingView {
      const { clauses, letterhead_lines = [], pictures = {} } = called(agency, version);
      return record(agency, { clauses, letterhead_lines, pictures: {} }, pictures);
    },
    approveTranslation(agency: string, language: Language, translator: string): WordingView {
      approver();
      if (translator.trim() === "") {
        refuse("bad-input", "Name the official translator who approved the words.", { field: "translator" });
      }
      translations.push({
        agency,
        language,
        clauses_version: versionOf(agency),
        translator: translator.trim(),
        recorded: { by: me(), on: today },
      });
      return view(agency);
    },
    /** What the letters of an agency are written with. */
    words: (agency: string): OfficeWords => ({
      own: inForce(agency)?.clauses ?? {},
      translator:
        translations.findLast((one) => one.clauses_version === versionOf(agency))?.translator ?? null,
      spanish: (id) => clausesOf(agency).find((clause) => clause.id === id)?.spanish ?? null,
    }),
  };
}

const FACT = /\{\{\s*([^}]+?)\s*\}\}/g;
const known = (name: string | undefined) => name !== undefined && SAMPLE[name] !== undefined;
const filled = (text: string) => text.replaceAll(FACT, (_, name: string) => SAMPLE[name] ?? "");

function failedOf(texts: string[], changed: ClauseText[], kind: LetterKind): Check[] {
  const appeal = texts.find((text) => /\bappeal\b/i.test(text));
  const undated = changed.findIndex((clause) => clause.id === "receipt");
  const failed: Check[] = [];
  if (appeal && kind === "deficiency") {
    failed.push({
      id: "no-appeal",
      what: "The letter does not speak of denial or appeal: it refuses nothing",
      cite: "39 CFR 266.5(a)(1)",
      passed: false,
      found: filled(appeal),
    });
  }
  if (undated >= 0 && !texts[undated]?.includes("received|date")) {
    failed.push({
      id: "received",
      what: "The letter says on which day the request was received",
      cite: "39 CFR 266.5(a)(2)",
      passed: false,
      found: null,
    });
  }
  return failed;
}

const KINDS: LetterKind[] = ["acknowledgement", "deficiency", "delay", "grant", "notification"];

function clausesOf(agency: string): ClauseText[] {
  const usps = agency !== "ssa";
  const clause = (
    id: string,
    kinds: LetterKind[],
    text: string,
    more: Partial<ClauseText> = {},
  ): ClauseText => ({
    id,
    kinds,
    when: null,
    cites: [],
    text,
    spanish: null,
    own: null,
    prescribed: false,
    ...more,
  });
  return [
    clause("salutation", KINDS, "Dear {{ addressee.name }}:", {
      spanish: "Estimado/a {{ addressee.name }}:",
    }),
    clause(
      "receipt",
      KINDS,
      "We received your request on {{ received|date }}. Its number is {{ case_number }}.",
      {
        when: 'reply != "minor-medical"',
        cites: [usps ? "39 CFR 266.5(a)(2)" : "20 CFR 401.65(c)"],
        spanish: "Recibimos su petición el {{ received|fecha }}. Su número es {{ case_number }}.",
      },
    ),
    clause("who-has-it", ["acknowledgement"], "Your request is with the {{ handling_office }}.", {
      when: "handling_office is defined",
      cites: [usps ? "39 CFR 266.5(a)(1)" : "20 CFR 401.40(c)"],
      spanish: "Su petición está en la oficina: {{ handling_office }}.",
    }),
    clause(
      "deficient",
      ["deficiency"],
      "We cannot work on your request yet. It lacks what is listed here; when it has come, we go on.",
      {
        when: "missing|length > 0",
        cites: ["39 CFR 266.5(a)(1)"],
        spanish: "Todavía no podemos trabajar en su petición. Falta lo que sigue; cuando llegue, seguimos.",
      },
    ),
    clause("granted", ["grant"], "We grant your request. Copies of these records are enclosed:", {
      when: 'access is defined and access.how == "copies"',
      cites: ["39 CFR 266.5(b)(1)", "20 CFR 401.50"],
      spanish: "Concedemos su petición. Con esta carta van copias de estos registros:",
    }),
    clause("amend", ["grant"], "If a record is wrong, you can ask us to correct it.", {
      cites: ["20 CFR 401.40(a)"],
      spanish: "Si un registro está equivocado, puede pedirnos que lo corrijamos.",
    }),
    clause(
      "minor-medical",
      ["notification"],
      "We have received your request. Whether or not we have such a record, we will write to the person whom you named.",
      { when: 'reply == "minor-medical"', cites: ["20 CFR 401.55(c)(2)(i)"], prescribed: true },
    ),
    clause("closing", KINDS, "If you have a question, write to us and give the number above.", {
      spanish: "Si tiene una pregunta, escríbanos y dé el número de arriba.",
    }),
  ];
}

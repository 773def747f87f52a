// What a clause is called on screen, and how it is found.
import type { ClauseText, LetterKind } from "../../backend/wire";
import { en } from "../../messages/en";
import { conditionInWords } from "./condition";

/** The letters in the order of their names' table. */
export const KINDS = Object.keys(en.terms.letterKind) as LetterKind[];

/**
 * The first words of a clause, as a reader of the letter meets them: what the case fills in is shown as “…”, and of several
 * ways to say a thing the first stands for all.
 */
export function beginning(text: string, length = 84): string {
  const said = text
    .replaceAll(/\{%-?\s*(?:elif|else)\b.*?\{%-?\s*endif.*?%\}/gs, "")
    .replaceAll(/\{%.*?%\}/gs, " ")
    .replaceAll(/\{\{.*?\}\}/gs, "…")
    .replaceAll(/\s+/g, " ")
    .replaceAll("….", "…")
    .trim()
    .replace(/^- ?/, "");
  if (!/\p{L}/u.test(said)) return en.wording.filledIn;
  if (said.length <= length) return said;
  const cut = said.slice(0, length);
  return `${cut.slice(0, cut.lastIndexOf(" "))} …`;
}

/** A line as long as this was broken only because the file is no wider; the letter has no break there. */
const BROKEN_FROM = 80;

/** A clause without the line breaks of its file, for reading; short lines, lists and what the case decides keep theirs. */
export function unbroken(text: string): string {
  return text
    .trim()
    .split("\n")
    .reduce((said, line, at, lines) => {
      const before = lines[at - 1] ?? "";
      const goesOn = before.length >= BROKEN_FROM && !/^(?:- |\{%)/.test(line);
      return at === 0 ? line : `${said}${goesOn ? " " : "\n"}${line}`;
    }, "");
}

/** The words that letters have now. */
export const wordsNow = (clause: ClauseText): string => (clause.own ?? clause.text).trim();

/** Whether a clause has all these words anywhere. */
export function hasAll(clause: ClauseText, draft: string | undefined, typed: string): boolean {
  const text = [
    clause.id,
    clause.text,
    clause.spanish,
    clause.own,
    draft,
    clause.when,
    clause.when && conditionInWords(clause.when),
    ...clause.cites,
    ...clause.kinds.map((kind) => en.terms.letterKind[kind]),
  ]
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export interface ClauseGroup {
  key: string;
  name: string;
  clauses: ClauseText[];
}

/** The clauses of one letter in their order; of all letters by the letter that alone has them. */
export function grouped(clauses: ClauseText[], kind: LetterKind | undefined): ClauseGroup[] {
  if (kind) return [{ key: kind, name: en.terms.letterKind[kind], clauses }];
  const groups = [
    {
      key: "several",
      name: en.wording.inSeveral,
      clauses: clauses.filter((clause) => clause.kinds.length > 1),
    },
    ...KINDS.map((one) => ({
      key: one,
      name: en.terms.letterKind[one],
      clauses: clauses.filter((clause) => clause.kinds.length === 1 && clause.kinds[0] === one),
    })),
  ];
  return groups.filter((group) => group.clauses.length > 0);
}

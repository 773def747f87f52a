// Whether a term of the glossary is meant by what was typed.
import type { Term } from "../../messages/en/glossary";

/** Whether a term has every typed word in its name, or in the words under which it is also looked for. */
export function named(one: Term, typed: string): boolean {
  return every(`${one.term} ${one.also ?? ""}`, typed);
}

/** Whether a term has every typed word anywhere. */
export function hasWords(one: Term, typed: string): boolean {
  return every(`${one.term} ${one.also ?? ""} ${one.meaning} ${one.cite ?? ""}`, typed);
}

function every(text: string, typed: string): boolean {
  const low = text.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => low.includes(word));
}

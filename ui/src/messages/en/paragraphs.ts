// What stands beside a field when it is asked for. What a paragraph says is the law's to say: its sentences stand with the rules.
import sentences from "../../../../src/law/paragraphs.json";

/** What a paragraph says, in a sentence of our own. The rulebooks and the published text have the words that bind. */
export const paragraphs = sentences;

/** A citation whose sentence stands here. */
export type Paragraph = keyof typeof paragraphs;

/** What stands beside a field when it is asked for. */
export interface Help {
  /** What to enter. */
  what: string;
  /** Why it is asked. */
  why: string;
  cites: readonly Paragraph[];
}

export function ask(what: string, why: string, ...cites: Paragraph[]): Help {
  return { what, why, cites };
}

// The words themselves: no stray space, no word that the field does not say, no empty sentence.
import { expect, test } from "vitest";
import { en } from "./en";

function sentences(node: unknown, path = "en"): [string, string][] {
  if (typeof node === "string") return [[path, node]];
  if (Array.isArray(node)) return node.flatMap((one, index) => sentences(one, `${path}.${index}`));
  if (typeof node === "object" && node !== null) {
    return Object.entries(node).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
  }
  return [];
}

const all = sentences(en);

test("there are words", () => {
  expect(all.length).toBeGreaterThan(300);
});

const BANNED = /\b(utilize|initiate|workflow|leverage|please|oops|invalid|submit|user-friendly|TODO)\b/i;

const faults: [string, (words: string) => boolean][] = [
  ["a space at an end", (words) => words.trim() !== words],
  ["nothing", (words) => words === ""],
  ["two spaces", (words) => words.includes("  ")],
  ["a word that the field does not say", (words) => BANNED.test(words)],
  ["an open parenthesis", (words) => words.split("(").length !== words.split(")").length],
];

test.each(faults)("no sentence has %s", (_name, wrong) => {
  expect(all.filter(([, words]) => wrong(words))).toEqual([]);
});

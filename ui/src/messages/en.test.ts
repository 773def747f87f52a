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

test.each(all)("%s is a clean sentence", (_path, words) => {
  expect(words.trim()).toBe(words);
  expect(words).not.toBe("");
  expect(words).not.toMatch(/ {2}/);
  expect(words).not.toMatch(
    /\b(utilize|initiate|workflow|leverage|please|oops|invalid|submit|user-friendly|TODO)\b/i,
  );
  expect((words.match(/\(/g) ?? []).length).toBe((words.match(/\)/g) ?? []).length);
});

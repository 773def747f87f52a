// axe over a whole screen. Contrast, the one thing in which light and dark differ, needs a real screen:
// contrast.test.ts holds both palettes to it.
import axe from "axe-core";
import { expect } from "vitest";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "section508"];

export async function expectAccessible(container: HTMLElement): Promise<void> {
  document.documentElement.lang = "en";
  const found = await axe.run(container.ownerDocument, {
    runOnly: { type: "tag", values: RULES },
    rules: { "color-contrast": { enabled: false } },
    resultTypes: ["violations"],
  });
  expect(
    found.violations.map(
      (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" ")}`,
    ),
  ).toEqual([]);
}

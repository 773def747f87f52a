// Holds the colours of _tokens.scss to WCAG 2.2 AA, because axe cannot see contrast without a screen.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const source = readFileSync("src/styles/_tokens.scss", "utf8");

function palette(mixin: string): Record<string, string> {
  const block = new RegExp(`@mixin ${mixin} \\{([^}]*)\\}`).exec(source)?.[1] ?? "";
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((found) => [found[1], found[2]]),
  );
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT: [string, string][] = [
  ...["paper", "ground", "raised", "here"].flatMap((ground): [string, string][] =>
    ["ink", "quiet", "accent", "accent-strong", "red", "amber", "green"].map((ink) => [ink, ground]),
  ),
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ["rail-ink", "rail"],
  ["rail-here", "rail-here-ground"],
  ["ink", "red-ground"],
  ["accent", "red-ground"],
  ["ink", "amber-ground"],
  ["amber", "amber-ground"],
  ["ink", "ins-ground"],
  ["ink", "del-ground"],
  ["paper", "ink"],
  // What cannot be pressed now is still read.
  ["quiet", "idle"],
];

const EDGES: [string, string][] = [
  ["line-strong", "paper"],
  ["focus", "paper"],
  ["tick-ground", "paper"],
  ["focus", "ground"],
];

// High contrast is held to AAA for text.
describe.each([
  ["light", 4.5],
  ["dark", 4.5],
  ["high", 7],
])("%s", (theme, least) => {
  const colours = palette(theme);

  test.each(TEXT)("text in %s on %s has contrast enough", (ink, ground) => {
    expect(contrast(colours[ink] ?? "#777777", colours[ground] ?? "#777777")).toBeGreaterThanOrEqual(least);
  });

  test.each(EDGES)("the edge %s on %s has 3 to 1", (edge, ground) => {
    expect(contrast(colours[edge] ?? "#777777", colours[ground] ?? "#777777")).toBeGreaterThanOrEqual(3);
  });
});

// The tick of the Design System is a white picture.
test.each(["light", "dark", "high"])("the tick of a box shows on its ground in %s", (theme) => {
  expect(contrast("#ffffff", palette(theme)["tick-ground"] ?? "#777777")).toBeGreaterThanOrEqual(3);
});

test("all palettes name the same colours", () => {
  const names = Object.keys(palette("light")).sort();
  expect(Object.keys(palette("dark")).sort()).toEqual(names);
  expect(Object.keys(palette("high")).sort()).toEqual(names);
});

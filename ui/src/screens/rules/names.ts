// The names of rules, as the screen and its address use them.
import type { ListedRule, RuleVersion } from "../../backend/wire";
import { day } from "../../format/dates";
import { en } from "../../messages/en";

const words = en.rules;

/** What a rule is called in the address of the screen. */
export function idOf(rule: ListedRule): string {
  return [rule.rulebook, rule.kind, rule.rule].join("/");
}

/** `counted_from` as people read it. */
export function fieldName(field: string): string {
  const said = field.replaceAll("_", " ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** Whose rulebook it is. */
export function rulebookName(rulebook: string): string {
  return en.terms.agencyLong[rulebook] ?? words.everyAgency;
}

/** The days on which a version holds. */
export function daysOf(version: RuleVersion): string {
  const from = day(version.from);
  if (version.to) return words.fromTo(from, day(version.to));
  return version.state === "later" ? words.begins(from) : words.since(from);
}

/** The version that holds today, or else the newest. */
export function mainVersion(rule: ListedRule): RuleVersion | undefined {
  return rule.versions.find((version) => version.state === "in-force") ?? rule.versions[0];
}

/** Whether a rule has all these words anywhere. */
export function hasAll(rule: ListedRule, typed: string): boolean {
  const text = JSON.stringify([
    rule.title,
    rule.rule,
    rule.kind_words,
    rule.versions.map((version) => [version.cite, version.source, version.note, version.fields]),
  ]).toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

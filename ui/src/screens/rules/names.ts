// The names of rules, as the screen and its address use them.
import type { ListedRule, RuleVersion } from "../../backend/wire";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { inWords, titleOf } from "./inWords";

const words = en.rules;

/** What a rule is called in the address of the screen. */
export function idOf(rule: ListedRule): string {
  return [rule.rulebook, rule.kind, rule.rule].join("/");
}

/** `counted_from` as people read it: by the word that the page has for it, or by its own. */
export function fieldName(field: string): string {
  const own = en.ruleNames.fields[field];
  if (own) return own;
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

/** Whether a rule has all these words anywhere, as it is shown or as it is written. */
export function hasAll(rule: ListedRule, typed: string, rules: ListedRule[]): boolean {
  const text = JSON.stringify([
    rule.title,
    titleOf(rule, rules),
    rule.versions.map((version) => version.fields.map((field) => inWords(field, rules))),
    rule.rule,
    rule.kind_words,
    rule.versions.map((version) => [version.cite, version.source, version.note, version.fields]),
  ]).toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

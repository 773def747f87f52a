// The names of a rulebook in words: by the words that the page has for them, by the heading of the rule that is named, or as
// they are written without their hyphens. What is a sentence already stays as it is.
import type { ListedRule, RuleField } from "../../backend/wire";
import { en } from "../../messages/en";

const words = en.ruleNames;
type Words = Readonly<Record<string, string | undefined>>;

/** By the field, what its names are called. */
const CALLED: Record<string, Words | undefined> = {
  unit: en.terms.unit,
  starts: words.trigger,
  met_by: words.trigger,
  duty: words.duty,
  kinds: en.terms.kind,
  of: en.terms.appealSubject,
  who: en.terms.relation,
  capacity: en.terms.capacity,
  any_of: en.terms.evidence,
  shown_by: en.terms.evidence,
  basis: en.terms.disclosureBasis,
  misfit: en.terms.misfit,
  step: en.case.asStep,
};

/** The same for the conditions of `when`. */
const CALLED_IN_WHEN: Record<string, Words | undefined> = {
  kind: en.terms.kind,
  channel: en.terms.channel,
  capacity: en.terms.capacity,
  relation: en.terms.relation,
  sensitivity: words.sensitivity,
};

/** Fields that name another rule, by its kind. */
const REFERS: Record<string, ListedRule["kind"] | undefined> = {
  to: "office",
  clock: "clock",
  clocks: "clock",
  by_clock: "clock",
};

/** By the kind of a rule without a heading of its own, the fields that make one. */
const HEADED_BY: Partial<Record<ListedRule["kind"], readonly string[]>> = {
  misfit: ["misfit"],
  misfit_sign: ["misfit", "kinds"],
  steps: ["step", "kinds"],
  retention: ["kept"],
  disclosure: ["basis"],
  identity: ["id", "when"],
  identity_road: ["when"],
  standing: ["who"],
  extension: ["clock"],
  wording: ["key"],
};

const OWN_NAMES = ["id", "key"];
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;
const WRITE = /^write-letter:(.+)$/;

const parts = (value: string) => value.split(", ");
const spaced = (name: string) => name.replaceAll("-", " ");
const capital = (said: string) => said.charAt(0).toUpperCase() + said.slice(1);

/** What a field says; the same as it is written where it is words already. */
export function inWords({ field, value }: RuleField, rules: ListedRule[]): string {
  if (OWN_NAMES.includes(field)) return value;
  if (field === "when") return conditions(value);
  const letter = field === "step" && WRITE.exec(value)?.[1];
  if (letter) return en.case.writeLetter((en.terms.letterKind as Words)[letter] ?? spaced(letter));
  const kind = REFERS[field];
  const names = parts(value).map((part) =>
    kind ? headingOf(part, kind, rules) : (CALLED[field]?.[part] ?? (NAME.test(part) ? spaced(part) : null)),
  );
  if (names.includes(null) || names.length === 0) return value;
  // What has a comma in itself is told apart by more than a comma.
  return names.join(names.some((name) => name?.includes(",")) ? "; " : ", ");
}

/** The heading of a rule that is referred to by its own name. */
function headingOf(name: string, kind: ListedRule["kind"], rules: ListedRule[]): string | null {
  const rule = rules.find((one) =>
    one.versions.some((version) =>
      version.fields.some((field) => OWN_NAMES.includes(field.field) && field.value === name),
    ),
  );
  if (rule?.kind === kind && rule.title !== rule.rule) return rule.title;
  return NAME.test(name) ? spaced(name) : null;
}

/** `kind: access; channel: mail, telephone`: the request is for access, and it comes by mail or by telephone. */
function conditions(value: string): string {
  const said = value.split("; ").map((condition) => {
    const [name = "", of = ""] = condition.split(": ");
    const [yes, no] = words.facts[name] ?? [];
    if (yes && no) return of === "yes" ? yes : no;
    const choices = parts(of).map((one) => CALLED_IN_WHEN[name]?.[one] ?? spaced(one));
    return words.when[name]?.(words.or(choices)) ?? condition;
  });
  return words.and(said);
}

/** The heading of a rule: its own, or else what its names mean. */
export function titleOf(rule: ListedRule, rules: ListedRule[]): string {
  const by = HEADED_BY[rule.kind];
  const fields = (rule.versions.find((one) => one.state === "in-force") ?? rule.versions[0])?.fields ?? [];
  if (!by || rule.title !== rule.rule || rule.rule === "") return rule.title;
  const said = by
    .map((name) => fields.find((field) => field.field === name))
    .filter((field) => field !== undefined)
    .map((field) => (NAME.test(inWords(field, rules)) ? spaced(field.value) : inWords(field, rules)));
  return said.length === 0 ? rule.title : capital(said.join(": "));
}

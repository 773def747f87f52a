// A few rules of two agencies, and corrections that can be taken and withdrawn. It reads just enough of TOML for that.
import { shift } from "../../format/dates";
import type { Correction, ListedRule, OverlayChange, OverlayPreview, RuleKind, RuleVersion } from "../wire";
import { refuse } from "./commands";

interface Written {
  rulebook: string;
  kind: RuleKind;
  rule: string;
  from: string;
  fields: Record<string, string>;
}

/** What every rule has, and what is shown apart from its own fields. */
const OF_EVERY_RULE = ["cite", "source", "effective_from", "unconfirmed"];

const KIND_WORDS: Partial<Record<RuleKind, string>> = {
  clock: "Clocks",
  office: "Offices",
  retention: "Keeping of papers",
};

const KEYS: Partial<Record<RuleKind, string>> = { clock: "id", office: "key", retention: "kept" };

export function createRulebook(today: string, me: () => string) {
  let taken: { text: string; correction: Correction }[] = [];

  const inForce = () => taken.filter(({ correction }) => !correction.withdrawn);

  function rules(agency: string): ListedRule[] {
    const list = BUILT_IN.filter((rule) => rule.rulebook === agency || rule.rulebook === "federal").map(
      (rule) => structuredClone(rule),
    );
    for (const { text, correction } of inForce()) lay(list, read(text), String(correction.id));
    return list;
  }

  function lay(list: ListedRule[], written: Written, id: string) {
    const rule = list.find((one) => one.kind === written.kind && one.rule === written.rule);
    const before = rule?.versions[0];
    if (!rule || !before) return;
    rule.versions.unshift(versionOf(rule, written.fields, written.from, null, written.from <= today, id));
    before.to = shift(written.from, -1);
    before.state = written.from <= today ? "earlier" : "in-force";
  }

  function preview(text: string): OverlayPreview {
    const written = read(text);
    const rule = rules(written.rulebook).find(
      (one) => one.kind === written.kind && one.rule === written.rule,
    );
    const before = rule?.versions[0];
    const was = (field: string) =>
      field === "cite" || field === "source"
        ? (before?.[field] ?? "")
        : (before?.fields.find((one) => one.field === field)?.value ?? "");
    const change: OverlayChange = {
      rulebook: written.rulebook,
      kind: written.kind,
      rule: written.rule,
      title: written.fields.name ?? written.fields.title ?? written.rule,
      from: written.from,
      to: null,
      new: !before,
      fields: Object.entries(written.fields)
        .filter(([field]) => field !== "effective_from")
        .map(([field, after]) => ({ field, before: was(field), after }))
        .filter((field) => field.before !== field.after),
    };
    return { changes: [change], open_cases: written.kind === "clock" ? 2 : 0 };
  }

  function checked(reason: string): string {
    return reason.trim().split(/\s+/).length < 3
      ? refuse("bad-input", "Say why in a few words: the ledger keeps the reason. Nothing was changed.", {
          field: "reason",
        })
      : reason.trim();
  }

  function take(text: string, reason: string): Correction {
    const { changes } = preview(text);
    const correction: Correction = {
      id: taken.length + 1,
      text,
      reason: checked(reason),
      taken_on: today,
      taken_by: me(),
      withdrawn: null,
      left_out: null,
      changes,
    };
    taken = [...taken, { text, correction }];
    return correction;
  }

  function withdraw(id: number, reason: string): Correction {
    const found = inForce().find(({ correction }) => correction.id === id);
    if (!found) return refuse("not-found", `There is no correction ${id} that holds. Nothing was changed.`);
    found.correction.withdrawn = { on: today, by: me(), reason: checked(reason) };
    return found.correction;
  }

  return {
    rules,
    preview,
    take,
    withdraw,
    corrections: () => taken.map(({ correction }) => correction).reverse(),
  };
}

function read(text: string): Written {
  const bad = (why: string): never =>
    refuse("bad-input", `The correction cannot be taken, and nothing was changed: ${why}`, { field: "text" });
  const rulebook = /^for = "(\w+)"$/m.exec(text)?.[1] ?? bad("it does not say whose rulebook it corrects.");
  const kind = /^\[\[(\w+)\]\]$/m.exec(text)?.[1] as RuleKind | undefined;
  if (!kind || !KIND_WORDS[kind]) return bad("it changes nothing: there is no entry in it.");
  const fields: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(/^(\w+) = (.+)$/gm)) {
    if (name && value && name !== "for") {
      fields[name] = value.replace(/^\[|\]$/g, "").replace(/"/g, "");
    }
  }
  const rule = fields[KEYS[kind] ?? ""] ?? bad("the entry has no name.");
  if (!fields.source) {
    return bad(`the entry ${kind} “${rule}” must say where it stands (cite) and who read it where (source).`);
  }
  return { rulebook, kind, rule, from: fields.effective_from ?? "", fields };
}

function versionOf(
  rule: { rulebook: string; kind: RuleKind },
  fields: Record<string, string>,
  from: string,
  to: string | null,
  holds: boolean,
  correction: string | null,
): RuleVersion {
  return {
    fields: Object.entries(fields)
      .filter(([field]) => !OF_EVERY_RULE.includes(field))
      .map(([field, value]) => ({ field, value })),
    cite: fields.cite ?? "",
    source: fields.source ?? "",
    source_words: fields.source === "C39" ? ["C39: an undated copy of 39 CFR part 266"] : [],
    from,
    to,
    state: holds ? "in-force" : to ? "earlier" : "later",
    unconfirmed: fields.unconfirmed === "true",
    from_unconfirmed: false,
    note: null,
    correction,
    draft: [
      `for = "${rule.rulebook}"`,
      "",
      `[[${rule.kind}]]`,
      ...Object.entries({ ...fields, effective_from: "2026-11-23", source: "" }).map(([field, value]) =>
        /^\d+$/.test(value) ? `${field} = ${value}` : `${field} = "${value}"`,
      ),
      "",
    ].join("\n"),
  };
}

function rule(
  rulebook: string,
  kind: RuleKind,
  title: string,
  versions: [Record<string, string>, string, string | null][],
): ListedRule {
  const first = versions[0]?.[0] ?? {};
  return {
    rulebook,
    kind,
    kind_words: KIND_WORDS[kind] ?? kind,
    rule: first[KEYS[kind] ?? ""] ?? "",
    title,
    versions: versions.map(([fields, from, to]) =>
      versionOf({ rulebook, kind }, fields, from, to, to === null, null),
    ),
  };
}

const acknowledge = {
  id: "usps-acknowledge",
  name: "Acknowledge the request",
  count: "10",
  unit: "calendar",
  starts: "receipt",
};
const counsel = {
  key: "general-counsel",
  title: "General Counsel",
  address: "U.S. Postal Service, 475 L'Enfant Plaza SW, Washington, DC 20260-1101",
};

const BUILT_IN: ListedRule[] = [
  rule("usps", "clock", "Acknowledge the request", [
    [{ ...acknowledge, cite: "39 CFR 266.5(a)(2)", source: "C39" }, "2017-10-11", null],
    [{ ...acknowledge, cite: "39 CFR 266.6(a)", source: "OLD39" }, "1975-09-27", "2017-10-10"],
  ]),
  rule("ssa", "clock", "Send a notice of delay", [
    [
      {
        id: "ssa-delay-notice",
        name: "Send a notice of delay",
        count: "30",
        unit: "calendar",
        cite: "20 CFR 401.50(b)",
        source: "C20",
      },
      "1975-09-27",
      null,
    ],
  ]),
  rule("federal", "clock", "Decide under the FOIA", [
    [
      {
        id: "foia-determination",
        name: "Decide under the FOIA",
        count: "20",
        unit: "working",
        cite: "5 U.S.C. 552(a)(6)(A)(i)",
        source: "USC",
      },
      "1997-10-02",
      null,
    ],
  ]),
  rule("usps", "office", "General Counsel", [
    [{ ...counsel, cite: "39 CFR 266.6(a)(1)", source: "C39" }, "2017-10-11", null],
  ]),
  rule("usps", "retention", "consent", [
    [
      {
        kept: "consent",
        after: "the disclosure",
        cite: "the office's own schedule",
        source: "not read",
        unconfirmed: "true",
      },
      "1975-09-27",
      null,
    ],
  ]),
];

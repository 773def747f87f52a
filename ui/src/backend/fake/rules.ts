// What the invented desk answers about identity, clocks and letters: worked cases of the two agencies, nothing more.
import type {
  Asked,
  Evidence,
  IdentityAnswer,
  Intake,
  Kind,
  LetterKind,
  MisfitOffer,
  RequestChannel,
  Requirement,
  RouteAnswer,
  SystemView,
} from "../wire";
import type { ClockSpec } from "./days";

const clock = (
  id: string,
  name: string,
  cite: string,
  count: number,
  unit: "working" | "calendar",
): ClockSpec => ({ clock: id, name, cite, duty: "agency", starts: "receipt of the request", count, unit });

export const SPECS: Record<string, ClockSpec> = Object.fromEntries(
  [
    clock("usps-acknowledge", "Acknowledge the request", "39 CFR 266.5(a)(2)", 10, "calendar"),
    clock(
      "usps-amendment-acknowledge",
      "Acknowledge the amendment request",
      "5 U.S.C. 552a(d)(2)(A)",
      10,
      "working",
    ),
    clock("usps-amendment-refusal", "Amend or refuse", "39 CFR 266.5(d)(2)", 30, "working"),
    clock("foia-determination", "Decide under the FOIA", "5 U.S.C. 552(a)(6)(A)(i)", 20, "working"),
    clock("ssa-delay-notice", "Send a delay notice", "20 CFR 401.50(b)", 30, "calendar"),
    clock(
      "ssa-amendment-acknowledge",
      "Acknowledge the correction request",
      "20 CFR 401.65(c)",
      10,
      "working",
    ),
  ].map((spec) => [spec.clock, spec]),
);

export function clocksFor(agency: string, kind: Kind): string[] {
  if (kind === "amendment") {
    return agency === "ssa"
      ? ["ssa-amendment-acknowledge"]
      : ["usps-amendment-acknowledge", "usps-amendment-refusal"];
  }
  if (agency === "ssa") return kind === "access" ? ["ssa-delay-notice"] : [];
  return kind === "access" ? ["usps-acknowledge", "foia-determination"] : ["usps-acknowledge"];
}

const need = (id: string, anyOf: Evidence[], words: string, cite: string): Requirement => ({
  id,
  any_of: anyOf,
  words,
  cite,
});

export function identityFor(agency: string, kind: Kind, channel: RequestChannel): IdentityAnswer {
  if (agency === "usps") {
    if (kind === "notification") {
      return {
        channel_accepted: true,
        has_right: true,
        required: false,
        why: "Whether there is a record may be asked without proof of identity.",
        requirements: [],
        cites: ["39 CFR 266.5(c)"],
      };
    }
    return {
      channel_accepted: channel !== "telephone",
      has_right: true,
      required: true,
      why: "The Postal Service's own form must come with a request for access or amendment.",
      requirements: [
        need(
          "identity",
          ["certification-of-identity"],
          "The requester must complete the Certification of Identity form.",
          "39 CFR 266.5(b)(2)(i)",
        ),
      ],
      cites: ["39 CFR 266.5(b)(2)"],
    };
  }
  return {
    channel_accepted: true,
    has_right: true,
    required: true,
    why: "A request by mail proves identity by a notarized statement or a signed certification.",
    requirements: [
      need(
        "identity",
        channel === "in-person"
          ? ["tangible-id", "written-certification"]
          : ["written-certification", "notarized-statement"],
        "The requester must prove who they are.",
        channel === "in-person" ? "20 CFR 401.45(b)(1)" : "20 CFR 401.45(b)(4)",
      ),
      need(
        "false-pretenses",
        ["false-pretenses-statement"],
        "The requester must sign that a request under false pretenses is an offense.",
        "20 CFR 401.45(b)(5)",
      ),
    ],
    cites: ["20 CFR 401.45(b)(4)", "20 CFR 401.45(b)(5)"],
  };
}

export function routeFor(
  intake: Pick<Intake, "agency" | "text" | "particulars">,
  systems: SystemView[],
): RouteAnswer {
  const text = intake.text.toLowerCase();
  const scored = systems
    .filter((system) => system.agency === intake.agency)
    .map((system) => {
      const hints: Record<string, string[]> = {
        "USPS 890.000": ["sales", "customer", "marketing", "order"],
        "USPS 100.600": ["focus group", "survey", "employee", "study"],
        "60-0383": ["chat"],
        "60-0089": ["claim", "benefits"],
      };
      const hits = (hints[system.number] ?? []).filter((hint) => text.includes(hint)).length;
      return { system, hits };
    })
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits);
  if (scored.length === 0) {
    return {
      candidates: [],
      fallback: {
        office:
          intake.agency === "ssa"
            ? "Office of Privacy and Disclosure"
            : "Privacy and Records Management Office",
        address:
          intake.agency === "ssa"
            ? "6401 Security Boulevard, Baltimore, MD 21235"
            : "475 L'Enfant Plaza SW, Washington, DC 20260",
        why: "No notice speaks of what the request describes.",
      },
    };
  }
  return {
    candidates: scored.map(({ system, hits }) => {
      const office =
        system.offices.find((one) => one.subject && text.includes(one.subject)) ?? system.offices.at(-1);
      const given = Object.keys(intake.particulars ?? {}).length > 0;
      return {
        system: system.number,
        name: system.name,
        score: Math.min(0.95, 0.55 + hits * 0.2),
        office: office?.office ?? "",
        address: office?.address ?? "",
        copy_to: null,
        reasons: [{ section: "notification_procedure", quote: office?.quote ?? "" }],
        particulars_missing: given ? [] : (office?.particulars.slice(-1) ?? []),
        cite: `${system.number}, notification procedure; ${system.access_cites[0] ?? ""}`,
      };
    }),
    fallback: null,
  };
}

/** The letters that the invented desk writes. */
export const LETTER_NAMES: Partial<Record<LetterKind, string>> = {
  acknowledgement: "Acknowledgement",
  deficiency: "Request for what is missing",
  delay: "Delay notice",
  grant: "Grant of access",
  notification: "Answer to a request for notification",
  amended: "Notice of amendment",
  "amendment-refused": "Refusal of amendment",
};

export function nameOf(kind: LetterKind): string {
  return LETTER_NAMES[kind] ?? kind;
}

/** What the rule asks, and what the notice of the chat system asks besides. */
export function askedFor(intake: Intake, identity: IdentityAnswer, atHand: Evidence[]): Asked[] {
  const met = (anyOf: Evidence[]) => anyOf.some((evidence) => atHand.includes(evidence));
  const byRule = identity.requirements.map((requirement) => ({
    by: "rule" as const,
    ...requirement,
    quote: null,
    also_by: null,
    met: met(requirement.any_of),
  }));
  if (intake.agency !== "ssa") return byRule;
  const anyOf: Evidence[] = ["notarized-statement", "written-certification"];
  const cite = "60-0383, FR Doc. 2017-16331";
  const quote = "A person writes to the system manager and gives name and Social Security number.";
  const proof: Asked = {
    by: "notice",
    id: "proof",
    words: "notarized statement or certification of identity (by mail)",
    any_of: anyOf,
    cite,
    quote,
    also_by: null,
    met: met(anyOf),
  };
  const ssn: Asked = {
    by: "notice",
    id: "particular",
    words: "SSN or other identifying information",
    any_of: [],
    cite,
    quote,
    also_by: null,
    met: "ssn" in (intake.particulars ?? {}),
  };
  const asks = byRule.some((asked) => asked.any_of.some((evidence) => anyOf.includes(evidence)));
  return asks ? [...byRule, ssn] : [...byRule, proof, ssn];
}

/** The one road that the invented desk finds by itself. */
export function misfitsIn(intake: Intake): MisfitOffer[] {
  const found = /everything you have/i.exec(intake.text)?.[0];
  if (found === undefined || intake.agency !== "ssa") return [];
  return [
    {
      misfit: "blanket-request",
      privacy_act_case: true,
      road: "Ask which systems and which records are meant, and list the likely ones.",
      tell: "Name the systems of records and the records that you want.",
      clocks: ["ssa-delay-notice"],
      cite: "20 CFR 401.40(c)",
      found,
    },
  ];
}

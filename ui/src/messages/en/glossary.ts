import type { Paragraph } from "./paragraphs";

export interface Term {
  term: string;
  /** Other words under which it is looked for. */
  also?: string;
  meaning: string;
  /** Where the law says it; nothing where it is a word of this program. */
  cite?: Paragraph | "GRS 4.2" | "39 CFR 266.2" | "20 CFR 401.25";
}

/** The words of the field, in the order of the alphabet. */
export const glossary: Term[] = [
  {
    term: "access",
    also: "request for access",
    meaning:
      "The person's right to see a record on themselves and to have a copy. It has no number of days in the Act.",
    cite: "5 U.S.C. 552a(d)(1)",
  },
  {
    term: "accounting of disclosures",
    also: "disclosure account",
    meaning:
      "The list of those to whom a record was disclosed, with date, nature and purpose. The person may ask for it.",
    cite: "5 U.S.C. 552a(c)",
  },
  {
    term: "acknowledge",
    also: "acknowledgement",
    meaning: "To write that the request has come. For an amendment the Act says within how many days.",
    cite: "5 U.S.C. 552a(d)(2)",
  },
  {
    term: "amendment",
    also: "contest correction correct",
    meaning:
      "A request to have a record corrected. It is answered by a change or by a refusal with its reason.",
    cite: "5 U.S.C. 552a(d)(2)",
  },
  {
    term: "appeal, review",
    also: "general counsel executive director",
    meaning:
      "The second look by another official. Each agency says who it is and within which time one may ask.",
    cite: "5 U.S.C. 552a(d)(3)",
  },
  { term: "case", meaning: "The office's file on one request, numbered like USPS-2026-00042." },
  {
    term: "channel",
    meaning: "The way that a request came: by mail, in person, by telephone or electronically.",
    cite: "20 CFR 401.45(b)",
  },
  {
    term: "clock",
    also: "due date time limit deadline",
    meaning:
      "One time limit: what starts it, how many days, its citation, the due date and the working of it.",
  },
  {
    term: "consent",
    also: "privacy waiver",
    meaning: "The subject's signed word that a record may go to somebody else. It says to whom and what.",
    cite: "5 U.S.C. 552a(b)",
  },
  {
    term: "custodian",
    also: "records custodian",
    meaning:
      "At the Postal Service, whoever answers for the records of their own unit and acknowledges inquiries.",
    cite: "39 CFR 266.2",
  },
  {
    term: "delay notice",
    also: "delay late answer",
    meaning: "The letter that tells the requester that the answer takes longer, why, and when it will come.",
    cite: "20 CFR 401.50(b)",
  },
  {
    term: "deficient request",
    meaning: "A request that lacks something needed, such as proof of identity. It is not a denied one.",
    cite: "39 CFR 266.5(a)(1)",
  },
  {
    term: "denial",
    also: "refuse refusal withhold",
    meaning: "A decision not to give a record, in writing, with its grounds and the right to appeal.",
    cite: "39 CFR 266.5(b)(6)",
  },
  {
    term: "designated representative",
    also: "medical representative physician health professional",
    meaning:
      "The person whom a requester names in writing to receive a medical record and to go through it with them. They may not keep it back.",
    cite: "20 CFR 401.55(b)",
  },
  {
    term: "determination",
    also: "decision outcome",
    meaning: "What was decided: granted, granted in part, denied, no record, amended, refused.",
  },
  {
    term: "disclosure",
    also: "basis condition prior recipient",
    meaning: "Giving a record to anybody but its subject. It needs consent or one of twelve conditions.",
    cite: "5 U.S.C. 552a(b)",
  },
  {
    term: "evidence, requirement",
    also: "proof of identity certification notarized",
    meaning:
      "Evidence proves identity or a relationship. The requirement is what the rule asks, with its citation.",
    cite: "39 CFR 266.5(b)(2)",
  },
  {
    term: "exemption",
    also: "exempt system j k",
    meaning:
      "A published rule that takes a system out of parts of the Act. Without one a record is not withheld.",
    cite: "5 U.S.C. 552a(k)",
  },
  {
    term: "extension",
    also: "extend good cause",
    meaning: "More time for the review of a refusal, for a good cause that the requester is told.",
    cite: "20 CFR 401.70(b)",
  },
  {
    term: "false pretenses",
    also: "false-pretenses statement",
    meaning:
      "Asking for another person's record as if it were one's own, an offense. Social Security has requesters sign that they know it.",
    cite: "5 U.S.C. 552a(i)(3)",
  },
  {
    term: "fee",
    also: "charge duplicate pages payment",
    meaning:
      "The charge for copies. Nobody pays for a search, and the first pages or the small sums are free.",
    cite: "39 CFR 266.7",
  },
  {
    term: "Freedom of Information Act",
    also: "FOIA road triage both acts",
    meaning:
      "The other Act under which agency records are asked for. A request for one's own record is looked at under both.",
    cite: "5 U.S.C. 552(a)(6)",
  },
  {
    term: "GRS 4.2",
    also: "general records schedule retention disposal keep destroy",
    meaning:
      "The General Records Schedule for files of access and disclosure requests. The rulebook has its periods and marks those that nobody has confirmed.",
    cite: "GRS 4.2",
  },
  {
    term: "hold",
    also: "legal hold",
    meaning: "An order not to destroy anything of a case. A pending request is reason enough.",
  },
  {
    term: "inbox",
    also: "mail room message eml scan attachment set aside",
    meaning:
      "What came by e-mail or as a scan and waits, until somebody takes it in as a request, puts it into a case or sets it aside.",
  },
  {
    term: "individual",
    also: "citizen alien",
    meaning:
      "Whom the Act protects: a citizen, or an alien admitted for permanent residence. A firm is none.",
    cite: "5 U.S.C. 552a(a)(2)",
  },
  {
    term: "issued, dispatched",
    also: "letter",
    meaning:
      "A letter is issued once its pages are in the ledger, and frozen. It is dispatched by post or e-mail.",
  },
  {
    term: "ledger",
    meaning:
      "Everything that was done at the desk, in order, each entry sealed to the one before. Nothing in it is erased.",
  },
  {
    term: "neither confirm nor deny",
    also: "glomar existence",
    meaning:
      "An answer that leaves open whether there is a record, where a yes or a no would itself do harm. It rests on an exemption.",
    cite: "5 U.S.C. 552a(j)",
  },
  {
    term: "notation of dispute",
    also: "disputed marked",
    meaning:
      "The mark on a record that its subject disputes, after an amendment was refused. Whoever gets the record sees it.",
    cite: "5 U.S.C. 552a(d)(4)",
  },
  {
    term: "notice",
    also: "SORN system of records notice federal register",
    meaning:
      "What an agency publishes on a system of records: what it holds, on whom, who manages it and how to ask.",
    cite: "5 U.S.C. 552a(e)(4)",
  },
  {
    term: "notification",
    meaning: "The answer to the question whether a system holds a record on the person who asks.",
    cite: "39 CFR 266.4(a)",
  },
  {
    term: "particulars",
    meaning: "What the notice asks the requester to give so that the record can be found.",
    cite: "20 CFR 401.40(b)",
  },
  {
    term: "perfected request",
    also: "complete request",
    meaning:
      "A request that has everything: system and record named, identity proved, and what the notice asks.",
    cite: "20 CFR 401.40(b)",
  },
  {
    term: "prior recipient",
    also: "earlier recipient",
    meaning: "Whoever had a record before. They are told when it is corrected or disputed.",
    cite: "5 U.S.C. 552a(c)(4)",
  },
  {
    term: "record",
    meaning:
      "What an agency keeps on a person in a system of records. Only such a record falls under the Act.",
    cite: "20 CFR 401.25",
  },
  {
    term: "referral",
    also: "refer another agency",
    meaning:
      "Handing a request to the office or agency whose record it is. The requester is told where it went.",
  },
  {
    term: "request",
    meaning: "What the person asks: notification, access, amendment, or the accounting of disclosures.",
  },
  {
    term: "requester",
    also: "parent guardian third party capacity",
    meaning: "Who asks: the person themselves, a parent, a guardian, or somebody with consent.",
    cite: "5 U.S.C. 552a(h)",
  },
  {
    term: "revision",
    meaning: "A system as its notice described it at a date. A later notice makes a new one.",
  },
  {
    term: "road",
    also: "misfit triage blanket request earnings deceased firm",
    meaning: "The way by which a request is answered where the usual one does not fit. No road is a denial.",
  },
  {
    term: "routine use",
    meaning:
      "A disclosure for a purpose that fits the one for which the record was collected, named in the notice.",
    cite: "5 U.S.C. 552a(b)",
  },
  {
    term: "rulebook, correction",
    meaning:
      "A rulebook holds the numbers, addresses and citations of an agency's rules, each with its days. A correction is your office's own version, laid over it.",
  },
  {
    term: "role",
    also: "clerk privacy specialist approving official medical reviewer counsel administrator staff",
    meaning:
      "What a member of the staff may do at this desk. Some steps ask for a second person with another role.",
  },
  {
    term: "search attestation",
    meaning: "The office's word on who searched where, how and when, and what was found.",
  },
  {
    term: "sensitive record",
    also: "sensitivity medical psychological private existence",
    meaning:
      "A medical record, or one whose very existence is private. It asks for more proof, and may take a way of its own.",
    cite: "20 CFR 401.45(b)(7)",
  },
  {
    term: "statement of disagreement",
    meaning: "The requester's paper after a refusal to amend. It goes out with the record from then on.",
    cite: "5 U.S.C. 552a(d)(4)",
  },
  {
    term: "subject",
    also: "subject individual",
    meaning: "The person whom the records are about. It may be another than the requester.",
    cite: "5 U.S.C. 552a(h)",
  },
  {
    term: "suspense",
    meaning: "The day by which your own office wants an answer. No rule sets it.",
  },
  {
    term: "system manager",
    also: "notification office",
    meaning:
      "The official whom the notice names for a system. The office that takes inquiries may be another one, and may depend on the matter.",
    cite: "5 U.S.C. 552a(e)(4)",
  },
  {
    term: "system of records",
    also: "system",
    meaning: "A group of records that the agency searches by a name or another mark of a person.",
    cite: "5 U.S.C. 552a(a)(5)",
  },
  {
    term: "task, tasking letter",
    meaning: "The letter that sends a request to the office that holds the record, with a day to answer by.",
  },
  {
    term: "working day",
    also: "holiday calendar day",
    meaning:
      "A day that is no Saturday, Sunday or legal public holiday. Where a rule says only “days”, the desk counts calendar days.",
    cite: "5 U.S.C. 552a(d)(2)",
  },
];

/** What a paragraph says, in a sentence of our own. The rulebooks and the published text have the words that bind. */
export const paragraphs = {
  "5 U.S.C. 552(a)(6)":
    "A request under the Freedom of Information Act is decided within 20 working days of its receipt by the right office.",
  "5 U.S.C. 552a(a)(2)":
    "An individual is a citizen of the United States or an alien lawfully admitted for permanent residence.",
  "5 U.S.C. 552a(a)(5)":
    "A system of records is a group of records that the agency searches by a name or another mark of a person.",
  "5 U.S.C. 552a(b)":
    "No record is disclosed without the individual's written request or consent, unless one of twelve conditions holds.",
  "5 U.S.C. 552a(c)":
    "A disclosure is accounted for with its date, nature, purpose and recipient, and kept five years or as long as the record.",
  "5 U.S.C. 552a(c)(4)":
    "Whoever had the record before, and stands in the accounting, is told of a correction or a notation of dispute.",
  "5 U.S.C. 552a(d)(1)":
    "A person may see and copy their record in a form that they can understand, and bring a companion.",
  "5 U.S.C. 552a(d)(2)":
    "A request to amend is acknowledged within 10 working days; a refusal gives the reason and the official who reviews it.",
  "5 U.S.C. 552a(d)(3)":
    "The review of a refusal is complete within 30 working days, unless the head of the agency extends it for good cause.",
  "5 U.S.C. 552a(d)(4)":
    "Later disclosures mark the disputed part and carry the statement of disagreement; the agency may add its concise reasons.",
  "5 U.S.C. 552a(d)(5)":
    "Nobody has access to what was compiled in reasonable anticipation of a civil action or proceeding.",
  "5 U.S.C. 552a(e)(4)":
    "The agency publishes a notice of each system: what it holds, on whom, for which uses, and how to ask.",
  "5 U.S.C. 552a(h)":
    "The parent of a minor, or the guardian of a person whom a court declared incompetent, may act for that person.",
  "5 U.S.C. 552a(i)(3)":
    "Who knowingly obtains a record on a person under false pretenses commits an offense.",
  "5 U.S.C. 552a(j)":
    "The head of an agency may exempt systems of criminal law enforcement from most of the Act by a rule.",
  "5 U.S.C. 552a(k)":
    "The head of an agency may exempt seven kinds of material from access and amendment by a rule.",
  "28 U.S.C. 1746":
    "A dated and signed declaration under penalty of perjury stands in for most sworn statements.",
  "39 CFR 266.3(b)(1)": "The Postal Service discloses on the individual's written request or consent.",
  "39 CFR 266.3(c)":
    "Whoever has had or will have a record is told within 30 days that it was amended or is disputed.",
  "39 CFR 266.3(d)":
    "Each disclosure is accounted for, but for those to the subject, to staff in need, of public records, or under FOIA.",
  "39 CFR 266.4(a)":
    "On a written request the Postal Service says whether a system that the person names holds a record on them.",
  "39 CFR 266.5(a)(1)":
    "The request is in writing and gives what the notice asks; where that is too little, the requester is told promptly.",
  "39 CFR 266.5(a)(2)": "The custodian acknowledges an inquiry within 10 days.",
  "39 CFR 266.5(b)(1)":
    "A record that was found is made available promptly, and the requester is told where and when.",
  "39 CFR 266.5(b)(2)":
    "Identity is shown by the Certification of Identity form, official photo identification, or a Privacy Waiver.",
  "39 CFR 266.5(b)(3)":
    "Who inspects a record signs for what they saw, and may bring a person whom they authorize in a signed statement.",
  "39 CFR 266.5(b)(4)":
    "Where the medical officer sees an adverse effect, a medical record goes to a medical doctor whom the requester names.",
  "39 CFR 266.5(b)(6)":
    "A denial is in writing, signed by the custodian or another proper official, with its grounds and the right to appeal.",
  "39 CFR 266.5(d)(1)":
    "What is incomplete, inaccurate, not relevant or not timely is corrected or taken out, and the requester is told.",
  "39 CFR 266.5(d)(2)":
    "A refusal to amend is told within 30 working days, with the reason and the choice of an appeal or a statement.",
  "39 CFR 266.6(a)(1)": "An appeal goes to the General Counsel of the Postal Service.",
  "39 CFR 266.6(a)(2)":
    "An appeal is written within 90 days of the denial, or of the request where nobody decided.",
  "39 CFR 266.6(a)(3)": "A record found wrong on appeal is amended within 30 working days of the finding.",
  "39 CFR 266.7":
    "The first 100 pages of a record are free; then a page costs $.15. Nobody pays for a search.",
  "39 CFR 266.8": "Lists the systems of the Postal Service that are exempt, and from what.",
  "20 CFR 401.40(a)":
    "A person may ask for a record on themselves; so may a minor, a parent or a guardian who acts for them.",
  "20 CFR 401.40(b)":
    "A request names the systems and the records; particulars may be asked to tell namesakes apart.",
  "20 CFR 401.40(c)":
    "The person visits a field office or writes to the system manager of the notice. A request for everything is not honored.",
  "20 CFR 401.45(a)":
    "Identity is verified where the fact of a record is private or FOIA would not release it, unless the person is known.",
  "20 CFR 401.45(b)":
    "How identity is proved: in person, by telephone, electronically or by letter, and for another person.",
  "20 CFR 401.45(b)(5)":
    "By letter: a request to verify identity or a certification, and the signed statement on false pretenses.",
  "20 CFR 401.45(b)(6)":
    "Who asks for a minor or an incompetent adult proves their own identity and the relationship.",
  "20 CFR 401.45(b)(7)": "For sensitive records the person gives particulars that parallel the record.",
  "20 CFR 401.50(b)": "Where the answer is delayed, the person is told, and told when it will come.",
  "20 CFR 401.55(b)":
    "Who asks for a medical record names a representative in writing. The representative may not withhold it.",
  "20 CFR 401.55(c)":
    "A parent's request for a minor's medical record goes to a health professional who is not of the family.",
  "20 CFR 401.65(a)":
    "A request to correct names the system, the record, the change and the reasons, and brings evidence.",
  "20 CFR 401.65(b)":
    "A finding in a claim, or evidence received in one, is changed only by the appeal of that claim; a statement may be filed.",
  "20 CFR 401.65(c)": "A request to correct is acknowledged within 10 working days.",
  "20 CFR 401.70(b)":
    "A refusal to correct is reviewed within 30 working days; the Executive Director may approve up to 30 days more.",
  "20 CFR 401.70(c)":
    "A denial of access is reviewed by the Executive Director, Office of Privacy and Disclosure.",
  "20 CFR 401.75":
    "A parent or guardian stands in for the individual, but for proof of identity and medical records.",
  "20 CFR 401.80":
    "Disclosures are accounted for five years or as long as the record; not those with the subject's written consent.",
  "20 CFR 401.85": "Lists the systems of Social Security that are exempt, and what is still given.",
  "20 CFR 401.95":
    "Copies cost $.10 a page, and nothing where the whole is $25 or less. Nobody pays for a search.",
  "20 CFR 401.100":
    "A consent says to whom, what and where it applies for which time; a consent to everything does not count.",
} as const;

/** A citation whose sentence stands here. */
export type Paragraph = keyof typeof paragraphs;

/** What stands beside a field when it is asked for. */
export interface Help {
  /** What to enter. */
  what: string;
  /** Why it is asked. */
  why: string;
  cites: readonly Paragraph[];
}

export function ask(what: string, why: string, ...cites: Paragraph[]): Help {
  return { what, why, cites };
}

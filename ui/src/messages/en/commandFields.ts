import type { DescribedName, FieldOf } from "../../screens/case/forms/commands";
import { ask, type Help } from "./paragraphs";

const note = ask("What the file should remember of it.", "It stands in the history in your name.");
const reason = ask("In a sentence, why.", "The history keeps the step with your reason.");
const on = ask("The day on which it happened.", "The history and the clocks go by it.");
const title = ask("That official's title.", "It stands in the letter.");
const proof = ask("What shows it: a receipt, a number of the post.", "Somebody may ask for it later.");

/** The help on the fields of each command. A field without help does not compile. */
export const commandFields: { [Name in DescribedName]: { [Field in FieldOf<Name>]-?: Help } } = {
  "reject-evidence": {
    evidence: ask(
      "The proof that does not hold.",
      "It counts no more; what is missing is asked for anew.",
      "39 CFR 266.5(b)(2)",
      "20 CFR 401.45(b)",
    ),
    reason,
  },
  "review-identity": { note },
  "name-representative": {
    representative: ask(
      "The person whom the requester named in writing to receive the medical record.",
      "The record goes to this person, who may not withhold it.",
      "20 CFR 401.55(b)",
      "39 CFR 266.5(b)(4)",
    ),
  },
  "name-companion": {
    name: ask("The person who may be present.", "The requester may bring one.", "5 U.S.C. 552a(d)(1)"),
    statement_signed: ask(
      "Tick it once the signed statement is there.",
      "Nothing is discussed before another person without it.",
      "39 CFR 266.5(b)(3)",
      "20 CFR 401.40(a)",
    ),
  },
  "change-person": {
    role: ask("Whose name or address changed.", "The others stay as they are."),
    person: ask("Name and address as they are now.", "Letters go there from now on."),
    reason: ask("How you know of the change.", "A false change would send a record to a stranger."),
  },
  triage: {
    road: ask(
      "The Act under which the request is answered.",
      "A request for one's own record is looked at under both where that gives more.",
      "5 U.S.C. 552a(d)(1)",
      "5 U.S.C. 552(a)(6)",
    ),
    misfit: ask("What makes it fit no usual road.", "Its answer tells the requester the right one."),
    reason,
  },
  "record-letter": {
    about: ask("What the requester's letter brings.", "Missing proof may complete the request."),
    received: ask("The day on which it reached the agency.", "A clock may go on from it."),
    channel: ask("The way that it came.", "Proof depends on the way.", "20 CFR 401.45(b)"),
    text: ask("Its operative sentences.", "They stand in the file as the requester wrote them."),
  },
  "remind-office": {
    note: ask("How the office was reminded, and what it said.", "The file shows that you kept after it."),
    answer_by: ask("The day that it now promises.", "It becomes the new suspense."),
  },
  "take-accounting": {
    show: ask(
      "Entries that you show although they may be held back.",
      "Disclosures for law enforcement need not be shown.",
      "39 CFR 266.3(d)",
      "20 CFR 401.80",
    ),
  },
  refer: {
    to: ask("The office or agency that has the record.", "It answers from there on."),
    address: ask("Its postal address.", "The referral is sent there."),
    why: ask("Why the request is theirs.", "The requester is told."),
    whole: ask("Tick it where nothing of the request stays here.", "This case then ends."),
    requester_agrees: ask(
      "Tick it once the requester agreed.",
      "A request is a record too: outside the agency it goes with consent.",
      "5 U.S.C. 552a(b)",
    ),
  },
  "record-medical-review": {
    finding: ask(
      "Whether seeing the record could harm the requester.",
      "It decides whether the record goes to them or to the person named.",
      "20 CFR 401.55(b)",
      "39 CFR 266.5(b)(4)",
    ),
    by: ask(
      "Name and title of whoever found it.",
      "At the Postal Service it is the medical officer.",
      "39 CFR 266.5(b)(4)",
    ),
    on,
    note,
  },
  "guard-existence": {
    statute: ask(
      "The exemption that lets the agency stay silent.",
      "Only an exempt system may leave open whether it holds a record.",
      "5 U.S.C. 552a(j)",
      "39 CFR 266.8",
      "20 CFR 401.85",
    ),
    reason: ask("Why a yes or a no would do harm.", "It is for the file and reaches no letter."),
  },
  "record-consent": {
    given_by: ask(
      "Who signed the consent.",
      "Only the subject, a parent or a guardian may consent.",
      "5 U.S.C. 552a(h)",
      "20 CFR 401.100",
    ),
    to_whom: ask("The person or office that may have it.", "A consent must name it.", "20 CFR 401.100"),
    what: ask("Which information.", "A consent to everything does not count.", "20 CFR 401.100"),
    timeframe: ask("The time that the consent covers.", "It holds for that time only.", "20 CFR 401.100"),
    signed_on: ask("The day of the signature.", "An old consent may no longer hold."),
  },
  "arrange-inspection": {
    place: ask("Where the record can be seen.", "The requester is told.", "39 CFR 266.5(b)(1)"),
    on: ask("The day of the appointment.", "The requester is told.", "39 CFR 266.5(b)(1)"),
    time: ask("The time of day.", "The requester is told.", "39 CFR 266.5(b)(1)"),
  },
  "record-inspection": {
    on,
    time: ask("The time of day.", "It is noted where nobody signs.", "39 CFR 266.5(b)(3)"),
    statement_signed: ask("Tick it where they signed.", "The rule asks for it.", "39 CFR 266.5(b)(3)"),
    declined_beforehand: ask(
      "Tick it where they said so before.",
      "They may see the record all the same; date and time are noted.",
      "39 CFR 266.5(b)(3)",
    ),
    note,
  },
  weigh: {
    items: ask(
      "A line for each record that is not simply released, with its grounds under both Acts.",
      "Only what both Acts let be withheld is withheld.",
      "5 U.S.C. 552a(k)",
      "5 U.S.C. 552(a)(6)",
    ),
  },
  "sign-as-counsel": {
    note: ask(
      "What counsel considered.",
      "It concerns what was compiled for a lawsuit.",
      "5 U.S.C. 552a(d)(5)",
    ),
  },
  "approve-decision": { note },
  "return-decision": { reason },
  "note-dispute": {
    on: ask(
      "The day on which the record was marked.",
      "From then on nobody gets it unmarked.",
      "5 U.S.C. 552a(d)(4)",
    ),
    how: ask(
      "How the disputed part is marked.",
      "Whoever sees the record must see it.",
      "5 U.S.C. 552a(d)(4)",
    ),
  },
  "file-statement": {
    received: ask("The day on which it reached the agency.", "The history goes by it."),
    words: ask("What the statement says.", "It goes out with the record.", "5 U.S.C. 552a(d)(4)"),
    in_lieu: ask(
      "Tick it where it comes in place of an appeal.",
      "The Postal Service leaves the choice to the requester.",
      "39 CFR 266.5(d)(2)",
    ),
  },
  "add-reasons": {
    words: ask(
      "In few sentences, why the record was not amended.",
      "They may go out with the statement.",
      "5 U.S.C. 552a(d)(4)",
    ),
  },
  "list-recipients": {
    recipients: ask(
      "Those who had the record and are in no accounting of this desk.",
      "They are told of a correction or a dispute.",
      "5 U.S.C. 552a(c)(4)",
      "39 CFR 266.3(c)",
    ),
  },
  "tell-recipient": {
    recipient: ask("Whom you told.", "Each recipient is told on their own.", "5 U.S.C. 552a(c)(4)"),
    on,
    how: ask("By letter, e-mail or telephone.", "The file shows it."),
    proof,
  },
  "spare-recipients": {
    reason: ask(
      "What changed, and why it was no error.",
      "Only a correction or a dispute is told.",
      "5 U.S.C. 552a(c)(4)",
    ),
  },
  "record-amended": {
    on: ask("The day on which the record was changed.", "It meets the clock.", "39 CFR 266.6(a)(3)"),
    what: ask("What reads differently now.", "The letter tells it to the requester.", "39 CFR 266.5(d)(1)"),
  },
  "record-disclosure": {
    on,
    to: ask("Who received it.", "The accounting must say it.", "5 U.S.C. 552a(c)"),
    address: ask("Its address.", "The accounting must say it.", "5 U.S.C. 552a(c)"),
    what: ask("What was disclosed, in which form.", "The accounting must say it.", "5 U.S.C. 552a(c)"),
    purpose: ask("For what.", "The accounting must say it.", "5 U.S.C. 552a(c)"),
    basis: ask(
      "The condition that allowed it.",
      "Some disclosures are not accounted for.",
      "5 U.S.C. 552a(b)",
      "39 CFR 266.3(d)",
      "20 CFR 401.80",
    ),
  },
  "record-appeal": {
    of: ask(
      "What the appeal is against.",
      "Each has its own days and its own official.",
      "39 CFR 266.6(a)(1)",
      "20 CFR 401.70(b)",
      "20 CFR 401.70(c)",
    ),
    dated: ask(
      "The date that the letter bears.",
      "The review of a refusal counts from it.",
      "5 U.S.C. 552a(d)(3)",
    ),
    postmarked: ask(
      "The postmark on the envelope.",
      "It shows that the letter was in time.",
      "39 CFR 266.6(a)(2)",
    ),
    received: ask("The day on which it reached the agency.", "A rule may count from it.", "20 CFR 401.70(b)"),
    text: ask("Its operative sentences.", "Whoever decides reads them first."),
    late_reason: ask(
      "Why it is taken although it is late.",
      "Its paragraph says within which time it must be written.",
      "39 CFR 266.6(a)(2)",
    ),
  },
  "send-appeal-up": { note: ask("What was sent, and how.", "The file shows where the papers are.") },
  "extend-review": {
    reason: ask(
      "The good cause, as the notice states it.",
      "It is told to the requester.",
      "5 U.S.C. 552a(d)(3)",
      "20 CFR 401.70(b)",
    ),
    expected: ask("The new day.", "Its paragraph says how far on it may lie.", "20 CFR 401.70(b)"),
    approver: ask(
      "Who approved it.",
      "The rule names the official.",
      "5 U.S.C. 552a(d)(3)",
      "20 CFR 401.70(b)",
    ),
    title,
  },
  "decide-appeal": {
    outcome: ask(
      "Whether the first decision stands.",
      "The letter and what follows depend on it.",
      "39 CFR 266.6(a)(3)",
      "5 U.S.C. 552a(d)(3)",
    ),
    words: ask("The reasons, or what is to be changed or given.", "The letter states them."),
    official: ask(
      "Who decided.",
      "It is another official than the first.",
      "39 CFR 266.6(a)(1)",
      "20 CFR 401.70(c)",
    ),
    title,
    on,
  },
  "assess-fee": {
    pages: ask(
      "How many pages are copied.",
      "The charge is by page, and a part is free.",
      "39 CFR 266.7",
      "20 CFR 401.95",
    ),
    duplicate: ask(
      "Tick it where the requester wants a second copy.",
      "No page of it is free.",
      "39 CFR 266.7",
    ),
  },
  "record-payment": {
    on,
    cents: ask(
      "What was paid, in dollars.",
      "The desk compares it with the charge.",
      "39 CFR 266.7",
      "20 CFR 401.95",
    ),
  },
  "record-posted": {
    letter: ask("The letter that went out.", "Its clock is met."),
    on: ask("The day of posting.", "The clock is met on it."),
    proof,
  },
  "record-arrival": {
    letter: ask("The letter that arrived.", "A requester's time may run from it."),
    on: ask("The day on which the requester had it.", "It shows that a later letter was in time."),
    how: ask("How you know.", "A receipt, a call, an answer."),
  },
  reopen: { reason },
  "change-sensitivity": {
    sensitivity: ask(
      "Whether the record is medical, or its existence private.",
      "Proof and the way of the record depend on it.",
      "20 CFR 401.45(b)(7)",
      "20 CFR 401.55(b)",
    ),
    reason,
  },
  "place-hold": { reason },
  "release-hold": { reason },
  assign: {
    to: ask("Who works on the case from now on.", "It appears under their own cases."),
    unit: ask("The unit of the office.", "Cases can be filtered by it."),
    note: ask("What the next one should know.", "It stands in the history."),
  },
  restrict: { reason },
  "lift-restriction": { reason },
  "add-task": {
    text: ask("What is to be done, in a sentence.", "It stands among the next steps."),
    by: ask("The day by which it should be done.", "It is a day of the office; no rule sets it."),
    who: ask("Who does it.", "It appears under their own work."),
  },
  "finish-task": { task: ask("The task that is done.", "It leaves the next steps."), note },
  overrule: {
    step: ask("The step that is not needed here.", "The desk no longer asks for it."),
    reason: ask("Why it is not needed.", "You answer for it in your own name."),
  },
  "propose-disposal": { note },
};

/** The help on fields inside rows and groups. */
export const innerFields: Record<string, Help> = {
  person: ask("Name and address.", "The record goes to this person."),
  name: ask("The name, as it stands in letters.", "Letters are addressed with it."),
  address: ask("One line for each line of the envelope.", "Letters go there."),
  email: ask("An e-mail address, where there is one.", "A letter can go there as well."),
  occupation: ask(
    "What the person does.",
    "For a minor's record it must be a health professional.",
    "20 CFR 401.55(c)",
  ),
  health_professional: ask("Tick it where that is so.", "Some records go only to one.", "20 CFR 401.55(c)"),
  family_member: ask(
    "Tick it where that is so.",
    "A minor's medical record does not go to a member of the family.",
    "20 CFR 401.55(c)",
  ),
  item: ask("The record as the search listed it.", "Each record is weighed on its own."),
  privacy_act: ask(
    "The exemptions of the Privacy Act that hold.",
    "Without one the record is open under that Act.",
    "5 U.S.C. 552a(k)",
  ),
  foia: ask(
    "The exemptions of the Freedom of Information Act that hold.",
    "Without one the record is released.",
    "5 U.S.C. 552(a)(6)",
  ),
  cite: ask("The paragraph of the exemption.", "The letter gives it."),
  reason: ask("Why it applies to this record.", "A ground without a reason convinces nobody."),
  disclosed_on: ask("The day on which they had the record.", "The accounting has it."),
};

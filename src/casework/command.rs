//! What staff can do to a case. Each command becomes events, or is refused with the reason and the rule.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{
    AppealOutcome, ItemGiven, ItemWeighed, LetterAbout, MedicalFinding, PartDecided, PersonGiven, PersonRole,
    RecipientGiven, RepresentativeGiven, Road,
};
use crate::law::{
    AppealSubject, Channel, DisclosureBasis, Evidence, Misfit, Relation, Sensitivity, UnusualCircumstance,
};

/// A command of casework. `docket case do N COMMAND --file F` reads the fields from the file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(tag = "command", rename_all = "kebab-case", rename_all_fields = "snake_case", deny_unknown_fields)]
pub enum Command {
    /// Record proof that came with the request or later.
    RecordEvidence {
        /// What it is.
        evidence: Evidence,
        /// A note on it: the kind of document, the date on it. Never a number from it.
        #[serde(default)]
        note: String,
        /// The requirement that it is to meet; nothing where it meets whichever it can.
        #[serde(default)]
        requirement: Option<String>,
        /// The id of the paper in the file that shows it.
        #[serde(default)]
        paper: Option<String>,
    },
    /// Set proof aside that does not prove what it should.
    RejectEvidence {
        /// What it is.
        evidence: Evidence,
        /// Why it does not prove it.
        reason: String,
    },
    /// Confirm that identity and authority are proved; refused while a requirement is unmet.
    VerifyIdentity {
        /// A note for the file.
        #[serde(default)]
        note: String,
    },
    /// Confirm, as a second person, that identity is proved: asked for medical and other sensitive records.
    ReviewIdentity {
        /// A note for the file.
        #[serde(default)]
        note: String,
    },
    /// Record whom the requester named to receive a medical record.
    NameRepresentative {
        /// Who it is.
        representative: RepresentativeGiven,
    },
    /// Record a person whom the requester brings along.
    NameCompanion {
        /// The name.
        name: String,
        /// Whether the requester authorised the presence in a signed statement.
        #[serde(default)]
        statement_signed: bool,
    },
    /// Record another name, address or e-mail address of a person of the case; what held before is kept with its days.
    ChangePerson {
        /// Whose.
        role: PersonRole,
        /// As it is from now on.
        person: PersonGiven,
        /// How we know.
        reason: String,
    },
    /// Confirm under which law the request is answered.
    Triage {
        /// The road.
        road: Road,
        /// What makes the Privacy Act procedure not fit, where something does.
        #[serde(default)]
        misfit: Option<Misfit>,
        /// Why.
        reason: String,
    },
    /// Record a later letter that belongs to this case.
    RecordLetter {
        /// What it brings.
        about: LetterAbout,
        /// The day of receipt.
        received: NaiveDate,
        /// How it came.
        channel: Channel,
        /// What it says.
        text: String,
    },
    /// Confirm the system of records and the office.
    Route {
        /// The system's number, in the catalogue.
        system: String,
        /// One of the offices that its notice names; or another, with its address and the reason.
        office: String,
        /// The address of an office that the notice does not name.
        #[serde(default)]
        address: String,
        /// Why another office than the notice names.
        #[serde(default)]
        reason: String,
    },
    /// Send the request to the office, which is to answer by a date of the office's own.
    SendToOffice {
        /// The suspense date.
        answer_by: NaiveDate,
    },
    /// Record that the office was reminded, and perhaps given longer.
    RemindOffice {
        /// How, and what it said.
        note: String,
        /// The new suspense date.
        #[serde(default)]
        answer_by: Option<NaiveDate>,
    },
    /// Record what the system manager found, and how they searched.
    RecordSearch {
        /// Who searched: name and title.
        by: String,
        /// Where they searched.
        where_searched: String,
        /// How: by which keys.
        how: String,
        /// The day of their answer.
        on: NaiveDate,
        /// What they found; empty where there is no record.
        items: Vec<ItemGiven>,
        /// What was not searched, and why.
        #[serde(default)]
        not_searched: String,
    },
    /// Take the entries of the accounting of disclosures into the case, less what may be held back.
    TakeAccounting {
        /// The ids of entries that are shown although the agency need not show them.
        #[serde(default)]
        show: Vec<String>,
    },
    /// Refer the request, or send it on, to another office or agency.
    Refer {
        /// The office or agency.
        to: String,
        /// Its postal address, line by line.
        address: Vec<String>,
        /// Why it is theirs.
        why: String,
        /// Whether the whole request goes there, so that this case ends.
        whole: bool,
        /// Whether the requester agreed that it is sent on outside the agency, where no rule sends it on.
        #[serde(default)]
        requester_agrees: bool,
    },
    /// Record what the medical reviewer found on direct access.
    RecordMedicalReview {
        /// The finding.
        finding: MedicalFinding,
        /// Who found it: name and title.
        by: String,
        /// The day.
        on: NaiveDate,
        /// A note for the file.
        #[serde(default)]
        note: String,
    },
    /// Decide that nothing may give away whether there is a record.
    GuardExistence {
        /// The exemption that lets it be: `5 U.S.C. 552a(j)(2)`.
        statute: String,
        /// Why confirming would do harm; for the file only.
        reason: String,
    },
    /// Record the subject's consent to a disclosure to a third party.
    RecordConsent {
        /// Who gave it, seen from the subject.
        given_by: Relation,
        /// To whom the record may be disclosed.
        to_whom: String,
        /// What may be disclosed.
        what: String,
        /// For which time, where the consent says so.
        #[serde(default)]
        timeframe: String,
        /// The day of the signature.
        signed_on: NaiveDate,
    },
    /// Arrange that the requester sees the records in person.
    ArrangeInspection {
        /// Where.
        place: String,
        /// On which day.
        on: NaiveDate,
        /// At what time.
        time: String,
    },
    /// Record that the requester saw the records.
    RecordInspection {
        /// The day.
        on: NaiveDate,
        /// The time.
        #[serde(default)]
        time: String,
        /// Whether the requester signed the statement of what was reviewed.
        statement_signed: bool,
        /// Whether the requester said beforehand that they would not sign it.
        #[serde(default)]
        declined_beforehand: bool,
        /// A note for the file.
        #[serde(default)]
        note: String,
    },
    /// Weigh the items under both Acts: only what both let be withheld is withheld.
    Weigh {
        /// The items that are not simply released.
        items: Vec<ItemWeighed>,
    },
    /// Sign off, as counsel, what is withheld because it was compiled for a lawsuit.
    SignAsCounsel {
        /// A note for the file.
        #[serde(default)]
        note: String,
    },
    /// Decide on every item.
    Decide {
        /// The decision, item by item; empty where there is no record.
        parts: Vec<PartDecided>,
        /// The name of the official responsible.
        official: String,
        /// The official's title.
        title: String,
    },
    /// Approve what another person drafted: a denial, a refusal, or an appeal that is denied.
    ApproveDecision {
        /// A note for the file.
        #[serde(default)]
        note: String,
    },
    /// Send the draft of a decision back.
    ReturnDecision {
        /// What must be put right.
        reason: String,
    },
    /// Record why the answer takes longer, and until when, for the delay notice.
    RecordDelay {
        /// The reason, as a clause that follows "because".
        reason: String,
        /// The day by which the answer is expected.
        expected: NaiveDate,
        /// The unusual circumstances, where the time under the Freedom of Information Act is extended for them.
        #[serde(default)]
        unusual: Vec<UnusualCircumstance>,
    },
    /// Record that the disputed part of the record was marked.
    NoteDispute {
        /// The day.
        on: NaiveDate,
        /// How it was marked.
        how: String,
    },
    /// File the requester's statement of disagreement with the record.
    FileStatement {
        /// The day of receipt.
        received: NaiveDate,
        /// What it says.
        words: String,
        /// Whether it is given in place of an appeal (39 CFR 266.5(d)(2)).
        #[serde(default)]
        in_lieu: bool,
    },
    /// Add the agency's own concise reasons for not amending, to go with the statement.
    AddReasons {
        /// The reasons.
        words: String,
    },
    /// List who had the record before, beyond those in the accounting.
    ListRecipients {
        /// The recipients.
        recipients: Vec<RecipientGiven>,
    },
    /// Record that one earlier recipient was told of the correction or dispute.
    TellRecipient {
        /// The recipient's number in the case.
        recipient: u32,
        /// The day.
        on: NaiveDate,
        /// How.
        how: String,
        /// What shows it.
        #[serde(default)]
        proof: String,
    },
    /// Record that everyone who had the record before was told of the amendment or dispute, or that there was nobody.
    RecordRecipientsTold {
        /// The day.
        on: NaiveDate,
        /// Who was told and how, or that the accounting lists nobody.
        how: String,
    },
    /// Record that the change was of no error, so that nobody who had the record before need be told.
    SpareRecipients {
        /// What changed, and why what was disclosed before was right then.
        reason: String,
    },
    /// Record that the record was amended as the decision on appeal says.
    RecordAmended {
        /// The day.
        on: NaiveDate,
        /// What was changed.
        what: String,
    },
    /// Enter a disclosure that this case made in the accounting of disclosures.
    RecordDisclosure {
        /// The day.
        on: NaiveDate,
        /// The person or agency.
        to: String,
        /// Its address.
        address: String,
        /// The nature: what was disclosed.
        what: String,
        /// The purpose.
        purpose: String,
        /// On what ground.
        basis: DisclosureBasis,
    },
    /// Record that the requester asks for a second look.
    RecordAppeal {
        /// Against what.
        of: AppealSubject,
        /// The date of the letter.
        dated: NaiveDate,
        /// The date of the postmark.
        #[serde(default)]
        postmarked: Option<NaiveDate>,
        /// The day of receipt.
        received: NaiveDate,
        /// What it says.
        text: String,
        /// Why it is taken although it is late.
        #[serde(default)]
        late_reason: String,
    },
    /// Record that the copies went to the reviewing official.
    SendAppealUp {
        /// What was sent, and how.
        #[serde(default)]
        note: String,
    },
    /// Extend the time for deciding the appeal or review.
    ExtendReview {
        /// The reason, as the notice states it.
        reason: String,
        /// The day by which the decision is expected.
        expected: NaiveDate,
        /// The name of the official who approved it.
        approver: String,
        /// The official's title.
        title: String,
    },
    /// Record the decision of the reviewing official.
    DecideAppeal {
        /// The outcome.
        outcome: AppealOutcome,
        /// The reasons, or what is to be changed or given.
        words: String,
        /// The name of the official who decided.
        official: String,
        /// The official's title.
        title: String,
        /// The day of the decision.
        on: NaiveDate,
    },
    /// Reckon the charge for copies.
    AssessFee {
        /// The number of pages.
        pages: u32,
        /// Whether it is a second copy at the requester's wish.
        #[serde(default)]
        duplicate: bool,
    },
    /// Record that the charge was paid.
    RecordPayment {
        /// The day.
        on: NaiveDate,
        /// The amount in cents.
        cents: u32,
    },
    /// Record that a letter left the office by post.
    RecordPosted {
        /// The letter's id.
        letter: String,
        /// The day.
        on: NaiveDate,
        /// What shows it: the number of a certified-mail receipt.
        #[serde(default)]
        proof: String,
    },
    /// Record the day on which the requester received a letter.
    RecordArrival {
        /// The letter's id.
        letter: String,
        /// The day.
        on: NaiveDate,
        /// How we know.
        #[serde(default)]
        how: String,
    },
    /// Record that the requester withdrew.
    Withdraw {
        /// What they said.
        note: String,
    },
    /// Close the case.
    Close {
        /// A note for the file.
        #[serde(default)]
        note: String,
    },
    /// Reopen a closed case.
    Reopen {
        /// Why.
        reason: String,
    },
    /// Say that the record is more or less sensitive than it was taken for.
    ChangeSensitivity {
        /// How sensitive it is.
        sensitivity: Sensitivity,
        /// Why.
        reason: String,
    },
    /// Keep everything of the case because of a lawsuit or another duty to preserve.
    PlaceHold {
        /// Why.
        reason: String,
    },
    /// Release a hold.
    ReleaseHold {
        /// Why.
        reason: String,
    },
    /// Give the case to another member of the staff or another unit.
    Assign {
        /// The name; empty for nobody yet.
        to: String,
        /// The unit; empty for none.
        #[serde(default)]
        unit: String,
        /// A note to the next one.
        #[serde(default)]
        note: String,
    },
    /// Show the case only to those who need to know of it.
    Restrict {
        /// Why.
        reason: String,
    },
    /// Show the case to the whole office again.
    LiftRestriction {
        /// Why.
        reason: String,
    },
    /// Add a task of the office's own.
    AddTask {
        /// What is to be done.
        text: String,
        /// By when.
        by: NaiveDate,
        /// By whom; empty for whoever has the case.
        #[serde(default)]
        who: String,
    },
    /// Record that a task is done.
    FinishTask {
        /// The task's number in the case.
        task: u32,
        /// A note for the file.
        #[serde(default)]
        note: String,
    },
    /// Leave out a step that the program asks, with a written reason.
    Overrule {
        /// The step, as `next` names it; for a letter `write-letter:KIND`.
        step: String,
        /// Why it is not needed here.
        reason: String,
    },
    /// Propose that the content of the case be destroyed by the records schedule.
    ProposeDisposal {
        /// A note for the file.
        #[serde(default)]
        note: String,
    },
    /// Add a note to the file.
    AddNote {
        /// The note.
        text: String,
    },
    /// Take back the last step.
    Undo {},
}

//! What has happened to a case. The ledger keeps these, in order, for ever; a new field always has a default.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{
    AccountingEntry, AppealOutcome, EntryTaken, Guard, Item, LetterAbout, MedicalFinding, Opening, Part,
    Person, PersonRole, Recipient, Representative, Road, WeighedItem,
};
use crate::law::{AppealSubject, Channel, Evidence, Misfit, Relation, Sensitivity, UnusualCircumstance};
use crate::letters::{FormKind, Language, LetterKind};

/// An event with who, when, and on which civil day of the agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// The number of the event in its case, from 1.
    pub version: u32,
    /// The instant.
    pub at: DateTime<Utc>,
    /// The civil day in the agency's time zone.
    pub on: NaiveDate,
    /// The name of the staff member.
    pub by: String,
    /// What happened.
    pub event: Event,
}

/// What happened.
#[expect(clippy::large_enum_variant, reason = "the opening is the largest, and a case has one")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// The request was taken in.
    Opened(Opening),
    /// Proof was recorded.
    EvidenceRecorded {
        /// What it is.
        evidence: Evidence,
        /// A note on it.
        note: String,
        /// The requirement that it is to meet.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        requirement: Option<String>,
        /// The paper in the file that shows it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        paper: Option<String>,
    },
    /// Proof was set aside.
    EvidenceRejected {
        /// What it is.
        evidence: Evidence,
        /// Why.
        reason: String,
    },
    /// Identity and authority were found proved.
    IdentityVerified {
        /// The paragraphs that the finding rests on.
        cites: Vec<String>,
        /// A note.
        note: String,
    },
    /// A second person found identity proved.
    IdentityReviewed {
        /// A note.
        note: String,
    },
    /// The requester named who receives a medical record.
    RepresentativeNamed {
        /// Who it is.
        representative: Representative,
    },
    /// The requester brings a companion.
    CompanionNamed {
        /// The name.
        name: String,
        /// Whether the requester signed the statement.
        statement_signed: bool,
    },
    /// A name or address changed.
    PersonChanged {
        /// Whose.
        role: PersonRole,
        /// As it is from now on.
        person: Person,
        /// How we know.
        reason: String,
    },
    /// The road was confirmed.
    Triaged {
        /// The road.
        road: Road,
        /// What makes the procedure not fit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        misfit: Option<Misfit>,
        /// Why.
        reason: String,
    },
    /// A later letter came.
    LetterReceived {
        /// What it brings.
        about: LetterAbout,
        /// The day of receipt.
        received: NaiveDate,
        /// How it came.
        channel: Channel,
        /// What it says.
        text: String,
    },
    /// A scan or file was attached.
    PaperAttached {
        /// Its id.
        paper: String,
        /// The name that it has in the file.
        name: String,
        /// What it is: `application/pdf`.
        media_type: String,
        /// SHA-256 of its bytes, in hexadecimal.
        sha256: String,
        /// The size in bytes.
        size: u32,
        /// Whether it shows identity, and is kept under a key of its own.
        identity: bool,
        /// The day after which it is destroyed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        destroy_after: Option<NaiveDate>,
    },
    /// A paper and its key were destroyed.
    PaperDestroyed {
        /// Its id.
        paper: String,
        /// Why.
        why: String,
    },
    /// The system and office were confirmed.
    Routed {
        /// The system's number.
        system: String,
        /// The system's name.
        system_name: String,
        /// The day of the revision that was used.
        revision: NaiveDate,
        /// The office.
        office: String,
        /// Its address.
        address: String,
        /// The sentence of the notice.
        quote: String,
        /// Why another office than the notice names.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// The request was sent to the office.
    SentToOffice {
        /// The suspense date.
        answer_by: NaiveDate,
    },
    /// The office was reminded.
    OfficeReminded {
        /// How, and what it said.
        note: String,
        /// The new suspense date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answer_by: Option<NaiveDate>,
    },
    /// The office answered.
    SearchRecorded {
        /// Who searched: name and title.
        by: String,
        /// Where.
        where_searched: String,
        /// How.
        how: String,
        /// The day of the answer.
        on: NaiveDate,
        /// What was found.
        items: Vec<Item>,
        /// What was not searched, and why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        not_searched: String,
    },
    /// The accounting of disclosures was taken.
    AccountingTaken {
        /// The entries, oldest first.
        entries: Vec<EntryTaken>,
    },
    /// The request was referred.
    Referred {
        /// The office or agency.
        to: String,
        /// Its postal address, line by line.
        address: Vec<String>,
        /// Why it is theirs.
        why: String,
        /// Whether the whole request went there.
        whole: bool,
        /// The paragraph that sends it on; empty where none does.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        cite: String,
    },
    /// The medical reviewer found.
    MedicalReviewed {
        /// The finding.
        finding: MedicalFinding,
        /// Who found it: name and title.
        by: String,
        /// The day.
        on: NaiveDate,
        /// A note.
        note: String,
    },
    /// It was decided to neither confirm nor deny.
    ExistenceGuarded {
        /// The exemption.
        statute: String,
        /// The agency's rule.
        rule: String,
        /// Why.
        reason: String,
    },
    /// The subject's consent was recorded.
    ConsentRecorded {
        /// Who gave it.
        given_by: Relation,
        /// To whom.
        to_whom: String,
        /// What.
        what: String,
        /// For which time.
        timeframe: String,
        /// The day of the signature.
        signed_on: NaiveDate,
    },
    /// An inspection was arranged.
    InspectionArranged {
        /// Where.
        place: String,
        /// The day.
        on: NaiveDate,
        /// The time.
        time: String,
    },
    /// The requester saw the records.
    InspectionHeld {
        /// The day.
        on: NaiveDate,
        /// The time.
        time: String,
        /// Whether the statement was signed.
        statement_signed: bool,
        /// Whether the requester said beforehand that they would not.
        declined_beforehand: bool,
        /// A note.
        note: String,
    },
    /// The Acts' worksheet was filled in.
    Weighed {
        /// The items.
        items: Vec<WeighedItem>,
    },
    /// Counsel signed off.
    CounselSigned {
        /// A note.
        note: String,
    },
    /// It was decided.
    Decided {
        /// Item by item.
        parts: Vec<Part>,
        /// The official responsible.
        official: String,
        /// Their title.
        title: String,
    },
    /// A second person approved.
    DecisionApproved {
        /// A note.
        note: String,
    },
    /// A draft was sent back.
    DecisionReturned {
        /// What must be put right.
        reason: String,
    },
    /// The reason for a delay was recorded.
    DelayRecorded {
        /// The reason.
        reason: String,
        /// The day by which the answer is expected.
        expected: NaiveDate,
        /// The unusual circumstances for which the time under the Freedom of Information Act is extended.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        unusual: Vec<UnusualCircumstance>,
    },
    /// The disputed part was marked.
    DisputeNoted {
        /// The day.
        on: NaiveDate,
        /// How.
        how: String,
    },
    /// A statement of disagreement was filed.
    StatementFiled {
        /// The day of receipt.
        received: NaiveDate,
        /// What it says.
        words: String,
        /// Whether it stands in place of an appeal.
        in_lieu: bool,
    },
    /// The agency's reasons were added.
    ReasonsAdded {
        /// The reasons.
        words: String,
    },
    /// Earlier recipients were listed.
    RecipientsListed {
        /// The recipients.
        recipients: Vec<Recipient>,
    },
    /// One earlier recipient was told.
    RecipientTold {
        /// The recipient's number.
        recipient: u32,
        /// The day.
        on: NaiveDate,
        /// How.
        how: String,
        /// What shows it.
        proof: String,
    },
    /// Earlier recipients were told.
    RecipientsTold {
        /// The day.
        on: NaiveDate,
        /// Who and how.
        how: String,
    },
    /// The change was of no error: what earlier recipients got was right then, and none of them is told.
    RecipientsSpared {
        /// The day.
        on: NaiveDate,
        /// What changed, and why it was no error.
        reason: String,
    },
    /// The record was amended after the appeal.
    RecordAmended {
        /// The day.
        on: NaiveDate,
        /// What was changed.
        what: String,
    },
    /// The case disclosed a record.
    DisclosureMade {
        /// The entry in the accounting.
        entry: AccountingEntry,
    },
    /// The requester asks for a second look.
    AppealReceived {
        /// Against what.
        of: AppealSubject,
        /// The date of the letter.
        dated: NaiveDate,
        /// The date of the postmark.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        postmarked: Option<NaiveDate>,
        /// The day of receipt.
        received: NaiveDate,
        /// What it says.
        text: String,
        /// The last day on which it could be made; nothing where no rule sets one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        last_day: Option<NaiveDate>,
        /// Why it is taken although late; empty where it is not.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        late_reason: String,
    },
    /// The copies went up.
    AppealSentUp {
        /// What was sent, and how.
        note: String,
    },
    /// The time for the review was extended.
    ReviewExtended {
        /// The clock that was extended.
        clock: String,
        /// The day on which the first time ends.
        from: NaiveDate,
        /// The reason.
        reason: String,
        /// The expected day.
        expected: NaiveDate,
        /// Who approved it.
        approver: String,
        /// Their title.
        title: String,
    },
    /// The reviewing official decided.
    AppealDecided {
        /// The outcome.
        outcome: AppealOutcome,
        /// The reasons, or what is to be changed or given.
        words: String,
        /// Who decided.
        official: String,
        /// Their title.
        title: String,
        /// The day.
        on: NaiveDate,
    },
    /// The charge was reckoned.
    FeeAssessed {
        /// The number of pages.
        pages: u32,
        /// The amount in cents.
        cents: u32,
        /// How it was reckoned.
        basis: String,
        /// The paragraph.
        cite: String,
    },
    /// The charge was paid.
    FeePaid {
        /// The day.
        on: NaiveDate,
        /// The amount in cents.
        cents: u32,
    },
    /// A letter was composed, checked, frozen.
    LetterIssued {
        /// The letter's id.
        letter: String,
        /// What it is for.
        kind: LetterKind,
        /// The date on it.
        dated: NaiveDate,
        /// SHA-256 of the PDF, in hexadecimal.
        sha256: String,
        /// The size in bytes.
        bytes: u32,
        /// The version of the clauses.
        clauses_version: String,
        /// The earlier recipient to whom it goes; nothing for every other letter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        recipient: Option<u32>,
        /// Its language; a letter in another than English stands beside the English one.
        #[serde(default = "Language::unless_said", skip_serializing_if = "Language::is_english")]
        language: Language,
        /// The clauses whose paragraphs were edited by hand.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        edited: Vec<String>,
        /// SHA-256 of what it was made from, in hexadecimal; nothing for a letter that was issued before that was kept.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source_sha256: Option<String>,
    },
    /// A letter left the office by post.
    LetterPosted {
        /// The letter's id.
        letter: String,
        /// The day.
        on: NaiveDate,
        /// What shows it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        proof: String,
    },
    /// The requester received a letter.
    LetterArrived {
        /// The letter's id.
        letter: String,
        /// The day.
        on: NaiveDate,
        /// How we know.
        how: String,
    },
    /// A letter was put into the outbox for e-mail.
    LetterQueued {
        /// The letter's id.
        letter: String,
        /// The blank forms that go with it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        forms: Vec<FormKind>,
    },
    /// The mail server took a letter.
    LetterEmailed {
        /// The letter's id.
        letter: String,
        /// The message's id.
        message_id: String,
    },
    /// The print service finished the job of a letter.
    LetterPrinted {
        /// The letter's id.
        letter: String,
        /// The printer's name.
        printer: String,
    },
    /// The job of a letter ended without being printed; the letter waits as before.
    LetterNotPrinted {
        /// The letter's id.
        letter: String,
        /// The printer's name.
        printer: String,
        /// Why, as a sentence.
        reason: String,
    },
    /// The requester withdrew.
    Withdrawn {
        /// What they said.
        note: String,
    },
    /// The case was closed.
    Closed {
        /// A note.
        note: String,
    },
    /// The case was reopened.
    Reopened {
        /// Why.
        reason: String,
    },
    /// The record turned out to be more or less sensitive.
    SensitivityChanged {
        /// How sensitive it is from now on.
        sensitivity: Sensitivity,
        /// Why nothing may give away whether there is a record, where the rule says so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        guard: Option<Guard>,
        /// Why.
        reason: String,
    },
    /// A hold was placed.
    HoldPlaced {
        /// Why.
        reason: String,
    },
    /// The hold was released.
    HoldReleased {
        /// Why.
        reason: String,
    },
    /// The case was given to somebody.
    Assigned {
        /// The name; empty for nobody.
        to: String,
        /// The unit; empty for none.
        unit: String,
        /// A note.
        note: String,
    },
    /// The case was kept to those who need to know.
    Restricted {
        /// Why.
        reason: String,
    },
    /// The case was shown to the office again.
    RestrictionLifted {
        /// Why.
        reason: String,
    },
    /// Another case belongs to this one.
    CaseLinked {
        /// The other case.
        number: String,
        /// Why.
        why: String,
    },
    /// A task was added.
    TaskAdded {
        /// What is to be done.
        text: String,
        /// By when.
        by: NaiveDate,
        /// By whom; empty for whoever has the case.
        who: String,
    },
    /// A task was done.
    TaskFinished {
        /// The task's number in the case.
        task: u32,
        /// A note.
        note: String,
    },
    /// A step was left out.
    StepOverruled {
        /// The step.
        step: String,
        /// Why.
        reason: String,
    },
    /// Disposal was proposed.
    DisposalProposed {
        /// A note.
        note: String,
    },
    /// A note was added.
    NoteAdded {
        /// The note.
        text: String,
    },
    /// The last step was taken back.
    Undone {
        /// The version of its first event.
        from: u32,
        /// The version of its last event.
        to: u32,
    },
}

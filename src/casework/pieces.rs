//! The pieces of a case: each is what one or a few events say, ready to be shown.

use chrono::NaiveDate;
use serde::Serialize;

use super::{AppealOutcome, Item, LetterAbout, MedicalFinding, Part, Person, PersonRole, Recipient, Road};
use crate::law::{AppealSubject, Channel, Evidence, Misfit, Relation, UnusualCircumstance};
use crate::letters::{Language, LetterKind};

/// That a person confirmed something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Approval {
    /// Who.
    pub by: String,
    /// The civil day.
    pub on: NaiveDate,
}

/// A person who comes along to an inspection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Companion {
    /// The name.
    pub name: String,
    /// Whether the requester authorised the presence in a signed statement.
    pub statement_signed: bool,
}

/// A name and address that held until a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct HeldBefore {
    /// Whose.
    pub role: PersonRole,
    /// What held.
    pub person: Person,
    /// Until when.
    pub until: NaiveDate,
    /// Why it changed.
    pub reason: String,
}

/// The road that a person confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Triage {
    /// The road.
    pub road: Road,
    /// What makes the procedure not fit.
    pub misfit: Option<Misfit>,
    /// Why.
    pub reason: String,
    /// When.
    pub on: NaiveDate,
}

/// A later letter of the requester.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Incoming {
    /// What it brings.
    pub about: LetterAbout,
    /// The day of receipt.
    pub received: NaiveDate,
    /// How it came.
    pub channel: Channel,
    /// What it says.
    pub text: String,
}

/// A scan or file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Paper {
    /// Its id.
    pub paper: String,
    /// The name that it has in the file.
    pub name: String,
    /// What it is: `application/pdf`.
    pub media_type: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// The size in bytes.
    pub size: u32,
    /// Whether it shows identity.
    pub identity: bool,
    /// The day after which it is destroyed.
    pub destroy_after: Option<NaiveDate>,
    /// The day on which it was destroyed.
    pub destroyed: Option<NaiveDate>,
    /// When it was attached.
    pub on: NaiveDate,
}

/// The subject's consent to a disclosure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ConsentGiven {
    /// Who gave it.
    pub given_by: Relation,
    /// To whom.
    pub to_whom: String,
    /// What.
    pub what: String,
    /// For which time.
    pub timeframe: String,
    /// The day of the signature.
    pub signed_on: NaiveDate,
}

/// A referral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Referral {
    /// The office or agency.
    pub to: String,
    /// Its postal address, line by line.
    pub address: Vec<String>,
    /// Why it is theirs.
    pub why: String,
    /// Whether the whole request went there.
    pub whole: bool,
    /// The paragraph that sends it on; empty where none does.
    pub cite: String,
    /// When.
    pub on: NaiveDate,
}

/// What the medical reviewer found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct MedicalReview {
    /// The finding.
    pub finding: MedicalFinding,
    /// Who found it.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
    /// A note.
    pub note: String,
}

/// The ground on which nothing gives away whether there is a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Guarded {
    /// The exemption.
    pub statute: String,
    /// The agency's rule.
    pub rule: String,
    /// Who decided it, and when.
    pub decided: Approval,
}

/// An inspection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Inspection {
    /// Where.
    pub place: String,
    /// The day.
    pub on: NaiveDate,
    /// The time.
    pub time: String,
    /// The day on which it was held.
    pub held: Option<NaiveDate>,
}

/// The draft of a decision, sent back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Returned {
    /// What must be put right.
    pub reason: String,
    /// By whom and when.
    pub by: Approval,
}

/// A statement of disagreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Statement {
    /// The day of receipt.
    pub received: NaiveDate,
    /// What it says.
    pub words: String,
    /// Whether it stands in place of an appeal.
    pub in_lieu: bool,
    /// The agency's own concise reasons.
    pub reasons: Option<String>,
    /// When it was filed.
    pub on: NaiveDate,
}

/// Somebody who had the record before, and whether they were told of the newest change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct RecipientOfRecord {
    /// Who it is.
    #[serde(flatten)]
    pub recipient: Recipient,
    /// When they were told.
    pub told_on: Option<NaiveDate>,
    /// How.
    pub how: String,
    /// What shows it.
    pub proof: String,
}

/// A second look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Appeal {
    /// Against what.
    pub of: AppealSubject,
    /// The date of the letter.
    pub dated: NaiveDate,
    /// The date of the postmark.
    pub postmarked: Option<NaiveDate>,
    /// The day of receipt.
    pub received: NaiveDate,
    /// What it says.
    pub text: String,
    /// The last day on which it could be made.
    pub last_day: Option<NaiveDate>,
    /// Why it is taken although late; empty where it is not.
    pub late_reason: String,
    /// When the copies went up.
    pub sent_up: Option<NaiveDate>,
    /// The extension of the time.
    pub extension: Option<ReviewExtension>,
    /// The decision.
    pub decision: Option<AppealDecision>,
    /// The day on which the record was amended after it.
    pub amended: Option<NaiveDate>,
}

/// An extension of the time for a second look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ReviewExtension {
    /// The clock that was extended.
    pub clock: String,
    /// The day on which the first time ends.
    pub from: NaiveDate,
    /// The reason.
    pub reason: String,
    /// The expected day.
    pub expected: NaiveDate,
    /// Who approved it.
    pub approver: String,
    /// Their title.
    pub title: String,
    /// When it was recorded.
    pub on: NaiveDate,
}

/// The decision on a second look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AppealDecision {
    /// The outcome.
    pub outcome: AppealOutcome,
    /// The reasons, or what is to be changed or given.
    pub words: String,
    /// Who decided.
    pub official: String,
    /// Their title.
    pub title: String,
    /// The day.
    pub on: NaiveDate,
    /// Who recorded it.
    pub by: String,
    /// Who approved the letter, where a second person must.
    pub approved: Option<Approval>,
}

/// The charge for copies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct FeeDue {
    /// The number of pages.
    pub pages: u32,
    /// The amount in cents.
    pub cents: u32,
    /// How it was reckoned.
    pub basis: String,
    /// The paragraph.
    pub cite: String,
    /// What was paid, in cents.
    pub paid: u32,
    /// The day of the newest payment.
    pub paid_on: Option<NaiveDate>,
}

/// A task of the office's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Task {
    /// Its number in the case, from 1.
    pub task: u32,
    /// What is to be done.
    pub text: String,
    /// By when.
    pub by: NaiveDate,
    /// By whom; empty for whoever has the case.
    pub who: String,
    /// When it was done.
    pub done: Option<NaiveDate>,
}

/// A step that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Overruled {
    /// The step.
    pub step: String,
    /// Why.
    pub reason: String,
    /// By whom and when.
    pub by: Approval,
}

/// Proof at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct EvidenceAtHand {
    /// What it is.
    pub evidence: Evidence,
    /// A note on it.
    pub note: String,
    /// The requirement that it is to meet; nothing where it meets whichever it can.
    pub requirement: Option<String>,
    /// The paper in the file that shows it.
    pub paper: Option<String>,
    /// Who looked at it.
    pub by: String,
    /// When.
    pub on: NaiveDate,
}

/// The system and office that a person confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct RoutedTo {
    /// The system's number.
    pub system: String,
    /// Its name.
    pub system_name: String,
    /// The day of the revision that was used.
    pub revision: NaiveDate,
    /// The office.
    pub office: String,
    /// Its address.
    pub address: String,
    /// The sentence of the notice.
    pub quote: String,
    /// Why another office than the notice names; empty where the notice names it.
    pub reason: String,
    /// When it was confirmed.
    pub on: NaiveDate,
}

/// The request as sent to the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Sent {
    /// When it was sent.
    pub on: NaiveDate,
    /// By when the office is to answer: our own suspense, no rule's.
    pub answer_by: NaiveDate,
    /// When it was last reminded.
    pub reminded: Option<NaiveDate>,
}

/// The office's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Search {
    /// Who searched: name and title.
    pub by: String,
    /// Where.
    pub where_searched: String,
    /// How.
    pub how: String,
    /// The day of the answer.
    pub on: NaiveDate,
    /// What was found; empty where there is no record.
    pub items: Vec<Item>,
    /// What was not searched, and why; empty where everything was.
    pub not_searched: String,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Determination {
    /// `granted`, `granted in part`, `amended`, `refused in part`, `refused`, `no record` …
    pub words: String,
    /// Item by item.
    pub parts: Vec<Part>,
    /// The official responsible.
    pub official: String,
    /// Their title.
    pub title: String,
    /// When.
    pub on: NaiveDate,
    /// Who drafted it.
    pub by: String,
    /// Who approved it, where a second person must.
    pub approved: Option<Approval>,
}

/// A delay, as recorded for the notice of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Delay {
    /// The reason, as a clause that follows "because".
    pub reason: String,
    /// The day by which the answer is expected.
    pub expected: NaiveDate,
    /// When it was recorded.
    pub on: NaiveDate,
}

/// More time under the Freedom of Information Act for unusual circumstances (5 U.S.C. 552(a)(6)(B)(i)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct FoiaExtension {
    /// What makes the circumstances unusual.
    pub unusual: Vec<UnusualCircumstance>,
    /// When it was recorded.
    pub on: NaiveDate,
    /// When the notice of it left the office: only by that notice is the time extended.
    pub noticed: Option<NaiveDate>,
}

/// A letter in the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LetterIssued {
    /// Its id.
    pub letter: String,
    /// What it is for.
    pub kind: LetterKind,
    /// `Acknowledgement`.
    pub name: String,
    /// The date on it.
    pub dated: NaiveDate,
    /// SHA-256 of the PDF.
    pub sha256: String,
    /// The size in bytes.
    pub bytes: u32,
    /// The earlier recipient to whom it goes; nothing for every other letter.
    pub recipient: Option<u32>,
    /// Its language; one in another than English stands beside the English letter, which alone carries what the rules ask.
    pub language: Language,
    /// The day on which it was posted.
    pub posted: Option<NaiveDate>,
    /// The day on which the requester received it, where it is known.
    pub arrived: Option<NaiveDate>,
    /// Whether it waits in the outbox.
    pub queued: bool,
    /// The day on which the mail server took it.
    pub emailed: Option<NaiveDate>,
    /// The day on which it was printed last.
    pub printed: Option<NaiveDate>,
    /// Why it was not printed when that was last tried, as a sentence.
    pub not_printed: Option<String>,
}

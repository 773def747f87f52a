//! The case as the fold of its events.

use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

use super::{Item, Opening, Part, Person};
use crate::law::{AgencyId, Capacity, Channel, Clock, Evidence, IdentityFacts, Kind, Sensitivity, terms};
use crate::letters::LetterKind;

terms! {
    /// Where a case stands: the step that is now at hand.
    State {
        /// Identity or authority is not yet proved.
        Identity = "identity" => "Identity",
        /// The system of records is not yet confirmed.
        System = "system" => "System",
        /// The office has not yet been asked, or has not yet answered.
        Search = "search" => "Search",
        /// Nothing is decided yet.
        Decision = "decision" => "Decision",
        /// The letter is not yet issued.
        Letter = "letter" => "Letter",
        /// The letter has not yet left the office.
        Dispatch = "dispatch" => "Dispatch",
        /// The answer has left the office.
        Answered = "answered" => "Answered",
        /// The case is closed.
        Closed = "closed" => "Closed",
    }
}

/// A case: everything that its events say.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// `USPS-2026-00042`.
    pub number: String,
    /// How many events it has.
    pub version: u32,
    /// Whose request.
    pub agency: AgencyId,
    /// What is asked.
    pub kinds: Vec<Kind>,
    /// Day 0.
    pub received: NaiveDate,
    /// The civil day on which it was taken in.
    pub opened_on: NaiveDate,
    /// How it came.
    pub channel: Channel,
    /// In what capacity.
    pub capacity: Capacity,
    /// How sensitive.
    pub sensitivity: Sensitivity,
    /// Whether staff know the requester.
    pub personally_known: bool,
    /// What else is known that changes what must be proved.
    pub facts: IdentityFacts,
    /// Who asks.
    pub requester: Person,
    /// About whom, where another.
    pub subject: Option<Person>,
    /// The words.
    pub text: String,
    /// What was given so that the record can be found.
    pub particulars: BTreeMap<String, String>,
    /// The proof at hand.
    pub evidence: Vec<EvidenceAtHand>,
    /// The day on which identity was found proved.
    pub identity_verified: Option<NaiveDate>,
    /// The system and office.
    pub routing: Option<RoutedTo>,
    /// The suspense date, once the office was asked.
    pub sent: Option<Sent>,
    /// The office's answer.
    pub search: Option<Search>,
    /// What was decided.
    pub determination: Option<Determination>,
    /// Why the answer takes longer, and until when.
    pub delay: Option<Delay>,
    /// When earlier recipients were told.
    pub recipients_told: Option<NaiveDate>,
    /// The letters issued, oldest first.
    pub letters: Vec<LetterIssued>,
    /// Whether the requester withdrew.
    pub withdrawn: Option<NaiveDate>,
    /// The day of closing.
    pub closed: Option<NaiveDate>,
}

/// Proof at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct EvidenceAtHand {
    /// What it is.
    pub evidence: Evidence,
    /// A note on it.
    pub note: String,
    /// Who recorded it.
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
    /// Who recorded it.
    pub by: String,
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
    /// The day on which it was posted.
    pub posted: Option<NaiveDate>,
    /// Whether it waits in the outbox.
    pub queued: bool,
    /// The day on which the mail server took it.
    pub emailed: Option<NaiveDate>,
}

terms! {
    /// How a clock of a case stands.
    ClockStatus {
        /// It runs, and there is time.
        Running = "running" => "running",
        /// Its day has passed and it was not met.
        Overdue = "overdue" => "overdue",
        /// It was met in time.
        Met = "met" => "met",
        /// It was met late.
        MetLate = "met-late" => "met late",
        /// It is no longer asked.
        Ended = "ended" => "ended",
    }
}

/// A clock of a case.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CaseClock {
    /// The clock and its working.
    #[serde(flatten)]
    pub clock: Clock,
    /// How it stands.
    pub status: ClockStatus,
    /// The day on which it was met.
    pub met_on: Option<NaiveDate>,
    /// Working days from today to `send_by`; negative when it has passed.
    pub working_days_left: i32,
}

/// What the rule asks next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct NextStep {
    /// `record-evidence`, `verify-identity`, `route`, `send-to-office`, `record-search`, `decide`, `write-letter`,
    /// `dispatch-letter`, `close`, `await-requester`.
    pub step: String,
    /// What to do, as a person would say it: `Send the request to the system manager`.
    pub words: String,
    /// Why, in a sentence.
    pub why: String,
    /// By when, where a rule or our own suspense sets a day.
    pub by: Option<NaiveDate>,
    /// The paragraph.
    pub cite: String,
    /// The letter to write, for `write-letter`.
    pub letter: Option<LetterKind>,
}

impl Case {
    /// The case at its opening.
    pub fn begun(opening: &Opening, version: u32, opened_on: NaiveDate) -> Case {
        let opening = opening.clone();
        Case {
            number: opening.number,
            version,
            agency: opening.agency,
            kinds: opening.kinds,
            received: opening.received,
            opened_on,
            channel: opening.channel,
            capacity: opening.capacity,
            sensitivity: opening.sensitivity,
            personally_known: opening.personally_known,
            facts: opening.facts,
            requester: opening.requester,
            subject: opening.subject,
            text: opening.text,
            particulars: opening.particulars,
            evidence: Vec::new(),
            identity_verified: None,
            routing: None,
            sent: None,
            search: None,
            determination: None,
            delay: None,
            recipients_told: None,
            letters: Vec::new(),
            withdrawn: None,
            closed: None,
        }
    }
}

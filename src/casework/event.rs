//! What has happened to a case. The ledger keeps these, in order, for ever; a new field always has a default.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::Outcome;
use crate::law::{AgencyId, Capacity, Channel, Evidence, IdentityFacts, Kind, Sensitivity};
use crate::letters::LetterKind;

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

/// A person as the case keeps them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Person {
    /// The name as the person writes it.
    pub name: String,
    /// The postal address, line by line.
    pub address: Vec<String>,
    /// The e-mail address.
    pub email: Option<String>,
}

/// A record or part, numbered from 1 within its case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Item {
    /// Its number in the case, from 1.
    pub item: u32,
    /// What it is, as a phrase.
    pub what: String,
    /// How many pages a copy has.
    pub pages: u32,
}

/// The decision on one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Part {
    /// The item's number.
    pub item: u32,
    /// What was decided.
    pub outcome: Outcome,
    /// The reason, or what was changed.
    pub words: String,
}

/// A request as it was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// `USPS-2026-00042`.
    pub number: String,
    /// Whose request.
    pub agency: AgencyId,
    /// What is asked.
    pub kinds: Vec<Kind>,
    /// Day 0.
    pub received: NaiveDate,
    /// How it came.
    pub channel: Channel,
    /// In what capacity.
    pub capacity: Capacity,
    /// How sensitive.
    pub sensitivity: Sensitivity,
    /// Whether staff know the requester.
    pub personally_known: bool,
    /// What else was known that changes what must be proved.
    #[serde(default, skip_serializing_if = "IdentityFacts::is_empty")]
    pub facts: IdentityFacts,
    /// Who asks.
    pub requester: Person,
    /// About whom, where another.
    pub subject: Option<Person>,
    /// The words.
    pub text: String,
    /// What was given so that the record can be found.
    pub particulars: BTreeMap<String, String>,
}

/// What happened.
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
    },
    /// Identity and authority were found proved.
    IdentityVerified {
        /// The paragraphs that the finding rests on.
        cites: Vec<String>,
        /// A note.
        note: String,
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
    },
    /// The request was sent to the office.
    SentToOffice {
        /// The suspense date.
        answer_by: NaiveDate,
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
    /// The reason for a delay was recorded.
    DelayRecorded {
        /// The reason.
        reason: String,
        /// The day by which the answer is expected.
        expected: NaiveDate,
    },
    /// Earlier recipients were told.
    RecipientsTold {
        /// The day.
        on: NaiveDate,
        /// Who and how.
        how: String,
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
    },
    /// A letter left the office by post.
    LetterPosted {
        /// The letter's id.
        letter: String,
        /// The day.
        on: NaiveDate,
    },
    /// A letter was put into the outbox for e-mail.
    LetterQueued {
        /// The letter's id.
        letter: String,
    },
    /// The mail server took a letter.
    LetterEmailed {
        /// The letter's id.
        letter: String,
        /// The message's id.
        message_id: String,
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
    /// A note was added.
    NoteAdded {
        /// The note.
        text: String,
    },
}

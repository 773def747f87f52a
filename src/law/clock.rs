//! Time limits: one rule of a rulebook, applied to a start date, with its working day by day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Kind, terms::terms};

terms! {
    /// How a time limit counts its days.
    Unit {
        /// Saturdays, Sundays and legal public holidays are not counted (5 U.S.C. 552a(d)(2)(A)).
        Working = "working" => "working days",
        /// Every day is counted.
        Calendar = "calendar" => "calendar days",
    }
}

terms! {
    /// Whose time limit it is.
    DutyOf {
        /// The agency must act by the date.
        Agency = "agency" => "the agency",
        /// The requester may act until the date.
        Requester = "requester" => "the requester",
    }
}

terms! {
    /// What starts a time limit, and what meets it.
    Trigger {
        /// The request was received.
        Receipt = "receipt" => "receipt of the request",
        /// An acknowledgement left the office.
        AcknowledgementSent = "acknowledgement-sent" => "the acknowledgement",
        /// A notice of delay left the office.
        DelayNoticeSent = "delay-notice-sent" => "the delay notice",
        /// The decision was made.
        Decided = "decided" => "the decision",
        /// The letter with the decision left the office.
        DecisionSent = "decision-sent" => "the letter with the decision",
        /// The date of a letter that denies access.
        DenialDated = "denial-dated" => "the date of the denial",
        /// The requester received a denial of access, or partial materials.
        DenialReceived = "denial-received" => "receipt of the denial",
        /// The date of a letter that refuses an amendment.
        RefusalDated = "refusal-dated" => "the date of the refusal",
        /// A record was amended, or a dispute noted.
        RecordAmended = "record-amended" => "the amendment of the record",
        /// Earlier recipients were told.
        RecipientsTold = "recipients-told" => "telling earlier recipients",
        /// The requester asked for the review of a refusal to amend.
        ReviewRequested = "review-requested" => "the request for review",
        /// The requester appealed against a denial of access.
        AppealReceived = "appeal-received" => "receipt of the appeal",
        /// The reviewing official decided.
        ReviewDecided = "review-decided" => "the decision on review",
    }
}

/// One time limit as a rulebook states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockRule {
    /// The id of the contract: `usps-acknowledge`.
    pub id: String,
    /// What must be done, for people: `Acknowledge the request`.
    pub name: String,
    /// The paragraph: `39 CFR 266.5(a)(2)`.
    pub cite: String,
    /// How many days.
    pub count: u32,
    /// Which days are counted.
    pub unit: Unit,
    /// Whose limit it is.
    pub duty: DutyOf,
    /// What starts it.
    pub starts: Trigger,
    /// What meets it; any one of these is enough.
    pub met_by: Vec<Trigger>,
    /// The kinds of request that it is for.
    pub kinds: Vec<Kind>,
}

/// One day of the working of a clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CountedDay {
    /// The day.
    pub date: NaiveDate,
    /// Its number in the count; nothing where the day is not counted.
    pub counted: Option<u32>,
    /// `working day`, `Saturday`, `Columbus Day`, `Independence Day (observed)`.
    pub why: String,
}

/// A time limit applied to a start date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Clock {
    /// The id of the rule.
    pub clock: String,
    /// What must be done, for people.
    pub name: String,
    /// The paragraph.
    pub cite: String,
    /// Whose limit it is.
    pub duty: DutyOf,
    /// What starts it, in words: `receipt of the request`.
    pub starts: String,
    /// Day 0.
    pub from: NaiveDate,
    /// How many days.
    pub count: u32,
    /// Which days are counted.
    pub unit: Unit,
    /// The due date by observed holidays; for calendar clocks the plain date.
    pub due: NaiveDate,
    /// The due date by the dates of 5 U.S.C. 6103(a) alone.
    pub due_strict: NaiveDate,
    /// The last working day, safe under every reading, on which to act.
    pub send_by: NaiveDate,
    /// Every day from the day after day 0 to the due date.
    pub days: Vec<CountedDay>,
}

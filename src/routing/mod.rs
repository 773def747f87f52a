//! Which system of records a request is about, and which office it goes to, with the sentence of the notice that
//! says so.
//!
//! Pure: the catalogue, the requester's words and the date come in as arguments. A person always confirms.

use chrono::NaiveDate;
use serde::Serialize;

use crate::law::{AgencyId, Kind};

/// What is to be routed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteQuestion<'a> {
    /// Whose systems.
    pub agency: &'a AgencyId,
    /// What is asked.
    pub kind: Kind,
    /// The requester's own words.
    pub text: &'a str,
    /// The names of the particulars that the requester gave (`name`, `address`, `ssn`, `chat_date` …).
    pub particulars_given: &'a [String],
    /// The day of receipt: the revision in force on it is used.
    pub on: NaiveDate,
}

/// The answer: candidates, best first, and where to turn if none fits.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct RouteAnswer {
    /// Systems that may hold the record, best first.
    pub candidates: Vec<Candidate>,
    /// The agency's privacy office with the reason, where no system fits.
    pub fallback: Option<Fallback>,
}

/// A system that may hold the record.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Candidate {
    /// The system's number.
    pub system: String,
    /// Its name.
    pub name: String,
    /// How well the words fit, 0 to 1.
    pub score: f64,
    /// The office that the notice names for this subject matter and kind.
    pub office: String,
    /// Its postal address.
    pub address: String,
    /// The system manager, where the notice names another office to write to.
    pub copy_to: Option<String>,
    /// Why, in the notice's own sentences.
    pub reasons: Vec<Reason>,
    /// What the notice asks that the requester did not give.
    pub particulars_missing: Vec<String>,
    /// The citation of the procedure: notice and regulation.
    pub cite: String,
}

/// One sentence of a notice that speaks for a system or an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Reason {
    /// The section's key.
    pub section: String,
    /// The sentence.
    pub quote: String,
}

/// Where to turn when no system fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Fallback {
    /// The office.
    pub office: String,
    /// Its postal address.
    pub address: String,
    /// Why no system was chosen.
    pub why: String,
}

//! The second look: to whom a refused requester turns, by when, and what the letter must say of it.

use chrono::NaiveDate;
use serde::Serialize;

use super::{AgencyId, Law, LawError, Office, Unit, terms::terms};

terms! {
    /// What was refused.
    AppealSubject {
        /// Notification or access.
        Access = "access" => "a denial of access",
        /// An amendment.
        Amendment = "amendment" => "a refusal to amend",
    }
}

/// The right of appeal or review that a letter of denial or refusal must state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AppealRight {
    /// `appeal` or `review`, as the regulation names it.
    pub name: String,
    /// The official who decides, with the postal address.
    pub to: Office,
    /// Days the requester has; nothing where the rule sets none (20 CFR 401.70(b)).
    pub within: Option<u32>,
    /// How these days count.
    pub unit: Option<Unit>,
    /// From when the days run, in words.
    pub counted_from: Option<String>,
    /// What the letter of appeal should have.
    pub should_have: Vec<String>,
    /// Whether a statement of disagreement may be given instead of an appeal (39 CFR 266.5(d)(2)).
    pub statement_in_lieu: bool,
    /// The paragraphs.
    pub cites: Vec<String>,
}

/// The right of appeal against a denial or refusal dated `dated`.
///
/// # Errors
/// Where the rulebook has no such right in force on that date.
pub fn appeal_right(
    law: &Law,
    agency: &AgencyId,
    of: AppealSubject,
    dated: NaiveDate,
) -> Result<AppealRight, LawError> {
    law.rulebook(agency)?.appeal(of, dated)
}

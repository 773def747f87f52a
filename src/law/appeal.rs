//! The second look: to whom a refused requester turns, by when, and what the letter must say of it.

use serde::Serialize;

use super::{Office, Unit, in_force::entry, terms::terms};

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

entry! {
    /// The right to a second look.
    AppealEntry {
        /// Against what.
        of: Vec<AppealSubject>,
        /// `appeal` or `review`.
        name: String,
        /// The key of the office that decides.
        to: String,
        /// Days that the requester has.
        #[serde(default)]
        within: Option<u32>,
        /// How they count.
        #[serde(default)]
        unit: Option<Unit>,
        /// From when.
        #[serde(default)]
        counted_from: Option<String>,
        /// What the letter of appeal should have.
        should_have: Vec<String>,
        /// Whether a statement of disagreement may stand in its place.
        statement_in_lieu: bool,
        /// Further paragraphs that it rests on.
        #[serde(default)]
        and_cites: Vec<String>,
    }
}

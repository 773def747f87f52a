//! The rulebooks.
use serde::{Deserialize, Serialize};
/// An office with its postal address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Office {
    /// The office or official, as a letter names it.
    pub title: String,
    /// The postal address, line by line.
    pub address: Vec<String>,
}

/// Why the law gives no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LawError {
    /// No rulebook for this agency is loaded.
    #[error("There is no rulebook for “{0}”. Name an agency whose rulebook is loaded.")]
    NoRulebook(String),
    /// The rulebook has no such rule.
    #[error("The rulebook of “{agency}” has no {what}.")]
    NoSuchRule {
        /// The agency.
        agency: String,
        /// What was asked for.
        what: String,
    },
    /// The rulebook knows the rule, but not for that day.
    #[error("{what} is not known for {on}: the rulebook begins later or ends earlier.")]
    NotInForce {
        /// What was asked for.
        what: String,
        /// The day.
        on: chrono::NaiveDate,
    },
    /// A rulebook cannot be read.
    #[error("A rulebook cannot be used: {0}")]
    BadRulebook(String),
}

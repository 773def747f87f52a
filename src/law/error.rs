//! Why the law gives no answer: each a sentence that says what happened and what to do.

use chrono::NaiveDate;

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
        on: NaiveDate,
    },
    /// The count runs past the days that a calendar can name.
    #[error("{0} is too large to be reckoned. Check the number and ask again.")]
    TooLarge(String),
    /// A correction of a rulebook is not laid over it.
    #[error("The correction cannot be taken, and nothing was changed: {0}")]
    Overlay(String),
    /// The facts contradict each other; the text is the whole sentence.
    #[error("{0}")]
    Impossible(String),
    /// A rulebook cannot be read.
    #[error("A rulebook cannot be used: {0}")]
    BadRulebook(String),
}

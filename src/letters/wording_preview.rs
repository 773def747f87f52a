//! What an office's wording would do to letters: each of the sample cases that would read differently, and what it would lack.

use serde::Serialize;

use super::edit::BlockChange;
use super::{Check, ClauseBook, LetterFacts, LetterKind, check, compose};

/// A letter that would read differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ReadsDifferently {
    /// The kind of the letter.
    pub kind: LetterKind,
    /// The agency.
    pub agency: String,
    /// The case that it was tried on.
    pub case_number: String,
    /// What would change, word by word.
    pub changes: Vec<BlockChange>,
    /// The checks that it would fail.
    pub failed: Vec<Check>,
    /// Why it could not even be composed.
    pub refused: Option<String>,
}

/// Every letter of the samples that would read differently with the new book, and the checks that it would fail.
pub fn preview(before: &ClauseBook, after: &ClauseBook, samples: &[LetterFacts]) -> Vec<ReadsDifferently> {
    samples
        .iter()
        .filter_map(|facts| {
            let now = compose(before, facts).ok()?;
            let mut differs = ReadsDifferently {
                kind: facts.kind,
                agency: facts.agency.clone(),
                case_number: facts.case_number.clone(),
                changes: Vec::new(),
                failed: Vec::new(),
                refused: None,
            };
            match compose(after, facts) {
                Err(refusal) => differs.refused = Some(refusal.to_string()),
                Ok(then) => {
                    differs.changes = then.changes_against(&now);
                    differs.failed = check(&then).into_iter().filter(|check| !check.passed).collect();
                }
            }
            (differs.refused.is_some() || !differs.changes.is_empty()).then_some(differs)
        })
        .collect()
}

//! What the letter room says when it cannot do its work.

/// A sentence for a person: what happened, what to do. A letter is only made, never stored here, so nothing is lost.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct LetterError(String);

impl LetterError {
    pub(super) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

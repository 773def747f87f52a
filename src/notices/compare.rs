//! What changed between two revisions, word by word.

use serde::Serialize;

/// A run of words in two texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Run {
    /// Whether the words are in both texts, only in the older, or only in the newer.
    pub side: Side,
    /// The words with the white space between them.
    pub text: String,
}

/// Where a run of words stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// In both.
    Both,
    /// Only in the older.
    Older,
    /// Only in the newer.
    Newer,
}

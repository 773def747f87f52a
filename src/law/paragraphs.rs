//! What a paragraph says, in a sentence: for whoever asks beside a field of a form. No rule is decided by it.

use std::collections::BTreeMap;

use super::LawError;

/// The sentence on each paragraph that the help of the window cites, by its citation. The page is built with the same file.
///
/// # Errors
/// [`LawError::BadRulebook`], which a test of this program rules out.
pub fn paragraphs() -> Result<BTreeMap<String, String>, LawError> {
    serde_json::from_str(include_str!("paragraphs.json"))
        .map_err(|error| LawError::BadRulebook(error.to_string()))
}

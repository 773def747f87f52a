//! Words of a revision as stems, sentence by sentence, for search and routing.

use rust_stemmers::{Algorithm, Stemmer};
use std::collections::HashSet;
use std::sync::OnceLock;

use super::model::SystemText;
use super::sentences::sentences;

/// A sentence of a section with its stems in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentenceWords {
    /// The section's key; `name` for the system's name.
    pub section: String,
    /// The sentence as printed.
    pub text: String,
    /// The stems of its words.
    pub stems: Vec<String>,
    /// What the stems mean to whoever asks, kept after the first time.
    meanings: OnceLock<HashSet<String>>,
}

impl SentenceWords {
    fn of(section: &str, text: &str) -> Self {
        Self {
            section: section.to_owned(),
            text: text.to_owned(),
            stems: stems(text),
            meanings: OnceLock::new(),
        }
    }

    /// What the sentence means, found by `understand` the first time and kept.
    pub fn meanings(&self, understand: impl FnOnce(&[String]) -> HashSet<String>) -> &HashSet<String> {
        self.meanings.get_or_init(|| understand(&self.stems))
    }
}

/// The sections whose words tell what a system is about.
const TELLING: &[&str] = &["categories_of_individuals", "categories_of_records", "retrieval", "purpose"];

/// The telling sentences of a system.
pub(crate) fn telling(system: &SystemText) -> Vec<SentenceWords> {
    let mut words = vec![SentenceWords::of("name", &system.name)];
    for key in TELLING {
        let Some(text) = system.section(key) else { continue };
        words.extend(sentences(text).into_iter().map(|sentence| SentenceWords::of(key, sentence)));
    }
    words
}

/// The stems of the words of a text, in reading order: lower case, without endings, without possessive `'s`.
pub fn stems(text: &str) -> Vec<String> {
    let stemmer = Stemmer::create(Algorithm::English);
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
        .map(|word| word.trim_matches(['\'', '’']))
        .filter(|word| !word.is_empty())
        .map(|word| {
            let lower = word.to_lowercase().replace('’', "'");
            let base = lower.strip_suffix("'s").unwrap_or(&lower);
            stemmer.stem(base).into_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_meet_in_one_stem() {
        assert_eq!(stems("Surveys, surveyed: employee’s"), ["survey", "survey", "employe"]);
    }
}

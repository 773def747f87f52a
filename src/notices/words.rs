//! Words of a revision as stems, sentence by sentence, for search and routing.

use rust_stemmers::{Algorithm, Stemmer};

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
}

/// The sections whose words tell what a system is about.
const TELLING: &[&str] = &[
    "categories_of_individuals",
    "categories_of_records",
    "retrieval",
    "purpose",
];

/// The telling sentences of a system.
pub(crate) fn telling(system: &SystemText) -> Vec<SentenceWords> {
    let mut words = vec![SentenceWords {
        section: "name".into(),
        text: system.name.clone(),
        stems: stems(&system.name),
    }];
    for key in TELLING {
        let Some(text) = system.section(key) else { continue };
        words.extend(sentences(text).into_iter().map(|sentence| SentenceWords {
            section: (*key).to_owned(),
            text: sentence.to_owned(),
            stems: stems(sentence),
        }));
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
        assert_eq!(
            stems("Surveys, surveyed: employee’s"),
            ["survey", "survey", "employe"]
        );
    }
}

//! Words by their meaning in the field: stems, and phrases that mean one thing.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::OnceLock;

use crate::notices::stems;

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct File {
    common: String,
    concepts: BTreeMap<String, Vec<String>>,
    people: BTreeMap<String, Vec<String>>,
    company: BTreeMap<String, Vec<String>>,
    particulars: BTreeMap<String, Vec<String>>,
    elsewhere: BTreeMap<String, Vec<String>>,
    government_wide: Vec<GovernmentWide>,
}

/// A system that every agency holds and one agency rules.
#[derive(Deserialize, Debug, Clone, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct GovernmentWide {
    /// Number and name.
    pub(super) system: String,
    /// The agency that rules it.
    pub(super) owner: String,
    except: Vec<String>,
    words: Vec<String>,
}

/// Phrases by the stem of their first word, each with what it means.
#[derive(Debug, Default)]
pub(super) struct Phrases(HashMap<String, Vec<(Vec<String>, String)>>);

impl Phrases {
    fn of(groups: &BTreeMap<String, Vec<String>>) -> Self {
        let mut phrases: HashMap<String, Vec<(Vec<String>, String)>> = HashMap::new();
        for (meaning, words) in groups {
            for phrase in words {
                let stemmed = stems(phrase);
                if let Some(first) = stemmed.first() {
                    phrases.entry(first.clone()).or_default().push((stemmed, meaning.clone()));
                }
            }
        }
        Self(phrases)
    }

    /// The meanings that a run of stems has.
    pub(super) fn meanings(&self, stems: &[String]) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        for (at, stem) in stems.iter().enumerate() {
            for (phrase, meaning) in self.0.get(stem).into_iter().flatten() {
                if stems.get(at..at + phrase.len()).is_some_and(|run| run == phrase.as_slice()) {
                    found.insert(meaning.as_str());
                }
            }
        }
        found
    }

    /// The meaning of a phrase as a whole.
    fn whole(&self, stems: &[String]) -> Option<&str> {
        let known = self.0.get(stems.first()?)?;
        known.iter().find(|(phrase, _)| phrase.as_slice() == stems).map(|(_, meaning)| meaning.as_str())
    }
}

/// The table of the field.
#[derive(Debug, Default)]
pub(super) struct Field {
    common: HashSet<String>,
    pub(super) concepts: Phrases,
    pub(super) people: Phrases,
    pub(super) company: Phrases,
    pub(super) elsewhere: Phrases,
    shared: Phrases,
    government_wide: Vec<GovernmentWide>,
    particulars: Phrases,
}

/// The table, read once. A test makes sure that it can be read.
pub(super) fn field() -> &'static Field {
    static FIELD: OnceLock<Field> = OnceLock::new();
    FIELD.get_or_init(|| {
        let file: File = toml::from_str(include_str!("synonyms.toml")).unwrap_or_default();
        Field {
            common: file.common.split_whitespace().map(str::to_owned).collect(),
            concepts: Phrases::of(&file.concepts),
            people: Phrases::of(&file.people),
            company: Phrases::of(&file.company),
            elsewhere: Phrases::of(&file.elsewhere),
            shared: Phrases::of(
                &file.government_wide.iter().map(|one| (one.system.clone(), one.words.clone())).collect(),
            ),
            government_wide: file.government_wide,
            particulars: Phrases::of(&file.particulars),
        }
    })
}

/// Words that tell nothing of a request's subject, by their stems.
pub(super) fn is_common(stem: &str) -> bool {
    stem.chars().count() < 2 || field().common.contains(stem)
}

/// The government-wide system that the words are about, if it covers the agency.
pub(super) fn government_wide(stems: &[String], agency: &str) -> Option<&'static GovernmentWide> {
    let named = field().shared.meanings(stems);
    field()
        .government_wide
        .iter()
        .find(|one| named.contains(one.system.as_str()) && !one.except.iter().any(|except| except == agency))
}

/// The key of a particular as a requester gives it or a notice asks it; the folded words where the table has none.
pub(super) fn particular_key(words: &str) -> String {
    let words = words.replace('_', " ");
    let stemmed: Vec<String> = stems(&words)
        .into_iter()
        .filter(|stem| {
            !matches!(stem.as_str(), "the" | "a" | "an" | "your" | "their" | "of" | "individu" | "employe")
        })
        .collect();
    let whole = stems(&words);
    let table = &field().particulars;
    if let Some(key) = table.whole(&whole).or_else(|| table.whole(&stemmed)) {
        return key.to_owned();
    }
    // The longest known phrase within the words.
    let within = table.meanings(&whole);
    let best = within.into_iter().max_by_key(|key| key.len());
    best.map_or_else(|| stemmed.join(" "), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_can_be_read() {
        let file: Result<File, _> = toml::from_str(include_str!("synonyms.toml"));
        assert!(file.is_ok_and(|file| file.concepts.len() > 20));
    }

    #[test]
    fn phrases_meet_by_meaning() {
        let concepts = field().concepts.meanings(&stems("I took part in two focus groups and a survey"));
        assert!(concepts.contains("research"));
        assert!(field().concepts.meanings(&stems("transcripts of my chats")).contains("chat"));
    }

    #[test]
    fn particulars_meet_by_key() {
        for (given, asked) in [
            ("ssn", "Social Security Number"),
            ("name", "full name"),
            ("ein", "Employee Identification Number"),
            ("chat_date", "date of communication"),
        ] {
            assert_eq!(particular_key(given), particular_key(asked), "{given}");
        }
        assert_ne!(particular_key("address"), particular_key("personal email address"));
    }
}

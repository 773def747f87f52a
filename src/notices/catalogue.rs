//! The revisions of systems over time.

use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::correction::{NoticeCorrection, holding};
use super::model::Revision;
use super::naming::number_key;
use super::understand::folded;
use super::words::{SentenceWords, telling};
use super::{NoticeRefusal, built_in};

/// Every known system with its revisions, oldest first. A number is found whatever its dashes and spaces.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    systems: BTreeMap<String, System>,
    /// Earlier numbers, each with the key of the number that took its place.
    aliases: BTreeMap<String, String>,
}

/// One system: its revisions, and the words of each, stemmed when they are first asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct System {
    revisions: Vec<Revision>,
    words: Vec<OnceLock<Vec<SentenceWords>>>,
}

impl Catalogue {
    /// The systems that the program knows without any file, in its own words.
    ///
    /// # Errors
    /// A sentence, where the built-in facts cannot be read; no such program is released.
    pub fn built_in() -> Result<Self, NoticeRefusal> {
        built_in::revisions().map(Self::new)
    }

    /// A catalogue of these revisions.
    pub fn new(revisions: Vec<Revision>) -> Self {
        Self::default().with(revisions)
    }

    /// This catalogue with more revisions. Of two revisions of one number from one day, the one with the published words
    /// stays; of two with published words, both stay, the later added counting as the later.
    pub fn with(mut self, revisions: Vec<Revision>) -> Self {
        for revision in revisions {
            let revision = self.folded(revision);
            let system = self.systems.entry(number_key(&revision.system.number)).or_default();
            let known = &mut system.revisions;
            if known.contains(&revision) {
                continue;
            }
            let same_day = known
                .iter()
                .position(|other| other.effective_from == revision.effective_from && !other.published_words);
            match same_day {
                Some(place) if revision.published_words => {
                    if let Some(other) = known.get_mut(place) {
                        *other = revision;
                    }
                }
                _ if !revision.published_words
                    && known.iter().any(|other| {
                        other.effective_from == revision.effective_from && other.published_words
                    }) => {}
                _ => known.push(revision),
            }
            known.sort_by_key(|revision| revision.effective_from);
            system.words = known.iter().map(|_| OnceLock::new()).collect();
        }
        self
    }

    /// This catalogue with facts put right by hand, each in the revision of its system and day, and in the later ones
    /// that it is carried into ([`Catalogue::corrections_of`]).
    pub fn corrected(mut self, corrections: &[NoticeCorrection]) -> Self {
        let mut by_key: BTreeMap<String, Vec<NoticeCorrection>> = BTreeMap::new();
        for correction in corrections {
            let key = number_key(&correction.number);
            let key = self.aliases.get(&key).cloned().unwrap_or(key);
            by_key.entry(key).or_default().push(correction.clone());
        }
        for (key, corrections) in by_key {
            let Some(system) = self.systems.get_mut(&key) else { continue };
            // All are found before any is applied: they are compared in the text as published.
            let held: Vec<Vec<&NoticeCorrection>> =
                (0..system.revisions.len()).map(|at| holding(&system.revisions, at, &corrections)).collect();
            for (revision, held) in system.revisions.iter_mut().zip(held) {
                for correction in held {
                    correction.corrected.apply(&mut revision.system);
                }
            }
        }
        self
    }

    /// Those of some corrections of a system that hold for its revision in force on a day: the ones that were made in it,
    /// and the ones of an earlier revision that changes in part since have left in force, as the published words of the
    /// corrected fact are still the same.
    pub fn corrections_of<'c>(
        &self,
        number: &str,
        on: NaiveDate,
        corrections: &'c [NoticeCorrection],
    ) -> Vec<&'c NoticeCorrection> {
        let at = self.place(number, on);
        at.map(|at| holding(self.revisions(number), at, corrections)).unwrap_or_default()
    }

    /// A change in part, or a rescission, becomes the whole text that it makes of the revision before it. A system that
    /// gets another number takes its earlier revisions along.
    fn folded(&mut self, mut revision: Revision) -> Revision {
        if let Some(prior) = &revision.system.prior_number {
            let (old, new) = (number_key(prior), number_key(&revision.system.number));
            if let Some(system) = self.systems.remove(&old) {
                let known = self.systems.entry(new.clone()).or_default();
                known.revisions.extend(system.revisions);
                known.revisions.sort_by_key(|revision| revision.effective_from);
                known.words = known.revisions.iter().map(|_| OnceLock::new()).collect();
            }
            self.aliases.insert(old, new);
        }
        if revision.system.amends || revision.system.rescinded {
            let earlier =
                self.revisions(&revision.system.number).iter().rev().find(|earlier| {
                    earlier.effective_from <= revision.effective_from && !earlier.system.amends
                });
            if let Some(earlier) = earlier {
                revision.published_words &= earlier.published_words;
                revision.system = folded(&earlier.system, &revision.system, "");
            }
        }
        revision
    }

    /// The numbers as the newest revision of each prints them, in the order of their keys.
    pub fn numbers(&self) -> impl Iterator<Item = &str> {
        self.newest().map(|revision| revision.system.number.as_str())
    }

    /// The revisions of a system, oldest first; none where the number is unknown.
    pub fn revisions(&self, number: &str) -> &[Revision] {
        let key = number_key(number);
        self.systems
            .get(self.aliases.get(&key).unwrap_or(&key))
            .map_or(&[], |system| system.revisions.as_slice())
    }

    /// The revision in force on a day; the first, where the day is before it.
    pub fn in_force(&self, number: &str, on: NaiveDate) -> Option<&Revision> {
        self.revisions(number).get(self.place(number, on)?)
    }

    /// The systems of an agency as in force on a day, with their telling sentences, stemmed.
    pub fn in_force_with_words(
        &self,
        agency: &str,
        on: NaiveDate,
    ) -> impl Iterator<Item = (&Revision, &[SentenceWords])> {
        let agency = agency.to_owned();
        self.systems.values().filter_map(move |system| {
            let place = place(&system.revisions, on)?;
            let revision = system
                .revisions
                .get(place)
                .filter(|revision| revision.agency == agency && !revision.system.rescinded)?;
            let words = system.words.get(place)?.get_or_init(|| telling(&revision.system));
            Some((revision, words.as_slice()))
        })
    }

    fn place(&self, number: &str, on: NaiveDate) -> Option<usize> {
        place(self.revisions(number), on)
    }

    fn newest(&self) -> impl Iterator<Item = &Revision> {
        self.systems.values().filter_map(|system| system.revisions.last())
    }

    /// The numbers of one agency's systems.
    pub fn agency(&self, agency: &str) -> impl Iterator<Item = &str> {
        let agency = agency.to_owned();
        self.newest()
            .filter(move |revision| revision.agency == agency)
            .map(|revision| revision.system.number.as_str())
    }

    /// The numbers of the systems whose newest revision has every word in its number, name or sections, best first:
    /// a word in the number or the name counts for more than one in a section.
    pub fn find(&self, words: &str) -> Vec<&str> {
        let wanted: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        if wanted.is_empty() {
            return self.numbers().collect();
        }
        let mut found: Vec<(usize, &str)> = self
            .newest()
            .filter_map(|revision| {
                let system = &revision.system;
                let title = format!("{} {}", system.number, system.name).to_lowercase();
                let points: Option<usize> = wanted
                    .iter()
                    .map(|word| {
                        if title.contains(word.as_str()) {
                            return Some(10);
                        }
                        system
                            .sections
                            .iter()
                            .any(|section| contains_folded(&section.text, word))
                            .then_some(1)
                    })
                    .sum();
                points.map(|points| (points, system.number.as_str()))
            })
            .collect();
        found.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
        found.into_iter().map(|(_, number)| number).collect()
    }

    /// Every revision, by number and then by day.
    pub fn all(&self) -> impl Iterator<Item = &Revision> {
        self.systems.values().flat_map(|system| system.revisions.iter())
    }
}

/// Where the revision in force on a day stands among those of one system, oldest first.
fn place(revisions: &[Revision], on: NaiveDate) -> Option<usize> {
    let later = revisions.partition_point(|revision| revision.effective_from <= on);
    (!revisions.is_empty()).then(|| later.saturating_sub(1))
}

/// Whether a text has a word that is given in lower case; letters beyond ASCII must be written alike.
fn contains_folded(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(first) = word.first() else { return true };
    text.windows(word.len()).any(|window| {
        window.first().is_some_and(|byte| byte.eq_ignore_ascii_case(first))
            && window.eq_ignore_ascii_case(word)
    })
}

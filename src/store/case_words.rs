//! The words by which a case is found, and the search in them: numbers and names before other words, open cases before
//! closed ones, the newest first.
//!
//! The place of a case in the index is its id, and `OPEN` more while it is open, so that each engine walks the index in
//! the order of the answer and stops after a page, however many cases have the word.

use sha2::{Digest, Sha256};
use sqlx::{Any, Transaction};

use super::chain::hex;
use super::people::FoldedPerson;
use super::{CaseRowValues, Engine, Store, StoreError, Viewer, postgres, search, sqlite};
use crate::law::AgencyId;

/// What stands on top of the id while the case is open. No desk has so many cases.
pub(super) const OPEN: i64 = 1 << 40;

/// With how many of its first letters a word counts.
const LETTERS: usize = 10;

/// The words of a case.
#[derive(Debug)]
pub(super) struct FoundBy {
    /// Its number, and the names of its people.
    pub title: String,
    /// All of that, the system, the words of the request.
    pub words: String,
    /// What a search is narrowed by without reading the row: the agency, and for whom it is.
    pub marks: String,
    closed: bool,
}

impl FoundBy {
    /// The words of a case as its row has them.
    pub(super) fn of(number: &str, row: &CaseRowValues) -> Self {
        let mut title = cut(number);
        // `42` finds USPS-2026-00042 as well.
        if let Some(count) = number.rsplit('-').next().map(|count| count.trim_start_matches('0')) {
            title.extend(cut(count));
        }
        title.extend(cut(&row.requester));
        for person in &row.people {
            title.extend(cut(&person.name));
        }
        let mut words = title.clone();
        words.extend(cut(row.system.as_deref().unwrap_or_default()));
        words.extend(cut(&row.search_text));
        let mut marks = agency_mark(&row.agency);
        if row.restricted {
            marks = format!("{marks} {RESTRICTED} {}", own_mark(&row.assignee));
        }
        Self { title: once(title), words: once(words), marks, closed: row.closed }
    }

    /// The hash of everything that a case is found by.
    pub(super) fn hash(&self, people: &[FoldedPerson]) -> String {
        let mut digest = Sha256::new();
        for part in [&self.title, &self.words, &self.marks] {
            digest.update(part);
            digest.update([0]);
        }
        digest.update([u8::from(self.closed)]);
        for person in people {
            person.digest(&mut digest);
        }
        hex(&digest.finalize())
    }

    /// The place of the case of this id in the index.
    pub(super) fn place(&self, id: i64) -> i64 {
        if self.closed { id } else { id + OPEN }
    }
}

/// The mark of a case that not everybody may see.
const RESTRICTED: &str = "restricted";

fn agency_mark(agency: &AgencyId) -> String {
    search::words(agency.as_str()).concat()
}

/// The mark of the person who sees a restricted case because it is theirs.
fn own_mark(name: &str) -> String {
    format!("to{}", super::chain::sha256(name.as_bytes()).get(..16).unwrap_or_default())
}

/// The words of a text, each with the letters that count.
fn cut(text: &str) -> Vec<String> {
    search::words(text).into_iter().map(|word| word.chars().take(LETTERS).collect()).collect()
}

/// Whether a word has all letters that count: among the names of older rows it may stand whole.
pub(super) fn uncut(word: &str) -> bool {
    word.chars().count() >= LETTERS
}

/// Each word once: the index keeps no more of it.
fn once(mut words: Vec<String>) -> String {
    words.sort();
    words.dedup();
    words.join(" ")
}

/// What is looked for: every word, the last one also as the beginning of a longer one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    words: Vec<String>,
    /// The last word, of which more may be typed; nothing where all of its letters that count are there.
    beginning: Option<String>,
}

impl Asked {
    /// What a person typed; nothing where it has no word.
    pub(super) fn read(typed: &str) -> Option<Self> {
        let mut words = cut(typed);
        let last = words.pop()?;
        let whole = uncut(&last);
        let (more, beginning) = if whole { (Some(last), None) } else { (None, Some(last)) };
        words.extend(more);
        words.sort_by_key(|word| (std::cmp::Reverse(word.chars().count()), word.clone()));
        words.dedup();
        words.truncate(search::WORDS);
        Some(Self { words, beginning })
    }

    /// Each word, and whether it is only the beginning of one.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, bool)> {
        let whole = self.words.iter().map(|word| (word.as_str(), false));
        whole.chain(self.beginning.as_deref().map(|word| (word, true)))
    }
}

/// A search in the language of the engine.
pub(super) struct CaseMatch {
    /// All words in number and names: those of the index of names.
    pub names: String,
    /// All words anywhere.
    pub all: String,
}

impl Store {
    /// The search for these words, of the cases that the viewer may see, of this agency or of all.
    pub(super) fn case_match(&self, asked: &Asked, viewer: &Viewer, agency: Option<&AgencyId>) -> CaseMatch {
        let own = own_mark(viewer.own());
        let agency = agency.map(agency_mark);
        let narrowed = Narrowed {
            agency: agency.as_deref(),
            hidden: (!viewer.sees_restricted).then_some((RESTRICTED, own.as_str())),
        };
        match self.engine {
            Engine::File { .. } => sqlite::case_match(asked, &narrowed),
            Engine::Office => postgres::case_match(asked, &narrowed),
        }
    }

    /// Puts the words of a case in the place of those that stand of it.
    pub(super) async fn save_case_words(
        &self,
        transaction: &mut Transaction<'_, Any>,
        id: i64,
        found_by: &FoundBy,
    ) -> Result<(), StoreError> {
        self.forget_case_words(transaction, id).await?;
        let (names, words) = match self.engine {
            Engine::File { .. } => (sqlite::SAVE_CASE_NAMES, sqlite::SAVE_CASE_WORDS),
            Engine::Office => (postgres::SAVE_CASE_NAMES, postgres::SAVE_CASE_WORDS),
        };
        let place = found_by.place(id);
        sqlx::query(names).bind(place).bind(&found_by.title).execute(&mut **transaction).await?;
        sqlx::query(words)
            .bind(place)
            .bind(&found_by.words)
            .bind(&found_by.marks)
            .execute(&mut **transaction)
            .await?;
        Ok(())
    }

    /// Takes the words of a case out of the index.
    pub(super) async fn forget_case_words(
        &self,
        transaction: &mut Transaction<'_, Any>,
        id: i64,
    ) -> Result<(), StoreError> {
        let forget = match self.engine {
            Engine::File { .. } => [sqlite::FORGET_CASE_NAMES, sqlite::FORGET_CASE_WORDS],
            Engine::Office => [postgres::FORGET_CASE_NAMES, postgres::FORGET_CASE_WORDS],
        };
        for forget in forget {
            sqlx::query(forget).bind(id).bind(id + OPEN).execute(&mut **transaction).await?;
        }
        Ok(())
    }
}

/// What a search leaves out by the marks of a case.
pub(super) struct Narrowed<'a> {
    /// The mark of the agency that the case must have.
    pub agency: Option<&'a str>,
    /// A case with the first mark and without the second one is not shown.
    pub hidden: Option<(&'a str, &'a str)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(typed: &str) -> Vec<(String, bool)> {
        let asked = Asked::read(typed).expect("words");
        asked.words().map(|(word, more)| (word.to_owned(), more)).collect()
    }

    #[test]
    fn the_last_word_may_go_on_until_all_letters_that_count_are_there() {
        assert_eq!(asked("Hašek zof"), [("hasek".to_owned(), false), ("zof".to_owned(), true)]);
        assert_eq!(asked("Constantinopoulos"), [("constantin".to_owned(), false)]);
        assert_eq!(Asked::read(" -- % "), None);
    }

    #[test]
    fn with_more_words_than_are_looked_at_the_longest_count() {
        let asked = asked("a bb ccc dddd eeeee ffffff ggggggg hhhhhhhh iiiiiiiii zz");
        assert_eq!(asked.first(), Some(&("iiiiiiiii".to_owned(), false)));
        assert_eq!(asked.len(), 9);
    }
}

//! An office's own wording of clauses: versions, approval by a second person, rollback, and a preview of what would change.
//!
//! Pure: the desk keeps the history, this only says what follows. A wording never changes which clauses a letter has or what
//! the checks ask, so a wording that leaves out what the law asks shows as failed checks in the preview.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::edit::BlockChange;
use super::wording::bare;
use super::{Check, ClauseBook, LetterError, LetterFacts, LetterKind, check, compose};

/// Clauses whose words a regulation prescribes; no office words them anew.
const PRESCRIBED: &[&str] = &["notification.minor-medical"];

/// One version of an office's wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct OfficeWording {
    /// Its number, from 1.
    pub version: u32,
    /// The agency whose letters it words.
    pub agency: String,
    /// Who wrote it.
    pub author: String,
    /// Who approved it, and when; nothing while it waits.
    pub approved: Option<Approval>,
    /// The clauses by their ids, with the office's text for each.
    pub clauses: BTreeMap<String, String>,
    /// Lines below the address of the letterhead: a telephone number, the name of a branch.
    #[serde(default)]
    pub letterhead_lines: Vec<String>,
}

/// Who approved a wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Approval {
    /// The name.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
}

/// Every version of an office's wording for an agency, oldest first. Nothing is ever taken out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct WordingHistory {
    /// The versions.
    pub versions: Vec<OfficeWording>,
}

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

impl WordingHistory {
    /// Adds a version that waits for approval; the answer is its number.
    ///
    /// # Errors
    /// When it names a clause that the book does not have for the agency, a clause whose words are prescribed, or a text
    /// that is not well formed.
    pub fn propose(
        &mut self,
        book: &ClauseBook,
        agency: &str,
        author: &str,
        clauses: BTreeMap<String, String>,
        letterhead_lines: Vec<String>,
    ) -> Result<u32, LetterError> {
        let version = self.versions.last().map_or(1, |last| last.version + 1);
        let wording = OfficeWording {
            version,
            agency: agency.to_owned(),
            author: author.to_owned(),
            approved: None,
            clauses,
            letterhead_lines,
        };
        book.worded(&wording)?;
        self.versions.push(wording);
        Ok(version)
    }

    /// Approves a version, from which day on it is in force.
    ///
    /// # Errors
    /// When there is no such version, it is approved already, or its author approves it.
    pub fn approve(&mut self, version: u32, by: &str, on: NaiveDate) -> Result<(), LetterError> {
        let wording = self.find(version)?;
        if wording.approved.is_some() {
            return Err(LetterError::new(format!(
                "Version {version} is approved already. Nothing was changed."
            )));
        }
        if bare(wording.author.trim()) == bare(by.trim()) {
            return Err(LetterError::new(format!(
                "Version {version} was written by {by}. Let somebody else approve it. Nothing was changed."
            )));
        }
        wording.approved = Some(Approval { by: by.to_owned(), on });
        Ok(())
    }

    /// Brings an earlier approved version back as a new one, which waits for approval like any other.
    ///
    /// # Errors
    /// When there is no such version, or it never was approved.
    pub fn roll_back(&mut self, version: u32, author: &str) -> Result<u32, LetterError> {
        let old = self.find(version)?.clone();
        if old.approved.is_none() {
            return Err(LetterError::new(format!(
                "Version {version} was never approved, so it cannot come back. Nothing was changed."
            )));
        }
        let next = self.versions.last().map_or(1, |last| last.version + 1);
        self.versions.push(OfficeWording { version: next, author: author.to_owned(), approved: None, ..old });
        Ok(next)
    }

    /// The wording in force: the newest that is approved.
    pub fn in_force(&self) -> Option<&OfficeWording> {
        self.versions.iter().rev().find(|wording| wording.approved.is_some())
    }

    fn find(&mut self, version: u32) -> Result<&mut OfficeWording, LetterError> {
        self.versions
            .iter_mut()
            .find(|wording| wording.version == version)
            .ok_or_else(|| LetterError::new(format!("There is no version {version} of the wording.")))
    }
}

impl ClauseBook {
    /// The book with an office's wording in the place of the program's.
    ///
    /// # Errors
    /// When the wording names a clause that the agency does not have, one whose words are prescribed, or a text that is not
    /// well formed; the sentence names the clause.
    pub fn worded(&self, wording: &OfficeWording) -> Result<Self, LetterError> {
        let mut clauses = self.clauses().to_vec();
        let mut hash = Sha256::new();
        hash.update(self.version());
        hash.update(&wording.agency);
        for (id, text) in &wording.clauses {
            hash.update(id);
            hash.update([0]);
            hash.update(text);
            if PRESCRIBED.contains(&id.as_str()) {
                return Err(LetterError::new(format!(
                    "The words of the clause “{id}” are prescribed by regulation. Leave it as it is."
                )));
            }
            let here = |agencies: &[String]| agencies.contains(&wording.agency);
            let Some(at) = clauses.iter().position(|clause| clause.id == *id && here(&clause.agencies))
            else {
                return Err(LetterError::new(format!(
                    "There is no clause “{id}” for the agency “{}”. Correct its id.",
                    wording.agency
                )));
            };
            let mut own = clauses[at].clone();
            clauses[at].agencies.retain(|agency| *agency != wording.agency);
            if clauses[at].agencies.is_empty() {
                clauses.remove(at);
            }
            own.agencies = vec![wording.agency.clone()];
            own.text.clone_from(text);
            own.own_words = true;
            clauses.push(own);
        }
        Self::of(clauses, &hash.finalize())
    }
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

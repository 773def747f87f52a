//! An office's own wording of clauses: versions, approval by a second person, rollback.
//!
//! Pure: the desk keeps the history, this only says what follows. A wording never changes which clauses a letter has or what
//! the checks ask, so a wording that leaves out what the law asks shows as failed checks in the preview (`wording_preview`).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::clauses::Clause;
use super::office_pictures::OfficePictures;
use super::wording::bare;
use super::{ClauseBook, Language, LetterError, LetterKind};

/// Clauses whose words a regulation prescribes; no office words them anew.
const PRESCRIBED: &[&str] = &["notification.minor-medical"];
/// How many lines an office may put below its address, and how long each may be.
const MOST_LINES: usize = 4;
const LONGEST_LINE: usize = 60;

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
    pub approved: Option<WordingApproval>,
    /// The clauses by their ids, with the office's text for each.
    pub clauses: BTreeMap<String, String>,
    /// Lines below the address of the letterhead: a telephone number, the name of a branch.
    #[serde(default)]
    pub letterhead_lines: Vec<String>,
    /// The seal of the letterhead, and the signatures of the officials.
    #[serde(default)]
    pub pictures: OfficePictures,
}

/// Who approved a wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct WordingApproval {
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

/// What the ledger has of the office's wording: each of its entries is one of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case", deny_unknown_fields)]
pub enum WordingEvent {
    /// A version was written, and waits for approval.
    WordingProposed {
        /// The agency.
        agency: String,
        /// The version's number.
        version: u32,
        /// The clauses that it words, with the office's text for each.
        clauses: BTreeMap<String, String>,
        /// The lines below the address of the letterhead.
        letterhead_lines: Vec<String>,
        /// The seal and the signatures.
        #[serde(default, skip_serializing_if = "OfficePictures::is_empty")]
        pictures: OfficePictures,
    },
    /// A version was approved, and is in force from then on.
    WordingApproved {
        /// The agency.
        agency: String,
        /// The version's number.
        version: u32,
    },
    /// An official translator approved the words of another language beside one version of the clauses.
    TranslationApproved {
        /// The language.
        language: Language,
        /// The version of the clauses.
        clauses_version: String,
        /// The translator.
        translator: String,
    },
}

/// An official translator's approval of the words of another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ApprovedTranslation {
    /// The language.
    pub language: Language,
    /// The version of the clauses beside which the words were approved: with other clauses the approval lapses.
    pub clauses_version: String,
    /// The translator.
    pub translator: String,
    /// Who recorded it, and when.
    pub recorded: WordingApproval,
}

/// The office's wording for every agency, and the approved translations: what the ledger's entries come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfficeWordings {
    histories: BTreeMap<String, WordingHistory>,
    /// The approvals of translators, oldest first.
    pub translations: Vec<ApprovedTranslation>,
}

impl OfficeWordings {
    /// Takes in what an entry of the ledger says, by whom and on which day.
    pub fn add(&mut self, event: WordingEvent, by: &str, on: NaiveDate) {
        let stamp = || WordingApproval { by: by.to_owned(), on };
        match event {
            WordingEvent::WordingProposed { agency, version, clauses, letterhead_lines, pictures } => {
                let author = by.to_owned();
                let history = self.histories.entry(agency.clone()).or_default();
                history.versions.push(OfficeWording {
                    version,
                    agency,
                    author,
                    approved: None,
                    clauses,
                    letterhead_lines,
                    pictures,
                });
            }
            WordingEvent::WordingApproved { agency, version } => {
                let history = self.histories.entry(agency).or_default();
                if let Some(wording) = history.versions.iter_mut().find(|known| known.version == version) {
                    wording.approved = Some(stamp());
                }
            }
            WordingEvent::TranslationApproved { language, clauses_version, translator } => {
                self.translations.push(ApprovedTranslation {
                    language,
                    clauses_version,
                    translator,
                    recorded: stamp(),
                });
            }
        }
    }

    /// The versions of an agency.
    pub fn of(&self, agency: &str) -> WordingHistory {
        self.histories.get(agency).cloned().unwrap_or_default()
    }

    /// What is in force for each agency that has a wording of its own.
    pub fn in_force(&self) -> impl Iterator<Item = &OfficeWording> {
        self.histories.values().filter_map(WordingHistory::in_force)
    }

    /// The translator who approved the words of a language beside these clauses; nothing where none did.
    pub fn translator(&self, language: Language, clauses_version: &str) -> Option<&str> {
        let same = |known: &&ApprovedTranslation| {
            known.language == language && known.clauses_version == clauses_version
        };
        self.translations.iter().rev().find(same).map(|known| known.translator.as_str())
    }
}

impl WordingHistory {
    /// Adds a version that waits for approval; the answer is its number.
    ///
    /// # Errors
    /// When it names a clause that the book does not have for the agency, a clause whose words are prescribed, a text that
    /// is not well formed, or a signature without its official; or when it changes nothing.
    pub fn propose(
        &mut self,
        book: &ClauseBook,
        agency: &str,
        author: &str,
        clauses: BTreeMap<String, String>,
        letterhead_lines: Vec<String>,
        pictures: OfficePictures,
    ) -> Result<u32, LetterError> {
        let version = self.versions.last().map_or(1, |last| last.version + 1);
        let wording = OfficeWording {
            version,
            agency: agency.to_owned(),
            author: author.to_owned(),
            approved: None,
            clauses,
            letterhead_lines,
            pictures,
        };
        if self.in_force().is_none_or(is_empty) && is_empty(&wording) {
            return Err(LetterError::new(
                "The wording changes nothing. Write the words of a clause anew, or a line for the letterhead.",
            ));
        }
        prove_lines(&wording.letterhead_lines)?;
        wording.pictures.prove()?;
        book.worded(&wording)?;
        self.versions.push(wording);
        Ok(version)
    }

    /// Approves a version, from which day on it is in force.
    ///
    /// # Errors
    /// When there is no such version, it is approved already, its author approves it, or it has a signature of an official
    /// who neither wrote nor approves it.
    pub fn approve(&mut self, version: u32, by: &str, on: NaiveDate) -> Result<(), LetterError> {
        let before = self.in_force().map(|wording| wording.pictures.clone()).unwrap_or_default();
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
        if let Some(official) = wording.pictures.without_consent(&before, &wording.author, by) {
            return Err(LetterError::new(format!(
                "Version {version} has a signature of {official}. Let {official} approve it, or write it, so that nobody's \
                 signature is used without them. Nothing was changed."
            )));
        }
        wording.approved = Some(WordingApproval { by: by.to_owned(), on });
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

fn is_empty(wording: &OfficeWording) -> bool {
    wording.clauses.is_empty() && wording.letterhead_lines.is_empty() && wording.pictures.is_empty()
}

fn prove_lines(lines: &[String]) -> Result<(), LetterError> {
    let bad = |line: &String| {
        line.trim().is_empty() || line.chars().count() > LONGEST_LINE || line.chars().any(char::is_control)
    };
    if lines.len() > MOST_LINES || lines.iter().any(bad) {
        return Err(LetterError::new(format!(
            "The letterhead takes up to {MOST_LINES} lines more, each of at most {LONGEST_LINE} letters and none empty. \
             Nothing was changed."
        )));
    }
    Ok(())
}

/// Every clause of an agency, with the program's words and the office's, for whoever words them anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ClauseText {
    /// Its id.
    pub id: String,
    /// The letters that can have it.
    pub kinds: Vec<LetterKind>,
    /// The condition under which it stands, over the facts of the case; nothing where it always stands.
    pub when: Option<String>,
    /// The paragraphs that prescribe it.
    pub cites: Vec<String>,
    /// The words of the program.
    pub text: String,
    /// The Spanish beside them, where there is any.
    pub spanish: Option<String>,
    /// The words of the office that are in force in their place.
    pub own: Option<String>,
    /// Whether a regulation prescribes the words, so that no office changes them.
    pub prescribed: bool,
}

impl ClauseBook {
    /// Every clause of the agency in the order of the letters, with the office's words beside the program's.
    pub fn texts(&self, agency: &str, own: Option<&OfficeWording>) -> Vec<ClauseText> {
        let here = |clause: &&Clause| clause.agencies.iter().any(|known| known == agency);
        self.clauses()
            .iter()
            .filter(here)
            .map(|clause| ClauseText {
                id: clause.id.clone(),
                kinds: clause.kinds.clone(),
                when: clause.when.clone(),
                cites: clause.cites_for(agency, ""),
                text: clause.text.clone(),
                spanish: self.spanish_text(&clause.id),
                own: own.and_then(|own| own.clauses.get(&clause.id).cloned()),
                prescribed: PRESCRIBED.contains(&clause.id.as_str()),
            })
            .collect()
    }
}

//! The office's own wording of letters: written by one person, approved by another, in force for every letter from then on.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Desk, PicturesGiven, stamp};
use crate::casework::Role;
use crate::error::{Code, Refusal};
use crate::law::AgencyId;
use crate::letters::{
    self, ApprovedTranslation, ClauseBook, ClauseText, Language, LetterFacts, LetterKind, OfficeWording,
    OfficeWordings, ReadsDifferently, WordingEvent, WordingHistory, samples,
};
use crate::store::{Store, WordingMark};

/// A wording as somebody writes it: every clause that the office words itself, its lines of the letterhead, and its pictures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct WordingGiven {
    /// The clauses by their ids, with the office's text for each. A clause that is left out reads as the program has it.
    #[serde(default)]
    pub clauses: BTreeMap<String, String>,
    /// Lines below the address of the letterhead: a telephone number, the name of a branch.
    #[serde(default)]
    pub letterhead_lines: Vec<String>,
    /// The seal and the signatures. What is left out stays as it is in force.
    #[serde(default)]
    pub pictures: PicturesGiven,
}

/// The wording of an agency's letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct WordingView {
    /// The agency.
    pub agency: AgencyId,
    /// Every clause, in the order of the letters.
    pub clauses: Vec<ClauseText>,
    /// The version of the clauses that letters are written with now.
    pub clauses_version: String,
    /// Every version of the office's wording, the newest first.
    pub versions: Vec<OfficeWording>,
    /// The version in force; nothing where letters read as the program has them.
    pub in_force: Option<u32>,
    /// The approvals of official translators, the newest first.
    pub translations: Vec<ApprovedTranslation>,
    /// Why the version in force cannot be used with this program; nothing where it can.
    pub left_out: Option<String>,
}

/// What a wording would do to the letters of the sample cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct WordingPreview {
    /// On how many letters it was tried.
    pub tried: u32,
    /// Those that would read differently.
    pub differs: Vec<ReadsDifferently>,
    /// Whether each of these could be issued.
    pub fits: bool,
    /// What would be other about the seal and the signatures, one sentence each.
    pub pictures: Vec<String>,
}

/// The wordings of the desk, and the clauses with them.
pub(super) struct WordingsInForce {
    mark: WordingMark,
    wordings: OfficeWordings,
    /// The clauses of each agency whose office has a wording in force.
    books: BTreeMap<String, ClauseBook>,
    /// Why the wording of an agency could not be used.
    left_out: BTreeMap<String, String>,
}

impl WordingsInForce {
    /// What the ledger's entries come to. A wording that does not fit the clauses of this program is left out, and said.
    pub(super) async fn of(store: &Store, built_in: &ClauseBook) -> Result<Self, Refusal> {
        let (mark, entries) = store.wording_entries().await?;
        let mut wordings = OfficeWordings::default();
        for entry in entries {
            let event: WordingEvent = serde_json::from_str(&entry.body).map_err(|cause| {
                Refusal::failed(
                    "An entry of the ledger about the wording of letters cannot be read. Restore the newest backup.",
                    &cause,
                )
            })?;
            wordings.add(event, &entry.stamp.by, entry.stamp.on);
        }
        let (mut books, mut left_out) = (BTreeMap::new(), BTreeMap::new());
        for wording in wordings.in_force() {
            match built_in.worded(wording) {
                Ok(book) => drop(books.insert(wording.agency.clone(), book)),
                Err(why) => drop(left_out.insert(wording.agency.clone(), why.to_string())),
            }
        }
        Ok(Self { mark, wordings, books, left_out })
    }

    /// The clauses that letters of the agency are written with.
    pub(super) fn book<'a>(&'a self, agency: &AgencyId, built_in: &'a ClauseBook) -> &'a ClauseBook {
        self.books.get(agency.as_str()).unwrap_or(built_in)
    }

    /// Puts what the office adds to every letter into the facts: its seal, lines of the letterhead, and the translator's name.
    pub(super) fn add_to(&self, facts: &mut LetterFacts, language: Language, clauses_version: &str) {
        facts.letterhead.address.extend(self.letterhead_lines(&facts.agency).iter().cloned());
        facts.pictures.seal = self.in_use(&facts.agency).and_then(|wording| wording.pictures.seal.clone());
        facts.translation_approved_by =
            self.wordings.translator(language, clauses_version).map(str::to_owned);
    }

    /// Puts the signature of whoever signs into the facts of a letter that this member of the staff issues, where the office
    /// has the signature and lets that member use it.
    pub(super) fn sign(&self, facts: &mut LetterFacts, member: &str) {
        facts.pictures.signature = self
            .in_use(&facts.agency)
            .and_then(|wording| wording.pictures.signature_for(&facts.signer, member))
            .cloned();
    }

    /// The lines that the office adds below the address of its letterhead.
    pub(super) fn letterhead_lines(&self, agency: &str) -> &[String] {
        self.in_use(agency).map_or(&[], |wording| wording.letterhead_lines.as_slice())
    }

    /// The wording in force that fits this program.
    fn in_use(&self, agency: &str) -> Option<&OfficeWording> {
        let in_force = self.wordings.in_force().find(|wording| wording.agency == agency);
        in_force.filter(|_| !self.left_out.contains_key(agency))
    }

    /// One sentence for each agency whose wording is left out.
    pub(super) fn left_out_words(&self) -> Vec<String> {
        let words = |(agency, why): (&String, &String)| {
            format!(
                "The office's own wording for {agency} is left out of the letters, which read as the program has them: {why} \
                 Look at it under Rules, Letters, and write it anew."
            )
        };
        self.left_out.iter().map(words).collect()
    }
}

impl Desk {
    /// The wordings of the desk, read again where somebody wrote or approved one since.
    pub(super) async fn wordings_in_force(&self) -> Result<Arc<WordingsInForce>, Refusal> {
        let known = Arc::clone(&*self.room.wordings.read().await);
        if self.room.store.wording_mark().await? == known.mark {
            return Ok(known);
        }
        let fresh = Arc::new(WordingsInForce::of(&self.room.store, &self.room.clauses).await?);
        *self.room.wordings.write().await = Arc::clone(&fresh);
        Ok(fresh)
    }

    /// The clauses of an agency's letters, with the office's wording beside the program's.
    ///
    /// # Errors
    /// Where the desk does not answer for the agency.
    pub async fn wording(&self, agency: &AgencyId) -> Result<WordingView, Refusal> {
        self.answers_for(agency)?;
        let now = self.wordings_in_force().await?;
        let history = now.wordings.of(agency.as_str());
        let in_force = history.in_force();
        Ok(WordingView {
            agency: agency.clone(),
            clauses: self.room.clauses.texts(agency.as_str(), in_force),
            clauses_version: now.book(agency, &self.room.clauses).version().to_owned(),
            in_force: in_force.map(|wording| wording.version),
            versions: history.versions.into_iter().rev().collect(),
            translations: now.wordings.translations.iter().rev().cloned().collect(),
            left_out: now.left_out.get(agency.as_str()).cloned(),
        })
    }

    /// What a wording would do to the letters of the sample cases. Nothing is recorded.
    ///
    /// # Errors
    /// Where it names a clause that the agency does not have, one whose words are prescribed, or a text that is not well
    /// formed.
    pub async fn preview_wording(
        &self,
        agency: &AgencyId,
        given: &WordingGiven,
    ) -> Result<WordingPreview, Refusal> {
        self.answers_for(agency)?;
        let now = self.wordings_in_force().await?;
        let (_, wording) = self.next_wording(&now, agency, given)?;
        self.tried(&now, agency, &wording)
    }

    /// Records a wording, which waits for the approval of another person.
    ///
    /// # Errors
    /// As [`Desk::preview_wording`]; where a letter of the sample cases could not be issued with it; where others wrote or
    /// approved one in the meantime. Nothing is recorded then.
    pub async fn propose_wording(
        &self,
        agency: &AgencyId,
        given: &WordingGiven,
    ) -> Result<WordingView, Refusal> {
        self.answers_for(agency)?;
        let now = self.wordings_in_force().await?;
        let (version, wording) = self.next_wording(&now, agency, given)?;
        self.still_can_be_issued(&now, agency, &wording)?;
        let event = WordingEvent::WordingProposed {
            agency: agency.as_str().to_owned(),
            version,
            clauses: wording.clauses,
            letterhead_lines: wording.letterhead_lines,
            pictures: wording.pictures,
        };
        self.record_wording(&now, &event).await?;
        self.wording(agency).await
    }

    /// A wording as it would be recorded.
    pub(super) async fn wording_as_given(
        &self,
        agency: &AgencyId,
        given: &WordingGiven,
    ) -> Result<OfficeWording, Refusal> {
        self.answers_for(agency)?;
        let now = self.wordings_in_force().await?;
        Ok(self.next_wording(&now, agency, given)?.1)
    }

    /// Brings an earlier version back as a new one, which waits for approval like any other.
    ///
    /// # Errors
    /// Where there is no such version, it was never approved, or it does not fit the letters of this program.
    pub async fn roll_back_wording(&self, agency: &AgencyId, version: u32) -> Result<WordingView, Refusal> {
        self.answers_for(agency)?;
        let now = self.wordings_in_force().await?;
        let mut history = now.wordings.of(agency.as_str());
        history.roll_back(version, &self.member.staff.name)?;
        let Some(wording) = history.versions.pop() else { return self.wording(agency).await };
        self.still_can_be_issued(&now, agency, &wording)?;
        let event = WordingEvent::WordingProposed {
            agency: wording.agency,
            version: wording.version,
            clauses: wording.clauses,
            letterhead_lines: wording.letterhead_lines,
            pictures: wording.pictures,
        };
        self.record_wording(&now, &event).await?;
        self.wording(agency).await
    }

    /// Approves a version: every letter from then on is written with it.
    ///
    /// # Errors
    /// Where whoever works here approves nothing or wrote it, there is no such version, it is approved already, it has a
    /// signature of an official who neither wrote nor approves it, or a letter of the sample cases could not be issued with it.
    pub async fn approve_wording(&self, agency: &AgencyId, version: u32) -> Result<WordingView, Refusal> {
        self.answers_for(agency)?;
        self.approves()?;
        let now = self.wordings_in_force().await?;
        let mut history = now.wordings.of(agency.as_str());
        history.approve(version, &self.member.staff.name, self.clock.today())?;
        let wording = history.versions.into_iter().find(|known| known.version == version);
        if let Some(wording) = &wording {
            self.still_can_be_issued(&now, agency, wording)?;
        }
        let event = WordingEvent::WordingApproved { agency: agency.as_str().to_owned(), version };
        self.record_wording(&now, &event).await?;
        tracing::info!(version, "a wording of letters is in force");
        self.wording(agency).await
    }

    /// Records that an official translator approved the words of another language beside the clauses as they are now. With
    /// other clauses the approval lapses.
    ///
    /// # Errors
    /// Where whoever works here approves nothing, the name is empty, or the language is English.
    pub async fn approve_translation(
        &self,
        agency: &AgencyId,
        language: Language,
        translator: &str,
    ) -> Result<WordingView, Refusal> {
        self.answers_for(agency)?;
        self.approves()?;
        let translator = translator.trim();
        if translator.is_empty()
            || translator.chars().count() > 120
            || translator.chars().any(char::is_control)
        {
            return Err(Refusal::bad_input(
                "translator",
                "Name the official translator who approved the words.",
            ));
        }
        if language == Language::English {
            return Err(Refusal::bad_input(
                "language",
                "English needs no translator. Choose another language.",
            ));
        }
        let now = self.wordings_in_force().await?;
        let event = WordingEvent::TranslationApproved {
            language,
            clauses_version: now.book(agency, &self.room.clauses).version().to_owned(),
            translator: translator.to_owned(),
        };
        self.record_wording(&now, &event).await?;
        self.wording(agency).await
    }

    fn next_wording(
        &self,
        now: &WordingsInForce,
        agency: &AgencyId,
        given: &WordingGiven,
    ) -> Result<(u32, OfficeWording), Refusal> {
        let mut history: WordingHistory = now.wordings.of(agency.as_str());
        let texts = self.room.clauses.texts(agency.as_str(), None);
        let as_the_program = |id: &String, text: &String| {
            texts.iter().any(|known| known.id == *id && known.text.trim() == text.trim())
        };
        let mut clauses = given.clauses.clone();
        clauses.retain(|id, text| !as_the_program(id, text));
        let lines = given.letterhead_lines.iter().map(|line| line.trim().to_owned()).collect();
        let pictures = given.pictures.after(history.in_force().map(|wording| &wording.pictures))?;
        let (book, author) = (&self.room.clauses, &self.member.staff.name);
        let version = history.propose(book, agency.as_str(), author, clauses, lines, pictures)?;
        let wording = history.versions.pop().filter(|newest| newest.version == version);
        wording.map(|wording| (version, wording)).ok_or_else(|| {
            Refusal::new(Code::Failed, "The wording could not be written down. Nothing was changed.")
        })
    }

    fn tried(
        &self,
        now: &WordingsInForce,
        agency: &AgencyId,
        wording: &OfficeWording,
    ) -> Result<WordingPreview, Refusal> {
        let facts: Vec<LetterFacts> = samples::letters_of_the_agencies()
            .into_iter()
            .filter(|(_, of)| *of == agency.as_str())
            .map(|(kind, of)| samples::facts(kind, of))
            .collect();
        let then = self.room.clauses.worded(wording)?;
        let differs = letters::preview(now.book(agency, &self.room.clauses), &then, &facts);
        let fits = differs.iter().all(|letter| letter.refused.is_none() && letter.failed.is_empty());
        let history = now.wordings.of(agency.as_str());
        let before = history.in_force().map(|wording| wording.pictures.clone()).unwrap_or_default();
        let pictures = wording.pictures.changes(&before);
        Ok(WordingPreview { tried: u32::try_from(facts.len()).unwrap_or(u32::MAX), differs, fits, pictures })
    }

    /// Refuses a wording with which a letter of the sample cases could not be issued.
    fn still_can_be_issued(
        &self,
        now: &WordingsInForce,
        agency: &AgencyId,
        wording: &OfficeWording,
    ) -> Result<(), Refusal> {
        let preview = self.tried(now, agency, wording)?;
        let why = preview.differs.iter().find_map(|letter| {
            let failed = letter.failed.first();
            let cite = failed.map(|check| check.cite.clone());
            let words = letter.refused.clone().or_else(|| failed.map(|check| format!("{}.", check.what)))?;
            Some((letter.kind, words, cite))
        });
        let Some((kind, words, cite)) = why else { return Ok(()) };
        let message = format!(
            "With these words the letter “{}” could not be issued: {words} Nothing was recorded.",
            LetterKind::words(kind)
        );
        Err(match cite {
            Some(cite) => Refusal::not_allowed(message, cite),
            None => Refusal::new(Code::NotAllowed, message),
        })
    }

    fn approves(&self) -> Result<(), Refusal> {
        if self.member.actor.is(Role::Approver) {
            return Ok(());
        }
        Err(Refusal::new(
            Code::NotAllowed,
            "Only an approver approves how letters read. Ask one of them; nothing was recorded.",
        ))
    }

    async fn record_wording(&self, now: &WordingsInForce, event: &WordingEvent) -> Result<(), Refusal> {
        let event_type = match event {
            WordingEvent::WordingProposed { .. } => "wording-proposed",
            WordingEvent::WordingApproved { .. } => "wording-approved",
            WordingEvent::TranslationApproved { .. } => "translation-approved",
        };
        let body = serde_json::to_string(event)
            .map_err(|cause| Refusal::failed("The wording could not be written down.", &cause))?;
        let stamp = stamp(&self.member.staff, self.clock);
        Ok(self.room.store.record_wording(event_type, body, &stamp, now.mark).await?)
    }
}

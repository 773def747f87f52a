//! Letters: drafting, checking, issuing, and the bytes of what was issued.

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::cases::{Enclosed, folded};
use super::{CaseView, Desk, LetterDraft};
use crate::casework::{self, Case, FrozenLetter, Ground};
use crate::error::{Code, Refusal};
use crate::letters::{self, BlockEdit, Check, Language, Letter, LetterKind, SetLetter};
use crate::store::{DraftKey, NewLetter, StoredDraft};

/// A letter that is asked for: its kind, the earlier recipient to whom it goes where it goes to one, and its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LetterAsked {
    /// What it is for.
    pub kind: LetterKind,
    /// The recipient's number in the case.
    pub recipient: Option<u32>,
    /// The language.
    pub language: Language,
}

impl LetterAsked {
    fn draft_key(self) -> DraftKey {
        DraftKey { kind: self.kind, recipient: self.recipient, language: self.language.as_str().to_owned() }
    }
}

impl From<LetterKind> for LetterAsked {
    fn from(kind: LetterKind) -> Self {
        Self { kind, recipient: None, language: Language::English }
    }
}

/// Which hand edits a letter is made with.
#[derive(Debug, Clone, Copy)]
enum Edits<'a> {
    /// Those that are kept with the draft.
    Kept,
    /// These.
    Given(&'a [BlockEdit]),
}

/// Whether a letter is looked at or goes out: only then it bears the signature of whoever signs, in the room that a draft has
/// for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Draft,
    Issue,
}

/// A letter as it would be issued now.
struct Written {
    composed: Letter,
    letter: Letter,
    edits: Vec<BlockEdit>,
    set_aside: Vec<BlockEdit>,
    kept: Option<StoredDraft>,
    checks: Vec<Check>,
    set: SetLetter,
}

impl Written {
    fn draft(self, case: &Case, asked: LetterAsked) -> LetterDraft {
        LetterDraft {
            why_not_issue: casework::why_not_issue(case, asked.kind, asked.recipient, asked.language),
            kind: asked.kind,
            language: asked.language,
            changes: self.letter.changes_against(&self.composed),
            title: self.letter.title,
            blocks: self.letter.blocks,
            composed: self.composed.blocks,
            edits: self.edits,
            set_aside: self.set_aside,
            revision: self.kept.as_ref().map_or(0, |kept| kept.revision),
            edited_by: self.kept.map(|kept| kept.by),
            ready: self.checks.iter().all(|check| check.passed),
            checks: self.checks,
            pdf_base64: base64(&self.set.bytes),
            pages: self.set.pages,
        }
    }
}

impl Desk {
    /// The letter as it would be issued now, with what was edited by hand, its checks and its pages. Nothing is recorded.
    ///
    /// # Errors
    /// Where such a letter cannot be written now.
    pub async fn draft_letter(
        &self,
        number: &str,
        asked: impl Into<LetterAsked>,
    ) -> Result<LetterDraft, Refusal> {
        self.draft(number, asked.into(), Edits::Kept).await
    }

    /// The letter as it would be issued with these edits in the place of those that are kept. Nothing is recorded or kept.
    ///
    /// # Errors
    /// Where such a letter cannot be written now.
    pub async fn draft_with(
        &self,
        number: &str,
        asked: impl Into<LetterAsked>,
        edits: &[BlockEdit],
    ) -> Result<LetterDraft, Refusal> {
        self.draft(number, asked.into(), Edits::Given(edits)).await
    }

    async fn draft(
        &self,
        number: &str,
        asked: LetterAsked,
        edits: Edits<'_>,
    ) -> Result<LetterDraft, Refusal> {
        let shelf = self.shelf().await?;
        let case = folded(&self.events(number).await?)?;
        Ok(self.write(&case, asked, edits, &shelf.ground(), Stage::Draft).await?.draft(&case, asked))
    }

    /// Keeps what was edited by hand with the draft, and answers with the letter as it would be issued now.
    /// `revision` is that of the draft that the person saw.
    ///
    /// # Errors
    /// Where such a letter cannot be written now, or somebody else edited it in between. Nothing is kept then.
    pub async fn edit_letter(
        &self,
        number: &str,
        asked: impl Into<LetterAsked>,
        revision: u32,
        edits: &[BlockEdit],
    ) -> Result<LetterDraft, Refusal> {
        let asked = asked.into();
        let shelf = self.shelf().await?;
        let case = folded(&self.events(number).await?)?;
        self.need_to_know(&case)?;
        let mut written =
            self.write(&case, asked, Edits::Given(edits), &shelf.ground(), Stage::Draft).await?;
        let kept: Vec<&BlockEdit> = written.edits.iter().chain(&written.set_aside).collect();
        let text = serde_json::to_string(&kept)
            .map_err(|cause| Refusal::failed("What was edited could not be written down.", &cause))?;
        let by = self.member.staff.name.clone();
        let store = &self.room.store;
        let revision = store.keep_letter_draft(number, &asked.draft_key(), revision, &text, &by).await?;
        written.kept = Some(StoredDraft { revision, edits: text, by });
        Ok(written.draft(&case, asked))
    }

    /// The pages of a draft, for a file.
    ///
    /// # Errors
    /// Where such a letter cannot be written now.
    pub async fn draft_pdf(&self, number: &str, asked: impl Into<LetterAsked>) -> Result<Vec<u8>, Refusal> {
        let shelf = self.shelf().await?;
        let case = folded(&self.events(number).await?)?;
        Ok(self.write(&case, asked.into(), Edits::Kept, &shelf.ground(), Stage::Draft).await?.set.bytes)
    }

    /// Composes a letter with what was edited by hand, checks, freezes and records it in one step.
    ///
    /// # Errors
    /// Where a check fails, such a letter cannot be written now, or others changed the case. Nothing is recorded then.
    pub async fn issue_letter(
        &self,
        number: &str,
        version: Option<u32>,
        asked: impl Into<LetterAsked>,
    ) -> Result<CaseView, Refusal> {
        self.issue(number, version, asked.into(), Edits::Kept).await
    }

    /// The same with these edits in the place of those that are kept with the draft.
    ///
    /// # Errors
    /// As [`Desk::issue_letter`].
    pub async fn issue_edited(
        &self,
        number: &str,
        version: Option<u32>,
        asked: impl Into<LetterAsked>,
        edits: &[BlockEdit],
    ) -> Result<CaseView, Refusal> {
        self.issue(number, version, asked.into(), Edits::Given(edits)).await
    }

    async fn issue(
        &self,
        number: &str,
        version: Option<u32>,
        asked: LetterAsked,
        edits: Edits<'_>,
    ) -> Result<CaseView, Refusal> {
        let kind = asked.kind;
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let before = self.seen(number, version).await?;
        let case = folded(&before)?;
        self.need_to_know(&case)?;
        let written = self.write(&case, asked, edits, &ground, Stage::Issue).await?;
        if let Some(failed) = written.checks.iter().find(|check| !check.passed) {
            return Err(Refusal::not_allowed(
                format!(
                    "The letter was not issued: {}{} Nothing was recorded.",
                    sentence(&failed.what),
                    failed.found.as_deref().map(|found| format!(" Found: {found}.")).unwrap_or_default()
                ),
                failed.cite.clone(),
            ));
        }
        let Written { letter, set, edits, .. } = written;
        let source = serde_json::to_string(&letter)
            .map_err(|cause| Refusal::failed("The letter could not be frozen.", &cause))?;
        let frozen = FrozenLetter {
            letter: Uuid::now_v7().to_string(),
            kind,
            dated: letter.facts.date,
            sha256: sha256(&set.bytes),
            bytes: u32::try_from(set.bytes.len())
                .map_err(|_| Refusal::new(Code::BadInput, "The letter is too large to be kept."))?,
            clauses_version: letter.clauses_version.clone(),
            recipient: asked.recipient,
            language: asked.language,
            edited: edits.into_iter().map(|edit| edit.clause).collect(),
            source_sha256: sha256(source.as_bytes()),
        };
        let events = casework::issue(&case, &frozen, &ground)?;
        let enclosed = Enclosed {
            letter: Some(NewLetter {
                id: frozen.letter,
                kind,
                name: kind.words().to_owned(),
                dated: frozen.dated,
                sha256: frozen.sha256,
                bytes: set.bytes,
                source,
                draft: asked.draft_key(),
            }),
            ..Enclosed::default()
        };
        self.record(number, &before, events, enclosed, &ground).await?;
        self.case(number).await
    }

    /// The pages of an issued letter, set again from what it was made from; nothing where that was kept for none.
    ///
    /// # Errors
    /// Where there is no such letter, or what it was made from cannot be read.
    pub async fn letter_made_again(&self, number: &str, letter: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(source) = self.room.store.letter_source(number, letter).await? else { return Ok(None) };
        let frozen: Letter = serde_json::from_str(&source)
            .map_err(|cause| Refusal::failed("What the letter was made from cannot be read.", &cause))?;
        Ok(Some(self.room.typesetter.pdf(&frozen)?.bytes))
    }

    /// The PDF of an issued letter, proved against the hash in the ledger.
    ///
    /// # Errors
    /// Where there is no such letter, or its bytes are not those that were issued.
    pub async fn letter_pdf(&self, number: &str, letter: &str) -> Result<Vec<u8>, Refusal> {
        let case = folded(&self.events(number).await?)?;
        let issued = case.letter(letter).ok_or_else(no_such_letter)?;
        let stored = self.room.store.letter(number, letter).await?.ok_or_else(no_such_letter)?;
        if sha256(&stored.bytes) != issued.sha256 {
            return Err(Refusal::new(
                Code::DamagedDesk,
                "The stored letter is not the one that was issued: its hash differs from the ledger's. Restore the newest backup.",
            ));
        }
        Ok(stored.bytes)
    }

    /// The name for a file of an issued letter: the case and the kind, never a person.
    ///
    /// # Errors
    /// Where there is no such letter.
    pub async fn letter_file_name(&self, number: &str, letter: &str) -> Result<String, Refusal> {
        let case = folded(&self.events(number).await?)?;
        let issued = case.letter(letter).ok_or_else(no_such_letter)?;
        let language =
            if issued.language.is_english() { String::new() } else { format!("-{}", issued.language) };
        Ok(format!("{number}-{}{language}.pdf", issued.kind))
    }

    async fn write(
        &self,
        case: &Case,
        asked: LetterAsked,
        edits: Edits<'_>,
        ground: &Ground<'_>,
        stage: Stage,
    ) -> Result<Written, Refusal> {
        if let Some(reason) = casework::why_not(case, asked.kind, asked.recipient, asked.language, ground)? {
            return Err(Refusal::new(
                Code::NotAllowed,
                format!("This letter cannot be written now. {reason}"),
            ));
        }
        let wordings = self.wordings_in_force().await?;
        let book = wordings.book(&case.agency, &self.room.clauses);
        let mut facts = self.letter_facts(case, asked, ground)?;
        wordings.add_to(&mut facts, asked.language, book.version());
        if stage == Stage::Issue {
            wordings.sign(&mut facts, &self.member.staff.name);
        }
        let composed = letters::compose_in(book, &facts, asked.language)?;
        let kept = self.room.store.letter_draft(&case.number, &asked.draft_key()).await?;
        let (edits, set_aside) = match edits {
            Edits::Given(edits) => {
                composed.edited(edits)?;
                composed.sorted_edits(&composed.grounded_edits(edits))
            }
            Edits::Kept => composed.sorted_edits(&composed.grounded_edits(&read_edits(kept.as_ref())?)),
        };
        let letter = composed.edited(&edits)?;
        let mut checks = letters::check(&letter);
        checks.extend(letters::check_edits(&edits, &set_aside));
        let set = self.room.typesetter.pdf(&letter)?;
        Ok(Written { composed, letter, edits, set_aside, kept, checks, set })
    }
}

fn read_edits(kept: Option<&StoredDraft>) -> Result<Vec<BlockEdit>, Refusal> {
    let Some(kept) = kept else { return Ok(Vec::new()) };
    serde_json::from_str(&kept.edits).map_err(|cause| {
        Refusal::failed(
            "What was edited by hand in this letter cannot be read. Restore the newest backup.",
            &cause,
        )
    })
}

fn no_such_letter() -> Refusal {
    Refusal::not_found("This case has no such letter.")
}

fn sentence(what: &str) -> String {
    if what.ends_with('.') { what.to_owned() } else { format!("{what}.") }
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

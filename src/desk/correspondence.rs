//! Letters: drafting, checking, issuing, and the bytes of what was issued.

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::cases::{Enclosed, folded};
use super::{CaseView, Desk, LetterDraft};
use crate::casework::{self, Case, FrozenLetter, Ground};
use crate::error::{Code, Refusal};
use crate::letters::{self, Check, Letter, LetterKind, SetLetter};
use crate::store::NewLetter;

/// A letter that is asked for: its kind, and the earlier recipient to whom it goes where it goes to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LetterAsked {
    /// What it is for.
    pub kind: LetterKind,
    /// The recipient's number in the case.
    pub recipient: Option<u32>,
}

impl From<LetterKind> for LetterAsked {
    fn from(kind: LetterKind) -> Self {
        Self { kind, recipient: None }
    }
}

impl Desk {
    /// The letter as it would be issued now, with its checks and its pages. Nothing is recorded.
    ///
    /// # Errors
    /// Where such a letter cannot be written now.
    pub async fn draft_letter(
        &self,
        number: &str,
        asked: impl Into<LetterAsked>,
    ) -> Result<LetterDraft, Refusal> {
        let asked = asked.into();
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let case = folded(&self.events(number).await?)?;
        let (letter, checks, set) = self.write(&case, asked, &ground)?;
        Ok(LetterDraft {
            why_not_issue: casework::why_not_issue(&case, asked.kind),
            kind: asked.kind,
            title: letter.title,
            blocks: letter.blocks,
            ready: checks.iter().all(|check| check.passed),
            checks,
            pdf_base64: base64(&set.bytes),
            pages: set.pages,
        })
    }

    /// The pages of a draft, for a file.
    ///
    /// # Errors
    /// Where such a letter cannot be written now.
    pub async fn draft_pdf(&self, number: &str, asked: impl Into<LetterAsked>) -> Result<Vec<u8>, Refusal> {
        let asked = asked.into();
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let case = folded(&self.events(number).await?)?;
        Ok(self.write(&case, asked, &ground)?.2.bytes)
    }

    /// Composes, checks, freezes and records a letter in one step.
    ///
    /// # Errors
    /// Where a check fails, such a letter cannot be written now, or others changed the case. Nothing is recorded then.
    pub async fn issue_letter(
        &self,
        number: &str,
        version: Option<u32>,
        asked: impl Into<LetterAsked>,
    ) -> Result<CaseView, Refusal> {
        let asked = asked.into();
        let kind = asked.kind;
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let before = self.seen(number, version).await?;
        let case = folded(&before)?;
        self.need_to_know(&case)?;
        let (letter, checks, set) = self.write(&case, asked, &ground)?;
        if let Some(failed) = checks.iter().find(|check| !check.passed) {
            return Err(Refusal::not_allowed(
                format!(
                    "The letter was not issued: {}{} Nothing was recorded.",
                    sentence(&failed.what),
                    failed.found.as_deref().map(|found| format!(" Found: {found}.")).unwrap_or_default()
                ),
                failed.cite.clone(),
            ));
        }
        let frozen = FrozenLetter {
            letter: Uuid::now_v7().to_string(),
            kind,
            dated: letter.facts.date,
            sha256: sha256(&set.bytes),
            bytes: u32::try_from(set.bytes.len())
                .map_err(|_| Refusal::new(Code::BadInput, "The letter is too large to be kept."))?,
            clauses_version: letter.clauses_version.clone(),
            recipient: asked.recipient,
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
            }),
            ..Enclosed::default()
        };
        self.record(number, &before, events, enclosed, &ground).await?;
        self.case(number).await
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
        Ok(format!("{number}-{}.pdf", issued.kind))
    }

    fn write(
        &self,
        case: &Case,
        asked: LetterAsked,
        ground: &Ground<'_>,
    ) -> Result<(Letter, Vec<Check>, SetLetter), Refusal> {
        if let Some(reason) = casework::why_not(case, asked.kind, asked.recipient, ground)? {
            return Err(Refusal::new(
                Code::NotAllowed,
                format!("This letter cannot be written now. {reason}"),
            ));
        }
        let facts = self.letter_facts(case, asked, ground)?;
        let letter = letters::compose(&self.room.clauses, &facts)?;
        let checks = letters::check(&letter);
        let set = self.room.typesetter.pdf(&letter)?;
        Ok((letter, checks, set))
    }
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

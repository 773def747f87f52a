//! Whether a paper is a letter of this desk, and which.

use chrono::NaiveDate;
use serde::Serialize;

use super::Desk;
use crate::casework::Event;
use crate::error::Refusal;
use crate::letters::{self, LetterKind};

/// A paper that the desk issued, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KnownLetter {
    /// The case.
    pub number: String,
    /// The letter's id.
    pub letter: String,
    /// What it is for.
    pub kind: LetterKind,
    /// `Acknowledgement`.
    pub name: String,
    /// The date on it.
    pub dated: NaiveDate,
    /// SHA-256 of its bytes, as the ledger has it.
    pub sha256: String,
    /// The version of the clauses that it was composed from.
    pub clauses_version: String,
    /// The clauses whose paragraphs were edited by hand.
    pub edited: Vec<String>,
    /// Whether the frozen words are those of the day of issue, by their hash in the ledger; nothing where they were not kept.
    pub frozen_as_issued: Option<bool>,
    /// Whether the letter, made again from its frozen words, has the same bytes; nothing where those were not kept or are not
    /// those of the day of issue.
    pub made_again: Option<bool>,
}

impl Desk {
    /// Which letter of the desk a paper is, byte for byte, proved against the ledger.
    ///
    /// # Errors
    /// Where no letter that was issued here has these bytes; the sentence says which case the paper names, if it names one.
    pub async fn known_letter(&self, paper: &[u8]) -> Result<KnownLetter, Refusal> {
        let sha256 = letters::verify(paper);
        let Some((number, id)) = self.room.store.letter_by_hash(&sha256).await? else {
            return Err(Refusal::not_found(stranger(paper)));
        };
        for recorded in self.events(&number).await? {
            if let Event::LetterIssued {
                letter,
                kind,
                dated,
                sha256: issued,
                clauses_version,
                edited,
                source_sha256,
                ..
            } = recorded.event
                && letter == id
                && issued == sha256
            {
                let name = kind.words().to_owned();
                let source = self.room.store.letter_source(&number, &letter).await?;
                let frozen_as_issued =
                    source.map(|source| Some(letters::verify(source.as_bytes())) == source_sha256);
                let again = match frozen_as_issued {
                    Some(true) => self.letter_made_again(&number, &letter).await?,
                    Some(false) | None => None,
                };
                let made_again = again.map(|bytes| letters::verify(&bytes) == sha256);
                return Ok(KnownLetter {
                    number,
                    letter,
                    kind,
                    name,
                    dated,
                    sha256,
                    clauses_version,
                    edited,
                    frozen_as_issued,
                    made_again,
                });
            }
        }
        Err(Refusal::not_found(stranger(paper)))
    }
}

fn stranger(paper: &[u8]) -> String {
    match letters::named_case(paper) {
        Some(number) => format!(
            "This paper names the case {number}, and no letter issued here has these bytes. It was changed, or it is a draft."
        ),
        None => "No letter issued here has these bytes. It is another paper, or a changed one.".to_owned(),
    }
}

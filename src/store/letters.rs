//! Letters as issued: the bytes of the page, frozen with their hash.

use chrono::NaiveDate;
use sqlx::{Any, Row, Transaction};

use super::chain::sha256;
use super::{Store, StoreError};
use crate::letters::LetterKind;

/// A letter that is being issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLetter {
    /// Its id.
    pub id: String,
    /// What it is for.
    pub kind: LetterKind,
    /// `Acknowledgement`.
    pub name: String,
    /// The date on it.
    pub dated: NaiveDate,
    /// SHA-256 of the PDF, in hexadecimal; checked before it is kept.
    pub sha256: String,
    /// The PDF.
    pub bytes: Vec<u8>,
}

/// A letter as issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredLetter {
    /// Its id.
    pub id: String,
    /// The case.
    pub case_number: String,
    /// What it is for.
    pub kind: LetterKind,
    /// `Acknowledgement`.
    pub name: String,
    /// The date on it.
    pub dated: NaiveDate,
    /// SHA-256 of the PDF, in hexadecimal.
    pub sha256: String,
    /// The PDF, the same bytes as on the day of issue.
    pub bytes: Vec<u8>,
}

impl NewLetter {
    pub(super) async fn add(
        &self,
        transaction: &mut Transaction<'static, Any>,
        case_number: &str,
    ) -> Result<(), StoreError> {
        if sha256(&self.bytes) != self.sha256 {
            return Err(StoreError::LetterMismatch { number: case_number.to_owned() });
        }
        sqlx::query(include_str!("sql/add_letter.sql"))
            .bind(&self.id)
            .bind(case_number)
            .bind(self.kind.as_str())
            .bind(&self.name)
            .bind(self.dated.to_string())
            .bind(&self.sha256)
            .bind(i64::try_from(self.bytes.len()).unwrap_or(i64::MAX))
            .bind(self.bytes.as_slice())
            .execute(&mut **transaction)
            .await?;
        Ok(())
    }
}

impl Store {
    /// A letter of a case; nothing where there is none of that id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where the bytes are not those that were issued, [`StoreError::Disposed`] where they
    /// are gone by the records schedule.
    pub async fn letter(
        &self,
        case_number: &str,
        letter_id: &str,
    ) -> Result<Option<StoredLetter>, StoreError> {
        let row = sqlx::query(include_str!("sql/letter.sql"))
            .bind(case_number)
            .bind(letter_id)
            .fetch_optional(&self.pool)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let unreadable =
            || StoreError::unreadable(format!("a letter of {case_number} is not as it was issued"));
        let kind: String = row.try_get("kind")?;
        let dated: String = row.try_get("dated")?;
        let sha256_issued: String = row.try_get("sha256")?;
        let bytes: Option<Vec<u8>> = row.try_get("bytes")?;
        let bytes = bytes.ok_or_else(|| StoreError::Disposed { number: case_number.to_owned() })?;
        if sha256(&bytes) != sha256_issued {
            return Err(unreadable());
        }
        Ok(Some(StoredLetter {
            id: row.try_get("id")?,
            case_number: row.try_get("case_number")?,
            kind: kind.parse().map_err(|_| unreadable())?,
            name: row.try_get("name")?,
            dated: dated.parse().map_err(|_| unreadable())?,
            sha256: sha256_issued,
            bytes,
        }))
    }

    /// The id and the case of each letter of the newest 20,000 that bears this date or a later one and was neither printed,
    /// posted nor e-mailed, in the order of their issue.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn letters_unprinted(&self, since: NaiveDate) -> Result<Vec<(String, String)>, StoreError> {
        let rows = sqlx::query(include_str!("sql/letters_unprinted.sql"))
            .bind(since.to_string())
            .fetch_all(&self.pool)
            .await?;
        rows.iter().map(|row| Ok((row.try_get("id")?, row.try_get("case_number")?))).collect()
    }

    /// The case and the id of the letter that has this hash; nothing where no letter of the desk has it.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn letter_by_hash(&self, sha256: &str) -> Result<Option<(String, String)>, StoreError> {
        let row = sqlx::query(include_str!("sql/letter_by_hash.sql"))
            .bind(sha256)
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| Ok((row.try_get("case_number")?, row.try_get("id")?))).transpose()
    }
}

//! Letters as issued: the bytes of the page, frozen with their hash.

use chrono::NaiveDate;
use sqlx::{Any, Row, Transaction};

use super::chain::sha256;
use super::{Store, StoreError, rows};
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
    /// What it was made from, by which the same bytes can be made again.
    pub source: String,
    /// The draft that it ends.
    pub draft: DraftKey,
}

/// Which draft of a case: one for each letter that the case can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftKey {
    /// What the letter is for.
    pub kind: LetterKind,
    /// The earlier recipient to whom it goes.
    pub recipient: Option<u32>,
    /// The language, by its tag.
    pub language: String,
}

/// What was edited by hand in a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDraft {
    /// How often it was kept: the next one to keep it names this number.
    pub revision: u32,
    /// The edits, as the desk writes them.
    pub edits: String,
    /// Who kept it last.
    pub by: String,
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
        transaction: &mut Transaction<'_, Any>,
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
        sqlx::query(include_str!("sql/add_letter_source.sql"))
            .bind(&self.id)
            .bind(&self.source)
            .execute(&mut **transaction)
            .await?;
        sqlx::query(include_str!("sql/end_letter_draft.sql"))
            .bind(case_number)
            .bind(self.draft.kind.as_str())
            .bind(i64::from(self.draft.recipient.unwrap_or_default()))
            .bind(&self.draft.language)
            .execute(&mut **transaction)
            .await?;
        Ok(())
    }
}

impl Store {
    /// What was edited by hand in a draft; nothing where nobody edited it.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn letter_draft(
        &self,
        case_number: &str,
        draft: &DraftKey,
    ) -> Result<Option<StoredDraft>, StoreError> {
        let row = sqlx::query(include_str!("sql/letter_draft.sql"))
            .bind(case_number)
            .bind(draft.kind.as_str())
            .bind(i64::from(draft.recipient.unwrap_or_default()))
            .bind(&draft.language)
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| {
            Ok(StoredDraft {
                revision: rows::version(row.try_get("revision")?)?,
                edits: row.try_get("edits")?,
                by: row.try_get("by_name")?,
            })
        })
        .transpose()
    }

    /// Keeps what was edited by hand in a draft; the answer is its new revision.
    ///
    /// # Errors
    /// [`StoreError::DraftChanged`] where somebody kept it after the revision that was seen (0: there was none).
    pub async fn keep_letter_draft(
        &self,
        case_number: &str,
        draft: &DraftKey,
        seen: u32,
        edits: &str,
        by: &str,
    ) -> Result<u32, StoreError> {
        let mut writer = self.writer().await?;
        let mut transaction = writer.begin().await?;
        let done = sqlx::query(include_str!("sql/keep_letter_draft.sql"))
            .bind(case_number)
            .bind(draft.kind.as_str())
            .bind(i64::from(draft.recipient.unwrap_or_default()))
            .bind(&draft.language)
            .bind(edits)
            .bind(by)
            .bind(i64::from(seen))
            .execute(&mut *transaction)
            .await?;
        if done.rows_affected() != 1 {
            drop(transaction);
            drop(writer);
            let by = self.letter_draft(case_number, draft).await?.map(|draft| draft.by).unwrap_or_default();
            return Err(StoreError::DraftChanged { by });
        }
        transaction.commit().await?;
        drop(writer);
        // Where the draft that was seen is gone, this one begins anew with the first revision.
        Ok(self.letter_draft(case_number, draft).await?.map_or(seen + 1, |draft| draft.revision))
    }

    /// What an issued letter was made from; nothing where there is no such letter, or it was kept for none.
    ///
    /// # Errors
    /// [`StoreError::Disposed`] where it is gone by the records schedule.
    pub async fn letter_source(
        &self,
        case_number: &str,
        letter_id: &str,
    ) -> Result<Option<String>, StoreError> {
        let row = sqlx::query(include_str!("sql/letter_source.sql"))
            .bind(case_number)
            .bind(letter_id)
            .fetch_optional(&self.pool)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let body: Option<String> = row.try_get("body")?;
        body.map(Some).ok_or_else(|| StoreError::Disposed { number: case_number.to_owned() })
    }

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

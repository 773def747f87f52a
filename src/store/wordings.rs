//! The entries of the ledger about the office's own wording of letters. What they say is not known here.

use sqlx::Row;

use super::append::read_stamp;
use super::desk_entries::write_desk_entry;
use super::{Stamp, Store, StoreError};

/// An entry about the office's wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordingEntry {
    /// Who recorded it, and when.
    pub stamp: Stamp,
    /// What it says, in JSON.
    pub body: String,
}

/// The newest entry about the wording: another one means that the letters read differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WordingMark(i64);

impl Store {
    /// The newest entry about the wording.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn wording_mark(&self) -> Result<WordingMark, StoreError> {
        let row = sqlx::query(include_str!("sql/wording_mark.sql")).fetch_one(&self.pool).await?;
        Ok(WordingMark(row.try_get("newest")?))
    }

    /// Every entry about the wording, oldest first, and the newest one.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where one cannot be read back.
    pub async fn wording_entries(&self) -> Result<(WordingMark, Vec<WordingEntry>), StoreError> {
        let rows = sqlx::query(include_str!("sql/wording_entries.sql")).fetch_all(&self.pool).await?;
        let mut mark = WordingMark::default();
        let mut entries = Vec::new();
        for row in &rows {
            mark = WordingMark(row.try_get("seq")?);
            let body: Option<String> = row.try_get("body")?;
            let body = body.ok_or_else(|| StoreError::unreadable("a wording of letters cannot be read"))?;
            entries.push(WordingEntry { stamp: read_stamp(row, "")?, body });
        }
        Ok((mark, entries))
    }

    /// Records an entry about the wording, whose body names its type as `event`.
    ///
    /// # Errors
    /// [`StoreError::WordingChanged`] where others recorded one after `seen`. Nothing is recorded then.
    pub async fn record_wording(
        &self,
        event_type: &str,
        body: String,
        stamp: &Stamp,
        seen: WordingMark,
    ) -> Result<(), StoreError> {
        let mut writer = self.writer().await?;
        let (mut transaction, mut head) = writer.begin_entry().await?;
        let row = sqlx::query(include_str!("sql/wording_mark.sql")).fetch_one(&mut *transaction).await?;
        if WordingMark(row.try_get("newest")?) != seen {
            return Err(StoreError::WordingChanged);
        }
        write_desk_entry(&mut transaction, &mut head, stamp, event_type, body).await?;
        transaction.commit().await?;
        Ok(())
    }
}

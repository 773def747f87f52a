//! The office's corrections to the rulebooks: taken, withdrawn, and compared with what the ledger says of them.
//!
//! What a correction means is not known here: it is a text, with the reason for which somebody took it.

use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};

use super::append::read_stamp;
use super::chain::{Head, sha256};
use super::desk_entries::{self, write_desk_entry};
use super::writer::Writer;
use super::{CaseRowValues, Stamp, Store, StoreError, rows};

/// The entry of the ledger about a correction that is taken.
const TAKEN: &str = "override-taken";
/// The entry of the ledger about one that is withdrawn.
const WITHDRAWN: &str = "override-withdrawn";

/// How the rows of this table stand in the ledger.
pub(super) const KIND: desk_entries::Kind = desk_entries::Kind {
    made: TAKEN,
    undone: WITHDRAWN,
    words: "A correction to the rulebooks",
    page: include_str!("sql/override_pages.sql"),
    bodies: |row| {
        let id = rows::version(row.try_get("id")?)?;
        let (text, reason): (String, String) = (row.try_get("body")?, row.try_get("reason")?);
        let why: Option<String> = row.try_get("withdrawn_reason")?;
        Ok((taken_body(id, &text, &reason), withdrawn_body(id, &why.unwrap_or_default())))
    },
};

/// A correction of the office, as it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredOverride {
    /// Its number, from 1, in the order in which they were taken.
    pub id: u32,
    /// The overlay, in TOML.
    pub text: String,
    /// Why it was taken.
    pub reason: String,
    /// Who took it, and when.
    pub taken: Stamp,
    /// Who withdrew it, when and why; nothing while it holds.
    pub withdrawn: Option<(Stamp, String)>,
    /// Whether text and reasons are those that the ledger has the hash of.
    pub as_written: bool,
}

/// How many corrections were taken and how many withdrawn: another number of either means that the law has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OverridesMark {
    /// How many were taken.
    pub taken: u32,
    /// How many of these were withdrawn.
    pub withdrawn: u32,
}

/// What the worklist shows of a case once the law has changed: the case's own events stay as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefreshedRow {
    /// The case.
    pub number: String,
    /// The version from which the values were worked out; a case that has gone on since keeps its row.
    pub version: u32,
    /// The values.
    pub values: CaseRowValues,
}

impl Store {
    /// How many corrections were taken and withdrawn.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn overrides_mark(&self) -> Result<OverridesMark, StoreError> {
        let row = sqlx::query(include_str!("sql/overrides_mark.sql")).fetch_one(&self.pool).await?;
        mark(&row)
    }

    /// Every correction that was ever taken, in that order.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where one cannot be read back.
    pub async fn overrides(&self) -> Result<Vec<StoredOverride>, StoreError> {
        let rows = sqlx::query(include_str!("sql/overrides.sql")).fetch_all(&self.pool).await?;
        rows.iter().map(read).collect()
    }

    /// Takes a correction, with the rows of the worklist that it changes. The answer is its number.
    ///
    /// # Errors
    /// [`StoreError::OverridesChanged`] where others took or withdrew one after `seen`.
    pub async fn take_override(
        &self,
        text: &str,
        reason: &str,
        stamp: &Stamp,
        seen: OverridesMark,
        changed: &[RefreshedRow],
    ) -> Result<u32, StoreError> {
        let mut writer = self.writer().await?;
        let (mut transaction, mut head) = begin_overriding(&mut writer, seen).await?;
        let id = seen.taken + 1;
        write_desk_entry(&mut transaction, &mut head, stamp, TAKEN, taken_body(id, text, reason)).await?;
        sqlx::query(include_str!("sql/add_override.sql"))
            .bind(i64::from(id))
            .bind(head.seq)
            .bind(text)
            .bind(reason)
            .execute(&mut *transaction)
            .await?;
        finish(transaction, changed).await?;
        Ok(id)
    }

    /// Withdraws a correction, with the rows of the worklist that this changes.
    ///
    /// # Errors
    /// [`StoreError::OverridesChanged`] where others took or withdrew one after `seen`, or this one does not hold.
    pub async fn withdraw_override(
        &self,
        id: u32,
        reason: &str,
        stamp: &Stamp,
        seen: OverridesMark,
        changed: &[RefreshedRow],
    ) -> Result<(), StoreError> {
        let mut writer = self.writer().await?;
        let (mut transaction, mut head) = begin_overriding(&mut writer, seen).await?;
        write_desk_entry(&mut transaction, &mut head, stamp, WITHDRAWN, withdrawn_body(id, reason)).await?;
        let done = sqlx::query(include_str!("sql/withdraw_override.sql"))
            .bind(i64::from(id))
            .bind(head.seq)
            .bind(reason)
            .execute(&mut *transaction)
            .await?;
        if done.rows_affected() != 1 {
            return Err(StoreError::OverridesChanged);
        }
        finish(transaction, changed).await
    }
}

async fn begin_overriding<'a>(
    writer: &'a mut Writer<'_>,
    seen: OverridesMark,
) -> Result<(Transaction<'a, Any>, Head), StoreError> {
    let (mut transaction, head) = writer.begin_entry().await?;
    let row = sqlx::query(include_str!("sql/overrides_mark.sql")).fetch_one(&mut *transaction).await?;
    if mark(&row)? != seen {
        return Err(StoreError::OverridesChanged);
    }
    Ok((transaction, head))
}

async fn finish(mut transaction: Transaction<'_, Any>, changed: &[RefreshedRow]) -> Result<(), StoreError> {
    for row in changed {
        rows::refresh(&mut transaction, row).await?;
    }
    transaction.commit().await?;
    Ok(())
}

fn taken_body(id: u32, text: &str, reason: &str) -> String {
    serde_json::json!({ "event": TAKEN, "id": id, "text": text, "reason": reason }).to_string()
}

fn withdrawn_body(id: u32, reason: &str) -> String {
    serde_json::json!({ "event": WITHDRAWN, "id": id, "reason": reason }).to_string()
}

fn mark(row: &AnyRow) -> Result<OverridesMark, StoreError> {
    Ok(OverridesMark {
        taken: rows::version(row.try_get("taken")?)?,
        withdrawn: rows::version(row.try_get("withdrawn")?)?,
    })
}

fn read(row: &AnyRow) -> Result<StoredOverride, StoreError> {
    let id = rows::version(row.try_get("id")?)?;
    let unreadable = || StoreError::unreadable(format!("the correction {id} cannot be read"));
    let (text, reason): (String, String) = (row.try_get("body")?, row.try_get("reason")?);
    let column = |name: &str| -> Result<String, StoreError> {
        row.try_get::<Option<String>, _>(name)?.ok_or_else(unreadable)
    };
    let is = |prefix: &str, event_type: &str, body: &str| -> Result<bool, StoreError> {
        Ok(column(&format!("{prefix}event_type"))? == event_type
            && column(&format!("{prefix}body_sha256"))? == sha256(body.as_bytes()))
    };
    let mut as_written = is("", TAKEN, &taken_body(id, &text, &reason))?;
    let withdrawn = match row.try_get::<Option<String>, _>("withdrawn_reason")? {
        None => None,
        Some(why) => {
            as_written &= is("w_", WITHDRAWN, &withdrawn_body(id, &why))?;
            Some((read_stamp(row, "w_")?, why))
        }
    };
    Ok(StoredOverride { id, taken: read_stamp(row, "")?, text, reason, withdrawn, as_written })
}

//! The office's corrections to the rulebooks: taken, withdrawn, and compared with what the ledger says of them.
//!
//! What a correction means is not known here: it is a text, with the reason for which somebody took it.

use std::collections::HashMap;

use chrono::DateTime;
use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};

use super::append::{Head, NewEntry, move_head, take_head, write_entry};
use super::chain::sha256;
use super::verify::Broken;
use super::{CaseRowValues, Stamp, Store, StoreError, rows};

/// The entry of the ledger about a correction that is taken.
const TAKEN: &str = "override-taken";
/// The entry of the ledger about one that is withdrawn.
const WITHDRAWN: &str = "override-withdrawn";

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
        let (mut transaction, mut head) = self.begin_overriding(seen).await?;
        let id = seen.taken + 1;
        let entry =
            NewEntry { case: None, stamp, event_type: TAKEN.to_owned(), body: taken_body(id, text, reason) };
        write_entry(&mut transaction, &mut head, entry).await?;
        sqlx::query(include_str!("sql/add_override.sql"))
            .bind(i64::from(id))
            .bind(head.seq)
            .bind(text)
            .bind(reason)
            .execute(&mut *transaction)
            .await?;
        finish(transaction, &head, changed).await?;
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
        let (mut transaction, mut head) = self.begin_overriding(seen).await?;
        let entry = NewEntry {
            case: None,
            stamp,
            event_type: WITHDRAWN.to_owned(),
            body: withdrawn_body(id, reason),
        };
        write_entry(&mut transaction, &mut head, entry).await?;
        let done = sqlx::query(include_str!("sql/withdraw_override.sql"))
            .bind(i64::from(id))
            .bind(head.seq)
            .bind(reason)
            .execute(&mut *transaction)
            .await?;
        if done.rows_affected() != 1 {
            return Err(StoreError::OverridesChanged);
        }
        finish(transaction, &head, changed).await
    }

    async fn begin_overriding(
        &self,
        seen: OverridesMark,
    ) -> Result<(Transaction<'static, Any>, Head), StoreError> {
        let mut transaction = self.begin_writing().await?;
        let head = take_head(&mut transaction).await?;
        let row = sqlx::query(include_str!("sql/overrides_mark.sql")).fetch_one(&mut *transaction).await?;
        if mark(&row)? != seen {
            return Err(StoreError::OverridesChanged);
        }
        Ok((transaction, head))
    }

    /// Compares every correction with the entries of the ledger about it, up to the entry `end`.
    pub(super) async fn check_overrides(
        &self,
        mut said: OverrideEntries,
        end: i64,
    ) -> Result<Option<Broken>, StoreError> {
        let broken = |id: i64, what: &str| {
            Ok(Some(Broken { seq: None, case_number: None, why: format!("The correction {id} {what}") }))
        };
        let mut last = 0_i64;
        loop {
            let page =
                sqlx::query(include_str!("sql/override_pages.sql")).bind(last).fetch_all(&self.pool).await?;
            if page.is_empty() {
                break;
            }
            for row in &page {
                last = row.try_get("id")?;
                let number = rows::version(last)?;
                let (text, reason): (String, String) = (row.try_get("body")?, row.try_get("reason")?);
                let seq: i64 = row.try_get("seq")?;
                if seq <= end && !said.takes(seq, TAKEN, &taken_body(number, &text, &reason)) {
                    return broken(last, "to the rulebooks is not as it was taken.");
                }
                let withdrawn: Option<i64> = row.try_get("withdrawn_seq")?;
                let Some(withdrawn) = withdrawn.filter(|seq| *seq <= end) else { continue };
                let why: Option<String> = row.try_get("withdrawn_reason")?;
                if !said.takes(withdrawn, WITHDRAWN, &withdrawn_body(number, &why.unwrap_or_default())) {
                    return broken(last, "to the rulebooks is not as it was withdrawn.");
                }
            }
        }
        Ok((!said.entries.is_empty()).then(|| Broken {
            seq: said.entries.keys().min().copied(),
            case_number: None,
            why: "A correction to the rulebooks that the ledger has is missing, or still holds though it was withdrawn."
                .to_owned(),
        }))
    }
}

/// What the ledger says of corrections: the hash of each entry about one.
#[derive(Default)]
pub(super) struct OverrideEntries {
    entries: HashMap<i64, (String, String)>,
}

impl OverrideEntries {
    /// Notes an entry that takes or withdraws a correction.
    pub fn note(&mut self, row: &AnyRow) -> Result<(), StoreError> {
        let event_type: String = row.try_get("event_type")?;
        if event_type == TAKEN || event_type == WITHDRAWN {
            self.entries.insert(row.try_get("seq")?, (event_type, row.try_get("body_sha256")?));
        }
        Ok(())
    }

    /// Strikes out the entry at `seq`, and says whether it is of this type and has this body.
    fn takes(&mut self, seq: i64, event_type: &str, body: &str) -> bool {
        self.entries
            .remove(&seq)
            .is_some_and(|(said, hash)| said == event_type && hash == sha256(body.as_bytes()))
    }
}

async fn finish(
    mut transaction: Transaction<'static, Any>,
    head: &Head,
    changed: &[RefreshedRow],
) -> Result<(), StoreError> {
    for row in changed {
        rows::refresh(&mut transaction, row).await?;
    }
    move_head(&mut transaction, head).await?;
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
    let stamp = |prefix: &str| -> Result<Stamp, StoreError> {
        let at = column(&format!("{prefix}at"))?;
        Ok(Stamp {
            at: DateTime::parse_from_rfc3339(&at).map_err(|_| unreadable())?.to_utc(),
            on: column(&format!("{prefix}on_day"))?.parse().map_err(|_| unreadable())?,
            by: column(&format!("{prefix}by_name"))?,
        })
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
            Some((stamp("w_")?, why))
        }
    };
    Ok(StoredOverride { id, taken: stamp("")?, text, reason, withdrawn, as_written })
}

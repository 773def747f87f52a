//! Rows that stand beside entries of the desk in the ledger: one entry says that the row was made, and perhaps a later
//! one that it was taken back. Reading the ledger again compares each row with the hashes of its entries.

use std::collections::HashMap;

use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};

use super::append::{NewEntry, take_head, write_entry};
use super::chain::{Head, sha256};
use super::verify::Broken;
use super::writer::Writer;
use super::{Stamp, Store, StoreError, disclosures, overrides, person_links};

/// What the entries of the ledger say of one row: the row is made, and taken back.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind {
    /// The type of the entry that makes the row.
    pub made: &'static str,
    /// The type of the entry that takes it back.
    pub undone: &'static str,
    /// What a row is, to begin a sentence with.
    pub words: &'static str,
    /// The page of rows after the one of this number (`$1`): `nr`, `seq`, `undone_seq`, and what the bodies are made of.
    pub page: &'static str,
    /// The bodies of the two entries, from a row of the page.
    pub bodies: fn(&AnyRow) -> Result<(String, String), StoreError>,
}

/// Every kind of row that has entries of its own.
const KINDS: [Kind; 3] = [overrides::KIND, person_links::KIND, disclosures::KIND];

/// What the ledger says of such rows: the type and the hash of each entry about one.
#[derive(Default)]
pub(super) struct RowEntries {
    entries: HashMap<i64, (String, String)>,
}

impl RowEntries {
    /// Notes an entry that makes a row or takes one back.
    pub(super) fn note(&mut self, row: &AnyRow) -> Result<(), StoreError> {
        let event_type: String = row.try_get("event_type")?;
        if KINDS.iter().any(|kind| event_type == kind.made || event_type == kind.undone) {
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

impl Store {
    /// Compares every such row with the entries of the ledger about it, up to the entry `end`.
    pub(super) async fn check_row_entries(
        &self,
        mut said: RowEntries,
        end: i64,
    ) -> Result<Option<Broken>, StoreError> {
        for kind in &KINDS {
            let broken = |what: &str| {
                Ok(Some(Broken { seq: None, case_number: None, why: format!("{} {what}", kind.words) }))
            };
            let mut last = 0_i64;
            loop {
                let page = sqlx::query(kind.page).bind(last).fetch_all(&self.pool).await?;
                if page.is_empty() {
                    break;
                }
                for row in &page {
                    let seq: i64 = row.try_get("seq")?;
                    last = seq;
                    let (made, undone) = (kind.bodies)(row)?;
                    if seq <= end && !said.takes(seq, kind.made, &made) {
                        return broken("is not as it was made.");
                    }
                    let later: Option<i64> = row.try_get("undone_seq")?;
                    if let Some(later) = later.filter(|seq| *seq <= end)
                        && !said.takes(later, kind.undone, &undone)
                    {
                        return broken("is not as it was taken back.");
                    }
                }
            }
        }
        Ok(said.entries.keys().min().map(|seq| Broken {
            seq: Some(*seq),
            case_number: None,
            why: "What this entry made is missing, or still holds though it was taken back.".to_owned(),
        }))
    }
}

impl Writer<'_> {
    /// Begins a change of the desk itself: the head of the ledger is held until it is recorded.
    pub(super) async fn begin_entry(&mut self) -> Result<(Transaction<'_, Any>, Head), StoreError> {
        let mut transaction = self.begin().await?;
        let head = take_head(&mut transaction).await?;
        Ok((transaction, head))
    }
}

/// Writes an entry of the desk, whose body names its type as `event`.
pub(super) async fn write_desk_entry(
    transaction: &mut Transaction<'_, Any>,
    head: &mut Head,
    stamp: &Stamp,
    event_type: &str,
    body: String,
) -> Result<(), StoreError> {
    let entry = NewEntry { case: None, stamp, event_type: event_type.to_owned(), body };
    write_entry(transaction, head, entry).await
}

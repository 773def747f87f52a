//! Reading the whole ledger again, and naming the first entry that is not as it was written.

use sqlx::Row;
use sqlx::any::AnyRow;
use std::collections::HashMap;

use super::chain::{Entry, GENESIS, sha256};
use super::desk_entries::RowEntries;
use super::{Engine, Store, StoreError, sqlite};
use crate::casework::Event;

/// What a reading of the whole ledger found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerReport {
    /// How many entries were read.
    pub entries: u64,
    /// How many letters were compared with their hashes.
    pub letters: u64,
    /// The first fault; nothing where everything is as it was written.
    pub broken: Option<Broken>,
}

/// A place where the ledger is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The number of the entry in the ledger, from 1; nothing for a letter or a row.
    pub seq: Option<i64>,
    /// The case, where it is about one.
    pub case_number: Option<String>,
    /// What is wrong, as a sentence.
    pub why: String,
}

impl Store {
    /// Checks every page of a desk's file, recomputes the chain over every entry that was there when it began, compares each body, each letter and
    /// each correction to the rulebooks with its hash, and each row of the worklist with its case's newest entry.
    ///
    /// # Errors
    /// What the database refuses. A fault that it finds is no error, but stands in the report.
    pub async fn verify_ledger(&self) -> Result<LedgerReport, StoreError> {
        self.verify_ledger_telling(&|_, _| true).await
    }

    /// The same, telling after each thousand entries how many were read and how many there are; where `told` says no, it
    /// stops.
    ///
    /// # Errors
    /// [`StoreError::Stopped`], and as [`Store::verify_ledger`].
    pub async fn verify_ledger_telling(
        &self,
        told: &(dyn Fn(u64, u64) -> bool + Send + Sync),
    ) -> Result<LedgerReport, StoreError> {
        let mut report = LedgerReport { entries: 0, letters: 0, broken: None };
        if let Engine::File { .. } = self.engine
            && let Some(page) = sqlite::damaged_page(&self.pool).await?
        {
            tracing::error!(found = %page, "the desk's file is damaged");
            report.broken = Some(Broken {
                seq: None,
                case_number: None,
                why: "A page of the desk's file is damaged. Keep the file, and open your latest backup."
                    .to_owned(),
            });
            return Ok(report);
        }
        let head = sqlx::query(include_str!("sql/read_head.sql")).fetch_one(&self.pool).await?;
        let (end, end_hash): (i64, String) = (head.try_get("seq")?, head.try_get("hash")?);
        let mut report = LedgerReport { entries: 0, letters: 0, broken: None };
        let mut issued = Issued::default();
        let mut row_entries = RowEntries::default();
        let mut last = (0_i64, GENESIS.to_owned());
        loop {
            let page = sqlx::query(include_str!("sql/ledger_page.sql"))
                .bind(last.0)
                .bind(end)
                .fetch_all(&self.pool)
                .await?;
            if page.is_empty() {
                break;
            }
            for row in &page {
                let next = last.0 + 1;
                match check(row, &last)? {
                    Ok(place) => last = place,
                    Err(broken) => {
                        report.broken = Some(Broken { seq: broken.seq.or(Some(next)), ..broken });
                        return Ok(report);
                    }
                }
                issued.note(row)?;
                row_entries.note(row)?;
                report.entries += 1;
            }
            if !told(report.entries, u64::try_from(end).unwrap_or_default()) {
                return Err(StoreError::Stopped);
            }
        }
        if last != (end, end_hash) {
            report.broken = Some(Broken {
                seq: Some(last.0 + 1),
                case_number: None,
                why: format!("The ledger ends after entry {}, but {end} entries were written.", last.0),
            });
            return Ok(report);
        }
        report.broken = self.check_letters(&issued, &mut report.letters).await?;
        if report.broken.is_none() {
            report.broken = self.check_row_entries(row_entries, end).await?;
        }
        if report.broken.is_none() {
            report.broken = self.check_papers().await?;
        }
        if report.broken.is_none() {
            report.broken = self.check_rows().await?;
        }
        Ok(report)
    }

    async fn check_letters(&self, issued: &Issued, checked: &mut u64) -> Result<Option<Broken>, StoreError> {
        let mut last = String::new();
        let mut found = 0;
        loop {
            let page =
                sqlx::query(include_str!("sql/letter_page.sql")).bind(&last).fetch_all(&self.pool).await?;
            for row in &page {
                last = row.try_get("id")?;
                let bytes: Option<Vec<u8>> = row.try_get("bytes")?;
                let kept: String = row.try_get("sha256")?;
                let in_ledger = issued.hashes.get(&last);
                // A letter that is issued while this goes on stands after the end that was read.
                let Some(in_ledger) = in_ledger else { continue };
                found += 1;
                let emptied = bytes.is_none();
                if in_ledger.0 != kept || bytes.is_some_and(|bytes| sha256(&bytes) != kept) {
                    return Ok(Some(Broken {
                        seq: None,
                        case_number: row.try_get("case_number")?,
                        why: "A letter of this case is not as it was issued.".to_owned(),
                    }));
                }
                let source: Option<String> = row.try_get("source")?;
                let made_from = source.map(|source| sha256(source.as_bytes()));
                // A letter of which only the hash is kept, or that was disposed of, has lost both.
                let lost = emptied && made_from.is_none();
                if in_ledger.1 != made_from && !lost {
                    return Ok(Some(Broken {
                        seq: None,
                        case_number: row.try_get("case_number")?,
                        why: "What a letter of this case was made from is not as it was issued.".to_owned(),
                    }));
                }
                *checked += 1;
            }
            if page.is_empty() {
                break;
            }
        }
        Ok((found < issued.hashes.len()).then(|| Broken {
            seq: None,
            case_number: None,
            why: "A letter that the ledger says was issued is missing.".to_owned(),
        }))
    }

    async fn check_rows(&self) -> Result<Option<Broken>, StoreError> {
        let row = sqlx::query(include_str!("sql/rows_out_of_step.sql")).fetch_optional(&self.pool).await?;
        row.map(|row| {
            Ok(Broken {
                seq: None,
                case_number: row.try_get("number")?,
                why: "The worklist shows this case at another version than the ledger has.".to_owned(),
            })
        })
        .transpose()
    }
}

/// The letters that the ledger says were issued, with the hashes of their pages and of what they were made from.
#[derive(Default)]
struct Issued {
    hashes: HashMap<String, (String, Option<String>)>,
}

impl Issued {
    /// Notes the letter of an entry that issues one and was not disposed of.
    fn note(&mut self, row: &AnyRow) -> Result<(), StoreError> {
        if row.try_get::<String, _>("event_type")? != "letter-issued" {
            return Ok(());
        }
        let Some(body) = row.try_get::<Option<String>, _>("body")? else {
            return Ok(());
        };
        if let Ok(Event::LetterIssued { letter, sha256, source_sha256, .. }) = serde_json::from_str(&body) {
            self.hashes.insert(letter, (sha256, source_sha256));
        }
        Ok(())
    }
}

/// Checks one entry against the one before; the place of this one, or what is wrong with it.
fn check(row: &AnyRow, last: &(i64, String)) -> Result<Result<(i64, String), Broken>, StoreError> {
    let seq: i64 = row.try_get("seq")?;
    let case_number: Option<String> = row.try_get("case_number")?;
    let broken = |why: String| Broken { seq: Some(last.0 + 1), case_number: case_number.clone(), why };
    if seq != last.0 + 1 {
        return Ok(Err(broken(format!("Entry {} is missing.", last.0 + 1))));
    }
    let (scope, id, at): (String, String, String) =
        (row.try_get("scope")?, row.try_get("id")?, row.try_get("at")?);
    let (on_day, by_name): (String, String) = (row.try_get("on_day")?, row.try_get("by_name")?);
    let (event_type, body): (String, Option<String>) = (row.try_get("event_type")?, row.try_get("body")?);
    let (body_sha256, hash): (String, String) = (row.try_get("body_sha256")?, row.try_get("hash")?);
    let prev_hash: String = row.try_get("prev_hash")?;
    if body.is_some_and(|body| sha256(body.as_bytes()) != body_sha256) {
        return Ok(Err(broken(format!("The content of entry {seq} is not as it was written."))));
    }
    let expected = Entry {
        seq,
        scope: &scope,
        case_number: case_number.as_deref(),
        version: row.try_get("version")?,
        id: &id,
        at: &at,
        on_day: &on_day,
        by_name: &by_name,
        event_type: &event_type,
        body_sha256: &body_sha256,
        prev_hash: &last.1,
    }
    .hash();
    if prev_hash != last.1 || hash != expected {
        return Ok(Err(broken(format!("Entry {seq} is not as it was written, or was put in later."))));
    }
    Ok(Ok((seq, hash)))
}

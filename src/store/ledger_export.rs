//! The ledger as lines of JSON, for whoever keeps or checks it with another program.
//!
//! The first line says how many entries follow and the hash of the last; each further line is one entry with its body as it
//! was hashed. What was disposed of has no body, but its hash is still in the chain.

use serde::Serialize;
use sqlx::Row;
use sqlx::any::AnyRow;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use super::backup::{keep, not_written, unfinished_name};
use super::open::{make_private, place, remove_unfinished};
use super::{Store, StoreError};

/// One entry as it stands in the file.
#[derive(Serialize)]
struct Line {
    seq: i64,
    scope: String,
    case_number: Option<String>,
    version: Option<i64>,
    id: String,
    at: String,
    on_day: String,
    by_name: String,
    event_type: String,
    body: Option<String>,
    body_sha256: String,
    prev_hash: String,
    hash: String,
}

impl Line {
    fn of(row: &AnyRow) -> Result<Self, StoreError> {
        Ok(Self {
            seq: row.try_get("seq")?,
            scope: row.try_get("scope")?,
            case_number: row.try_get("case_number")?,
            version: row.try_get("version")?,
            id: row.try_get("id")?,
            at: row.try_get("at")?,
            on_day: row.try_get("on_day")?,
            by_name: row.try_get("by_name")?,
            event_type: row.try_get("event_type")?,
            body: row.try_get("body")?,
            body_sha256: row.try_get("body_sha256")?,
            prev_hash: row.try_get("prev_hash")?,
            hash: row.try_get("hash")?,
        })
    }
}

impl Store {
    /// Writes every entry that is there when it begins, into a new file that only its owner may read, and answers how many.
    /// The file is not encrypted.
    ///
    /// # Errors
    /// [`StoreError::Exists`] where a file of that name exists, and what the system refuses; then nothing is left behind.
    pub async fn export_ledger(&self, file: &Path) -> Result<u64, StoreError> {
        let target = place(file)?;
        if target.exists() {
            return Err(StoreError::Exists { file: target });
        }
        let unfinished = unfinished_name(&target);
        make_private(&unfinished)?;
        let written = async {
            let count = self.write_lines(&unfinished).await?;
            keep(&unfinished, &target).map_err(not_written)?;
            Ok(count)
        };
        let written = written.await;
        if written.is_err() {
            remove_unfinished(&unfinished);
        }
        written
    }

    async fn write_lines(&self, file: &Path) -> Result<u64, StoreError> {
        let (end, head) = self.ledger_head().await?;
        let mut out = BufWriter::new(File::options().write(true).open(file).map_err(not_written)?);
        let first = serde_json::json!({ "docket_ledger": 1, "entries": end, "head": head });
        writeln!(out, "{first}").map_err(not_written)?;
        let (mut last, mut count) = (0_i64, 0);
        loop {
            let page = sqlx::query(include_str!("sql/ledger_page.sql"))
                .bind(last)
                .bind(i64::try_from(end).unwrap_or(i64::MAX))
                .fetch_all(&self.pool)
                .await?;
            if page.is_empty() {
                break;
            }
            for row in &page {
                let line = Line::of(row)?;
                (last, count) = (line.seq, count + 1);
                let text = serde_json::to_string(&line)
                    .map_err(|_| StoreError::unreadable("an entry cannot be written as JSON"))?;
                writeln!(out, "{text}").map_err(not_written)?;
            }
        }
        out.flush().map_err(not_written)?;
        Ok(count)
    }
}

//! Disposal under the records schedule: the content of a case goes, the proof stays.
//!
//! What was said, written and sent is emptied; the hashes, the dates and the kinds of it stay, and one entry of the ledger
//! certifies them all. Whether a case may be disposed of is a rule, and not known here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};

use super::desk_entries::write_desk_entry;
use super::{Stamp, Store, StoreError, people, rows};

/// The entry of the ledger that certifies a disposal.
const DISPOSED: &str = "case-disposed";

/// Why and by whom a case is disposed of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disposal {
    /// The case.
    pub case_number: String,
    /// The version that was decided on.
    pub expected_version: u32,
    /// The item of the records schedule.
    pub authority: String,
    /// Who approved it.
    pub approved_by: String,
    /// Who did it, and when.
    pub stamp: Stamp,
}

/// The certificate: what there was, by kind, date and hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisposalCertificate {
    /// The case.
    pub case_number: String,
    /// The item of the records schedule.
    pub authority: String,
    /// Who approved it.
    pub approved_by: String,
    /// Who disposed of it.
    pub by: String,
    /// On which day.
    pub on: NaiveDate,
    /// The entries of the case's ledger, in order.
    pub entries: Vec<DisposedPart>,
    /// Its letters.
    pub letters: Vec<DisposedPart>,
    /// Its papers; those that were destroyed before too.
    pub papers: Vec<DisposedPart>,
}

/// One thing that was disposed of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisposedPart {
    /// `letter-issued`, `acknowledgement`, `application/pdf`.
    pub kind: String,
    /// Its day.
    pub on: NaiveDate,
    /// SHA-256 of its content.
    pub sha256: String,
}

/// What is emptied, one statement after the other, each about the case of the number `$1`.
const EMPTIED: [&str; 10] = [
    include_str!("sql/dispose_ledger.sql"),
    include_str!("sql/dispose_letter_sources.sql"),
    include_str!("sql/dispose_letter_drafts.sql"),
    include_str!("sql/dispose_letters.sql"),
    include_str!("sql/dispose_mail.sql"),
    include_str!("sql/dispose_paper_keys.sql"),
    include_str!("sql/dispose_paper_names.sql"),
    include_str!("sql/dispose_watches.sql"),
    include_str!("sql/dispose_drafts.sql"),
    include_str!("sql/dispose_row.sql"),
];

impl Store {
    /// Disposes of the content of a case, all of it or nothing, and certifies what there was.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] where there is no such case, [`StoreError::Disposed`] where it is gone already,
    /// [`StoreError::ChangedElsewhere`] where somebody changed it since.
    pub async fn dispose(&self, disposal: &Disposal) -> Result<DisposalCertificate, StoreError> {
        let number = disposal.case_number.as_str();
        let mut writer = self.writer().await?;
        let (mut transaction, mut head) = writer.begin_entry().await?;
        let row = sqlx::query(include_str!("sql/case_id.sql"))
            .bind(number)
            .fetch_optional(&mut *transaction)
            .await?
            .ok_or(StoreError::NotThere { what: "case of that number" })?;
        if row.try_get::<i64, _>("disposed")? == 1 {
            return Err(StoreError::Disposed { number: number.to_owned() });
        }
        let version = rows::version(row.try_get("version")?)?;
        if version != disposal.expected_version {
            return Err(StoreError::ChangedElsewhere {
                version,
                by: row.try_get("changed_by")?,
                at: row.try_get("changed_at")?,
            });
        }
        let id: i64 = row.try_get("id")?;
        let certificate = DisposalCertificate {
            case_number: number.to_owned(),
            authority: disposal.authority.clone(),
            approved_by: disposal.approved_by.clone(),
            by: disposal.stamp.by.clone(),
            on: disposal.stamp.on,
            entries: parts(&mut transaction, include_str!("sql/parts_ledger.sql"), number).await?,
            letters: parts(&mut transaction, include_str!("sql/parts_letters.sql"), number).await?,
            papers: parts(&mut transaction, include_str!("sql/parts_papers.sql"), number).await?,
        };
        self.forget_case_words(&mut transaction, id).await?;
        people::forget(&mut transaction, id).await?;
        for statement in EMPTIED {
            sqlx::query(statement).bind(number).execute(&mut *transaction).await?;
        }
        // The names of papers that were destroyed before are gone now; the others are destroyed with this.
        sqlx::query(include_str!("sql/dispose_papers.sql"))
            .bind(number)
            .bind(disposal.stamp.on.to_string())
            .execute(&mut *transaction)
            .await?;
        let body = serde_json::json!({ "event": DISPOSED, "certificate": certificate }).to_string();
        write_desk_entry(&mut transaction, &mut head, &disposal.stamp, DISPOSED, body).await?;
        transaction.commit().await?;
        Ok(certificate)
    }

    /// The open question of the records schedule: closed cases whose day has passed, the oldest first, at most 200; not
    /// those that are held for a court.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where a row cannot be read back.
    pub async fn cases_to_dispose(&self, today: NaiveDate) -> Result<Vec<super::StoredRow>, StoreError> {
        let rows = sqlx::query(include_str!("sql/cases_to_dispose.sql"))
            .bind(today.to_string())
            .fetch_all(&self.pool)
            .await?;
        rows.iter().map(rows::read).collect()
    }
}

async fn parts(
    transaction: &mut Transaction<'_, Any>,
    sql: &'static str,
    number: &str,
) -> Result<Vec<DisposedPart>, StoreError> {
    let rows = sqlx::query(sql).bind(number).fetch_all(&mut **transaction).await?;
    rows.iter().map(part).collect()
}

fn part(row: &AnyRow) -> Result<DisposedPart, StoreError> {
    let on: String = row.try_get("on_day")?;
    Ok(DisposedPart {
        kind: row.try_get("kind")?,
        on: on.parse().map_err(|_| StoreError::unreadable("a day of the case cannot be read"))?,
        sha256: row.try_get("sha256")?,
    })
}

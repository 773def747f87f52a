//! The row that lists read of a case, written with every append.

use chrono::NaiveDate;
use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};

use super::append::instant;
use super::{Append, RefreshedRow, StoreError, search};
use crate::casework::State;
use crate::law::{AgencyId, Kind};

/// The day by which a case without a day is sorted: after all others.
pub(super) const NO_DAY: &str = "9999-12-31";

/// What lists show of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRowValues {
    /// Whose request.
    pub agency: AgencyId,
    /// What is asked.
    pub kinds: Vec<Kind>,
    /// The requester's name.
    pub requester: String,
    /// The system's number, once confirmed.
    pub system: Option<String>,
    /// Where it stands.
    pub state: State,
    /// The next step, in words.
    pub next_words: String,
    /// By when.
    pub next_by: Option<NaiveDate>,
    /// Day 0.
    pub received: NaiveDate,
    /// Whether the case is closed.
    pub closed: bool,
    /// The day of closing; not read back.
    pub closed_on: Option<NaiveDate>,
    /// The office that it was routed to; not read back.
    pub office: Option<String>,
    /// What else a search should find: the subject's name, the system's name, the words of the request.
    pub search_text: String,
}

/// A row of the worklist as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRow {
    /// `USPS-2026-00042`.
    pub number: String,
    /// How many events the case has.
    pub version: u32,
    /// What lists show; `search_text` is not read back and is empty.
    pub values: CaseRowValues,
}

/// Writes the row of a case as it stands after the batch.
pub(super) async fn save(
    transaction: &mut Transaction<'static, Any>,
    batch: &Append,
) -> Result<(), StoreError> {
    let row = &batch.row;
    let Some(last) = batch.events.last() else {
        return Ok(());
    };
    let kinds: Vec<_> = row.kinds.iter().map(|kind| kind.as_str()).collect();
    let next_by = row.next_by.map(|day| day.to_string());
    let system = row.system.as_deref().unwrap_or_default();
    let found_by =
        search::fold(&[batch.case_number.as_str(), &row.requester, system, &row.search_text].join(" "));
    sqlx::query(include_str!("sql/save_case_row.sql"))
        .bind(&batch.case_number)
        .bind(i64::from(last.version))
        .bind(row.agency.as_str())
        .bind(kinds.join(","))
        .bind(&row.requester)
        .bind(row.system.as_deref())
        .bind(row.state.as_str())
        .bind(&row.next_words)
        .bind(next_by.as_deref())
        .bind(next_by.as_deref().unwrap_or(NO_DAY))
        .bind(row.received.to_string())
        .bind(i64::from(row.closed))
        .bind(instant(last.at))
        .bind(&last.by)
        .bind(found_by)
        .bind(row.closed_on.map(|day| day.to_string()))
        .bind(row.office.as_deref())
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

/// Writes what the worklist shows of a case under a law that has changed, unless the case has gone on.
pub(super) async fn refresh(
    transaction: &mut Transaction<'static, Any>,
    row: &RefreshedRow,
) -> Result<(), StoreError> {
    let next_by = row.values.next_by.map(|day| day.to_string());
    sqlx::query(include_str!("sql/refresh_case_row.sql"))
        .bind(&row.number)
        .bind(i64::from(row.version))
        .bind(row.values.state.as_str())
        .bind(&row.values.next_words)
        .bind(next_by.as_deref())
        .bind(next_by.as_deref().unwrap_or(NO_DAY))
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

/// Reads a row of the worklist.
pub(super) fn read(row: &AnyRow) -> Result<StoredRow, StoreError> {
    let number: String = row.try_get("number")?;
    let unreadable = || StoreError::unreadable(format!("the row of {number} cannot be read"));
    let kinds: String = row.try_get("kinds")?;
    let state: String = row.try_get("state")?;
    let next_by: Option<String> = row.try_get("next_by")?;
    let received: String = row.try_get("received")?;
    let values = CaseRowValues {
        agency: AgencyId::new(row.try_get::<String, _>("agency")?),
        kinds: kinds
            .split(',')
            .filter(|kind| !kind.is_empty())
            .map(|kind| kind.parse().map_err(|_| unreadable()))
            .collect::<Result<_, _>>()?,
        requester: row.try_get("requester")?,
        system: row.try_get("system")?,
        state: state.parse().map_err(|_| unreadable())?,
        next_words: row.try_get("next_words")?,
        next_by: next_by.map(|day| day.parse().map_err(|_| unreadable())).transpose()?,
        received: received.parse().map_err(|_| unreadable())?,
        closed: row.try_get::<i64, _>("closed")? == 1,
        closed_on: None,
        office: None,
        search_text: String::new(),
    };
    Ok(StoredRow { version: version(row.try_get("version")?)?, values, number })
}

/// A version as it is counted outside the database.
pub(super) fn version(stored: i64) -> Result<u32, StoreError> {
    u32::try_from(stored).map_err(|_| StoreError::unreadable("a version is out of range"))
}

//! The row that lists read of a case, written with every append.

use chrono::NaiveDate;
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, Row, Transaction};

use super::append::instant;
use super::case_words::FoundBy;
use super::{Append, PersonSeen, RefreshedRow, Store, StoreError, people};
use crate::casework::State;
use crate::law::{AgencyId, Kind};

/// The day by which a case without a day is sorted: after all others.
pub(super) const NO_DAY: &str = "9999-12-31";

/// What lists show of a case, and what it is found by.
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
    /// The key of the next step: `write-letter:acknowledgement`; empty for none.
    pub step: String,
    /// The most urgent open clock; empty for none.
    pub clock: String,
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
    /// The day on which the decision stood; not read back.
    pub decided_on: Option<NaiveDate>,
    /// The office that it was routed to; not read back.
    pub office: Option<String>,
    /// Who works on it; empty for nobody.
    pub assignee: String,
    /// The unit of the office that has it; empty for none.
    pub unit: String,
    /// Whether only its assignee sees it, and those who see all cases.
    pub restricted: bool,
    /// Whether it is kept for a court.
    pub held: bool,
    /// The day after which the records schedule lets it be disposed of.
    pub dispose_after: Option<NaiveDate>,
    /// Its people, by whom it is found; not read back.
    pub people: Vec<PersonSeen>,
    /// What else a search should find: the system's name, the words of the request; not read back.
    pub search_text: String,
}

impl CaseRowValues {
    /// Days from receipt to the decision; a decision that is dated before the receipt took none.
    pub(super) fn days_to_decide(&self) -> Option<i64> {
        self.decided_on.map(|on| (on - self.received).num_days().max(0))
    }
}

/// A row of the worklist as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRow {
    /// `USPS-2026-00042`.
    pub number: String,
    /// How many events the case has.
    pub version: u32,
    /// What lists show.
    pub values: CaseRowValues,
}

/// The row of a case before a batch is written.
pub(super) struct RowBefore {
    /// The hash of the words and people that the case is found by.
    found_by: String,
    /// What lists show; without its people and words.
    values: CaseRowValues,
}

impl RowBefore {
    /// Reads it with every column of `case_version.sql`.
    pub(super) fn read(row: &AnyRow) -> Result<Self, StoreError> {
        let day = |name: &str| -> Result<Option<NaiveDate>, StoreError> {
            let text: Option<String> = row.try_get(name)?;
            text.map(|day| day.parse())
                .transpose()
                .map_err(|_| StoreError::unreadable("the day of a closing or a decision cannot be read"))
        };
        let mut values = read(row)?.values;
        values.closed_on = day("closed_on")?;
        values.decided_on = day("decided_on")?;
        values.office = row.try_get("office")?;
        Ok(Self { found_by: row.try_get("found_by")?, values })
    }

    /// Whether lists show the same of these values.
    fn shows(&self, values: &CaseRowValues) -> bool {
        let people = values.people.clone();
        let search_text = values.search_text.clone();
        CaseRowValues { people, search_text, ..self.values.clone() } == *values
    }
}

impl Store {
    /// Writes the row of a case as it stands after the batch, with the words and people that it is found by. What is the
    /// same as `before` is left alone: most of what happens in a case moves it in no list.
    pub(super) async fn save_row(
        &self,
        transaction: &mut Transaction<'_, Any>,
        batch: &Append,
        before: Option<&RowBefore>,
    ) -> Result<(), StoreError> {
        let row = &batch.row;
        let Some(last) = batch.events.last() else {
            return Ok(());
        };
        let people = people::folded(&row.people, &self.salt);
        let found_by = FoundBy::of(&batch.case_number, row);
        let hash = found_by.hash(&people);
        // The version has moved with the entries (migration 0003).
        if before.is_some_and(|before| before.found_by == hash && before.shows(row)) {
            return Ok(());
        }
        let query = sqlx::query(include_str!("sql/save_case_row.sql"))
            .bind(&batch.case_number)
            .bind(i64::from(last.version));
        let saved = bind_row(query, row)
            .bind(&hash)
            .bind(instant(last.at))
            .bind(&last.by)
            .fetch_one(&mut **transaction)
            .await?;
        if before.is_none_or(|before| before.found_by != hash) {
            let id: i64 = saved.try_get("id")?;
            self.save_case_words(transaction, id, &found_by).await?;
            people::save(transaction, id, &people).await?;
        }
        Ok(())
    }
}

/// Binds what lists show of a case, in the order of the columns of `save_case_row.sql`.
fn bind_row<'q>(query: Query<'q, Any, AnyArguments>, row: &CaseRowValues) -> Query<'q, Any, AnyArguments> {
    let kinds: Vec<_> = row.kinds.iter().map(|kind| kind.as_str()).collect();
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    query
        .bind(row.agency.as_str().to_owned())
        .bind(kinds.join(","))
        .bind(row.requester.clone())
        .bind(row.system.clone())
        .bind(row.state.as_str())
        .bind(row.step.clone())
        .bind(row.clock.clone())
        .bind(row.next_words.clone())
        .bind(day(row.next_by))
        .bind(day(row.next_by).unwrap_or_else(|| NO_DAY.to_owned()))
        .bind(row.received.to_string())
        .bind(i64::from(row.closed))
        .bind(day(row.closed_on))
        .bind(row.office.clone())
        .bind(row.assignee.clone())
        .bind(row.unit.clone())
        .bind(i64::from(row.restricted))
        .bind(i64::from(row.held))
        .bind(day(row.dispose_after))
        .bind(day(row.decided_on))
        .bind(row.days_to_decide())
}

/// Binds the version before a batch of one entry and the row as it stands, in the order of `append_at_once.sql`.
pub(super) fn bind_as_it_stands<'q>(
    query: Query<'q, Any, AnyArguments>,
    batch: &Append,
    salt: &str,
) -> Query<'q, Any, AnyArguments> {
    let people = people::folded(&batch.row.people, salt);
    let hash = FoundBy::of(&batch.case_number, &batch.row).hash(&people);
    bind_row(query.bind(i64::from(batch.expected_version)), &batch.row).bind(hash)
}

/// Writes what the worklist shows of a case under a law that has changed, unless the case has gone on.
pub(super) async fn refresh(
    transaction: &mut Transaction<'_, Any>,
    row: &RefreshedRow,
) -> Result<(), StoreError> {
    let next_by = row.values.next_by.map(|day| day.to_string());
    sqlx::query(include_str!("sql/refresh_case_row.sql"))
        .bind(&row.number)
        .bind(i64::from(row.version))
        .bind(row.values.state.as_str())
        .bind(&row.values.step)
        .bind(&row.values.clock)
        .bind(&row.values.next_words)
        .bind(next_by.as_deref())
        .bind(next_by.as_deref().unwrap_or(NO_DAY))
        .bind(row.values.dispose_after.map(|day| day.to_string()))
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
    let received: String = row.try_get("received")?;
    let flag = |name: &str| -> Result<bool, StoreError> { Ok(row.try_get::<i64, _>(name)? == 1) };
    let day = |name: &str| -> Result<Option<NaiveDate>, StoreError> {
        let text: Option<String> = row.try_get(name)?;
        text.map(|day| day.parse().map_err(|_| unreadable())).transpose()
    };
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
        step: row.try_get("step")?,
        clock: row.try_get("clock")?,
        next_words: row.try_get("next_words")?,
        next_by: day("next_by")?,
        received: received.parse().map_err(|_| unreadable())?,
        closed: flag("closed")?,
        closed_on: None,
        decided_on: None,
        office: None,
        assignee: row.try_get("assignee")?,
        unit: row.try_get("unit")?,
        restricted: flag("restricted")?,
        held: flag("held")?,
        dispose_after: day("dispose_after")?,
        people: Vec::new(),
        search_text: String::new(),
    };
    Ok(StoredRow { version: version(row.try_get("version")?)?, values, number })
}

/// A version as it is counted outside the database.
pub(super) fn version(stored: i64) -> Result<u32, StoreError> {
    u32::try_from(stored).map_err(|_| StoreError::unreadable("a version is out of range"))
}

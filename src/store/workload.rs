//! How much there is to do and was done, counted by the engine: no case is read for it, and every count is of the cases that
//! the viewer may see, so that no number betrays one that they may not.

use chrono::NaiveDate;
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, Row};

use super::{Store, StoreError, Viewer};
use crate::law::AgencyId;
use crate::reports::{CasesOn, StepTally, SystemTally, Tally, TimeTally};

/// Which cases are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Who looks.
    pub viewer: Viewer,
    /// Only this agency.
    pub agency: Option<AgencyId>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Counted {
    /// The query with days, agency and viewer as `$1` to `$5`.
    fn ask<'q>(&self, sql: &'static str) -> Query<'q, Any, AnyArguments> {
        sqlx::query(sql)
            .bind(self.from.to_string())
            .bind(self.to.to_string())
            .bind(self.agency())
            .bind(self.viewer.sees())
            .bind(self.viewer.own().to_owned())
    }

    fn agency(&self) -> String {
        self.agency.as_ref().map(|agency| agency.as_str().to_owned()).unwrap_or_default()
    }
}

impl Store {
    /// What the workload is made from. `decided` narrows what was decided, and where requests went, to the days that are
    /// looked at; days of receipt and closing are counted through `today`, because the number of open cases on an earlier
    /// day is reckoned back from those that are open now.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where a row cannot be read back.
    pub async fn workload(&self, counted: &Counted, today: NaiveDate) -> Result<Tally, StoreError> {
        let through_today = Counted { to: counted.to.max(today), ..counted.clone() };
        let mut tally = Tally::default();
        for row in through_today.ask(include_str!("sql/workload_days.sql")).fetch_all(&self.pool).await? {
            let what: String = row.try_get("what")?;
            let on = cases_on(&row)?;
            match what.as_str() {
                "received" => tally.received.push(on),
                "decided" => tally.decided.push(on),
                "closed" => tally.closed.push(on),
                _ => tally.open.push(on),
            }
        }
        let steps = sqlx::query(include_str!("sql/workload_steps.sql"))
            .bind(today.to_string())
            .bind(counted.agency())
            .bind(counted.viewer.sees())
            .bind(counted.viewer.own())
            .fetch_all(&self.pool)
            .await?;
        for row in steps {
            let state: String = row.try_get("state")?;
            tally.steps.push(StepTally {
                state: state.parse().map_err(|_| unreadable())?,
                cases: number(&row, "cases")?,
                overdue: number(&row, "overdue")?,
            });
        }
        for row in counted.ask(include_str!("sql/workload_times.sql")).fetch_all(&self.pool).await? {
            let kinds: String = row.try_get("kinds")?;
            tally.times.push(TimeTally {
                agency: AgencyId::new(row.try_get::<String, _>("agency")?),
                system: row.try_get("system")?,
                kinds: kinds
                    .split(',')
                    .filter(|kind| !kind.is_empty())
                    .map(|kind| kind.parse().map_err(|_| unreadable()))
                    .collect::<Result<_, _>>()?,
                days: number(&row, "decide_days")?,
                cases: number(&row, "cases")?,
            });
        }
        for row in counted.ask(include_str!("sql/workload_systems.sql")).fetch_all(&self.pool).await? {
            tally.systems.push(SystemTally {
                agency: AgencyId::new(row.try_get::<String, _>("agency")?),
                system: row.try_get("system")?,
                cases: number(&row, "cases")?,
                open: number(&row, "open_cases")?,
            });
        }
        Ok(tally)
    }

    /// How many open cases have their next thing due on each day; days without any are left out.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where a row cannot be read back.
    pub async fn due_days(&self, counted: &Counted) -> Result<Vec<CasesOn>, StoreError> {
        let rows = counted.ask(include_str!("sql/workload_due.sql")).fetch_all(&self.pool).await?;
        rows.iter().map(cases_on).collect()
    }
}

fn cases_on(row: &AnyRow) -> Result<CasesOn, StoreError> {
    let day: String = row.try_get("day")?;
    Ok(CasesOn { day: day.parse().map_err(|_| unreadable())?, cases: number(row, "cases")? })
}

fn number(row: &AnyRow, name: &str) -> Result<u32, StoreError> {
    u32::try_from(row.try_get::<i64, _>(name)?).map_err(|_| unreadable())
}

fn unreadable() -> StoreError {
    StoreError::unreadable("a count of the workload cannot be read")
}

//! The cases of one system of records: those that are open, and how long the closed ones took.

use chrono::NaiveDate;
use sqlx::Row;

use super::{Store, StoreError, StoredRow, Viewer, rows};

/// The most cases that are shown of one system.
const MOST_CASES: i64 = 50;
/// How many closed cases the times are taken from, the newest first.
const TIMES: i64 = 500;

/// What became of the requests about one system.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CasesOfSystem {
    /// The open ones, the most urgent first; at most 50.
    pub open: Vec<StoredRow>,
    /// The closed ones, the newest first; at most 500.
    pub closed: Vec<ClosedCase>,
}

/// A closed case: where it went, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedCase {
    /// The office that the request was sent to.
    pub office: Option<String>,
    /// Day 0.
    pub received: NaiveDate,
    /// The day of closing.
    pub closed_on: NaiveDate,
}

impl Store {
    /// The cases of a system, by the number that they were routed under.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where one cannot be read back.
    pub async fn cases_of_system(&self, number: &str, viewer: &Viewer) -> Result<CasesOfSystem, StoreError> {
        let open = sqlx::query(include_str!("sql/cases_of_system.sql"))
            .bind(number)
            .bind(MOST_CASES)
            .bind(viewer.sees())
            .bind(viewer.own())
            .fetch_all(&self.pool)
            .await?;
        let closed = sqlx::query(include_str!("sql/times_of_system.sql"))
            .bind(number)
            .bind(TIMES)
            .bind(viewer.sees())
            .bind(viewer.own())
            .fetch_all(&self.pool)
            .await?;
        let day = |text: String| {
            text.parse().map_err(|_| StoreError::unreadable("the day of a closed case cannot be read"))
        };
        Ok(CasesOfSystem {
            open: open.iter().map(rows::read).collect::<Result<_, _>>()?,
            closed: closed
                .iter()
                .map(|row| {
                    Ok(ClosedCase {
                        office: row.try_get("office")?,
                        received: day(row.try_get("received")?)?,
                        closed_on: day(row.try_get("closed_on")?)?,
                    })
                })
                .collect::<Result<_, StoreError>>()?,
        })
    }
}

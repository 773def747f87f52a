//! What the office has to do and how long it takes: counted over the cases that whoever asks may see.

use chrono::{Datelike, Days, NaiveDate};
use serde::Deserialize;

use super::Desk;
use crate::error::Refusal;
use crate::law::AgencyId;
use crate::reports::{DueDay, Workload, WorkloadOf, due_days, workload};
use crate::store::Counted;

/// The longest period that is counted at once, in days: ten years.
const LONGEST: i64 = 3_660;
/// The longest stretch of the calendar of what is due, in days.
const LONGEST_CALENDAR: i64 = 400;
/// How many weeks the period has where none is named; the last one is that of the last day.
const USUAL: u64 = 26;

/// What the workload should be of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(default, deny_unknown_fields)]
pub struct WorkloadAsked {
    /// Only this agency.
    pub agency: Option<AgencyId>,
    /// The first day; the Monday 26 weeks back where it is left out.
    pub from: Option<NaiveDate>,
    /// The last day; today where it is left out.
    pub to: Option<NaiveDate>,
}

impl Desk {
    /// The workload of a period. Restricted cases count only for those who may see them.
    ///
    /// # Errors
    /// Where the period ends before it begins or is longer than ten years, or the agency is not one of the desk.
    pub async fn workload(&self, asked: &WorkloadAsked) -> Result<Workload, Refusal> {
        let today = self.clock.today();
        let to = asked.to.unwrap_or(today);
        let from = asked.from.unwrap_or_else(|| {
            to - Days::new(u64::from(to.weekday().num_days_from_monday()) + 7 * (USUAL - 1))
        });
        let counted = self.counted(asked.agency.as_ref(), from, to, LONGEST)?;
        let tally = self.room.store.workload(&counted, today).await?;
        let shelf = self.shelf().await?;
        let of = WorkloadOf { agency: asked.agency.clone(), from, to, today };
        Ok(workload(&of, &tally, |number| {
            shelf
                .catalogue
                .in_force(number, today)
                .map(|revision| revision.system.name.clone())
                .unwrap_or_default()
        }))
    }

    /// Every day from the first to the last, with how many open cases have their next thing due on it.
    ///
    /// # Errors
    /// Where the stretch ends before it begins or is longer than 400 days, or the agency is not one of the desk.
    pub async fn due_calendar(
        &self,
        agency: Option<&AgencyId>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<DueDay>, Refusal> {
        let counted = self.counted(agency, from, to, LONGEST_CALENDAR)?;
        let due = self.room.store.due_days(&counted).await?;
        let shelf = self.shelf().await?;
        Ok(due_days(from, to, &due, shelf.law.law.calendar()))
    }

    fn counted(
        &self,
        agency: Option<&AgencyId>,
        from: NaiveDate,
        to: NaiveDate,
        longest: i64,
    ) -> Result<Counted, Refusal> {
        if let Some(agency) = agency {
            self.answers_for(agency)?;
        }
        if to < from {
            return Err(Refusal::bad_input("to", "The last day is before the first. Choose a later one."));
        }
        if (to - from).num_days() > longest {
            return Err(Refusal::bad_input(
                "from",
                format!("That is more than {longest} days. Choose a later first day."),
            ));
        }
        Ok(Counted { viewer: self.viewer(), agency: agency.cloned(), from, to })
    }
}

//! The calendar of what is due: every day of a stretch, with what kind of day it is and how many cases wait for it.

use chrono::NaiveDate;
use serde::Serialize;

use super::CasesOn;
use crate::law::{Calendar, Reading};

/// One day of the calendar of what is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct DueDay {
    /// The day.
    pub date: NaiveDate,
    /// What it is: `working day`, `Saturday`, `Veterans Day (observed)`.
    pub what: String,
    /// Whether the office works, by observed holidays.
    pub working: bool,
    /// How many open cases have their next thing due on it.
    pub cases: u32,
}

/// Every day from the first to the last, with how many cases are due on it.
pub fn due_days(from: NaiveDate, to: NaiveDate, due: &[CasesOn], calendar: &Calendar) -> Vec<DueDay> {
    from.iter_days()
        .take_while(|date| *date <= to)
        .map(|date| DueDay {
            date,
            what: calendar.kind(date, Reading::Observed).words().to_owned(),
            working: calendar.is_working(date, Reading::Observed),
            cases: due.iter().filter(|on| on.day == date).map(|on| on.cases).sum(),
        })
        .collect()
}

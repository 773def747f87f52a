//! The one place that asks what day and what time it is.
//!
//! Everything else is told. The day is the civil day in the agency's time zone: both first agencies keep Eastern time.

use chrono::{DateTime, Local, NaiveDate, NaiveTime, Utc};

/// The source of today and now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The system's clock.
    System,
    /// A fixed day, for tests, practice and `--today`; the time of day is the system's.
    Fixed(NaiveDate),
}

impl Clock {
    /// The civil day in the agency's time zone.
    pub fn today(self) -> NaiveDate {
        match self {
            Self::System => Self::civil_day(now()),
            Self::Fixed(day) => day,
        }
    }

    /// The civil day in the agency's time zone at an instant.
    pub fn civil_day(at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&chrono_tz::America::New_York).date_naive()
    }

    /// The time of day where this machine stands: quiet hours are those of whoever sits at it.
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    pub fn time_of_day(self) -> NaiveTime {
        Local::now().time()
    }

    /// The instant, as the ledger records it.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => now(),
            Self::Fixed(day) => day.and_time(now().time()).and_utc(),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the clock")]
fn now() -> DateTime<Utc> {
    Utc::now()
}

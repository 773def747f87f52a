//! What an office wants to look at: how much there is to do, how long it takes, what is due when, and how one case went.
//!
//! Pure: the store counts, the desk fetches, and these rooms work out what the window draws and the command line prints.

mod due;
mod life;
mod reminder;
mod spread;
mod tally;
mod workload;

pub use due::{DueDay, due_days};
pub use life::{CaseLife, LifeMark, LifeStage, MarkKind, life};
pub use reminder::{DueCase, Reminded, Reminder, ReminderSettings, reminded_through, reminder};
pub use spread::Spread;
pub use tally::{CasesOn, StepTally, SystemTally, Tally, TimeTally};
pub use workload::{
    AgeBand, DayOfTimes, StepLoad, SystemLoad, TimeBy, TimeToDecide, WeekLoad, Workload, WorkloadOf, workload,
};

//! What the store counts, before anything is worked out of it.

use chrono::NaiveDate;

use crate::casework::State;
use crate::law::{AgencyId, Kind};

/// How many cases on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CasesOn {
    /// The day.
    pub day: NaiveDate,
    /// How many.
    pub cases: u32,
}

/// Open cases at one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepTally {
    /// The step at hand.
    pub state: State,
    /// How many cases.
    pub cases: u32,
    /// How many of them have their next thing overdue.
    pub overdue: u32,
}

/// Decided cases that are alike and took the same time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeTally {
    /// Whose request.
    pub agency: AgencyId,
    /// The system's number, where one was confirmed.
    pub system: Option<String>,
    /// What was asked.
    pub kinds: Vec<Kind>,
    /// Days from receipt to decision.
    pub days: u32,
    /// How many.
    pub cases: u32,
}

/// Requests that were sent to one system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemTally {
    /// Whose request.
    pub agency: AgencyId,
    /// The system's number; nothing where none is confirmed.
    pub system: Option<String>,
    /// How many were received.
    pub cases: u32,
    /// How many of them are still open.
    pub open: u32,
}

/// Everything that the workload is made from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Received, by day, through today.
    pub received: Vec<CasesOn>,
    /// Decided, by day, through today.
    pub decided: Vec<CasesOn>,
    /// Closed, by day, through today.
    pub closed: Vec<CasesOn>,
    /// Open now, by the day of receipt.
    pub open: Vec<CasesOn>,
    /// Open now, by step.
    pub steps: Vec<StepTally>,
    /// Decided in the period, by what took how long.
    pub times: Vec<TimeTally>,
    /// Received in the period, by system.
    pub systems: Vec<SystemTally>,
}

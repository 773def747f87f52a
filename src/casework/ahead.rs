//! What is shown of a case and stands in no event: how its clocks stand, and what the rule asks next.

use chrono::NaiveDate;
use serde::Serialize;

use crate::law::{Clock, terms};
use crate::letters::LetterKind;

terms! {
    /// How a clock of a case stands.
    ClockStatus {
        /// It runs, and there is time.
        Running = "running" => "running",
        /// It stands still until the requester answers.
        Stopped = "stopped" => "standing still",
        /// Its day has passed and it was not met.
        Overdue = "overdue" => "overdue",
        /// It was met in time.
        Met = "met" => "met",
        /// It was met late.
        MetLate = "met-late" => "met late",
        /// It was extended; another clock runs on.
        Extended = "extended" => "extended",
        /// It is no longer asked.
        Ended = "ended" => "ended",
    }
}

/// A clock of a case.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CaseClock {
    /// The clock and its working.
    #[serde(flatten)]
    pub clock: Clock,
    /// How it stands.
    pub status: ClockStatus,
    /// The day on which it was met.
    pub met_on: Option<NaiveDate>,
    /// Working days from today to `send_by`; negative when it has passed.
    pub working_days_left: i32,
}

/// What the rule asks next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct NextStep {
    /// The command that does it, as the command line names it, or `write-letter`, `dispatch-letter`, `await-requester`,
    /// `await-office`, `await-reviewer`, `dispose`.
    pub step: String,
    /// What to do, as a person would say it: `Send the request to the system manager`.
    pub words: String,
    /// Why, in a sentence.
    pub why: String,
    /// By when, where a rule or our own suspense sets a day.
    pub by: Option<NaiveDate>,
    /// The paragraph.
    pub cite: String,
    /// The letter to write or to send, for `write-letter` and `dispatch-letter`.
    pub letter: Option<LetterKind>,
    /// The earlier recipient whom it is about.
    pub recipient: Option<u32>,
    /// Who does it, where it is not whoever has the case: `another person than the drafter`.
    pub who: Option<String>,
}

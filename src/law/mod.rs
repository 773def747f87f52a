//! What the statute and the regulations require: calendar, clocks, identity, fees, appeals.
//!
//! Pure: no file, no clock, no database. Numbers, addresses, names and citations stand in the rulebooks
//! (`rulebooks/*.toml`) with the dates on which they hold; the logic stands here, one function for one paragraph.
//! Nothing here knows of cases, letters or windows.

mod appeal;
mod books;
mod calendar;
mod clock;
mod error;
mod fee;
mod identity;
mod in_force;
mod office;
mod pages;
mod rulebook;
mod terms;

pub use appeal::{AppealRight, AppealSubject};
pub use books::{Law, appeal_right};
pub use calendar::{Calendar, DayKind, Reading};
pub use clock::{Clock, ClockRule, CountedDay, DutyOf, Trigger, Unit};
pub use error::LawError;
pub use fee::Fee;
pub use identity::{IdentityAnswer, IdentityQuestion, Requirement};
pub use office::Office;
pub use rulebook::Rulebook;
pub(crate) use terms::terms;
pub use terms::{AgencyId, Capacity, Channel, Evidence, Kind, Sensitivity};

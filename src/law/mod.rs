//! What the statute and the regulations require: calendar, clocks, identity, fees, appeals.
//!
//! Pure: no file, no clock, no database. Numbers, addresses, names and citations stand in the rulebooks
//! (`rulebooks/*.toml`) with the dates on which they hold; the logic stands here, one function for one paragraph.
//! Nothing here knows of cases, letters or windows.

mod calendar; mod clock; mod identity; mod rulebook; mod terms;
pub use calendar::Reading;
pub use clock::{Clock, ClockRule, CountedDay, DutyOf, Trigger, Unit};
pub use identity::{IdentityAnswer, IdentityQuestion, Requirement};
pub use rulebook::{LawError, Office};
pub use terms::{AgencyId, Capacity, Channel, Evidence, Kind, Sensitivity};
pub(crate) use terms::terms;

//! What the statute and the regulations require: calendar, clocks, identity, fees, appeals.
//!
//! Pure: no file, no clock, no database. Numbers, addresses, names and citations stand in the rulebooks
//! (`rulebooks/*.toml`) with the dates on which they hold; the logic stands here, one function for one paragraph.
//! Nothing here knows of cases, letters or windows.

mod appeal;
mod books;
mod calendar;
mod clock;
mod coverage;
mod day_table;
mod disclosure;
mod dual;
mod error;
mod exemption;
mod fee;
mod identity;
mod in_force;
mod listing;
mod misfit;
mod office;
mod overlay;
mod pages;
mod paragraphs;
mod retention;
mod rulebook;
mod second_look;
mod standing;
mod terms;
mod timeline;
mod unconfirmed;
mod wording;

pub use appeal::{AppealRight, AppealSubject, Extension, UnusualCircumstance};
pub use books::{Law, appeal_right};
pub use calendar::{Calendar, Closing, DayKind, Reading};
pub use clock::{Clock, ClockRule, CountedDay, DutyOf, Trigger, Unit};
pub use coverage::{Covered, coverage, coverage_page};
pub use disclosure::{AccountingRule, DisclosureBasis};
pub use dual::{Ground, Verdict, Weighed, WorksheetLine, worksheet};
pub use error::LawError;
pub use exemption::{Exemption, ExemptionSheet, WeighedExemption};
pub use fee::Fee;
pub use identity::{IdentityAnswer, IdentityFacts, IdentityQuestion, Requirement};
pub use listing::{ListedRule, RuleField, RuleKind, RuleVersion, VersionState};
pub use misfit::{Misfit, MisfitRoad, MisfitSign};
pub use office::Office;
pub use overlay::{FieldChange, LONGEST_OVERLAY, OverlayChange};
pub use paragraphs::paragraphs;
pub use retention::{Kept, Retention};
pub use rulebook::Rulebook;
pub use second_look::{DecisionTime, RefusedOn, SecondLook, Suit};
pub use standing::{Relation, Standing};
pub(crate) use terms::terms;
pub use terms::{AgencyId, Capacity, Channel, Evidence, Kind, Sensitivity};
pub use timeline::{ClockEvent, StandingStill, Timeline, Toll};
pub use unconfirmed::UnconfirmedWords;
pub use wording::Wording;

//! The shape of a rulebook as it stands in TOML: which entries there are, and which fields each has.
//!
//! A field that is not named here is refused when a rulebook is read, so that a misspelt word is not silently lost.

use chrono::Weekday;
use serde::Deserialize;

use super::in_force::entry;
use super::{AppealSubject, Capacity, Channel, DutyOf, Evidence, Kind, Sensitivity, Trigger, Unit};

/// The federal rulebook that is compiled in.
pub(super) const FEDERAL: &str = include_str!("rulebooks/federal.toml");
/// The rulebooks of the agencies that are compiled in.
pub(super) const AGENCIES: [&str; 2] = [
    include_str!("rulebooks/usps.toml"),
    include_str!("rulebooks/ssa.toml"),
];

/// The federal rulebook: the calendar, and the clocks of every agency.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FederalPages {
    /// The legal public holidays.
    pub holiday: Vec<HolidayEntry>,
    /// Clocks that every agency has.
    #[serde(default)]
    pub clock: Vec<ClockEntry>,
}

/// The rulebook of one agency.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AgencyPages {
    /// Who the agency is.
    pub agency: AgencyHead,
    /// Its offices.
    pub office: Vec<OfficeEntry>,
    /// Its clocks.
    pub clock: Vec<ClockEntry>,
    /// How long a requester has to complete a request.
    pub cure: Vec<CureEntry>,
    /// Which way a request may come, and why what is asked is asked.
    pub identity_road: Vec<IdentityRoadEntry>,
    /// What must be proved.
    pub identity: Vec<IdentityEntry>,
    /// What copies cost.
    pub fee: Vec<FeeEntry>,
    /// The second look.
    pub appeal: Vec<AppealEntry>,
    /// Which paragraph asks a step of casework.
    #[serde(default)]
    pub steps: Vec<StepEntry>,
}

/// Who the agency is, and which of its offices does what.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AgencyHead {
    /// `usps`.
    pub id: String,
    /// `U.S. Postal Service`.
    pub name: String,
    /// `United States Postal Service`.
    pub full_name: String,
    /// `39 CFR part 266`.
    pub regulation: String,
    /// The key of the privacy office.
    pub privacy_office: String,
    /// The key of the office on the letterhead.
    pub letter_office: String,
    /// The office that helps requesters, in the words of a letter.
    #[serde(default)]
    pub help_office: Option<String>,
}

entry! {
    /// A legal public holiday: a day of a month, or a weekday of a month.
    HolidayEntry {
        /// `Labor Day`.
        name: String,
        /// 1 to 12.
        month: u32,
        /// The day of the month.
        #[serde(default)]
        day: Option<u32>,
        /// The weekday.
        #[serde(default)]
        weekday: Option<Weekday>,
        /// Which of the month's weekdays; the last where there is no number.
        #[serde(default)]
        nth: Option<u8>,
    }
}

entry! {
    /// An office or official.
    OfficeEntry {
        /// The name by which the rulebook speaks of it.
        key: String,
        /// As a letter names it.
        title: String,
        /// Line by line.
        address: Vec<String>,
    }
}

entry! {
    /// A time limit.
    ClockEntry {
        /// The id of the contract.
        id: String,
        /// What must be done.
        name: String,
        /// How many days.
        count: u32,
        /// Which days are counted.
        unit: Unit,
        /// Whose limit.
        duty: DutyOf,
        /// What starts it.
        starts: Trigger,
        /// What meets it; any one of these is enough.
        #[serde(default)]
        met_by: Vec<Trigger>,
        /// The kinds of request that it is for.
        kinds: Vec<Kind>,
    }
}

entry! {
    /// The time to complete a request.
    CureEntry {
        /// Calendar days.
        days: u32,
    }
}

/// The facts under which an entry applies; what is empty applies to all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct When {
    /// What is asked.
    pub kind: Vec<Kind>,
    /// How it came.
    pub channel: Vec<Channel>,
    /// In what capacity.
    pub capacity: Vec<Capacity>,
    /// How sensitive.
    pub sensitivity: Vec<Sensitivity>,
    /// Whether staff know the requester.
    pub personally_known: Option<bool>,
}

entry! {
    /// One road of the identity rule: the first that applies is taken.
    IdentityRoadEntry {
        /// When it applies.
        #[serde(default)]
        when: When,
        /// Whether the request may come this way.
        #[serde(default = "yes")]
        accepted: bool,
        /// The reason, for people.
        why: String,
    }
}

entry! {
    /// One thing to prove: of all entries with the same id, the first that applies is taken.
    IdentityEntry {
        /// `identity`, `relationship`, …
        id: String,
        /// When it applies.
        #[serde(default)]
        when: When,
        /// Any one of these is enough; an empty list is an exception under which nothing is asked.
        any_of: Vec<Evidence>,
        /// One sentence for the screen.
        words: String,
    }
}

entry! {
    /// What copies cost.
    FeeEntry {
        /// Cents for a page.
        cents_per_page: u32,
        /// Pages of one request that cost nothing.
        free_pages: u32,
        /// Whether these pages are free for a second copy too.
        free_pages_for_duplicates: bool,
        /// A total that does not exceed this many cents is not charged.
        free_up_to_cents: u32,
        /// What is never charged, one phrase each.
        never_for: Vec<String>,
    }
}

entry! {
    /// The right to a second look.
    AppealEntry {
        /// Against what.
        of: Vec<AppealSubject>,
        /// `appeal` or `review`.
        name: String,
        /// The key of the office that decides.
        to: String,
        /// Days that the requester has.
        #[serde(default)]
        within: Option<u32>,
        /// How they count.
        #[serde(default)]
        unit: Option<Unit>,
        /// From when.
        #[serde(default)]
        counted_from: Option<String>,
        /// What the letter of appeal should have.
        should_have: Vec<String>,
        /// Whether a statement of disagreement may stand in its place.
        statement_in_lieu: bool,
        /// Further paragraphs that it rests on.
        #[serde(default)]
        and_cites: Vec<String>,
    }
}

entry! {
    /// The paragraph that asks a step of casework.
    StepEntry {
        /// The id of the step: `decide`, `write-letter:grant`.
        step: String,
        /// The kinds of request of which it is asked; all, where there are none.
        #[serde(default)]
        kinds: Vec<Kind>,
    }
}

fn yes() -> bool {
    true
}

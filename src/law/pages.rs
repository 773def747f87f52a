//! The shape of a rulebook as it stands in TOML: which entries there are, and which fields each has.
//!
//! A field that is not named here is refused when a rulebook is read, so that a misspelt word is not silently lost.

use serde::Deserialize;

use super::{
    Kind,
    appeal::AppealEntry,
    calendar::HolidayEntry,
    clock::ClockEntry,
    fee::FeeEntry,
    identity::{IdentityEntry, IdentityRoadEntry},
    in_force::entry,
    office::OfficeEntry,
};

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
    /// The time to complete a request.
    CureEntry {
        /// Calendar days.
        days: u32,
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

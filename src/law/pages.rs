//! The shape of a rulebook as it stands in TOML: which entries there are, and which fields each has.
//!
//! A field that is not named here is refused when a rulebook is read, so that a misspelt word is not silently lost.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{
    Kind, LawError,
    appeal::{AppealEntry, ExtensionEntry, SuitEntry},
    calendar::{ClosedDayEntry, HolidayEntry},
    clock::ClockEntry,
    disclosure::DisclosureEntry,
    exemption::ExemptionEntry,
    fee::FeeEntry,
    identity::{IdentityEntry, IdentityRoadEntry},
    in_force::entry,
    misfit::{MisfitEntry, MisfitSignEntry},
    office::OfficeEntry,
    retention::RetentionEntry,
    second_look::PresumedReceiptEntry,
    standing::StandingEntry,
    wording::WordingEntry,
};

/// The rulebooks of the agencies that are compiled in.
pub(super) const AGENCIES: [&str; 2] =
    [include_str!("rulebooks/usps.toml"), include_str!("rulebooks/ssa.toml")];

/// A rulebook: an agency's, which says whose it is, or the federal one, which holds for every agency.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Pages {
    /// Whose rulebook an overlay corrects: `usps`, or `federal`. A rulebook itself does not say it.
    #[serde(rename = "for")]
    pub corrects: Option<String>,
    /// Whose rulebook it is; the federal one has none.
    pub agency: Option<AgencyHead>,
    /// The short names of sources, with what each stands for.
    pub sources: BTreeMap<String, String>,
    /// The legal public holidays.
    pub holiday: Vec<HolidayEntry>,
    /// The days on which the office is closed; none in the rulebooks that come with the program.
    pub closed_day: Vec<ClosedDayEntry>,
    /// Offices.
    pub office: Vec<OfficeEntry>,
    /// Clocks.
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
    /// How clocks may be extended.
    pub extension: Vec<ExtensionEntry>,
    /// When a mailed letter is taken to have arrived.
    pub presumed_receipt: Vec<PresumedReceiptEntry>,
    /// How long a requester may bring suit.
    pub suit: Vec<SuitEntry>,
    /// Who may act for whom.
    pub standing: Vec<StandingEntry>,
    /// The roads of misfits.
    pub misfit: Vec<MisfitEntry>,
    /// The words that point to a misfit.
    pub misfit_sign: Vec<MisfitSignEntry>,
    /// The exemptions.
    pub exemption: Vec<ExemptionEntry>,
    /// The accounting of disclosures.
    pub disclosure: Vec<DisclosureEntry>,
    /// The schedules for the office's own papers.
    pub retention: Vec<RetentionEntry>,
    /// Words that a rule prescribes.
    pub wording: Vec<WordingEntry>,
    /// Which paragraph asks a step of casework.
    pub steps: Vec<StepEntry>,
}

impl Pages {
    /// Reads a rulebook.
    pub fn read(text: &str) -> Result<Self, LawError> {
        let pages: Self = toml::from_str(text).map_err(|error| LawError::BadRulebook(error.to_string()))?;
        if pages.corrects.is_some() {
            return Err(LawError::BadRulebook(
                "it says “for”, as only a correction of a rulebook does.".into(),
            ));
        }
        Ok(pages)
    }
}

/// Who the agency is, and which of its offices does what.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AgencyHead {
    /// `usps`.
    pub id: String,
    /// `U.S. Postal Service`.
    pub name: String,
    /// `United States Postal Service`.
    pub full_name: String,
    /// Other names under which the Federal Register prints it: `Postal Service`.
    #[serde(default)]
    pub printed_as: Vec<String>,
    /// `39 CFR part 266`.
    pub regulation: String,
    /// The key of the privacy office.
    pub privacy_office: String,
    /// The key of the office on the letterhead.
    pub letter_office: String,
    /// The office that helps requesters: the key of one of its offices, or the words of a letter.
    #[serde(default)]
    pub help_office: Option<String>,
}

entry! {
    /// The time to complete a request.
    CureEntry() {
        /// Calendar days.
        days: u32,
    }
}

entry! {
    /// The paragraph that asks a step of casework.
    StepEntry(step, kinds) {
        /// The id of the step: `decide`, `write-letter:grant`.
        step: String,
        /// The kinds of request of which it is asked; all, where there are none.
        #[serde(default)]
        kinds: Vec<Kind>,
    }
}

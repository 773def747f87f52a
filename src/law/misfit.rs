//! Requests that the Privacy Act does not fit: each has a road of its own, and none of them is a denial.

use serde::Serialize;

use super::{Kind, in_force::entry, terms::terms};

terms! {
    /// Why a request, or a part of it, is not one that the Privacy Act procedure can answer as it stands.
    Misfit {
        /// It asks for everything.
        Blanket = "blanket-request" => "a request for everything",
        /// It contests earnings.
        Earnings = "earnings-record" => "a correction of earnings",
        /// It contests a determination of fact, or evidence in a claim.
        ClaimEvidence = "claim-evidence" => "a contest of claim evidence",
        /// The record is governed by another agency's regulation.
        OtherAgency = "other-agency-record" => "a record of another agency",
        /// The subject has died.
        Deceased = "deceased" => "a record on someone who has died",
        /// The subject is a firm.
        Firm = "firm" => "a record on a firm",
        /// The subject is neither a citizen nor a lawful permanent resident.
        NotAnIndividual = "not-an-individual" => "someone who is no “individual” under the Act",
        /// It reports a new address or name.
        ChangeOfAddress = "change-of-address" => "a change of name or address",
        /// It asks that records be destroyed.
        Disposal = "disposal" => "a request to dispose of records",
    }
}

/// The road of a misfit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct MisfitRoad {
    /// Which misfit.
    pub misfit: Misfit,
    /// Whether the case goes on as a Privacy Act case.
    pub privacy_act_case: bool,
    /// What staff do.
    pub road: String,
    /// What the letter tells the requester.
    pub tell: String,
    /// The clocks that run all the same, by their ids.
    pub clocks: Vec<String>,
    /// The paragraph.
    pub cite: String,
}

entry! {
    /// The road of a misfit.
    MisfitEntry(misfit) {
        /// Which misfit.
        misfit: Misfit,
        /// Whether the case goes on as a Privacy Act case.
        privacy_act_case: bool,
        /// What staff do.
        road: String,
        /// What the letter tells.
        tell: String,
        /// The clocks that run all the same.
        #[serde(default)]
        clocks: Vec<String>,
    }
}

/// Words of a request that point to a misfit. They are an office's own observation, no rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MisfitSign {
    /// Which misfit.
    pub misfit: Misfit,
    /// The kinds of request in which they mean it; every kind where there are none.
    pub kinds: Vec<Kind>,
    /// The phrases, any one of which points to it.
    pub words: Vec<String>,
    /// The phrases beside which it is not meant.
    pub unless: Vec<String>,
}

entry! {
    /// Words that point to a misfit.
    MisfitSignEntry(misfit, kinds) {
        /// Which misfit.
        misfit: Misfit,
        /// The kinds of request in which they mean it; every kind where there are none.
        #[serde(default)]
        kinds: Vec<Kind>,
        /// Phrases: `a|b` is either word, `word*` any word that begins so, `#` a number, `…` up to four words.
        words: Vec<String>,
        /// Phrases beside which it is not meant.
        #[serde(default)]
        unless: Vec<String>,
    }
}

impl From<&MisfitSignEntry> for MisfitSign {
    fn from(entry: &MisfitSignEntry) -> Self {
        Self {
            misfit: entry.misfit,
            kinds: entry.kinds.clone(),
            words: entry.words.clone(),
            unless: entry.unless.clone(),
        }
    }
}

impl From<&MisfitEntry> for MisfitRoad {
    fn from(entry: &MisfitEntry) -> Self {
        Self {
            misfit: entry.misfit,
            privacy_act_case: entry.privacy_act_case,
            road: entry.road.clone(),
            tell: entry.tell.clone(),
            clocks: entry.clocks.clone(),
            cite: entry.cite.clone(),
        }
    }
}

//! Which disclosures are entered in the accounting, and which of them the subject is shown (5 U.S.C. 552a(c)).

use serde::Serialize;

use super::{in_force::entry, terms::terms};

terms! {
    /// On what ground a record was disclosed.
    DisclosureBasis {
        /// To the subject.
        ToSubject = "to-subject" => "to the subject",
        /// With the subject's written consent.
        Consent = "consent" => "with the subject's consent",
        /// To staff or contractors who need it.
        NeedToKnow = "need-to-know" => "to staff who need it",
        /// Required by the Freedom of Information Act.
        Foia = "foia" => "as the Freedom of Information Act requires",
        /// The record is publicly available.
        Public = "public" => "publicly available",
        /// To a law enforcement agency on written request of its head.
        LawEnforcement = "law-enforcement" => "for law enforcement",
        /// A routine use, or any other condition of disclosure.
        Other = "other" => "under another condition of disclosure",
    }
}

/// How a disclosure is accounted for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AccountingRule {
    /// Whether it is entered.
    pub entered: bool,
    /// Whether the subject is shown it on request; where it is not entered, there is nothing to show.
    pub shown: bool,
    /// Whether showing it is at the agency's discretion.
    pub discretionary: bool,
    /// The rule in a sentence.
    pub words: String,
    /// The paragraph.
    pub cite: String,
}

entry! {
    /// How disclosures on these grounds are accounted for.
    DisclosureEntry(basis) {
        /// The grounds.
        basis: Vec<DisclosureBasis>,
        /// Whether they are entered.
        entered: bool,
        /// Whether they are shown.
        shown: bool,
        /// Whether showing them is discretionary.
        #[serde(default)]
        discretionary: bool,
        /// The rule in a sentence.
        words: String,
    }
}

impl From<&DisclosureEntry> for AccountingRule {
    fn from(entry: &DisclosureEntry) -> Self {
        Self {
            entered: entry.entered,
            shown: entry.shown,
            discretionary: entry.discretionary,
            words: entry.words.clone(),
            cite: entry.cite.clone(),
        }
    }
}

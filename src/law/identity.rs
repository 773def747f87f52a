//! Who must prove what: the identity and authority that the rules ask of a requester.

use serde::Serialize;

use super::{AgencyId, Capacity, Channel, Evidence, Kind, Sensitivity};

/// The facts on which the requirement depends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentityQuestion {
    /// Whose rule.
    pub agency: AgencyId,
    /// What is asked for.
    pub kind: Kind,
    /// How the request came.
    pub channel: Channel,
    /// In what capacity the requester asks.
    pub capacity: Capacity,
    /// How sensitive the record is.
    pub sensitivity: Sensitivity,
    /// Whether the staff member knows the requester personally (20 CFR 401.45(a)).
    pub personally_known: bool,
}

/// One thing that must be proved, by any one of the evidence named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Requirement {
    /// `identity`, `false-pretenses`, `relationship`, …
    pub id: String,
    /// Any one of these is enough.
    pub any_of: Vec<Evidence>,
    /// What must be proved, as one sentence for the screen.
    pub words: String,
    /// The paragraph, or the notice, that asks it.
    pub cite: String,
}

/// What the rules ask of this requester.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct IdentityAnswer {
    /// Whether such a request may come this way at all.
    pub channel_accepted: bool,
    /// Whether anything must be proved.
    pub required: bool,
    /// The reason, in a sentence or two.
    pub why: String,
    /// Everything that must be proved; all of these, each by any of its evidence.
    pub requirements: Vec<Requirement>,
    /// The paragraphs that the answer rests on.
    pub cites: Vec<String>,
}

impl IdentityAnswer {
    /// The requirements that the evidence at hand does not meet.
    pub fn unmet<'a>(&'a self, at_hand: &[Evidence]) -> Vec<&'a Requirement> {
        self.requirements
            .iter()
            .filter(|requirement| !requirement.any_of.iter().any(|evidence| at_hand.contains(evidence)))
            .collect()
    }
}

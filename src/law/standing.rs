//! Who may act for whom under the Privacy Act, and who may not without the subject's consent (5 U.S.C. 552a(h)).

use serde::Serialize;

use super::{Capacity, Evidence, in_force::entry, terms::terms};

terms! {
    /// What the person who asks is to the person the records are about.
    Relation {
        /// The person themselves, of age.
        Subject = "subject" => "the subject of the record",
        /// The person themselves, a minor.
        Minor = "minor" => "the subject of the record, a minor",
        /// A parent by birth or adoption.
        Parent = "parent" => "a parent",
        /// A step-parent.
        StepParent = "step-parent" => "a step-parent",
        /// The guardian of a minor.
        GuardianOfMinor = "guardian-of-minor" => "the guardian of a minor",
        /// The legal guardian of an adult whom a court declared incompetent.
        GuardianOfIncompetent = "guardian-of-incompetent-adult" => "the guardian of an adult whom a court declared incompetent",
        /// A guardian for one lawsuit.
        GuardianAdLitem = "guardian-ad-litem" => "a guardian ad litem",
        /// A husband or wife.
        Spouse = "spouse" => "a spouse",
        /// A lawyer.
        Attorney = "attorney" => "an attorney",
        /// Someone who receives benefits for the subject.
        RepresentativePayee = "representative-payee" => "a representative payee",
        /// Someone who represents the subject in a claim.
        AppointedRepresentative = "appointed-representative" => "an appointed representative",
        /// Someone with a power of attorney.
        PowerOfAttorney = "power-of-attorney" => "the holder of a power of attorney",
        /// The executor of an estate.
        Executor = "executor" => "an executor",
        /// A member of Congress who asks for a constituent.
        Congress = "congressional-office" => "a congressional office",
        /// Anyone else.
        Other = "other" => "another person",
    }
}

/// Whether a person may act under the Privacy Act, and if not, which road is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Standing {
    /// Whether the person may ask as of right.
    pub may_act: bool,
    /// In what capacity the request is taken in.
    pub capacity: Capacity,
    /// What shows the right to act, any one of these; empty where nothing beyond identity is needed.
    pub shown_by: Vec<Evidence>,
    /// The reason, and the road that is open.
    pub words: String,
    /// The paragraph.
    pub cite: String,
}

entry! {
    /// Who may act.
    StandingEntry(who) {
        /// What the person is to the subject.
        who: Vec<Relation>,
        /// Whether they may act.
        may_act: bool,
        /// As what the request is taken in.
        capacity: Capacity,
        /// What shows the right.
        #[serde(default)]
        shown_by: Vec<Evidence>,
        /// The reason and the road.
        words: String,
    }
}

impl From<&StandingEntry> for Standing {
    fn from(entry: &StandingEntry) -> Self {
        Self {
            may_act: entry.may_act,
            capacity: entry.capacity,
            shown_by: entry.shown_by.clone(),
            words: entry.words.clone(),
            cite: entry.cite.clone(),
        }
    }
}

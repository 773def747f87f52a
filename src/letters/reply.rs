//! How openly a letter may answer: some answers must not give away whether a record exists.

use super::{LetterFacts, LetterKind};

/// The outcome of a part on which the agency neither confirms nor denies that there is a record.
pub(super) const NEITHER: &str = "neither-confirm-nor-deny";
/// The outcome of a parent's or guardian's request for the medical record of a minor (20 CFR 401.55(c)(2)(iii)).
pub(super) const MINOR_MEDICAL: &str = "minor-medical";

/// How openly the letter answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reply {
    /// Everything is said.
    Open,
    /// Nothing gives away whether there is a record (39 CFR 266.8(b)(2); 20 CFR 401.85).
    Neither,
    /// The prescribed words and no others, whether or not there is a record (20 CFR 401.55(c)(2)(iii)).
    MinorMedical,
}

impl Reply {
    /// The reply that the outcomes of the facts ask for.
    pub(super) fn of(facts: &LetterFacts) -> Self {
        let outcome = |wanted: &str| facts.parts.iter().any(|part| part.outcome == wanted);
        match facts.kind {
            LetterKind::Notification if outcome(MINOR_MEDICAL) => Self::MinorMedical,
            LetterKind::Notification | LetterKind::FinalAccess if outcome(NEITHER) => Self::Neither,
            _ => Self::Open,
        }
    }

    /// The name that the conditions of the clauses know it by.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Neither => "neither",
            Self::MinorMedical => "minor-medical",
        }
    }
}

/// The words that 20 CFR 401.55(c)(2)(iii) prescribes, with the minor's name put in.
pub(super) fn minor_medical_words(minor: &str) -> String {
    format!(
        "We have completed processing your request for notification of or access to {minor}'s medical records. Please be \
         informed that if any medical record was found pertaining to that individual, it has been sent to your designated \
         physician or health professional."
    )
}

//! Which blank forms fit a case: a form proves what the rule still asks for, or answers a refusal to amend.

use super::{Case, Ground, NextStep, why_not};
use crate::law::{Evidence, LawError};
use crate::letters::{FormKind, Language, LetterKind};

/// The letters that refuse an amendment, after which a statement can be filed (5 U.S.C. 552a(d)(3)).
const REFUSING: [LetterKind; 2] = [LetterKind::AmendmentRefused, LetterKind::FinalAmendment];

/// The forms that fit the case as it stands, with what is asked next in it.
///
/// # Errors
/// Where no rulebook answers for the agency and the day.
pub fn forms_that_fit(
    case: &Case,
    next: &[NextStep],
    ground: &Ground<'_>,
) -> Result<Vec<FormKind>, LawError> {
    let identity = case.identity(ground)?;
    let unmet =
        if case.identity_verified.is_some() { Vec::new() } else { identity.unmet(&case.evidence_kinds()) };
    let mut refused = case.letters_of_record().any(|issued| REFUSING.contains(&issued.kind));
    for kind in REFUSING {
        refused = refused || why_not(case, kind, None, Language::English, ground)?.is_none();
    }
    let doctor = next.iter().any(|step| step.step == "name-representative");
    let fits = |form: FormKind| match form {
        FormKind::StatementOfDisagreement => refused,
        FormKind::MedicalRepresentativeDesignation if doctor => true,
        FormKind::Consent if case.needs_consent() => true,
        other => unmet.iter().any(|asked| asked.any_of.iter().any(|evidence| proves(other, *evidence))),
    };
    Ok(FormKind::ALL.iter().copied().filter(|form| fits(*form)).collect())
}

/// The forms that can go with a letter, out of those that fit the case.
pub fn forms_with(kind: LetterKind, fitting: &[FormKind]) -> Vec<FormKind> {
    match kind {
        refusing if REFUSING.contains(&refusing) => vec![FormKind::StatementOfDisagreement],
        LetterKind::ConsentReturned => vec![FormKind::Consent],
        LetterKind::Acknowledgement | LetterKind::Deficiency => {
            let asked = fitting.iter().filter(|form| **form != FormKind::StatementOfDisagreement);
            asked.copied().collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a form, filled in, is this proof (39 CFR 266.5(b)(2), (4); 20 CFR 401.45(b)(5), 401.55, 401.100).
fn proves(form: FormKind, evidence: Evidence) -> bool {
    match form {
        FormKind::CertificationOfIdentity => {
            matches!(evidence, Evidence::CertificationOfIdentity | Evidence::WrittenCertification)
        }
        FormKind::Consent => matches!(evidence, Evidence::Consent | Evidence::PrivacyWaiver),
        FormKind::MedicalRepresentativeDesignation => {
            matches!(evidence, Evidence::MedicalRepresentative | Evidence::HealthProfessionalOutsideFamily)
        }
        FormKind::StatementOfDisagreement => false,
    }
}

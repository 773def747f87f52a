//! Which letter an agency has for which request: the others are refused, with the rule that says so.

use super::reply::{MINOR_MEDICAL, NEITHER};
use super::{Audience, LetterError, LetterFacts, LetterKind};

/// Refuses a letter that the agency does not have, or that does not answer what was asked.
pub(super) fn refuse_what_has_no_form(facts: &LetterFacts) -> Result<(), LetterError> {
    let guarded = |outcome: &str| facts.parts.iter().any(|part| part.outcome == outcome);
    let open =
        !matches!(facts.kind, LetterKind::Notification | LetterKind::FinalAccess | LetterKind::Extension)
            && facts.kind.audience() != Audience::Office;
    if guarded(NEITHER) && open || guarded(MINOR_MEDICAL) && facts.kind != LetterKind::Notification {
        return Err(LetterError::new(
            "This letter would give away whether a record exists. Answer with the letter “Answer to a request for \
             notification”, which does not.",
        ));
    }
    if guarded(MINOR_MEDICAL) && facts.agency != "ssa" {
        return Err(LetterError::new(
            "Only Social Security's rule prescribes words for a minor's medical record (20 CFR 401.55(c)(2)(iii)). Choose \
             another outcome.",
        ));
    }
    match not_of_the_agency(facts).or_else(|| not_of_the_request(facts)) {
        Some(sentence) => Err(LetterError::new(sentence)),
        None => Ok(()),
    }
}

/// Letters that the rule of one agency has and that of the other has not.
fn not_of_the_agency(facts: &LetterFacts) -> Option<&'static str> {
    let amendment = facts.request_kind == "amendment";
    let more_time = facts.delay.as_ref().is_some_and(|delay| delay.more_time.is_some());
    Some(match (facts.kind, facts.agency.as_str()) {
        (LetterKind::Acknowledgement, "ssa") if !amendment => {
            "Social Security's rule asks for no acknowledgement of this kind of request (20 CFR 401.50); only a request for \
             correction is acknowledged (20 CFR 401.65(c)). If the answer takes long, send a delay notice."
        }
        (LetterKind::Delay, "usps") if !more_time => {
            "The Postal Service's rule has no delay notice (39 CFR 266.5). Answer the request, ask for what is missing, or extend \
             the time under the Freedom of Information Act where the circumstances are unusual."
        }
        (LetterKind::Delay, "ssa") if amendment && !more_time => {
            "Social Security's rule has no delay notice for a request for correction (20 CFR 401.65). Acknowledge it, then \
             decide it promptly."
        }
        (LetterKind::ConfidentialSource, "usps") => {
            "Only Social Security's rule prescribes this letter (20 CFR 401.85(c)(3)). The Postal Service denies with the \
             exact subsection (39 CFR 266.5(b)(6), 266.8(b)): choose the letter “Denial of access”."
        }
        (LetterKind::Extension, "usps") if !amendment => {
            "The Postal Service's rule sets no time for the decision on an access appeal (39 CFR 266.6), so there is none to \
             extend. Only the review of a refusal to amend can be extended (5 U.S.C. 552a(d)(3))."
        }
        (LetterKind::MinorNote, "usps") => {
            "Only Social Security's rule has a note to the minor (20 CFR 401.55(c)(2)(iv)). The Postal Service sends a \
             medical record to the doctor whom the requester names (39 CFR 266.5(b)(4))."
        }
        _ => return None,
    })
}

/// Letters that answer another kind of request.
fn not_of_the_request(facts: &LetterFacts) -> Option<&'static str> {
    let amendment = facts.request_kind == "amendment";
    let accounting = facts.request_kind == "accounting of disclosures";
    let of_amendment = matches!(
        facts.kind,
        LetterKind::Amended
            | LetterKind::AmendmentRefused
            | LetterKind::FinalAmendment
            | LetterKind::StatementFiled
    );
    let of_access = matches!(
        facts.kind,
        LetterKind::Grant
            | LetterKind::Notification
            | LetterKind::Denial
            | LetterKind::ConfidentialSource
            | LetterKind::FinalAccess
            | LetterKind::Inspection
            | LetterKind::Accounting
            | LetterKind::MedicalRepresentative
            | LetterKind::MedicalTransmittal
            | LetterKind::MinorNote
    );
    if of_amendment && !amendment {
        return Some(
            "This letter answers a request for amendment, and this case asks for something else. Choose another letter.",
        );
    }
    if of_access && amendment {
        return Some(
            "This letter answers a request for access or notification, and this case asks for an amendment. Choose another \
             letter.",
        );
    }
    if facts.kind == LetterKind::Accounting && !accounting {
        return Some(
            "This letter answers a request for the accounting of disclosures, and this case asks for something else. Choose \
             another letter.",
        );
    }
    let minor = facts.representative.as_ref().is_some_and(|representative| representative.minor);
    if facts.kind == LetterKind::MedicalRepresentative && minor {
        return Some(
            "A parent or guardian who asks for a minor's medical record is answered in prescribed words, whether or not there \
             is one (20 CFR 401.55(c)(2)(iii)). Choose the letter “Answer to a request for notification”, with the outcome \
             for a minor's medical record.",
        );
    }
    None
}

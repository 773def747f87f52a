//! What must still be done before a case can be closed.

use super::super::{AppealOutcome, Case, Ground, Outcome};
use crate::law::{DisclosureBasis, Kind, LawError};

/// Whether earlier recipients of an amended or disputed record still have to be told (5 U.S.C. 552a(c)(4)).
pub(in crate::casework) fn recipients_wait(case: &Case) -> bool {
    !case.changed_on.is_empty() && case.recipients_told.is_none()
}

/// Whether a decision on appeal says that the record is amended, and it was not yet (39 CFR 266.6(a)(3)).
pub(in crate::casework) fn amendment_after_appeal_waits(case: &Case) -> bool {
    case.main_kind() == Kind::Amendment
        && case.appeal().is_some_and(|appeal| {
            appeal.amended.is_none()
                && appeal.decision.as_ref().is_some_and(|made| made.outcome != AppealOutcome::Upheld)
        })
}

/// Whether a statement of disagreement was filed, and the disputed part is not yet marked (5 U.S.C. 552a(d)(4)).
pub(in crate::casework) fn dispute_waits(case: &Case) -> bool {
    case.statement.is_some() && case.dispute_noted.is_none()
}

/// The paragraph under which a disclosure that the case made is still to be entered in the accounting; nothing where none is.
///
/// A medical record that went to the person named, and what a third party got by consent, were disclosed with the subject's
/// consent: one agency accounts for such disclosures, the other does not (39 CFR 266.3(d), 266.5(b)(4); 20 CFR 401.80(a)(2)).
pub(in crate::casework) fn accounting_entry_waits(
    case: &Case,
    ground: &Ground<'_>,
) -> Result<Option<String>, LawError> {
    let Some(made) = &case.determination else { return Ok(None) };
    let to_other = made.parts.iter().any(|part| {
        part.outcome == Outcome::ToRepresentative
            || (part.outcome == Outcome::Granted && case.consent.is_some())
    });
    let sent = case.decision_letter_issued().is_some_and(|letter| letter.dispatched().is_some());
    if !to_other || !sent || !case.disclosures.is_empty() {
        return Ok(None);
    }
    let rule = ground.law.accounting(&case.agency, DisclosureBasis::Consent, case.received)?;
    Ok(rule.entered.then_some(rule.cite))
}

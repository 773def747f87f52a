//! Guided triage: under which law a request is answered, with the reason. A person confirms it.

use serde::Serialize;

use super::{Case, Ground, Road, misfits};
use crate::law::{LawError, Misfit};

/// The road that the program proposes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct TriageOffer {
    /// The road.
    pub road: Road,
    /// What makes the Privacy Act procedure not fit, where something does.
    pub misfit: Option<Misfit>,
    /// Why, in a sentence or two.
    pub why: String,
    /// The paragraph.
    pub cite: String,
}

/// The road that the words, the requester and the kind of request point to.
///
/// Every request for access is weighed under both Acts (39 CFR 266.1; law.md, section 7); where the requester has no right
/// under the Privacy Act, or the words point to a request that it does not answer, another road is proposed.
///
/// # Errors
/// Where no rulebook answers for the agency and the day.
pub fn triage_offer(case: &Case, ground: &Ground<'_>) -> Result<TriageOffer, LawError> {
    let identity = case.identity(ground)?;
    if !identity.has_right {
        let cite = identity.cites.join("; ");
        return Ok(TriageOffer { road: Road::Foia, misfit: None, why: identity.why, cite });
    }
    let offers = misfits(&case.text, &case.kinds, ground.law, &case.agency, case.received)?;
    if let Some(offer) = offers.into_iter().find(|offer| !offer.road.privacy_act_case) {
        let foia = offer.road.clocks.iter().any(|clock| clock.starts_with("foia"));
        return Ok(TriageOffer {
            road: if foia { Road::Foia } else { Road::Neither },
            misfit: Some(offer.road.misfit),
            why: format!("The request says “{}”. {}", offer.found, offer.road.road),
            cite: offer.road.cite,
        });
    }
    if case.is_dual() {
        let cite = ground
            .law
            .rulebook(&case.agency)?
            .step_cite("weigh", case.main_kind(), case.received)
            .unwrap_or_default()
            .to_owned();
        return Ok(TriageOffer {
            road: Road::Both,
            misfit: None,
            why: "A request for access is answered under the Privacy Act, and under the Freedom of Information Act for what the \
                  Privacy Act need not release."
                .to_owned(),
            cite,
        });
    }
    Ok(TriageOffer {
        road: Road::PrivacyAct,
        misfit: None,
        why: "The person asks about records in a system of records, as the Privacy Act lets them.".to_owned(),
        cite: identity.cites.join("; "),
    })
}

//! Whether the system of an open case has changed since the case was routed.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Case, Ground};
use crate::notices::compare;

/// A newer revision of the system than the one that the case was routed by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SystemChanged {
    /// The system's number.
    pub system: String,
    /// The day of the revision that the case was routed by: the one in force on the day of receipt.
    pub routed_by: NaiveDate,
    /// The day of the revision in force now.
    pub now: NaiveDate,
    /// Where the newer revision was published.
    pub cite: Option<String>,
    /// Whether the system has been rescinded.
    pub rescinded: bool,
    /// The headings of the sections that changed.
    pub headings: Vec<String>,
}

/// What changed in the system of an open case since it was routed; nothing where nothing did.
///
/// The case stays with the revision in force on the day of receipt; a person looks whether the change matters.
pub fn system_changed(case: &Case, ground: &Ground<'_>) -> Option<SystemChanged> {
    let routing = case.routing.as_ref().filter(|_| case.closed.is_none())?;
    let now = ground.catalogue.in_force(&routing.system, ground.today)?;
    if now.effective_from <= routing.revision {
        return None;
    }
    let then = ground.catalogue.in_force(&routing.system, routing.revision)?;
    let changed = compare(&then.system, &now.system).into_iter().filter(|section| section.changed);
    Some(SystemChanged {
        system: now.system.number.clone(),
        routed_by: routing.revision,
        now: now.effective_from,
        cite: now.cite.clone(),
        rescinded: now.system.rescinded,
        headings: changed.map(|section| section.heading).collect(),
    })
}

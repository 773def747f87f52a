//! How long the office keeps its own papers on a request. No letter says anything of it.

use chrono::{Months, NaiveDate};
use serde::Serialize;

use super::{in_force::entry, terms::terms};

terms! {
    /// What is kept.
    Kept {
        /// The file of a request for notification or access.
        AccessFile = "access-request-file" => "the file of a request for access",
        /// The file of a request for amendment.
        AmendmentFile = "amendment-request-file" => "the file of a request for amendment",
        /// The accounting of disclosures.
        Accounting = "accounting" => "the accounting of disclosures",
        /// A consent to disclose.
        Consent = "consent" => "a consent to disclose",
        /// The file of an erroneous release.
        ErroneousRelease = "erroneous-release" => "the file of an erroneous release",
    }
}

/// How long something is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Retention {
    /// What is kept.
    pub kept: Kept,
    /// Years; nothing where the office must enter its own schedule.
    pub years: Option<u32>,
    /// From when, in words: `the final agency action`.
    pub after: String,
    /// What may make it longer.
    pub or_longer: Option<String>,
    /// The schedule.
    pub cite: String,
    /// Whether the period was checked against its source; nothing is destroyed on one that was not.
    pub confirmed: bool,
}

impl Retention {
    /// The last day of keeping, counted from `event`; 29 February falls back to 28. Nothing where no period is confirmed.
    ///
    /// What is open in `or_longer`, a pending request or a hold keeps the papers beyond it.
    pub fn kept_through(&self, event: NaiveDate) -> Option<NaiveDate> {
        let years = self.years.filter(|_| self.confirmed)?;
        event.checked_add_months(Months::new(years.checked_mul(12)?))
    }
}

entry! {
    /// A schedule for the office's own papers.
    RetentionEntry(kept) {
        /// What is kept.
        kept: Kept,
        /// Years.
        #[serde(default)]
        years: Option<u32>,
        /// From when.
        after: String,
        /// What may make it longer.
        #[serde(default)]
        or_longer: Option<String>,
    }
}

impl From<&RetentionEntry> for Retention {
    fn from(entry: &RetentionEntry) -> Self {
        Self {
            kept: entry.kept,
            years: entry.years,
            after: entry.after.clone(),
            or_longer: entry.or_longer.clone(),
            cite: entry.cite.clone(),
            confirmed: !entry.unconfirmed,
        }
    }
}

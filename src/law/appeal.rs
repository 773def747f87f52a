//! The second look: to whom a refused requester turns, by when, and what the letter must say of it.

use chrono::{Months, NaiveDate};
use serde::Serialize;

use super::{LawError, Office, Unit, in_force::entry, terms::terms};

terms! {
    /// What was refused.
    AppealSubject {
        /// Notification or access.
        Access = "access" => "a denial of access",
        /// An amendment.
        Amendment = "amendment" => "a refusal to amend",
        /// Nothing: the request was not answered in time (39 CFR 266.6(a)(1)).
        Unanswered = "unanswered" => "a request that nobody answered",
    }
}

terms! {
    /// What makes the circumstances of a request unusual (5 U.S.C. 552(a)(6)(B)(iii)).
    UnusualCircumstance {
        /// The records are at other establishments.
        Elsewhere = "elsewhere" => "records must be collected from other places",
        /// A voluminous amount of separate and distinct records is asked for.
        Volume = "volume" => "a large volume of records must be searched and examined",
        /// Another agency or component has a substantial interest.
        Consultation = "consultation" => "another agency or component must be consulted",
    }
}

/// The right of appeal or review that a letter of denial or refusal must state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AppealRight {
    /// `appeal` or `review`, as the regulation names it.
    pub name: String,
    /// The official who decides, with the postal address.
    pub to: Office,
    /// Days the requester has; nothing where the rule sets none (20 CFR 401.70(b)).
    pub within: Option<u32>,
    /// How these days count.
    pub unit: Option<Unit>,
    /// From when the days run, in words.
    pub counted_from: Option<String>,
    /// What the letter of appeal should have.
    pub should_have: Vec<String>,
    /// Whether a statement of disagreement may be given instead of an appeal (39 CFR 266.5(d)(2)).
    pub statement_in_lieu: bool,
    /// The paragraphs.
    pub cites: Vec<String>,
}

entry! {
    /// The right to a second look.
    AppealEntry(of, component) {
        /// Against what.
        of: Vec<AppealSubject>,
        /// `appeal` or `review`.
        name: String,
        /// The key of the office that decides.
        to: String,
        /// The part of the agency whose decisions go there; the whole agency where there is none.
        #[serde(default)]
        component: Option<String>,
        /// Days that the requester has.
        #[serde(default)]
        within: Option<u32>,
        /// How they count.
        #[serde(default)]
        unit: Option<Unit>,
        /// From when.
        #[serde(default)]
        counted_from: Option<String>,
        /// What the letter of appeal should have.
        should_have: Vec<String>,
        /// Whether a statement of disagreement may stand in its place.
        statement_in_lieu: bool,
        /// Further paragraphs that it rests on.
        #[serde(default)]
        and_cites: Vec<String>,
    }
}

/// How the time for an appeal or review may be extended, and who must agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Extension {
    /// The clock that is extended.
    pub clock: String,
    /// The clock that then runs from the end of the first; nothing where no rule sets the length.
    pub by_clock: Option<String>,
    /// The days that are added to the clock itself; nothing where another clock runs, or no rule sets the length.
    pub adds: Option<(u32, Unit)>,
    /// Who must approve it.
    pub approver: String,
    /// The grounds on which it may be had.
    pub grounds: Vec<String>,
    /// What the notice of it tells.
    pub notice_tells: Vec<String>,
    /// The paragraph.
    pub cite: String,
}

entry! {
    /// How a clock may be extended.
    ExtensionEntry(clock) {
        /// The clock that is extended.
        clock: String,
        /// The clock that then runs.
        #[serde(default)]
        by_clock: Option<String>,
        /// How many days are added to the clock itself.
        #[serde(default)]
        count: Option<u32>,
        /// Which days these are.
        #[serde(default)]
        unit: Option<Unit>,
        /// Who must approve it.
        approver: String,
        /// On what grounds.
        grounds: Vec<String>,
        /// What the notice tells.
        notice_tells: Vec<String>,
    }
}

impl From<&ExtensionEntry> for Extension {
    fn from(entry: &ExtensionEntry) -> Self {
        Self {
            clock: entry.clock.clone(),
            by_clock: entry.by_clock.clone(),
            adds: entry.count.zip(entry.unit),
            approver: entry.approver.clone(),
            grounds: entry.grounds.clone(),
            notice_tells: entry.notice_tells.clone(),
            cite: entry.cite.clone(),
        }
    }
}

entry! {
    /// How long a requester may bring suit.
    SuitEntry() {
        /// Years from the final decision.
        years: u32,
    }
}

impl SuitEntry {
    /// The last day, counted from the final decision; 29 February falls back to 28, the earlier and so the safer day.
    pub(super) fn last_day(&self, decided: NaiveDate) -> Result<NaiveDate, LawError> {
        decided
            .checked_add_months(Months::new(self.years.saturating_mul(12)))
            .ok_or_else(|| LawError::TooLarge(format!("{} years after {decided}", self.years)))
    }
}

//! All rulebooks together: the agencies', and the federal one with the calendar and the clocks that all share.

use chrono::NaiveDate;

use super::{
    AgencyId, AppealRight, AppealSubject, Calendar, Clock, ClockRule, Fee, IdentityAnswer, IdentityQuestion,
    LawError, Rulebook,
    calendar::FEDERAL,
    clock::ClockEntry,
    in_force::{Entry, version_on},
    pages::{AGENCIES, FederalPages},
};

/// What the law says: every question goes through here, and every answer names its paragraph.
#[derive(Debug, Clone)]
pub struct Law {
    calendar: Calendar,
    federal_clocks: Vec<ClockEntry>,
    agencies: Vec<Rulebook>,
}

impl Law {
    /// The rulebooks that come with the program. Reading them takes a moment: keep the result.
    ///
    /// # Errors
    /// [`LawError::BadRulebook`], which a test of this program rules out.
    pub fn built_in() -> Result<Self, LawError> {
        Self::with_rulebooks(FEDERAL, &AGENCIES)
    }

    /// The law of these rulebooks; a third agency is one more rulebook.
    ///
    /// # Errors
    /// [`LawError::BadRulebook`], with the entry and what is wrong with it.
    pub fn with_rulebooks(federal: &str, agencies: &[&str]) -> Result<Self, LawError> {
        let pages: FederalPages =
            toml::from_str(federal).map_err(|error| LawError::BadRulebook(error.to_string()))?;
        pages
            .clock
            .iter()
            .try_for_each(ClockEntry::check)
            .map_err(LawError::BadRulebook)?;
        let calendar = Calendar::from_rules(pages.holiday)?;
        let mut books: Vec<Rulebook> = Vec::with_capacity(agencies.len());
        for text in agencies {
            let book = Rulebook::parse(text)?;
            if books.iter().any(|other| other.id() == book.id()) {
                return Err(LawError::BadRulebook(format!(
                    "there are two rulebooks of “{}”.",
                    book.id()
                )));
            }
            books.push(book);
        }
        Ok(Self {
            calendar,
            federal_clocks: pages.clock,
            agencies: books,
        })
    }

    /// The rulebooks of the agencies, in the order in which they were given.
    pub fn agencies(&self) -> impl Iterator<Item = &Rulebook> {
        self.agencies.iter()
    }

    /// The rulebook of an agency.
    ///
    /// # Errors
    /// [`LawError::NoRulebook`].
    pub fn rulebook(&self, agency: &AgencyId) -> Result<&Rulebook, LawError> {
        self.agencies
            .iter()
            .find(|book| book.id() == agency)
            .ok_or_else(|| LawError::NoRulebook(agency.to_string()))
    }

    /// The federal calendar.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The clocks in force on a day: the agency's, then those that every agency has.
    ///
    /// # Errors
    /// [`LawError::NoRulebook`].
    pub fn clock_rules(&self, agency: &AgencyId, on: NaiveDate) -> Result<Vec<ClockRule>, LawError> {
        let all = self.rulebook(agency)?.clocks().iter().chain(&self.federal_clocks);
        Ok(all
            .filter(|clock| clock.may_be_said_on(on))
            .map(ClockRule::from)
            .collect())
    }

    /// One clock from `from`, day 0, by the rule in force on that day, with its working day by day.
    ///
    /// # Errors
    /// Where there is no such clock, or not on that day.
    pub fn clock(&self, agency: &AgencyId, id: &str, from: NaiveDate) -> Result<Clock, LawError> {
        let all = self.rulebook(agency)?.clocks().iter().chain(&self.federal_clocks);
        let versions = all.filter(|clock| clock.id == id);
        let entry = version_on(versions, agency.as_str(), &format!("clock “{id}”"), from)?;
        ClockRule::from(entry).run(from, &self.calendar)
    }

    /// What a requester must prove, by the rules in force on `on`.
    ///
    /// # Errors
    /// Where there is no rulebook, or it says nothing of such a request on that day.
    pub fn identity(&self, question: &IdentityQuestion, on: NaiveDate) -> Result<IdentityAnswer, LawError> {
        self.rulebook(&question.agency)?.identity(question, on)
    }

    /// The charge for a copy of `pages` pages, or for a second copy of them.
    ///
    /// # Errors
    /// Where there is no rulebook, or no schedule of fees on that day.
    pub fn fee(
        &self,
        agency: &AgencyId,
        pages: u32,
        duplicate: bool,
        on: NaiveDate,
    ) -> Result<Fee, LawError> {
        self.rulebook(agency)?.fee(pages, duplicate, on)
    }
}

/// The right of appeal against a denial or refusal dated `dated`.
///
/// # Errors
/// Where the rulebook has no such right in force on that date.
pub fn appeal_right(
    law: &Law,
    agency: &AgencyId,
    of: AppealSubject,
    dated: NaiveDate,
) -> Result<AppealRight, LawError> {
    law.rulebook(agency)?.appeal(of, dated)
}

//! All rulebooks together: the agencies', and the federal one with the calendar and the clocks that all share.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{
    AccountingRule, AgencyId, AppealRight, AppealSubject, Calendar, Clock, ClockEvent, ClockRule, Closing,
    DisclosureBasis, Exemption, ExemptionSheet, Extension, Fee, IdentityAnswer, IdentityQuestion, Kept, Kind,
    LawError, Misfit, MisfitRoad, MisfitSign, OverlayChange, Relation, Retention, Rulebook, Standing, Suit,
    Timeline, Wording,
    appeal::SuitEntry,
    calendar::FEDERAL,
    clock::ClockEntry,
    in_force::{Entry, version_on},
    listing::{self, ListedRule},
    overlay::{Overlay, refused},
    pages::{AGENCIES, Pages},
    timeline::{first_start, timeline},
};

/// The pages of the federal rulebook and of the agencies' after overlays, and what each overlay changes.
type Laid = (Pages, Vec<Pages>, Vec<Vec<OverlayChange>>);

/// What the law says: every question goes through here, and every answer names its paragraph.
#[derive(Debug, Clone)]
pub struct Law {
    calendar: Calendar,
    federal: Pages,
    agencies: Vec<Rulebook>,
    /// The calendar of each agency's office, in the order of the agencies.
    offices: Vec<Calendar>,
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
        let pages = agencies.iter().map(|text| Pages::read(text)).collect::<Result<_, _>>()?;
        Self::from_pages(Pages::read(federal)?, pages)
    }

    /// The law of rulebooks as read.
    pub(super) fn from_pages(federal: Pages, agencies: Vec<Pages>) -> Result<Self, LawError> {
        federal.clock.iter().try_for_each(ClockEntry::check).map_err(LawError::BadRulebook)?;
        let calendar = Calendar::from_rules(federal.holiday.clone())?;
        let mut books: Vec<Rulebook> = Vec::with_capacity(agencies.len());
        for pages in agencies {
            let book = Rulebook::new(pages)?;
            if books.iter().any(|other| other.id() == book.id()) {
                return Err(LawError::BadRulebook(format!("there are two rulebooks of “{}”.", book.id())));
            }
            books.push(book);
        }
        let offices = books
            .iter()
            .map(|book| {
                let entries = book.pages().closed_day.iter().chain(&federal.closed_day);
                let confirmed = entries.filter(|entry| entry.may_be_said_on(entry.date));
                calendar.with_closings(confirmed.map(Closing::from).collect())
            })
            .collect();
        Ok(Self { calendar, federal, agencies: books, offices })
    }

    /// The same law with an office's corrections laid over it, and what they change, to be shown before they are taken.
    ///
    /// An overlay is TOML: `for = "usps"` (or `federal`), then entries in the shape of that rulebook. Each is a new
    /// version of its rule from its `effective_from` on. The law is checked again as a whole.
    ///
    /// # Errors
    /// [`LawError::Overlay`], with the entry and what is wrong with it.
    pub fn overlaid(&self, overlays: &[&str]) -> Result<(Self, Vec<OverlayChange>), LawError> {
        let named: Vec<(String, &str)> =
            (1..).zip(overlays).map(|(number, text): (u32, _)| (number.to_string(), *text)).collect();
        let named: Vec<(&str, &str)> = named.iter().map(|(name, text)| (name.as_str(), *text)).collect();
        let (law, changes) = self.overlaid_by(&named)?;
        Ok((law, changes.into_iter().flatten().collect()))
    }

    /// The same, where each overlay has a name by which [`Law::rules`] says which rules it laid; the changes overlay by
    /// overlay, each against those before it.
    ///
    /// # Errors
    /// As [`Law::overlaid`].
    pub fn overlaid_by(
        &self,
        overlays: &[(&str, &str)],
    ) -> Result<(Self, Vec<Vec<OverlayChange>>), LawError> {
        let (federal, agencies, changes) = self.lay(overlays)?;
        let law = Self::from_pages(federal, agencies).map_err(|error| match error {
            LawError::BadRulebook(why) => refused(&why),
            other => other,
        })?;
        Ok((law, changes))
    }

    /// What an overlay changes, without checking the law as a whole again: for showing one that was taken.
    ///
    /// # Errors
    /// As [`Law::overlaid`].
    pub fn changes_of(&self, overlay: &str) -> Result<Vec<OverlayChange>, LawError> {
        Ok(self.lay(&[("", overlay)])?.2.into_iter().flatten().collect())
    }

    /// The pages of the federal rulebook and of the agencies' with overlays laid over them.
    fn lay(&self, overlays: &[(&str, &str)]) -> Result<Laid, LawError> {
        let mut federal = self.federal.clone();
        let mut agencies: Vec<Pages> = self.agencies.iter().map(|book| book.pages().clone()).collect();
        let mut changes = Vec::new();
        for (name, text) in overlays {
            let overlay = Overlay::read(text)?;
            let pages = match overlay.rulebook.as_str() {
                "federal" => &mut federal,
                id => agencies
                    .iter_mut()
                    .find(|pages| pages.agency.as_ref().is_some_and(|head| head.id == id))
                    .ok_or_else(|| refused(&format!("there is no rulebook for “{id}”.")))?,
            };
            changes.push(overlay.lay_over(pages, &Arc::from(*name))?);
        }
        Ok((federal, agencies, changes))
    }

    /// Every rule that binds an agency, its own first, then the federal ones, as it stands on `on`, for people to read.
    ///
    /// # Errors
    /// [`LawError::NoRulebook`].
    pub fn rules(&self, agency: &AgencyId, on: NaiveDate) -> Result<Vec<ListedRule>, LawError> {
        let own = self.rulebook_pages(agency)?;
        let mut rules = listing::rules(own, agency.as_str(), on);
        rules.extend(listing::rules(&self.federal, "federal", on));
        rules.sort_by_key(|rule| rule.kind);
        Ok(rules)
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

    /// The calendar of an agency's office: the federal one, with the closed days that the office has entered.
    ///
    /// # Errors
    /// [`LawError::NoRulebook`].
    pub fn calendar_of(&self, agency: &AgencyId) -> Result<&Calendar, LawError> {
        let mut offices = self.agencies.iter().zip(&self.offices);
        offices
            .find(|(book, _)| book.id() == agency)
            .map(|(_, calendar)| calendar)
            .ok_or_else(|| LawError::NoRulebook(agency.to_string()))
    }

    /// The clocks in force on a day: the agency's, then those that every agency has.
    ///
    /// # Errors
    /// [`LawError::NoRulebook`].
    pub fn clock_rules(&self, agency: &AgencyId, on: NaiveDate) -> Result<Vec<ClockRule>, LawError> {
        let all = self.entries(agency, |pages| &pages.clock)?;
        Ok(all.filter(|clock| clock.may_be_said_on(on)).map(ClockRule::from).collect())
    }

    /// One clock from `from`, day 0, by the rule in force on that day, with its working day by day.
    ///
    /// # Errors
    /// Where there is no such clock, or not on that day.
    pub fn clock(&self, agency: &AgencyId, id: &str, from: NaiveDate) -> Result<Clock, LawError> {
        let all = self.entries(agency, |pages| &pages.clock)?;
        let versions = all.filter(|clock| clock.id == id);
        let entry = version_on(versions, agency.as_str(), || format!("clock “{id}”"), from)?;
        entry.run(from, self.calendar_of(agency)?)
    }

    /// One clock under everything that happened to it: perfection, tolling, extensions and their taking back, recorded in
    /// any order. The rule in force on the day on which it started holds.
    ///
    /// # Errors
    /// Where there is no such clock, nothing started it, or its rule was not in force.
    pub fn timeline(&self, agency: &AgencyId, id: &str, events: &[ClockEvent]) -> Result<Timeline, LawError> {
        let started = first_start(events).ok_or_else(|| LawError::NoSuchRule {
            agency: agency.to_string(),
            what: format!("start of the clock “{id}” among these events"),
        })?;
        let versions = self.entries(agency, |pages| &pages.clock)?.filter(|clock| clock.id == id);
        let entry = version_on(versions, agency.as_str(), || format!("clock “{id}”"), started)?;
        timeline(entry, events, self.calendar_of(agency)?)
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

    /// What is never charged, one phrase each.
    ///
    /// # Errors
    /// Where there is no rulebook, or no schedule of fees on that day.
    pub fn never_charged(&self, agency: &AgencyId, on: NaiveDate) -> Result<&[String], LawError> {
        let fees = self.entries(agency, |pages| &pages.fee)?;
        Ok(&version_on(fees, agency.as_str(), || "Schedule of fees".to_owned(), on)?.never_for)
    }

    /// Whether someone may act for the subject, and the road that is open if not.
    ///
    /// # Errors
    /// Where there is no rulebook, or it says nothing of such a person on that day.
    pub fn standing(&self, agency: &AgencyId, who: Relation, on: NaiveDate) -> Result<Standing, LawError> {
        let entries = self.entries(agency, |pages| &pages.standing)?.filter(|entry| entry.who.contains(&who));
        Ok(version_on(entries, agency.as_str(), || format!("rule for {}", who.words()), on)?.into())
    }

    /// The road of a request that the Privacy Act procedure does not fit.
    ///
    /// # Errors
    /// Where there is no rulebook, or it has no such road: the request is then taken as it stands.
    pub fn misfit(&self, agency: &AgencyId, misfit: Misfit, on: NaiveDate) -> Result<MisfitRoad, LawError> {
        let entries = self.entries(agency, |pages| &pages.misfit)?.filter(|entry| entry.misfit == misfit);
        Ok(version_on(entries, agency.as_str(), || format!("road for {}", misfit.words()), on)?.into())
    }

    /// The words that point to a misfit, in force on a day.
    ///
    /// # Errors
    /// [`LawError::NoRulebook`].
    pub fn misfit_signs(&self, agency: &AgencyId, on: NaiveDate) -> Result<Vec<MisfitSign>, LawError> {
        let entries = self.entries(agency, |pages| &pages.misfit_sign)?;
        Ok(entries.filter(|entry| entry.may_be_said_on(on)).map(MisfitSign::from).collect())
    }

    /// The exemptions that an officer may apply to a request of this kind for records of a system, whose notice makes
    /// `notice_claims`: those that the agency's rule claims too, and information compiled for a civil action.
    ///
    /// # Errors
    /// [`LawError::NoRulebook`].
    pub fn exemptions(
        &self,
        agency: &AgencyId,
        system: &str,
        notice_claims: &[String],
        kind: Kind,
        on: NaiveDate,
    ) -> Result<Vec<Exemption>, LawError> {
        let entries = self.entries(agency, |pages| &pages.exemption)?;
        let offered =
            entries.filter(|entry| entry.may_be_said_on(on) && entry.is_offered(system, notice_claims, kind));
        Ok(offered.map(Exemption::from).collect())
    }

    /// Every exemption that the agency's rule, or the statute itself, has for a system that goes by any of `names`, each
    /// with the reason why it is offered or not.
    ///
    /// # Errors
    /// [`LawError::NoRulebook`].
    pub fn exemption_sheet(
        &self,
        agency: &AgencyId,
        names: &[&str],
        notice_claims: &[String],
        kind: Kind,
        on: NaiveDate,
    ) -> Result<ExemptionSheet, LawError> {
        let entries = self.entries(agency, |pages| &pages.exemption)?;
        let in_force = entries.filter(|entry| entry.may_be_said_on(on));
        Ok(ExemptionSheet::of(in_force, names, notice_claims, kind))
    }

    /// The exemptions that the agency's rule has, each with the systems that it names; none for every system.
    ///
    /// # Errors
    /// [`LawError::NoRulebook`].
    pub fn exemption_rules(
        &self,
        agency: &AgencyId,
        on: NaiveDate,
    ) -> Result<Vec<(Exemption, Vec<String>)>, LawError> {
        let entries = self.entries(agency, |pages| &pages.exemption)?;
        let in_force = entries.filter(|entry| entry.may_be_said_on(on));
        Ok(in_force.map(|entry| (Exemption::from(entry), entry.systems.clone())).collect())
    }

    /// How a clock may be extended, and who must approve it.
    ///
    /// # Errors
    /// Where there is no rulebook, or no rule lets this clock be extended.
    pub fn extension(&self, agency: &AgencyId, clock: &str, on: NaiveDate) -> Result<Extension, LawError> {
        let entries = self.entries(agency, |pages| &pages.extension)?.filter(|entry| entry.clock == clock);
        Ok(version_on(entries, agency.as_str(), || format!("extension of the clock “{clock}”"), on)?.into())
    }

    /// The last day on which a requester may bring suit against a final decision, and the paragraph
    /// (5 U.S.C. 552a(g)(5)). A willful misrepresentation by the agency may give longer, which no program can tell.
    ///
    /// # Errors
    /// Where the federal rulebook has no such limit on that day.
    pub fn suit_by(&self, decided: NaiveDate) -> Result<(NaiveDate, String), LawError> {
        let entry = self.suit_entry(decided)?;
        Ok((entry.last_day(decided)?, entry.cite.clone()))
    }

    /// The suit that is open after a final decision, by the rule of that day (5 U.S.C. 552a(g)(5)).
    ///
    /// # Errors
    /// Where the federal rulebook has no such limit on that day.
    pub fn suit(&self, on: NaiveDate) -> Result<Suit, LawError> {
        let entry = self.suit_entry(on)?;
        Ok(Suit {
            years: entry.years,
            words: format!(
                "After the final decision the requester may bring suit in a district court of the United States within \
                 {} years.",
                entry.years
            ),
            cite: entry.cite.clone(),
        })
    }

    fn suit_entry(&self, on: NaiveDate) -> Result<&SuitEntry, LawError> {
        version_on(self.federal.suit.iter(), "federal", || "limit for a suit".to_owned(), on)
    }

    /// Whether a disclosure is entered in the accounting, and whether the subject is shown it.
    ///
    /// # Errors
    /// Where there is no rulebook, or it says nothing of such a disclosure on that day.
    pub fn accounting(
        &self,
        agency: &AgencyId,
        basis: DisclosureBasis,
        on: NaiveDate,
    ) -> Result<AccountingRule, LawError> {
        let entries =
            self.entries(agency, |pages| &pages.disclosure)?.filter(|entry| entry.basis.contains(&basis));
        Ok(version_on(entries, agency.as_str(), || format!("rule for disclosure {}", basis.words()), on)?
            .into())
    }

    /// How long the office keeps its own papers; one that nobody has checked is given too, and says so.
    ///
    /// # Errors
    /// Where there is no rulebook, or no schedule on that day.
    pub fn retention(&self, agency: &AgencyId, kept: Kept, on: NaiveDate) -> Result<Retention, LawError> {
        let mut entries = self.entries(agency, |pages| &pages.retention)?.filter(|entry| entry.kept == kept);
        entries.find(|entry| entry.holds_on(on)).map(Retention::from).ok_or_else(|| LawError::NoSuchRule {
            agency: agency.to_string(),
            what: format!("schedule for {}", kept.words()),
        })
    }

    /// Words that a rule prescribes, by their key: `minor-medical-reply`, `false-pretenses`, `declaration-within`,
    /// `declaration-outside`.
    ///
    /// # Errors
    /// Where there is no rulebook, or it prescribes no such words on that day.
    pub fn wording(&self, agency: &AgencyId, key: &str, on: NaiveDate) -> Result<Wording, LawError> {
        let entries = self.entries(agency, |pages| &pages.wording)?.filter(|entry| entry.key == key);
        Ok(version_on(entries, agency.as_str(), || format!("prescribed words “{key}”"), on)?.into())
    }

    /// The entries of one kind that bind an agency: its own first, then those that bind every agency.
    pub(super) fn entries<'a, T>(
        &'a self,
        agency: &AgencyId,
        of: fn(&'a Pages) -> &'a Vec<T>,
    ) -> Result<impl Iterator<Item = &'a T> + use<'a, T>, LawError>
    where
        T: Entry + 'a,
    {
        let own = of(self.rulebook_pages(agency)?);
        let shared = of(&self.federal);
        Ok(own.iter().chain(shared.iter()))
    }

    fn rulebook_pages(&self, agency: &AgencyId) -> Result<&Pages, LawError> {
        self.rulebook(agency).map(Rulebook::pages)
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

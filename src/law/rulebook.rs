//! The rulebook of one agency: what it says of its offices, clocks, fees, appeals and proof of identity.
//!
//! Which agencies there are, and the clocks that all of them share, stand in `books.rs`.

use chrono::NaiveDate;

use super::{
    AgencyId, AppealRight, AppealSubject, Fee, IdentityAnswer, IdentityQuestion, Kind, LawError, Office,
    clock::ClockEntry,
    identity,
    in_force::{Entry, version_on},
    pages::{AgencyHead, Pages},
};

/// The rules of one agency, each with its citation and the days on which it holds.
#[derive(Debug, Clone)]
pub struct Rulebook {
    id: AgencyId,
    head: AgencyHead,
    pages: Pages,
    privacy_office: Office,
    letter_office: Office,
    cure: (u32, String),
}

impl Rulebook {
    /// Takes a rulebook as read, and refuses one that misses what every agency must have.
    ///
    /// # Errors
    /// [`LawError::BadRulebook`], with the entry and what is wrong with it.
    pub(super) fn new(pages: Pages) -> Result<Self, LawError> {
        let head = pages.agency.clone().ok_or_else(|| {
            LawError::BadRulebook("it does not say whose it is: the table [agency] is missing.".into())
        })?;
        let id = AgencyId::new(head.id.clone());
        let bad = |what: String| LawError::BadRulebook(format!("in the rulebook of “{id}”, {what}"));
        let named = id.as_str().chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if id.as_str().is_empty() || !named {
            return Err(bad("the id must be small letters, digits and hyphens.".into()));
        }
        pages.clock.iter().try_for_each(ClockEntry::check).map_err(&bad)?;
        for office in &pages.office {
            let blank = |line: &String| line.trim().is_empty();
            if blank(&office.title) || office.address.is_empty() || office.address.iter().any(blank) {
                return Err(bad(format!(
                    "the office “{}” needs a title and a postal address, line by line.",
                    office.key
                )));
            }
        }
        let current = |key: &str| {
            pages
                .office
                .iter()
                .filter(|office| office.key == key && !office.unconfirmed)
                .max_by_key(|office| office.effective_from)
                .map(Office::from)
                .ok_or_else(|| bad(format!("there is no confirmed office “{key}”.")))
        };
        let privacy_office = current(&head.privacy_office)?;
        let letter_office = current(&head.letter_office)?;
        for appeal in &pages.appeal {
            current(&appeal.to)?;
            if appeal.within.is_some() != (appeal.unit.is_some() && appeal.counted_from.is_some()) {
                return Err(bad(format!(
                    "the {} needs all of within, unit and counted_from, or none.",
                    appeal.name
                )));
            }
        }
        if let Some(cure) = pages.cure.iter().find(|cure| !(1..=3660).contains(&cure.days)) {
            return Err(bad(format!(
                "the time to complete a request is {} days; it must be 1 to 3660.",
                cure.days
            )));
        }
        let cure = pages
            .cure
            .iter()
            .max_by_key(|cure| cure.effective_from)
            .map(|cure| (cure.days, cure.cite.clone()))
            .ok_or_else(|| bad("there is no time to cure.".into()))?;
        Ok(Self { id, head, pages, privacy_office, letter_office, cure })
    }

    /// The short name: `usps`.
    pub fn id(&self) -> &AgencyId {
        &self.id
    }

    /// The name in running text: `U.S. Postal Service`.
    pub fn name(&self) -> &str {
        &self.head.name
    }

    /// The name on the letterhead: `United States Postal Service`.
    pub fn full_name(&self) -> &str {
        &self.head.full_name
    }

    /// Every name under which notices are printed: both names above, and the Federal Register's own.
    pub fn printed_names(&self) -> Vec<&str> {
        let own = [self.head.name.as_str(), self.head.full_name.as_str()];
        own.into_iter().chain(self.head.printed_as.iter().map(String::as_str)).collect()
    }

    /// The agency's own regulation: `39 CFR part 266`.
    pub fn regulation(&self) -> &str {
        &self.head.regulation
    }

    /// The office that answers for Privacy Act requests, by the newest version.
    pub fn privacy_office(&self) -> Office {
        self.privacy_office.clone()
    }

    /// The office whose name and address the letterhead prints, by the newest version.
    pub fn letter_office(&self) -> Office {
        self.letter_office.clone()
    }

    /// The office that answers for Privacy Act requests, as it stood on a day.
    ///
    /// # Errors
    /// Where no version of it holds that day.
    pub fn privacy_office_on(&self, on: NaiveDate) -> Result<Office, LawError> {
        self.named_office(&self.head.privacy_office, on)
    }

    /// The office that answers for Privacy Act requests, as it stood on a day, or the newest confirmed version where
    /// none is known for that day: a request can be shown on any day.
    pub fn privacy_office_near(&self, on: NaiveDate) -> Office {
        self.privacy_office_on(on).unwrap_or_else(|_| self.privacy_office())
    }

    /// The office on the letterhead, as it stood on a day.
    ///
    /// # Errors
    /// Where no version of it holds that day.
    pub fn letter_office_on(&self, on: NaiveDate) -> Result<Office, LawError> {
        self.named_office(&self.head.letter_office, on)
    }

    fn named_office(&self, key: &str, on: NaiveDate) -> Result<Office, LawError> {
        self.office(key, on)
            .ok_or_else(|| LawError::NotInForce { what: format!("The office “{key}”"), on })
    }

    /// The office that helps requesters, in the words of a letter, where the rule names one (39 CFR 266.5(e)): one of
    /// its offices with its address on that day, or words of the rulebook's own.
    pub fn help_office_on(&self, on: NaiveDate) -> Option<String> {
        let help = self.head.help_office.as_deref()?;
        if self.pages.office.iter().all(|office| office.key != help) {
            return Some(help.to_owned());
        }
        let office = self.office(help, on)?;
        Some(format!("the {}, {}", office.title, office.address.join(", ")))
    }

    /// An office by its key in the rulebook, as it stood on a day; an unconfirmed one is not given.
    pub fn office(&self, key: &str, on: NaiveDate) -> Option<Office> {
        let mut versions = self.pages.office.iter().filter(|office| office.key == key);
        versions.find(|office| office.may_be_said_on(on)).map(Office::from)
    }

    /// The part of the agency with an appeal of its own to which this office belongs, by its key; nothing where the office's
    /// decisions are appealed as the agency's. An office is told by its title, or by the street of the part.
    pub fn component_of(&self, office: &str, address: &str, on: NaiveDate) -> Option<String> {
        let components = self.pages.appeal.iter().filter_map(|right| right.component.as_deref());
        let belongs = |key: &&str| {
            self.office(key, on).is_some_and(|known| {
                known.title == office
                    || known.address.get(1).is_some_and(|street| address.contains(street.as_str()))
            })
        };
        components.into_iter().find(belongs).map(str::to_owned)
    }

    /// How many calendar days a requester has to complete a request, and on what authority.
    pub fn cure_days(&self) -> (u32, String) {
        self.cure.clone()
    }

    /// How many calendar days a requester has to complete a request that is found lacking on `on`, and on what authority.
    ///
    /// # Errors
    /// Where no version of it holds that day.
    pub fn cure_days_on(&self, on: NaiveDate) -> Result<(u32, String), LawError> {
        let rule = || "Time to complete a request".to_owned();
        let cure = version_on(self.pages.cure.iter(), self.id.as_str(), rule, on)?;
        Ok((cure.days, cure.cite.clone()))
    }

    /// The right of appeal or review against a denial or refusal dated `dated`.
    ///
    /// # Errors
    /// Where the rulebook has no such right in force on that date.
    pub fn appeal(&self, of: AppealSubject, dated: NaiveDate) -> Result<AppealRight, LawError> {
        self.appeal_from(None, of, dated)
    }

    /// The same, against a decision of one part of the agency that has an appeal of its own, by its key:
    /// `inspector-general` at the Postal Service.
    ///
    /// # Errors
    /// Where the rulebook has no such right in force on that date.
    pub fn appeal_from(
        &self,
        component: Option<&str>,
        of: AppealSubject,
        dated: NaiveDate,
    ) -> Result<AppealRight, LawError> {
        let rights = self
            .pages
            .appeal
            .iter()
            .filter(|right| right.of.contains(&of) && right.component.as_deref() == component);
        let right = version_on(rights, self.id.as_str(), || format!("Appeal against {}", of.words()), dated)?;
        let to = self.office(&right.to, dated).ok_or_else(|| LawError::NotInForce {
            what: format!("The office that decides the {}", right.name),
            on: dated,
        })?;
        let mut cites = vec![right.cite.clone()];
        cites.extend(right.and_cites.iter().cloned());
        Ok(AppealRight {
            name: right.name.clone(),
            to,
            within: right.within,
            unit: right.unit,
            counted_from: right.counted_from.clone(),
            should_have: right.should_have.clone(),
            statement_in_lieu: right.statement_in_lieu,
            cites,
        })
    }

    /// The paragraph that asks a step of casework for a kind of request; nothing where no rule asks it.
    pub fn step_cite(&self, step: &str, kind: Kind, on: NaiveDate) -> Option<&str> {
        self.pages
            .steps
            .iter()
            .filter(|entry| entry.step == step && (entry.kinds.is_empty() || entry.kinds.contains(&kind)))
            .find(|entry| entry.may_be_said_on(on))
            .map(|entry| entry.cite.as_str())
    }

    /// The charge for a copy of `pages` pages.
    pub(super) fn fee(&self, pages: u32, duplicate: bool, on: NaiveDate) -> Result<Fee, LawError> {
        version_on(self.pages.fee.iter(), self.id.as_str(), || "Schedule of fees".to_owned(), on)?
            .charge(pages, duplicate)
    }

    /// What must be proved.
    pub(super) fn identity(
        &self,
        question: &IdentityQuestion,
        on: NaiveDate,
    ) -> Result<IdentityAnswer, LawError> {
        identity::answer(question, &self.pages.identity_road, &self.pages.identity, on)
    }

    /// All its entries.
    pub(super) fn pages(&self) -> &Pages {
        &self.pages
    }
}

//! Cases on clocks, identity, fees and appeals: the facts, and what must follow.

use chrono::NaiveDate;
use docket::law::{
    AgencyId, AppealSubject, Capacity, Channel, Evidence, IdentityFacts, IdentityQuestion, Kind, Law,
    Sensitivity, Trigger, Unit, appeal_right,
};
use serde::Deserialize;

use super::today;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DueCase {
    pub name: String,
    agency: AgencyId,
    clock: String,
    from: NaiveDate,
    expect: DueExpected,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DueExpected {
    due: NaiveDate,
    due_strict: Option<NaiveDate>,
    send_by: Option<NaiveDate>,
    accept_through: Option<NaiveDate>,
    cite: Option<String>,
    days: Option<usize>,
    skipped: Option<Vec<String>>,
}

impl DueCase {
    pub fn check(&self, law: &Law) {
        let Self { name, expect, .. } = self;
        let clock = law.clock(&self.agency, &self.clock, self.from).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(clock.due, expect.due, "{name}");
        if let Some(strict) = expect.due_strict {
            assert_eq!(clock.due_strict, strict, "{name}: strict");
        }
        if let Some(send_by) = expect.send_by {
            assert_eq!(clock.send_by, send_by, "{name}: send by");
        }
        if expect.accept_through.is_some() {
            assert_eq!(clock.accept_through, expect.accept_through, "{name}: accept through");
        }
        if let Some(cite) = &expect.cite {
            assert_eq!(&clock.cite, cite, "{name}: cite");
        }
        if let Some(days) = expect.days {
            assert_eq!(clock.days.len(), days, "{name}: length of the working");
        }
        if let Some(skipped) = &expect.skipped {
            let found: Vec<String> = clock
                .days
                .iter()
                .filter(|day| day.counted.is_none())
                .map(|day| format!("{} {}", day.date, day.why))
                .collect();
            assert_eq!(&found, skipped, "{name}: days not counted");
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentityCase {
    pub name: String,
    given: IdentityGiven,
    #[serde(default = "accepted")]
    channel_accepted: bool,
    #[serde(default = "accepted")]
    has_right: bool,
    why_has: Option<String>,
    asks: Vec<Asked>,
    cite: Option<String>,
}

fn accepted() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentityGiven {
    agency: AgencyId,
    kind: Kind,
    channel: Channel,
    capacity: Capacity,
    sensitivity: Sensitivity,
    #[serde(default)]
    personally_known: bool,
    #[serde(default)]
    facts: IdentityFacts,
}

#[derive(Deserialize, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    id: String,
    any_of: Vec<Evidence>,
}

impl IdentityCase {
    pub fn check(&self, law: &Law) {
        let Self { name, given, .. } = self;
        let question = IdentityQuestion {
            agency: given.agency.clone(),
            kind: given.kind,
            channel: given.channel,
            capacity: given.capacity,
            sensitivity: given.sensitivity,
            personally_known: given.personally_known,
            facts: given.facts.clone(),
        };
        let answer = law.identity(&question, today()).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(answer.channel_accepted, self.channel_accepted, "{name}: the channel");
        assert_eq!(answer.has_right, self.has_right, "{name}: the right");
        if let Some(words) = &self.why_has {
            assert!(answer.why.contains(words.as_str()), "{name}: “{words}” is not in: {}", answer.why);
        }
        let asked: Vec<Asked> = answer
            .requirements
            .iter()
            .map(|requirement| Asked { id: requirement.id.clone(), any_of: requirement.any_of.clone() })
            .collect();
        assert_eq!(asked, self.asks, "{name}: what is asked");
        if let Some(cite) = &self.cite {
            assert!(answer.cites.contains(cite), "{name}: {cite} is not among {:?}", answer.cites);
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeeCase {
    pub name: String,
    agency: AgencyId,
    pages: u32,
    #[serde(default)]
    duplicate: bool,
    cents: u32,
    free_pages: u32,
    basis: String,
    cite: String,
}

impl FeeCase {
    pub fn check(&self, law: &Law) {
        let fee = law.fee(&self.agency, self.pages, self.duplicate, today()).unwrap();
        assert_eq!((fee.cents, fee.free_pages), (self.cents, self.free_pages), "{}", self.name);
        assert_eq!((&fee.basis, &fee.cite), (&self.basis, &self.cite), "{}", self.name);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppealCase {
    pub name: String,
    agency: AgencyId,
    component: Option<String>,
    of: AppealSubject,
    dated: NaiveDate,
    right: String,
    to: String,
    within: Option<u32>,
    unit: Option<Unit>,
    statement_in_lieu: bool,
    cite: String,
}

impl AppealCase {
    pub fn check(&self, law: &Law) {
        let book = law.rulebook(&self.agency).unwrap();
        let right = match &self.component {
            None => appeal_right(law, &self.agency, self.of, self.dated),
            component => book.appeal_from(component.as_deref(), self.of, self.dated),
        };
        let right = right.unwrap();
        let found = (right.name, right.to.title, right.within, right.unit, right.statement_in_lieu);
        let expected = (self.right.clone(), self.to.clone(), self.within, self.unit, self.statement_in_lieu);
        assert_eq!(found, expected, "{}", self.name);
        assert!(right.cites.contains(&self.cite), "{}: {:?}", self.name, right.cites);
    }
}

/// Which clocks the receipt of a request starts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptCase {
    pub name: String,
    agency: AgencyId,
    kind: Kind,
    clocks: Vec<String>,
}

impl ReceiptCase {
    pub fn check(&self, law: &Law) {
        let rules = law.clock_rules(&self.agency, today()).unwrap();
        let started: Vec<_> = rules
            .into_iter()
            .filter(|rule| rule.starts == Trigger::Receipt && rule.kinds.contains(&self.kind))
            .map(|rule| rule.id)
            .collect();
        assert_eq!(started, self.clocks, "{}", self.name);
    }
}

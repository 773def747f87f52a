//! Cases on roads, exemptions, extensions, accountings and schedules: the facts, and what must follow.

use chrono::NaiveDate;
use docket::law::{AgencyId, Capacity, DisclosureBasis, Evidence, Kept, Kind, Law, Misfit, Relation};
use serde::Deserialize;

use super::today;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MisfitCase {
    pub name: String,
    agency: AgencyId,
    misfit: Misfit,
    privacy_act_case: bool,
    clocks: Vec<String>,
    road_has: Vec<String>,
    cite: String,
}

impl MisfitCase {
    pub fn check(&self, law: &Law) {
        let name = &self.name;
        let road = law.misfit(&self.agency, self.misfit, today()).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!((road.privacy_act_case, &road.clocks), (self.privacy_act_case, &self.clocks), "{name}");
        assert_eq!(road.cite, self.cite, "{name}");
        for words in &self.road_has {
            assert!(road.road.contains(words.as_str()), "{name}: “{words}” is not in: {}", road.road);
        }
        // Nobody may read a misfit as a refusal.
        for word in ["denied your", "we deny", "refuse"] {
            assert!(!road.tell.to_lowercase().contains(word), "{name}: {}", road.tell);
        }
        for clock in &road.clocks {
            assert!(law.clock(&self.agency, clock, today()).is_ok(), "{name}: there is no clock {clock}");
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandingCase {
    pub name: String,
    agency: AgencyId,
    who: Relation,
    may_act: bool,
    capacity: Capacity,
    shown_by: Vec<Evidence>,
    cite: String,
}

impl StandingCase {
    pub fn check(&self, law: &Law) {
        let found = law.standing(&self.agency, self.who, today()).unwrap();
        assert_eq!((found.may_act, found.capacity), (self.may_act, self.capacity), "{}", self.name);
        assert_eq!((&found.shown_by, &found.cite), (&self.shown_by, &self.cite), "{}", self.name);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExemptionCase {
    pub name: String,
    agency: AgencyId,
    system: String,
    notice_claims: Vec<String>,
    kind: Kind,
    offered: Vec<String>,
    rule: Option<String>,
    must_give_has: Option<String>,
    #[serde(default)]
    neither_confirm_nor_deny: bool,
    #[serde(default)]
    counsel_signs: bool,
}

impl ExemptionCase {
    pub fn check(&self, law: &Law) {
        let name = &self.name;
        let found =
            law.exemptions(&self.agency, &self.system, &self.notice_claims, self.kind, today()).unwrap();
        let statutes: Vec<_> = found.iter().map(|exemption| exemption.statute.clone()).collect();
        assert_eq!(statutes, self.offered, "{name}");
        if let Some(rule) = &self.rule {
            assert_eq!(&found[0].rule, rule, "{name}");
        }
        if let Some(words) = &self.must_give_has {
            assert!(found[0].must_give.as_ref().is_some_and(|must| must.contains(words.as_str())), "{name}");
        }
        if let Some(first) = found.first() {
            assert_eq!(first.neither_confirm_nor_deny, self.neither_confirm_nor_deny, "{name}");
            assert_eq!(first.counsel_signs, self.counsel_signs || self.offered.len() == 1, "{name}");
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtensionCase {
    pub name: String,
    agency: AgencyId,
    clock: String,
    by_clock: Option<String>,
    approver_has: String,
    cite: String,
}

impl ExtensionCase {
    pub fn check(&self, law: &Law) {
        let found = law.extension(&self.agency, &self.clock, today()).unwrap();
        assert_eq!((&found.by_clock, &found.cite), (&self.by_clock, &self.cite), "{}", self.name);
        assert!(found.approver.contains(&self.approver_has), "{}: {}", self.name, found.approver);
        assert!(!found.grounds.is_empty() && !found.notice_tells.is_empty(), "{}", self.name);
        if let Some(clock) = &found.by_clock {
            assert!(law.clock(&self.agency, clock, today()).is_ok(), "{}: no clock {clock}", self.name);
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuitCase {
    pub name: String,
    decided: NaiveDate,
    last_day: NaiveDate,
}

impl SuitCase {
    pub fn check(&self, law: &Law) {
        let expected = (self.last_day, "5 U.S.C. 552a(g)(5)".to_owned());
        assert_eq!(law.suit_by(self.decided).unwrap(), expected, "{}", self.name);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountingCase {
    pub name: String,
    agency: AgencyId,
    dated: Option<NaiveDate>,
    basis: DisclosureBasis,
    entered: bool,
    shown: bool,
    #[serde(default)]
    discretionary: bool,
    cite: String,
}

impl AccountingCase {
    pub fn check(&self, law: &Law) {
        let found = law.accounting(&self.agency, self.basis, self.dated.unwrap_or_else(today)).unwrap();
        assert_eq!((found.entered, found.shown), (self.entered, self.shown), "{}", self.name);
        assert_eq!((found.discretionary, &found.cite), (self.discretionary, &self.cite), "{}", self.name);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionCase {
    pub name: String,
    agency: AgencyId,
    kept: Kept,
    event: NaiveDate,
    through: Option<NaiveDate>,
    confirmed: bool,
}

impl RetentionCase {
    pub fn check(&self, law: &Law) {
        let found = law.retention(&self.agency, self.kept, today()).unwrap();
        assert_eq!(
            (found.kept_through(self.event), found.confirmed),
            (self.through, self.confirmed),
            "{}",
            self.name
        );
    }
}

//! A third agency is a new rulebook and no new code; and what nobody has checked is never said.

use docket::law::{
    AgencyId, AppealSubject, Capacity, Channel, IdentityQuestion, Kind, Law, LawError, Relation, Sensitivity,
    Unit, appeal_right,
};

use super::today;

const FEDERAL: &str = include_str!("../../src/law/rulebooks/federal.toml");
const USPS: &str = include_str!("../../src/law/rulebooks/usps.toml");
const SSA: &str = include_str!("../../src/law/rulebooks/ssa.toml");
const TIDE: &str = include_str!("tide.rulebook");

fn law() -> Law {
    Law::with_rulebooks(FEDERAL, &[USPS, SSA, TIDE]).unwrap()
}

fn tide() -> AgencyId {
    AgencyId::new("tide")
}

fn question(channel: Channel) -> IdentityQuestion {
    IdentityQuestion {
        agency: tide(),
        kind: Kind::Access,
        channel,
        capacity: Capacity::OneSelf,
        sensitivity: Sensitivity::Ordinary,
        personally_known: false,
        facts: docket::law::IdentityFacts::default(),
    }
}

#[test]
fn a_new_agency_answers_every_question_from_its_rulebook_alone() {
    let law = law();
    let book = law.rulebook(&tide()).unwrap();
    assert_eq!((book.name(), book.cure_days()), ("Tide Table Commission", (21, "99 CFR 7.3".to_owned())));
    let clock = law.clock(&tide(), "tide-answer", "2026-11-20".parse().unwrap()).unwrap();
    assert_eq!(clock.due, "2026-12-14".parse().unwrap(), "15 working days, but for Thanksgiving");
    let answer = law.identity(&question(Channel::Mail), today()).unwrap();
    assert_eq!(answer.requirements[0].cite, "99 CFR 7.2(a)");
    assert!(!law.identity(&question(Channel::Telephone), today()).unwrap().channel_accepted);
    let fee = law.fee(&tide(), 20, true, today()).unwrap();
    assert_eq!((fee.cents, fee.free_pages), (200, 10));
    let right = appeal_right(&law, &tide(), AppealSubject::Access, today()).unwrap();
    assert_eq!(
        (right.to.title.as_str(), right.within, right.unit),
        ("Board of Review", Some(45), Some(Unit::Working))
    );
}

#[test]
fn a_new_agency_has_the_rules_that_bind_every_agency() {
    let law = law();
    let ids: Vec<_> = law.clock_rules(&tide(), today()).unwrap().into_iter().map(|rule| rule.id).collect();
    assert_eq!(ids, ["tide-answer", "foia-determination"]);
    assert!(!law.standing(&tide(), Relation::Spouse, today()).unwrap().may_act);
    let offered = law.exemptions(&tide(), "TIDE 1", &[], Kind::Access, today()).unwrap();
    assert_eq!(offered.len(), 1, "information compiled for a civil action");
}

#[test]
fn what_nobody_has_checked_is_never_said() {
    let law = law();
    assert!(law.clock(&tide(), "tide-from-memory", today()).is_err());
    let answer = law.identity(&question(Channel::Mail), today()).unwrap();
    assert!(answer.requirements.iter().all(|requirement| requirement.id != "blood-type"));
    // An office from memory cannot even be the privacy office.
    let doubted = TIDE.replacen("source = \"invented\"", "source = \"from memory\"\nunconfirmed = true", 1);
    assert!(matches!(Law::with_rulebooks(FEDERAL, &[&doubted]), Err(LawError::BadRulebook(_))));
}

#[test]
fn no_entry_from_memory_in_the_built_in_rulebooks_is_ever_given_out() {
    let law = law();
    let mut found = 0;
    for (text, agency) in [(FEDERAL, "usps"), (USPS, "usps"), (SSA, "ssa")] {
        let pages: toml::Table = toml::from_str(text).unwrap();
        for (kind, entries) in &pages {
            for entry in entries.as_array().into_iter().flatten() {
                let marked = entry.get("unconfirmed").is_some_and(|mark| mark.as_bool() == Some(true));
                let says_memory = entry["source"].as_str().unwrap().starts_with("from memory");
                assert!(marked || !says_memory, "{kind}: an entry from memory is not marked: {entry}");
                if !marked {
                    continue;
                }
                found += 1;
                let on = entry["effective_from"].as_str().unwrap().parse().unwrap();
                let agency = AgencyId::new(agency);
                match kind.as_str() {
                    "office" => {
                        let key = entry["key"].as_str().unwrap();
                        assert_eq!(law.rulebook(&agency).unwrap().office(key, on), None);
                    }
                    // Neither is ever printed in a letter: a day that is not counted, and the office's own schedule,
                    // which says that it is not confirmed.
                    "holiday" | "retention" => {}
                    other => panic!("decide how an unconfirmed {other} is kept from letters"),
                }
            }
        }
    }
    assert!(found > 0, "the marks have gone");
}

#[test]
fn a_rulebook_with_a_fault_is_refused_and_says_where() {
    for (right, wrong, says) in [
        ("count = 15", "count = 0", "tide-answer"),
        ("unit = \"working\"\nduty", "unit = \"lunar\"\nduty", "lunar"),
        ("id = \"tide\"", "id = \"Tide Board\"", "small letters"),
        ("to = \"board\"", "to = \"nobody\"", "nobody"),
        ("within = 45\n", "", "within"),
        ("free_pages = 10", "free_pagse = 10", "free_pagse"),
    ] {
        assert!(TIDE.contains(right), "{right}");
        let faulty = TIDE.replacen(right, wrong, 1);
        let error = Law::with_rulebooks(FEDERAL, &[&faulty]).unwrap_err().to_string();
        assert!(error.contains(says), "{says}: {error}");
    }
    let twice = Law::with_rulebooks(FEDERAL, &[TIDE, TIDE]).unwrap_err().to_string();
    assert!(twice.contains("two rulebooks"), "{twice}");
}

//! Every fact points to its words: the place lies in its section, and has the words of the fact.

use docket::notices::{self, SystemText};
use proptest::prelude::*;

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The words of the fact that a place names; nothing for a sentence of the notice itself.
fn fact<'s>(system: &'s SystemText, name: &str) -> Option<&'s str> {
    let parts: Vec<&str> = name.split('/').collect();
    let at = |index: usize| {
        parts.get(index).and_then(|part| part.parse::<usize>().ok()).expect("a place in a list")
    };
    let list = |list: &'s [String]| list.get(at(1)).map(String::as_str).expect("a fact");
    match (parts[0], parts.get(2).copied()) {
        ("managers", None) => Some(&system.managers[at(1)].title),
        ("managers", _) => system.managers[at(1)].scope.as_deref(),
        ("notification", None) => Some(&system.notification[at(1)].quote),
        ("notification", Some("office")) => Some(&system.notification[at(1)].office),
        ("notification", Some("subject")) => system.notification[at(1)].subject.as_deref(),
        ("notification", _) => {
            let particular = system.notification[at(1)].particulars[at(3)].as_str();
            // Proof of identity is kept in one form of words for all notices.
            (!notices::is_evidence(particular)).then_some(particular)
        }
        ("locations", _) => Some(list(&system.locations)),
        ("retrieval_identifiers", _) => Some(list(&system.retrieval_identifiers)),
        ("access_cites", _) => Some(list(&system.access_cites)),
        ("contest_cites", _) => Some(list(&system.contest_cites)),
        ("exemptions", _) => Some(list(&system.exemptions)),
        ("history", _) => Some(list(&system.history)),
        other => panic!("no such fact: {other:?}"),
    }
}

fn check(system: &SystemText) {
    for place in &system.places {
        let section = system.section(&place.section).expect("the section of a place");
        assert!(place.start < place.end && place.end <= section.chars().count(), "{place:?}");
        let there = system.words_at(place).expect("words at the place");
        if let Some(fact) = fact(system, &place.fact) {
            let mut found = words(there);
            for word in words(fact) {
                let at = found.iter().position(|known| *known == word);
                assert!(at.is_some(), "{place:?} “{there}” lacks “{word}” of “{fact}”");
                found.remove(at.expect("there"));
            }
        }
    }
}

#[test]
fn every_fact_of_the_invented_notices_has_its_place() {
    for (name, text) in [
        ("lighthouse-a108.md", include_str!("../fixtures/notices/lighthouse-a108.md")),
        ("register.txt", include_str!("../fixtures/notices/register.txt")),
        ("page.html", include_str!("../fixtures/notices/page.html")),
        ("issuance.xml", include_str!("../fixtures/notices/issuance.xml")),
    ] {
        for system in &notices::read_text(name, text).expect("read").systems {
            check(system);
            let has = |fact: &str| system.places.iter().any(|place| place.fact == fact);
            for (index, _) in system.managers.iter().enumerate() {
                assert!(has(&format!("managers/{index}")), "{name} {}", system.number);
            }
            for (index, rule) in system.notification.iter().enumerate() {
                assert!(has(&format!("notification/{index}")), "{name} {}: {}", system.number, rule.quote);
                for at in 0..rule.particulars.len() {
                    assert!(has(&format!("notification/{index}/particulars/{at}")), "{name} {rule:?}");
                }
            }
            for at in 0..system.exemptions.len() {
                assert!(has(&format!("exemptions/{at}")), "{name} {}", system.number);
            }
        }
    }
}

#[test]
fn a_place_is_the_shortest_stretch_of_the_published_words() {
    let text = include_str!("../fixtures/notices/register.txt");
    let read = notices::read_text("register.txt", text).expect("read");
    let system = &read.systems[0];
    let at = |fact: &str| {
        let place = system.places.iter().find(|place| place.fact == fact).expect(fact);
        (place.section.as_str(), system.words_at(place).expect("words"))
    };
    assert_eq!(at("exemptions/0"), ("exemptions", "5 U.S.C. 552a(k)(2"));
    assert_eq!(at("contest_cites/0"), ("contesting_record_procedures", "33 CFR part 199"));
    assert_eq!(at("notification/0/particulars/1").0, "notification_procedure");
}

/// In the development set, nearly every fact is found in its words.
#[test]
fn facts_of_the_development_set_have_places() {
    let Some(folder) = super::shared() else { return };
    let (mut found, mut all) = (0, 0);
    for name in [
        "usps-890.000-2020-06-01.txt",
        "usps-890.000-and-100.600-later.txt",
        "ssa-60-0383-2017-08-03.txt",
        "real/FRTIB-SORNS-2018.md",
        "real/DOD-DHA20-2016.xml",
        "real/DOE-FERC22-2024.xml",
        "real/FHFA-14-2016.xml",
        "real/USPS-550.100-2023.xml",
    ] {
        let bytes = std::fs::read(folder.join(name)).expect("opened");
        for system in &notices::read_bytes(name, &bytes).expect("read").systems {
            check(system);
            let has = |fact: String| system.places.iter().any(|place| place.fact == fact);
            let lists = [
                ("managers", system.managers.len()),
                ("notification", system.notification.len()),
                ("retrieval_identifiers", system.retrieval_identifiers.len()),
                ("access_cites", system.access_cites.len()),
                ("contest_cites", system.contest_cites.len()),
                ("exemptions", system.exemptions.len()),
            ];
            for (field, count) in lists {
                for at in 0..count {
                    all += 1;
                    if has(format!("{field}/{at}")) {
                        found += 1;
                    } else {
                        println!("  {name} {}: {field}/{at} has no place", system.number);
                    }
                }
            }
        }
    }
    println!("places: {found} of {all}");
    assert!(found * 100 >= all * 98, "{found} of {all}");
}

/// A revision that was stored before places were kept is read as one without them.
#[test]
fn a_stored_revision_without_places_is_still_read() {
    let text = include_str!("../fixtures/notices/register.txt");
    let read = notices::read_text("register.txt", text).expect("read");
    let mut stored = serde_json::to_value(&read.systems[0]).expect("json");
    let fields = stored.as_object_mut().expect("an object");
    fields.remove("places");
    fields.remove("appendices");
    for manager in fields["managers"].as_array_mut().expect("managers") {
        manager.as_object_mut().expect("a manager").remove("scope");
    }
    for rule in fields["notification"].as_array_mut().expect("rules") {
        rule.as_object_mut().expect("a rule").remove("resolved");
    }
    let old: SystemText = serde_json::from_value(stored).expect("readable");
    assert_eq!(old.managers, read.systems[0].managers);
    assert!(old.places.is_empty() && !read.systems[0].places.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn places_lie_in_their_sections(pieces in proptest::collection::vec(super::forms::piece(), 0..40)) {
        if let Ok(read) = notices::read_text("any", &pieces.concat()) {
            read.systems.iter().for_each(check);
        }
    }
}

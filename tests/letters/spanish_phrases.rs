//! Every phrase that the rulebooks, the notices of the program and its own lists can put into a letter has its Spanish.
//!
//! The walk goes over the real rules, version by version, so that a phrase that somebody adds or changes is found here.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use docket::casework::Outcome;
use docket::law::{
    AgencyId, AppealSubject, Capacity, Channel, IdentityFacts, IdentityQuestion, Kind, Law, Misfit, Relation,
    RuleKind, Rulebook, Sensitivity, UnusualCircumstance,
};
use docket::letters::samples::facts;
use docket::letters::{Language, LetterKind, Missing, compose_in};
use docket::notices::Catalogue;
use docket::routing::particulars_missing;

use crate::{book, day};

/// The phrases that have no Spanish; an empty walk is a fault of the walk.
fn without_spanish(phrases: Vec<String>) -> Vec<String> {
    assert!(!phrases.is_empty(), "the walk found no phrase");
    let book = book();
    let all: BTreeSet<String> = phrases.into_iter().collect();
    all.into_iter().filter(|english| book.in_spanish(english).is_none()).collect()
}

fn assert_has_spanish(phrases: Vec<String>) {
    assert_eq!(
        without_spanish(phrases),
        Vec::<String>::new(),
        "these have no Spanish in clauses/spanish.toml"
    );
}

/// What each version of the rules of a kind says in a field, with the day on which it begins.
fn listed(law: &Law, agency: &AgencyId, kind: RuleKind, field: &str) -> BTreeSet<(NaiveDate, String)> {
    let rules = law.rules(agency, day(2026, 11, 22)).unwrap();
    let versions = rules.iter().filter(|rule| rule.kind == kind).flat_map(|rule| &rule.versions);
    versions
        .flat_map(|version| version.fields.iter().map(move |said| (version.from, said)))
        .filter(|(_, said)| said.field == field)
        .map(|(from, said)| (from, said.value.clone()))
        .collect()
}

/// What is said under the rules of a kind, asked of each agency on each day on which one of them begins.
fn walked(kind: RuleKind, said: impl Fn(&Law, &Rulebook, NaiveDate) -> Vec<String>) -> Vec<String> {
    let law = Law::built_in().unwrap();
    let mut all = Vec::new();
    for rules in law.agencies() {
        let listed = law.rules(rules.id(), day(2026, 11, 22)).unwrap();
        let versions = listed.iter().filter(|rule| rule.kind == kind).flat_map(|rule| &rule.versions);
        let begins: BTreeSet<NaiveDate> = versions.map(|version| version.from).collect();
        for on in begins {
            all.extend(said(&law, rules, on));
        }
    }
    all
}

/// Every question of identity that changes what is asked.
fn questions(agency: &AgencyId) -> Vec<IdentityQuestion> {
    let relations = [None, Some(Relation::GuardianOfMinor), Some(Relation::GuardianOfIncompetent)];
    let mut questions = Vec::new();
    for kind in Kind::ALL {
        for channel in Channel::ALL {
            for capacity in Capacity::ALL {
                for sensitivity in Sensitivity::ALL {
                    for relation in relations {
                        for flags in 0..4 {
                            questions.push(IdentityQuestion {
                                agency: agency.clone(),
                                kind: *kind,
                                channel: *channel,
                                capacity: *capacity,
                                sensitivity: *sensitivity,
                                personally_known: flags & 1 == 1,
                                facts: IdentityFacts {
                                    relation,
                                    relationship_on_file: flags & 2 == 2,
                                    ..IdentityFacts::default()
                                },
                            });
                        }
                    }
                }
            }
        }
    }
    questions
}

#[test]
fn what_a_requester_must_prove_has_spanish() {
    let mut asked = walked(RuleKind::Identity, |law, rules, on| {
        let questions = questions(rules.id());
        let answers = questions.iter().filter_map(|question| law.identity(question, on).ok());
        answers.flat_map(|answer| answer.requirements).map(|requirement| requirement.words).collect()
    });
    // Each entry by itself as well, should it be reached by no question of this list; one that asks nothing is never said.
    let law = Law::built_in().unwrap();
    for rules in law.agencies() {
        for rule in law.rules(rules.id(), day(2026, 11, 22)).unwrap() {
            for version in rule.versions.iter().filter(|_| rule.kind == RuleKind::Identity) {
                let said = |name: &str| version.fields.iter().find(|said| said.field == name);
                asked.extend(said("any_of").and(said("words")).map(|said| said.value.clone()));
            }
        }
    }
    assert_has_spanish(asked);
}

#[test]
fn a_letter_that_asks_for_proof_has_no_english_in_what_it_asks() {
    let law = Law::built_in().unwrap();
    for rules in law.agencies() {
        let mut given = facts(LetterKind::Deficiency, rules.id().as_str());
        given.missing = questions(rules.id())
            .iter()
            .filter_map(|question| law.identity(question, day(2026, 11, 22)).ok())
            .flat_map(|answer| answer.requirements)
            .map(|asked| (asked.words, asked.cite))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .map(|(what, cite)| Missing { what, cite })
            .collect();
        let letter = compose_in(&book(), &given, Language::Spanish).unwrap();
        let list = letter.blocks.iter().find(|block| block.clause == "deficiency.missing").unwrap();
        assert_eq!(list.text.len(), given.missing.len());
        let english: Vec<_> = list.text.iter().filter(|item| item.contains('“')).collect();
        assert!(english.is_empty(), "{english:?}");
    }
}

#[test]
fn the_reasons_of_exemptions_have_spanish() {
    assert_has_spanish(walked(RuleKind::Exemption, |law, rules, on| {
        let exemptions = law.exemption_rules(rules.id(), on).unwrap();
        exemptions
            .into_iter()
            .flat_map(|(exemption, _)| std::iter::once(exemption.reason).chain(exemption.must_give))
            .collect()
    }));
}

#[test]
fn the_other_roads_of_a_request_have_spanish() {
    assert_has_spanish(walked(RuleKind::Misfit, |law, rules, on| {
        let roads = Misfit::ALL.iter().filter_map(|misfit| law.misfit(rules.id(), *misfit, on).ok());
        roads.map(|road| road.tell).collect()
    }));
}

#[test]
fn appeals_reviews_and_their_times_have_spanish() {
    assert_has_spanish(walked(RuleKind::Appeal, |law, rules, on| {
        let of_a_part = listed(law, rules.id(), RuleKind::Appeal, "component");
        let parts: Vec<Option<&str>> =
            std::iter::once(None).chain(of_a_part.iter().map(|(_, part)| Some(part.as_str()))).collect();
        let mut said = Vec::new();
        for (part, of) in parts.iter().flat_map(|part| AppealSubject::ALL.iter().map(move |of| (*part, *of)))
        {
            let Ok(right) = rules.appeal_from(part, of, on) else { continue };
            said.extend(right.should_have);
            said.extend(right.counted_from);
            let within = right.within.zip(right.unit);
            said.extend(within.map(|(count, unit)| format!("{count} {}", unit.words())));
        }
        said
    }));
}

#[test]
fn more_time_and_its_grounds_have_spanish() {
    assert_has_spanish(walked(RuleKind::Extension, |law, rules, on| {
        let clocks = listed(law, rules.id(), RuleKind::Extension, "clock");
        let mut said = Vec::new();
        for (_, clock) in &clocks {
            let Ok(extension) = law.extension(rules.id(), clock, on) else { continue };
            said.extend(extension.grounds);
            said.extend(extension.adds.map(|(count, unit)| format!("{count} {}", unit.words())));
        }
        said
    }));
}

#[test]
fn the_charge_for_copies_has_spanish_however_it_was_reckoned() {
    let reckoned = walked(RuleKind::Fee, |law, rules, on| {
        let copies = [1, 2, 12, 100, 101, 250, 251, 5000]
            .into_iter()
            .flat_map(|pages| [(pages, false), (pages, true)]);
        copies
            .filter_map(|(pages, again)| law.fee(rules.id(), pages, again, on).ok())
            .map(|fee| fee.basis)
            .collect()
    });
    for way in ["are free.", "up to $", " free, at $"] {
        assert!(reckoned.iter().any(|basis| basis.contains(way)), "no charge is reckoned “{way}”");
    }
    assert_has_spanish(reckoned);
}

#[test]
fn the_office_that_helps_is_named_with_no_english_around_it() {
    let offices = walked(RuleKind::Office, |_, rules, on| rules.help_office_on(on).into_iter().collect());
    assert!(offices.len() > 1, "{offices:?}");
    for office in offices {
        let mut given = facts(LetterKind::Deficiency, "usps");
        given.help_office = Some(office.clone());
        let letter = compose_in(&book(), &given, Language::Spanish).unwrap();
        let help = letter.blocks.iter().find(|block| block.clause == "closing.help").unwrap();
        assert!(!help.text[0].contains('“') && !help.text[0].contains(" the "), "{}", help.text[0]);
        assert!(!help.text[0].contains(" your "), "{}", help.text[0]);
    }
}

#[test]
fn what_the_notices_of_the_program_ask_has_spanish() {
    let catalogue = Catalogue::built_in().unwrap();
    let rules = catalogue.all().flat_map(|revision| &revision.system.notification);
    assert_has_spanish(rules.flat_map(|rule| particulars_missing(rule, &[])).collect());
}

#[test]
fn the_words_of_the_lists_have_spanish() {
    let channels = Channel::ALL.iter().map(|channel| channel.words());
    let unusual = UnusualCircumstance::ALL.iter().map(|unusual| unusual.words());
    let outcomes = Outcome::ALL.iter().map(|outcome| outcome.as_str());
    assert_has_spanish(channels.chain(unusual).chain(outcomes).map(str::to_owned).collect());
}

//! Closed days of an office: they move its own target to an earlier day, and never a date that a rule sets.

use chrono::NaiveDate;
use docket::law::{AgencyId, ClockEvent, Law};

/// Closings by executive order that are on record; the program comes with none of them.
const ORDERED: [(&str, &str); 6] = [
    ("2007-12-24", "Executive Order 13453"),
    ("2008-12-26", "executive order of December 2008"),
    ("2020-12-24", "executive order of December 2020"),
    ("2025-01-09", "executive order of 30 December 2024, national day of mourning"),
    ("2025-12-24", "executive order of December 2025"),
    ("2025-12-26", "executive order of December 2025"),
];

fn overlay(rulebook: &str, days: &[(&str, &str)]) -> String {
    let mut text = format!("for = \"{rulebook}\"\n");
    for (date, order) in days {
        text.push_str(&format!(
            "[[closed_day]]\ndate = \"{date}\"\nname = \"closed by executive order\"\ncite = \"{order}\"\n\
             effective_from = \"{date}\"\nsource = \"entered by the office\"\n"
        ));
    }
    text
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn ssa() -> AgencyId {
    AgencyId::new("ssa")
}

#[test]
fn a_correction_received_before_two_closings_is_still_due_on_the_same_day() {
    let plain = Law::built_in().unwrap();
    let (closed, _) = plain.overlaid(&[&overlay("ssa", &ORDERED)]).unwrap();
    let clock = |law: &Law| law.clock(&ssa(), "ssa-amendment-acknowledge", day("2025-12-15")).unwrap();
    let (before, after) = (clock(&plain), clock(&closed));
    assert_eq!((after.due, after.due_strict), (day("2025-12-30"), day("2025-12-30")));
    assert_eq!(after, before, "closings before the last day change nothing at all");
    let counted: Vec<_> = after.days.iter().filter(|day| day.counted.is_some()).map(|day| day.date).collect();
    assert!(counted.contains(&day("2025-12-24")) && counted.contains(&day("2025-12-26")));
}

#[test]
fn a_closing_on_the_last_day_moves_only_the_target_and_the_answer_says_by_which() {
    let (law, changes) = Law::built_in().unwrap().overlaid(&[&overlay("ssa", &ORDERED)]).unwrap();
    assert!(changes.iter().all(|change| change.kind == "closed_day" && change.new));
    let clock = law.clock(&ssa(), "ssa-amendment-acknowledge", day("2025-12-11")).unwrap();
    assert_eq!((clock.due, clock.due_strict), (day("2025-12-26"), day("2025-12-26")));
    // The 26th is closed, the 25th is Christmas, the 24th is closed too.
    assert_eq!(clock.send_by, day("2025-12-23"));
    let passed: Vec<_> = clock.closings.iter().map(|closing| closing.date).collect();
    assert_eq!(passed, [day("2025-12-26"), day("2025-12-24")]);
    assert_eq!(clock.closings[0].cite, "executive order of December 2025");
    let line = law
        .timeline(&ssa(), "ssa-amendment-acknowledge", &[ClockEvent::Started { on: day("2025-12-11") }])
        .unwrap();
    assert_eq!((line.due, line.send_by), (Some(day("2025-12-26")), Some(day("2025-12-23"))));
}

#[test]
fn the_program_comes_with_no_closing_and_an_office_s_closing_is_its_own() {
    let plain = Law::built_in().unwrap();
    let federal_text = include_str!("../../src/law/rulebooks/federal.toml");
    assert!(!federal_text.contains("[[closed_day]]"));
    let (law, _) = plain.overlaid(&[&overlay("ssa", &[("2026-12-24", "an order yet to come")])]).unwrap();
    let usps = law.clock(&AgencyId::new("usps"), "usps-acknowledge", day("2026-12-14")).unwrap();
    assert_eq!((usps.due, usps.send_by), (day("2026-12-24"), day("2026-12-24")));
    // One entered for every agency holds for each of them.
    let (law, _) = plain.overlaid(&[&overlay("federal", &[("2026-12-24", "an order yet to come")])]).unwrap();
    let usps = law.clock(&AgencyId::new("usps"), "usps-acknowledge", day("2026-12-14")).unwrap();
    assert_eq!((usps.due, usps.send_by), (day("2026-12-24"), day("2026-12-23")));
}

#[test]
fn inauguration_day_is_off_until_an_office_enters_it() {
    let plain = Law::built_in().unwrap();
    let clock = |law: &Law| law.clock(&ssa(), "ssa-amendment-acknowledge", day("2033-01-05")).unwrap();
    assert_eq!((clock(&plain).due, clock(&plain).send_by), (day("2033-01-20"), day("2033-01-20")));
    let (law, _) = plain.overlaid(&[&overlay("ssa", &[("2033-01-20", "5 U.S.C. 6103(c)")])]).unwrap();
    assert_eq!((clock(&law).due, clock(&law).send_by), (day("2033-01-20"), day("2033-01-19")));
}

#[test]
fn no_closing_ever_moves_a_due_date_or_takes_time_from_the_requester() {
    let plain = Law::built_in().unwrap();
    let every_friday: Vec<String> =
        day("2026-01-02").iter_weeks().take(104).map(|date| date.to_string()).collect();
    let fridays: Vec<(&str, &str)> =
        every_friday.iter().map(|date| (date.as_str(), "an invented order")).collect();
    let (law, _) = plain.overlaid(&[&overlay("federal", &fridays)]).unwrap();
    for book in plain.agencies() {
        for rule in plain.clock_rules(book.id(), day("2026-01-05")).unwrap() {
            for from in day("2026-01-05").iter_days().take(300) {
                let (before, after) = (
                    plain.clock(book.id(), &rule.id, from).unwrap(),
                    law.clock(book.id(), &rule.id, from).unwrap(),
                );
                assert_eq!(
                    (before.due, before.due_strict, &before.days),
                    (after.due, after.due_strict, &after.days)
                );
                assert_eq!(before.accept_through, after.accept_through);
                assert!(after.send_by <= before.send_by, "{} from {from}", rule.id);
                if rule.duty == docket::law::DutyOf::Requester {
                    assert_eq!(before.send_by, after.send_by);
                }
            }
        }
    }
}

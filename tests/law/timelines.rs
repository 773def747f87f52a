//! Tolling, perfection, extension and its taking back: the same events give the same dates in whatever order.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use docket::law::{AgencyId, ClockEvent, Law, Timeline, Toll, Unit};
use proptest::prelude::*;

static LAW: LazyLock<Law> = LazyLock::new(|| Law::built_in().unwrap());

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn run(agency: &str, clock: &str, events: &[ClockEvent]) -> Timeline {
    LAW.timeline(&AgencyId::new(agency), clock, events).unwrap()
}

fn started(on: &str) -> ClockEvent {
    ClockEvent::Started { on: day(on) }
}

fn tolled(on: &str, reason: Toll) -> ClockEvent {
    ClockEvent::Tolled { on: day(on), reason }
}

fn resumed(on: &str, reason: Toll) -> ClockEvent {
    ClockEvent::Resumed { on: day(on), reason }
}

fn extended(on: &str, id: &str, count: u32, unit: Unit) -> ClockEvent {
    ClockEvent::Extended { on: day(on), id: id.into(), count, unit }
}

#[test]
fn a_clarification_stops_foia_from_the_day_after_the_question_through_the_day_of_the_answer() {
    let events = [
        started("2026-06-10"),
        tolled("2026-06-15", Toll::Clarification),
        resumed("2026-06-22", Toll::Clarification),
    ];
    let line = run("usps", "foia-determination", &events);
    // Four working days stood still (June 19 is a holiday): July 10 becomes July 16.
    assert_eq!(line.due, Some(day("2026-07-16")));
    let waiting = line.days.iter().filter(|day| day.why == Toll::Clarification.words()).count();
    assert_eq!(waiting, 7);
}

#[test]
fn while_it_stands_still_it_has_no_due_date_and_says_what_is_left() {
    let line = run("usps", "foia-determination", &[started("2026-06-10"), tolled("2026-06-15", Toll::Fee)]);
    let still = line.standing_still.unwrap();
    assert_eq!((line.due, line.send_by), (None, None));
    assert_eq!((still.reason, still.since, still.days_left), (Toll::Fee, day("2026-06-15"), 17));
}

#[test]
fn a_second_clarification_stops_nothing_and_is_said() {
    let events = [
        started("2026-06-10"),
        tolled("2026-06-15", Toll::Clarification),
        resumed("2026-06-22", Toll::Clarification),
        tolled("2026-06-25", Toll::Clarification),
    ];
    let line = run("usps", "foia-determination", &events);
    assert_eq!(line.due, Some(day("2026-07-16")));
    assert!(line.notes[0].contains("once only"), "{:?}", line.notes);
}

#[test]
fn neither_agency_can_stop_its_acknowledgement() {
    for (agency, clock) in [("usps", "usps-acknowledge"), ("ssa", "ssa-amendment-acknowledge")] {
        let plain = run(agency, clock, &[started("2026-06-10")]);
        let asked = run(agency, clock, &[started("2026-06-10"), tolled("2026-06-11", Toll::Clarification)]);
        assert_eq!(plain.due, asked.due);
        assert!(asked.notes[0].contains("stand still"), "{:?}", asked.notes);
        // Nor does it wait until the request is complete.
        let late =
            run(agency, clock, &[started("2026-06-10"), ClockEvent::Perfected { on: day("2026-07-01") }]);
        assert_eq!((late.from, late.due), (day("2026-06-10"), plain.due));
    }
}

#[test]
fn the_determination_waits_for_a_complete_request_and_keeps_the_day_of_receipt() {
    let events = [started("2026-06-10"), ClockEvent::Perfected { on: day("2026-07-01") }];
    let line = run("usps", "foia-determination", &events);
    assert_eq!(
        (line.started, line.from, line.due),
        (day("2026-06-10"), day("2026-07-01"), Some(day("2026-07-30")))
    );
}

#[test]
fn an_extension_of_calendar_days_follows_the_working_days_of_the_review() {
    let events = [started("2027-11-16"), extended("2027-12-28", "delay", 30, Unit::Calendar)];
    let line = run("ssa", "ssa-amendment-review", &events);
    assert_eq!(line.due, Some(day("2028-01-29")));
    assert_eq!(line.due_strict, Some(day("2028-01-28")));
    assert_eq!(line.send_by, Some(day("2028-01-28")));
}

#[test]
fn an_extension_that_comes_too_late_gives_nothing() {
    let events = [started("2027-11-16"), extended("2027-12-31", "delay", 30, Unit::Calendar)];
    let line = run("ssa", "ssa-amendment-review", &events);
    assert_eq!(line.due, Some(day("2027-12-30")));
    assert!(line.notes[0].contains("after the limit had run out"), "{:?}", line.notes);
}

#[test]
fn a_limit_that_nothing_started_has_no_dates() {
    let events = [tolled("2026-06-15", Toll::Fee)];
    assert!(LAW.timeline(&AgencyId::new("usps"), "foia-determination", &events).is_err());
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..200).prop_map(|days| day("2026-01-05") + Days::new(days))
}

fn any_toll() -> impl Strategy<Value = Toll> {
    prop_oneof![Just(Toll::Clarification), Just(Toll::Fee)]
}

fn any_event() -> impl Strategy<Value = ClockEvent> {
    prop_oneof![
        any_day().prop_map(|on| ClockEvent::Started { on }),
        any_day().prop_map(|on| ClockEvent::Perfected { on }),
        (any_day(), any_toll()).prop_map(|(on, reason)| ClockEvent::Tolled { on, reason }),
        (any_day(), any_toll()).prop_map(|(on, reason)| ClockEvent::Resumed { on, reason }),
        (any_day(), "[ab]", 1_u32..20).prop_map(|(on, id, count)| ClockEvent::Extended {
            on,
            id,
            count,
            unit: Unit::Working
        }),
        (any_day(), "[ab]").prop_map(|(on, id)| ClockEvent::ExtensionTakenBack { on, id }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn the_order_in_which_events_are_recorded_changes_nothing(
        (events, shuffled) in prop::collection::vec(any_event(), 0..8)
            .prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle())),
    ) {
        let with = |events: &[ClockEvent]| {
            let all = [events, &[started("2026-01-05")]].concat();
            run("usps", "foia-determination", &all)
        };
        prop_assert_eq!(with(&events), with(&shuffled));
    }

    #[test]
    fn a_stop_that_ends_the_same_day_and_an_extension_taken_back_cancel(
        from in any_day(), on in any_day(), reason in any_toll(), count in 1_u32..40,
    ) {
        let start = ClockEvent::Started { on: from };
        let plain = run("usps", "foia-determination", std::slice::from_ref(&start));
        let stopped = [
            start.clone(),
            ClockEvent::Tolled { on, reason },
            ClockEvent::Resumed { on, reason },
        ];
        prop_assert_eq!(&run("usps", "foia-determination", &stopped), &plain);
        let extended = [
            start,
            ClockEvent::Extended { on, id: "x".into(), count, unit: Unit::Working },
            ClockEvent::ExtensionTakenBack { on, id: "x".into() },
        ];
        prop_assert_eq!(&run("usps", "foia-determination", &extended), &plain);
    }

    #[test]
    fn standing_still_and_extending_never_make_a_date_earlier(
        from in any_day(), at in 0_u64..25, held in 0_u64..40, count in 1_u32..30, reason in any_toll(),
    ) {
        let start = ClockEvent::Started { on: from };
        let plain = run("usps", "foia-determination", std::slice::from_ref(&start));
        let stop = from + Days::new(at);
        let events = [
            start,
            ClockEvent::Tolled { on: stop, reason },
            ClockEvent::Resumed { on: stop + Days::new(held), reason },
        ];
        let stopped = run("usps", "foia-determination", &events);
        prop_assert!(stopped.due >= plain.due && stopped.due_strict >= plain.due_strict);
        let more = [events.as_slice(), &[extended_on(from, count)]].concat();
        prop_assert!(run("usps", "foia-determination", &more).due > stopped.due);
    }

    #[test]
    fn without_other_events_a_timeline_is_the_plain_clock(from in any_day()) {
        for (agency, id) in [("usps", "foia-determination"), ("usps", "usps-acknowledge"), ("ssa", "ssa-amendment-review")] {
            let clock = LAW.clock(&AgencyId::new(agency), id, from).unwrap();
            let line = run(agency, id, &[ClockEvent::Started { on: from }]);
            prop_assert_eq!((line.due, line.due_strict), (Some(clock.due), Some(clock.due_strict)));
            prop_assert_eq!((line.send_by, line.days), (Some(clock.send_by), clock.days));
        }
    }
}

fn extended_on(on: NaiveDate, count: u32) -> ClockEvent {
    ClockEvent::Extended { on, id: "more".into(), count, unit: Unit::Working }
}

//! What must hold of every clock, whatever the day and the count.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use docket::law::{AgencyId, Calendar, ClockRule, DutyOf, Kind, Law, Reading, Trigger, Unit};
use proptest::prelude::*;

static CALENDAR: LazyLock<Calendar> = LazyLock::new(Calendar::federal);

fn rule(count: u32, unit: Unit) -> ClockRule {
    ClockRule {
        id: "clock".into(),
        name: "Act".into(),
        cite: "1 CFR 1.1".into(),
        count,
        unit,
        duty: DutyOf::Agency,
        starts: Trigger::Receipt,
        met_by: vec![Trigger::DecisionSent],
        kinds: vec![Kind::Access],
        may_toll: false,
        waits_for_perfection: false,
        latest_after_receipt: None,
    }
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1976, 1, 1).unwrap();
    (0_u64..45_000).prop_map(move |days| first + Days::new(days))
}

fn any_unit() -> impl Strategy<Value = Unit> {
    prop_oneof![Just(Unit::Working), Just(Unit::Calendar)]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn a_clock_of_working_days_ends_on_a_working_day(from in any_day(), count in 1_u32..120) {
        let calendar = &*CALENDAR;
        let clock = rule(count, Unit::Working).run(from, calendar).unwrap();
        prop_assert!(calendar.is_working(clock.due, Reading::Observed));
        prop_assert!(calendar.is_working(clock.due_strict, Reading::Strict));
        prop_assert!(clock.due_strict <= clock.due);
    }

    #[test]
    fn the_day_to_send_is_a_working_day_and_safe_under_every_reading(
        from in any_day(), count in 1_u32..120, unit in any_unit(),
    ) {
        let calendar = &*CALENDAR;
        let clock = rule(count, unit).run(from, calendar).unwrap();
        prop_assert!(calendar.is_working(clock.send_by, Reading::Observed));
        prop_assert!(clock.send_by <= clock.due.min(clock.due_strict));
        // Nothing between it and the earliest due date is a working day.
        let mut after = clock.send_by.iter_days().skip(1).take_while(|day| *day <= clock.due.min(clock.due_strict));
        prop_assert!(after.all(|day| !calendar.is_working(day, Reading::Observed)));
    }

    #[test]
    fn the_working_names_every_day_once_and_counts_to_the_end(
        from in any_day(), count in 1_u32..120, unit in any_unit(),
    ) {
        let clock = rule(count, unit).run(from, &CALENDAR).unwrap();
        let dates: Vec<_> = clock.days.iter().map(|day| day.date).collect();
        let expected: Vec<_> = from.iter_days().skip(1).take_while(|day| *day <= clock.due).collect();
        prop_assert_eq!(dates, expected);
        let counted: Vec<_> = clock.days.iter().filter_map(|day| day.counted).collect();
        prop_assert_eq!(counted, (1..=count).collect::<Vec<_>>());
    }

    #[test]
    fn more_days_and_a_later_start_never_give_an_earlier_date(
        from in any_day(), later in 0_u64..40, count in 1_u32..100, more in 0_u32..20, unit in any_unit(),
    ) {
        let calendar = &*CALENDAR;
        let clock = rule(count, unit).run(from, calendar).unwrap();
        let longer = rule(count + more, unit).run(from, calendar).unwrap();
        let moved = rule(count, unit).run(from + Days::new(later), calendar).unwrap();
        prop_assert!(longer.due >= clock.due && longer.due_strict >= clock.due_strict);
        prop_assert!(moved.due >= clock.due && moved.due_strict >= clock.due_strict);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(40) })]

    #[test]
    fn one_more_holiday_never_makes_a_date_earlier(
        month in 1_u32..=12, day in 1_u32..=28, from in any_day(),
    ) {
        let federal = include_str!("../../src/law/rulebooks/federal.toml");
        let usps = include_str!("../../src/law/rulebooks/usps.toml");
        let more = format!(
            "{federal}\n[[holiday]]\nname = \"Founders' Day\"\nmonth = {month}\nday = {day}\n\
             cite = \"none\"\neffective_from = \"1971-01-01\"\nsource = \"invented\"\n"
        );
        let (plain, longer) = (
            Law::with_rulebooks(federal, &[usps]).unwrap(),
            Law::with_rulebooks(&more, &[usps]).unwrap(),
        );
        let usps = AgencyId::new("usps");
        for id in ["usps-amendment-acknowledge", "usps-amendment-review"] {
            let (before, after) = (plain.clock(&usps, id, from).unwrap(), longer.clock(&usps, id, from).unwrap());
            prop_assert!(after.due >= before.due && after.due_strict >= before.due_strict);
        }
    }
}

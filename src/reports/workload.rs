//! The workload: what came and went week by week, what is open at which step and how old it is, and how long decisions took.

use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;
use std::collections::BTreeMap;

use super::{CasesOn, Spread, Tally};
use crate::casework::State;
use crate::law::{AgencyId, Kind, terms};

/// The upper bounds of the bands of age, in days after receipt: the times that the rules set are 10, 20 and 30 days.
const BANDS: [u32; 6] = [10, 20, 30, 60, 120, 365];

/// What the workload is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkloadOf {
    /// Only this agency; nothing for all.
    pub agency: Option<AgencyId>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Today.
    pub today: NaiveDate,
}

/// The workload of a period, as far as whoever asks may see the cases.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Workload {
    /// Only this agency; nothing for all.
    pub agency: Option<AgencyId>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Week by week, the oldest first.
    pub weeks: Vec<WeekLoad>,
    /// How many cases are open now.
    pub open: u32,
    /// How many of them have their next thing overdue.
    pub overdue: u32,
    /// Open cases by the step at hand, in the order of the way of a request.
    pub steps: Vec<StepLoad>,
    /// Open cases by age.
    pub ages: Vec<AgeBand>,
    /// The age of open cases: middle, mean and spread.
    pub age: Option<Spread>,
    /// How long the decisions of the period took: all together, then by agency, kind and system.
    pub decided: Vec<TimeToDecide>,
    /// How many decisions took how many days, the shortest first.
    pub times: Vec<DayOfTimes>,
    /// Where the requests of the period go; the system with the most first.
    pub systems: Vec<SystemLoad>,
}

/// One week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct WeekLoad {
    /// Its Monday.
    pub week: NaiveDate,
    /// How many requests were received.
    pub received: u32,
    /// How many were decided.
    pub decided: u32,
    /// How many were closed.
    pub closed: u32,
    /// How many were open at its end, or are now in the week of today.
    pub open: u32,
}

/// Open cases at one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct StepLoad {
    /// The step at hand.
    pub state: State,
    /// How many cases.
    pub cases: u32,
    /// How many of them have their next thing overdue.
    pub overdue: u32,
}

/// Open cases of one age.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AgeBand {
    /// From so many days after receipt.
    pub from_days: u32,
    /// Through so many; nothing for the last band.
    pub to_days: Option<u32>,
    /// How many cases.
    pub cases: u32,
}

terms! {
    /// By what the times to a decision are told apart.
    TimeBy {
        /// Not at all.
        All = "all" => "All",
        /// By agency.
        Agency = "agency" => "Agency",
        /// By what is asked.
        Kind = "kind" => "Kind",
        /// By system of records.
        System = "system" => "System",
    }
}

/// How long decisions took.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct TimeToDecide {
    /// By what they are told apart.
    pub by: TimeBy,
    /// The agency, the kind or the system's number; empty for all, and for no system.
    pub of: String,
    /// Middle, mean and spread.
    pub spread: Spread,
}

/// How many decisions took so many days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct DayOfTimes {
    /// Days from receipt.
    pub days: u32,
    /// How many decisions.
    pub cases: u32,
}

/// Where requests go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SystemLoad {
    /// Whose requests.
    pub agency: AgencyId,
    /// The system's number; nothing where none is confirmed.
    pub system: Option<String>,
    /// The system's name; empty where the catalogue does not have it.
    pub name: String,
    /// How many were received.
    pub cases: u32,
    /// How many of them are still open.
    pub open: u32,
}

/// The workload from what was counted; `named` gives the name of a system.
pub fn workload(of: &WorkloadOf, tally: &Tally, named: impl Fn(&str) -> String) -> Workload {
    let open: u32 = tally.open.iter().map(|on| on.cases).sum();
    let ages = ages_of(&tally.open, of.today);
    let mut systems: Vec<SystemLoad> = tally
        .systems
        .iter()
        .map(|system| SystemLoad {
            agency: system.agency.clone(),
            name: system.system.as_deref().map(&named).unwrap_or_default(),
            system: system.system.clone(),
            cases: system.cases,
            open: system.open,
        })
        .collect();
    systems.sort_by(|a, b| b.cases.cmp(&a.cases).then_with(|| a.system.cmp(&b.system)));
    let mut all: BTreeMap<u32, u32> = BTreeMap::new();
    for time in &tally.times {
        *all.entry(time.days).or_default() += time.cases;
    }
    Workload {
        agency: of.agency.clone(),
        from: of.from,
        to: of.to,
        weeks: weeks(of, tally, open),
        open,
        overdue: tally.steps.iter().map(|step| step.overdue).sum(),
        steps: State::ALL
            .iter()
            .filter(|state| **state != State::Closed)
            .map(|state| {
                let here = tally.steps.iter().filter(|step| step.state == *state);
                let (cases, overdue) =
                    here.fold((0, 0), |(cases, late), step| (cases + step.cases, late + step.overdue));
                StepLoad { state: *state, cases, overdue }
            })
            .collect(),
        ages: bands(&ages),
        age: Spread::of(&ages),
        decided: decided(tally, &all),
        times: all.into_iter().map(|(days, cases)| DayOfTimes { days, cases }).collect(),
        systems,
    }
}

/// The Monday of the week of a day.
fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

fn weeks(of: &WorkloadOf, tally: &Tally, open_now: u32) -> Vec<WeekLoad> {
    let within = |days: &[CasesOn], from: NaiveDate, to: NaiveDate| -> u32 {
        days.iter().filter(|on| (from..=to).contains(&on.day)).map(|on| on.cases).sum()
    };
    let after = |days: &[CasesOn], day: NaiveDate| -> i64 {
        days.iter().filter(|on| on.day > day).map(|on| i64::from(on.cases)).sum()
    };
    let mut weeks = Vec::new();
    let mut week = monday(of.from);
    while week <= of.to.min(of.today) {
        let (first, last) = (week.max(of.from), (week + Days::new(6)).min(of.to));
        // Back from now: without what came since, with what was closed since.
        let open = i64::from(open_now) - after(&tally.received, last) + after(&tally.closed, last);
        weeks.push(WeekLoad {
            week,
            received: within(&tally.received, first, last),
            decided: within(&tally.decided, first, last),
            closed: within(&tally.closed, first, last),
            open: u32::try_from(open).unwrap_or(0),
        });
        week = week + Days::new(7);
    }
    weeks
}

/// How many open cases are how many days old.
fn ages_of(open: &[CasesOn], today: NaiveDate) -> BTreeMap<u32, u32> {
    let mut ages = BTreeMap::new();
    for on in open {
        let days = u32::try_from((today - on.day).num_days()).unwrap_or(0);
        *ages.entry(days).or_default() += on.cases;
    }
    ages
}

fn bands(ages: &BTreeMap<u32, u32>) -> Vec<AgeBand> {
    let mut bands = Vec::new();
    let mut from_days = 0;
    for to_days in BANDS.into_iter().map(Some).chain([None]) {
        let within = ages
            .iter()
            .filter(|(days, _)| **days >= from_days && to_days.is_none_or(|to| **days <= to))
            .map(|(_, cases)| *cases)
            .sum();
        bands.push(AgeBand { from_days, to_days, cases: within });
        from_days = to_days.unwrap_or_default() + 1;
    }
    bands
}

fn decided(tally: &Tally, all: &BTreeMap<u32, u32>) -> Vec<TimeToDecide> {
    let mut groups: BTreeMap<(TimeBy, String), BTreeMap<u32, u32>> = BTreeMap::new();
    for time in &tally.times {
        let mut keys = vec![
            (TimeBy::Agency, time.agency.to_string()),
            (TimeBy::System, time.system.clone().unwrap_or_default()),
        ];
        keys.extend(time.kinds.iter().map(|kind: &Kind| (TimeBy::Kind, kind.to_string())));
        for key in keys {
            *groups.entry(key).or_default().entry(time.days).or_default() += time.cases;
        }
    }
    let whole = Spread::of(all).map(|spread| TimeToDecide { by: TimeBy::All, of: String::new(), spread });
    let parts = groups
        .into_iter()
        .filter_map(|((by, of), times)| Some(TimeToDecide { by, of, spread: Spread::of(&times)? }));
    whole.into_iter().chain(parts).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::TimeTally;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn on(text: &str, cases: u32) -> CasesOn {
        CasesOn { day: day(text), cases }
    }

    /// Wednesday to Wednesday, four weeks touched; today is a Wednesday.
    fn of() -> WorkloadOf {
        WorkloadOf { agency: None, from: day("2026-11-04"), to: day("2026-11-25"), today: day("2026-11-25") }
    }

    #[test]
    fn open_cases_are_reckoned_back_from_now() {
        let tally = Tally {
            received: vec![on("2026-11-05", 3), on("2026-11-17", 2)],
            closed: vec![on("2026-11-20", 4)],
            open: vec![on("2026-10-01", 1), on("2026-11-17", 2)],
            ..Tally::default()
        };
        let load = workload(&of(), &tally, |_| String::new());
        let open: Vec<_> =
            load.weeks.iter().map(|week| (week.week, week.received, week.closed, week.open)).collect();
        // Before the closing of four: 3 open now, less the two that came on the 17th, and the four.
        assert_eq!(
            open,
            [
                (day("2026-11-02"), 3, 0, 5),
                (day("2026-11-09"), 0, 0, 5),
                (day("2026-11-16"), 2, 4, 3),
                (day("2026-11-23"), 0, 0, 3),
            ]
        );
        let ages: Vec<_> = load.ages.iter().map(|band| (band.from_days, band.to_days, band.cases)).collect();
        assert_eq!(ages[..2], [(0, Some(10), 2), (11, Some(20), 0)]);
        assert_eq!(ages[3], (31, Some(60), 1));
        assert_eq!(ages.iter().map(|(.., cases)| cases).sum::<u32>(), load.open);
        assert_eq!(load.age.map(|age| (age.median, age.longest)), Some((8.0, 55)));
    }

    #[test]
    fn a_case_of_two_kinds_counts_with_both_and_once_in_all() {
        let time = TimeTally {
            agency: AgencyId::new("ssa"),
            system: None,
            kinds: vec![Kind::Access, Kind::Amendment],
            days: 12,
            cases: 2,
        };
        let load = workload(&of(), &Tally { times: vec![time], ..Tally::default() }, |_| String::new());
        let told: Vec<_> =
            load.decided.iter().map(|one| (one.by, one.of.as_str(), one.spread.cases)).collect();
        assert_eq!(
            told,
            [
                (TimeBy::All, "", 2),
                (TimeBy::Agency, "ssa", 2),
                (TimeBy::Kind, "access", 2),
                (TimeBy::Kind, "amendment", 2),
                (TimeBy::System, "", 2)
            ]
        );
    }
}

//! Federal holidays and working days, reckoned from the rules of `rulebooks/federal.toml`.
//!
//! Deliberately no holidays: Inauguration Day and closings by executive order. They are for pay and leave only (5 U.S.C.
//! 6103(b), (c)) and never extend a statutory clock. An office may enter them as closed days, which move its own target.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{Datelike, Days, NaiveDate, Weekday};

use serde::{Deserialize, Serialize};

use super::{
    LawError,
    day_table::{Day, DayTable},
    in_force::{Entry, entry},
    terms::terms,
};

/// The federal rulebook that is compiled in.
pub(super) const FEDERAL: &str = include_str!("rulebooks/federal.toml");

terms! {
    /// Which days count as legal public holidays.
    Reading {
        /// With the Fridays and Mondays on which weekend holidays are observed (5 U.S.C. 6103(b)(1); E.O. 11582).
        Observed = "observed" => "observed holidays",
        /// Only the dates of 5 U.S.C. 6103(a).
        Strict = "strict" => "the dates of 5 U.S.C. 6103(a)",
    }
}

/// What kind of day a date is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayKind {
    /// Counted by a clock of working days.
    Working,
    /// A Saturday, holiday or not.
    Saturday,
    /// A Sunday, holiday or not.
    Sunday,
    /// A weekday that is a holiday, by its name; with ` (observed)` where it stands in for a weekend day.
    Holiday(String),
}

impl DayKind {
    /// The words for the working of a clock.
    pub fn words(&self) -> &str {
        match self {
            Self::Working => "working day",
            Self::Saturday => "Saturday",
            Self::Sunday => "Sunday",
            Self::Holiday(name) => name,
        }
    }
}

entry! {
    /// A legal public holiday: a day of a month, or a weekday of a month.
    HolidayEntry(name) {
        /// `Labor Day`.
        name: String,
        /// 1 to 12.
        month: u32,
        /// The day of the month.
        #[serde(default)]
        day: Option<u32>,
        /// The weekday.
        #[serde(default)]
        weekday: Option<Weekday>,
        /// Which of the month's weekdays; the last where there is no number.
        #[serde(default)]
        nth: Option<u8>,
    }
}

/// The part of the federal rulebook that a calendar needs.
#[derive(Deserialize)]
struct Holidays {
    holiday: Vec<HolidayEntry>,
}

/// The federal calendar, with the closed days of one office where it has entered any. A copy shares the days.
#[derive(Debug, Clone)]
pub struct Calendar {
    rules: Arc<[HolidayEntry]>,
    /// The words for each number of a day: the three that need no rulebook, then each holiday and its observed day.
    labels: Arc<[&'static str]>,
    table: Arc<DayTable>,
    /// The days on which one office is closed, in order.
    closings: Arc<[Closing]>,
}

/// A day on which an office is closed though the clocks count it: by executive order, or for the inauguration.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Closing {
    /// The day.
    pub date: NaiveDate,
    /// Why: `closed by executive order`.
    pub name: String,
    /// The order, or the office's own decision.
    pub cite: String,
}

entry! {
    /// A day on which an office is closed. It is a holiday for pay and leave only (5 U.S.C. 6103(b), (c)): it moves our own
    /// target to an earlier day, and never a date that a rule sets.
    ClosedDayEntry(date) {
        /// The day.
        date: NaiveDate,
        /// Why.
        name: String,
    }
}

impl From<&ClosedDayEntry> for Closing {
    fn from(entry: &ClosedDayEntry) -> Self {
        Self { date: entry.date, name: entry.name.clone(), cite: entry.cite.clone() }
    }
}

/// The years that are worked out ahead; others are worked out when asked.
const AHEAD: std::ops::RangeInclusive<i32> = 1971..=2100;

impl Calendar {
    /// The calendar of the rulebook that is compiled in.
    #[allow(clippy::expect_used, reason = "the rulebook is compiled in, and a test reads it")]
    pub fn federal() -> Self {
        let pages: Holidays = toml::from_str(FEDERAL).expect("the federal rulebook is compiled in");
        Self::from_rules(pages.holiday).expect("the federal holidays are compiled in")
    }

    /// Works out the holidays of every year ahead.
    pub(super) fn from_rules(rules: Vec<HolidayEntry>) -> Result<Self, LawError> {
        let mut labels: Vec<&'static str> = vec!["working day", "Saturday", "Sunday"];
        for rule in &rules {
            if !labels.iter().any(|label| *label == rule.name) {
                labels.extend([lasting(&rule.name), lasting(&format!("{} (observed)", rule.name))]);
            }
            rule.check()?;
        }
        if labels.len() > usize::from(u8::MAX) {
            return Err(LawError::BadRulebook("it names more than 126 holidays.".into()));
        }
        let bad = || LawError::BadRulebook("the calendar's years cannot be named.".into());
        let first = NaiveDate::from_ymd_opt(*AHEAD.start(), 1, 1).ok_or_else(bad)?;
        let end = NaiveDate::from_ymd_opt(*AHEAD.end(), 12, 31).ok_or_else(bad)?;
        let length = usize::try_from((end - first).num_days()).map_err(|_| bad())? + 1;
        let mut days: Vec<Day> = first.iter_days().take(length).map(ordinary).collect();
        for year in AHEAD {
            for (date, day) in holidays_in(year, &rules, &labels) {
                if let Some(place) =
                    usize::try_from((date - first).num_days()).ok().and_then(|n| days.get_mut(n))
                {
                    *place = day;
                }
            }
        }
        let table = Arc::new(DayTable::new(first, days));
        Ok(Self { rules: rules.into(), labels: labels.into(), table, closings: Arc::default() })
    }

    /// The same calendar for an office that is closed on more days.
    pub(super) fn with_closings(&self, mut closings: Vec<Closing>) -> Self {
        closings.sort();
        closings.dedup_by_key(|closing| closing.date);
        Self { closings: closings.into(), ..self.clone() }
    }

    /// What kind of day it is.
    pub fn kind(&self, date: NaiveDate, reading: Reading) -> DayKind {
        match self.day(date).under(reading) {
            Day::WORKING => DayKind::Working,
            Day::SATURDAY => DayKind::Saturday,
            Day::SUNDAY => DayKind::Sunday,
            holiday => DayKind::Holiday(self.label(holiday).to_owned()),
        }
    }

    /// The words of [`DayKind::words`] for a day of this calendar.
    pub(super) fn words(&self, day: Day, reading: Reading) -> &'static str {
        self.label(day.under(reading))
    }

    /// Whether a clock of working days counts it.
    pub fn is_working(&self, date: NaiveDate, reading: Reading) -> bool {
        self.day(date).is_working(reading)
    }

    /// The last working day on or before `date`, by observed holidays.
    pub fn previous_working_day(&self, date: NaiveDate) -> NaiveDate {
        date.iter_days().rev().find(|day| self.is_working(*day, Reading::Observed)).unwrap_or(date)
    }

    /// The last day on or before `date` that is a working day by observed holidays and on which the office is open, and
    /// the closings that were passed over on the way, the latest first.
    pub fn last_open_day(&self, date: NaiveDate) -> (NaiveDate, Vec<Closing>) {
        let (mut day, mut passed) = (self.previous_working_day(date), Vec::new());
        while let Ok(place) = self.closings.binary_search_by_key(&day, |closing| closing.date) {
            passed.extend(self.closings.get(place).cloned());
            let Some(before) = day.pred_opt() else { break };
            day = self.previous_working_day(before);
        }
        (day, passed)
    }

    /// The first working day on or after `date`, by observed holidays.
    pub fn next_working_day(&self, date: NaiveDate) -> NaiveDate {
        date.iter_days().find(|day| self.is_working(*day, Reading::Observed)).unwrap_or(date)
    }

    /// The working days after `from` up to and with `to`, by observed holidays; negative where `to` is earlier.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> i32 {
        let (first, last, sign) = if from <= to { (from, to, 1) } else { (to, from, -1) };
        let walked = || {
            let days = first.iter_days().skip(1).take_while(|day| *day <= last);
            u32::try_from(days.filter(|day| self.is_working(*day, Reading::Observed)).count()).ok()
        };
        let counted = self.table.working_days_between(first, last).or_else(walked);
        sign * counted.and_then(|count| i32::try_from(count).ok()).unwrap_or(i32::MAX)
    }

    /// The day `count` days after `from`.
    ///
    /// # Errors
    /// [`LawError::TooLarge`] where no date has a name that far away.
    pub(super) fn days_after(from: NaiveDate, count: u32) -> Result<NaiveDate, LawError> {
        from.checked_add_days(Days::new(u64::from(count)))
            .ok_or_else(|| LawError::TooLarge(format!("{count} days after {from}")))
    }

    /// What a date is under each reading.
    pub(super) fn day(&self, date: NaiveDate) -> Day {
        self.table.day(date).unwrap_or_else(|| {
            let holidays = holidays_in(date.year(), &self.rules, &self.labels);
            holidays.get(&date).copied().unwrap_or_else(|| ordinary(date))
        })
    }

    /// The days worked out ahead.
    pub(super) fn table(&self) -> &DayTable {
        &self.table
    }

    fn label(&self, number: u8) -> &'static str {
        self.labels.get(usize::from(number)).copied().unwrap_or("holiday")
    }
}

/// The name of a holiday for as long as the program runs, so that every day of every working can point to it.
///
/// Names come from rulebooks, which are few; each is kept once, however often its rulebook is read.
fn lasting(name: &str) -> &'static str {
    static NAMES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = names.get(name) {
        return known;
    }
    let kept: &'static str = Box::leak(name.to_owned().into_boxed_str());
    names.insert(kept);
    kept
}

/// The holidays that fall in a year, with those of its neighbours that are observed in it.
fn holidays_in(year: i32, rules: &[HolidayEntry], labels: &[&'static str]) -> BTreeMap<NaiveDate, Day> {
    let mut days: BTreeMap<NaiveDate, Day> = BTreeMap::new();
    for rule in rules {
        let place = labels.iter().skip(usize::from(Day::HOLIDAYS)).position(|label| *label == rule.name);
        // `from_rules` refuses more names than a byte can number.
        let Some(place) = place.and_then(|place| u8::try_from(place).ok()).map(|place| place + Day::HOLIDAYS)
        else {
            continue;
        };
        for date in (year - 1..=year + 1).filter_map(|y| rule.date_in(y)) {
            let observed = observed_on(date);
            // A holiday on a weekend day changes nothing on that day itself.
            if date.year() == year && observed == date {
                days.entry(date).or_insert_with(|| ordinary(date)).strict = place;
            }
            if observed.year() == year {
                let kept = days.entry(observed).or_insert_with(|| ordinary(observed));
                kept.observed = place + u8::from(observed != date);
            }
        }
    }
    days
}

/// What a date is when it is no holiday.
fn ordinary(date: NaiveDate) -> Day {
    let kind = match date.weekday() {
        Weekday::Sat => Day::SATURDAY,
        Weekday::Sun => Day::SUNDAY,
        _ => Day::WORKING,
    };
    Day { observed: kind, strict: kind }
}

/// The weekday on which a holiday is kept: Friday for a Saturday (5 U.S.C. 6103(b)(1)), Monday for a Sunday (E.O. 11582).
fn observed_on(date: NaiveDate) -> NaiveDate {
    match date.weekday() {
        Weekday::Sat => date.pred_opt().unwrap_or(date),
        Weekday::Sun => date.succ_opt().unwrap_or(date),
        _ => date,
    }
}

impl HolidayEntry {
    /// The date of the holiday in a year, where the rule is in force on it.
    fn date_in(&self, year: i32) -> Option<NaiveDate> {
        let date = match (self.day, self.weekday, self.nth) {
            (Some(day), None, None) => NaiveDate::from_ymd_opt(year, self.month, day),
            (None, Some(weekday), Some(nth)) if nth > 0 => {
                NaiveDate::from_weekday_of_month_opt(year, self.month, weekday, nth)
            }
            // The last one: the fifth where there is a fifth.
            (None, Some(weekday), None) => {
                (4..=5).rev().find_map(|n| NaiveDate::from_weekday_of_month_opt(year, self.month, weekday, n))
            }
            _ => None,
        }?;
        self.holds_on(date).then_some(date)
    }

    /// Refuses a rule that names no day.
    fn check(&self) -> Result<(), LawError> {
        let shape = matches!(
            (self.day, self.weekday, self.nth),
            (Some(1..=31), None, None) | (None, Some(_), Some(1..=4) | None)
        );
        if shape && (1..=12).contains(&self.month) {
            Ok(())
        } else {
            Err(LawError::BadRulebook(format!(
                "the holiday “{}” needs a month with a day, or a weekday with its number (1 to 4, or none for the last).",
                self.name
            )))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_saturday_holiday_is_observed_on_friday_only() {
        let calendar = Calendar::federal();
        assert_eq!(
            calendar.kind(day("2026-07-03"), Reading::Observed),
            DayKind::Holiday("Independence Day (observed)".into())
        );
        assert_eq!(calendar.kind(day("2026-07-03"), Reading::Strict), DayKind::Working);
        assert_eq!(calendar.kind(day("2026-07-04"), Reading::Strict), DayKind::Saturday);
    }

    #[test]
    fn the_new_year_of_2028_is_observed_in_2027() {
        let calendar = Calendar::federal();
        assert!(!calendar.is_working(day("2027-12-31"), Reading::Observed));
        assert!(calendar.is_working(day("2027-12-31"), Reading::Strict));
    }

    #[test]
    fn juneteenth_begins_in_2021_and_veterans_day_moved_in_1978() {
        let calendar = Calendar::federal();
        assert!(calendar.is_working(day("2020-06-19"), Reading::Observed));
        assert!(!calendar.is_working(day("2021-06-18"), Reading::Observed));
        assert!(!calendar.is_working(day("1977-10-24"), Reading::Observed));
        assert!(calendar.is_working(day("1977-11-11"), Reading::Observed));
        assert!(!calendar.is_working(day("1982-11-11"), Reading::Observed));
    }

    #[test]
    fn years_beyond_those_worked_out_ahead_follow_the_same_rules() {
        let calendar = Calendar::federal();
        assert_eq!(
            calendar.kind(day("2105-12-25"), Reading::Strict),
            DayKind::Holiday("Christmas Day".into())
        );
        assert_eq!(calendar.previous_working_day(day("2105-12-25")), day("2105-12-24"));
    }

    #[test]
    fn working_days_between_two_dates_have_a_sign() {
        let calendar = Calendar::federal();
        assert_eq!(calendar.working_days_between(day("2026-07-02"), day("2026-07-06")), 1);
        assert_eq!(calendar.working_days_between(day("2026-07-06"), day("2026-07-02")), -1);
        assert_eq!(calendar.working_days_between(day("2026-07-02"), day("2026-07-02")), 0);
        // 2026 has 261 days from Monday to Friday, and eleven holidays, all observed on such a day.
        assert_eq!(calendar.working_days_between(day("2025-12-31"), day("2026-12-31")), 250);
        assert_eq!(
            calendar.working_days_between(day("2101-01-03"), day("2101-01-07")),
            4,
            "past those worked out ahead"
        );
    }
}

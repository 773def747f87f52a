//! What the desktop may say of deadlines, and when: whose deadline comes near is told once a day, outside of quiet hours, and
//! never by anybody's name.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::law::{Calendar, Reading};

/// How many case numbers stand in one line.
const NAMED: usize = 3;

/// Whether a member of the staff is told of deadlines by the desktop, and when not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ReminderSettings {
    /// Whether anything is said.
    pub on: bool,
    /// From when on nothing is said.
    pub quiet_from: NaiveTime,
    /// Until when; the same time as `quiet_from` where no hour is quiet.
    pub quiet_to: NaiveTime,
}

impl Default for ReminderSettings {
    fn default() -> Self {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        Self { on: false, quiet_from: hour(18), quiet_to: hour(8) }
    }
}

impl ReminderSettings {
    /// Whether the hour is a quiet one. Quiet hours may go over midnight.
    fn is_quiet(&self, time: NaiveTime) -> bool {
        if self.quiet_from <= self.quiet_to {
            (self.quiet_from..self.quiet_to).contains(&time)
        } else {
            time >= self.quiet_from || time < self.quiet_to
        }
    }
}

/// A case of whoever works at the desk, with the day on which its next thing is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueCase {
    /// `USPS-2026-00042`.
    pub number: String,
    /// The day.
    pub on: NaiveDate,
}

/// Which cases were told on which day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminded {
    /// The day; nothing where none was ever told.
    pub on: Option<NaiveDate>,
    /// The numbers of the cases.
    pub numbers: Vec<String>,
}

impl Reminded {
    /// The same after these were told on a day: what was told on an earlier one may be told again.
    pub fn and(&self, on: NaiveDate, numbers: &[String]) -> Self {
        let before = if self.on == Some(on) { self.numbers.as_slice() } else { &[] };
        Self { on: Some(on), numbers: before.iter().chain(numbers).cloned().collect() }
    }
}

/// What the desktop says at once of all cases that it has not told today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// A line each for what is overdue, due today, and due on the next working day; case numbers and no names.
    pub lines: Vec<String>,
    /// The cases that it tells of.
    pub numbers: Vec<String>,
}

/// The last day of what is told on `today`: the next working day after it.
pub fn reminded_through(today: NaiveDate, calendar: &Calendar) -> NaiveDate {
    today.succ_opt().map_or(today, |tomorrow| calendar.next_working_day(tomorrow))
}

/// What may be said now of one's own cases; nothing in quiet hours, on a day that is no working day, or where all of it was told
/// today.
pub fn reminder(
    due: &[DueCase],
    told: &Reminded,
    settings: &ReminderSettings,
    (today, time): (NaiveDate, NaiveTime),
    calendar: &Calendar,
) -> Option<Reminder> {
    if !settings.on || settings.is_quiet(time) || !calendar.is_working(today, Reading::Observed) {
        return None;
    }
    let through = reminded_through(today, calendar);
    let is_new = |case: &&DueCase| {
        case.on <= through && !(told.on == Some(today) && told.numbers.contains(&case.number))
    };
    let (mut overdue, mut now, mut next) = (Vec::new(), Vec::new(), Vec::new());
    for case in due.iter().filter(is_new) {
        let group = match case.on {
            on if on < today => &mut overdue,
            on if on == today => &mut now,
            _ => &mut next,
        };
        group.push(case.number.clone());
    }
    let next_day = format!("due by {}", through.format("%a %-d %b %Y"));
    let lines: Vec<String> = [(&overdue, "overdue"), (&now, "due today"), (&next, next_day.as_str())]
        .into_iter()
        .filter(|(numbers, _)| !numbers.is_empty())
        .map(|(numbers, when)| line(numbers, when))
        .collect();
    let numbers = [overdue, now, next].concat();
    (!numbers.is_empty()).then_some(Reminder { lines, numbers })
}

fn line(numbers: &[String], when: &str) -> String {
    let count = match numbers.len() {
        1 => "1 request is".to_owned(),
        more => format!("{more} requests are"),
    };
    let named = numbers.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    let rest = match numbers.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{count} {when}: {named}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn time(text: &str) -> NaiveTime {
        text.parse().unwrap()
    }

    fn due(cases: &[(&str, &str)]) -> Vec<DueCase> {
        cases.iter().map(|(number, on)| DueCase { number: (*number).to_owned(), on: day(on) }).collect()
    }

    fn on() -> ReminderSettings {
        ReminderSettings { on: true, ..ReminderSettings::default() }
    }

    fn said(cases: &[DueCase], told: &Reminded, at: (&str, &str)) -> Option<Reminder> {
        reminder(cases, told, &on(), (day(at.0), time(at.1)), &Calendar::federal())
    }

    #[test]
    fn what_is_due_is_told_in_one_line_for_each_kind_and_no_later_day_is() {
        // The Friday before Labor Day: the next working day is Tuesday.
        let cases = due(&[
            ("USPS-2026-00001", "2026-09-02"),
            ("USPS-2026-00002", "2026-09-04"),
            ("SSA-2026-00003", "2026-09-04"),
            ("SSA-2026-00004", "2026-09-08"),
            ("SSA-2026-00005", "2026-09-09"),
        ]);
        let told = said(&cases, &Reminded::default(), ("2026-09-04", "10:00:00")).unwrap();
        assert_eq!(
            told.lines,
            [
                "1 request is overdue: USPS-2026-00001",
                "2 requests are due today: USPS-2026-00002, SSA-2026-00003",
                "1 request is due by Tue 8 Sep 2026: SSA-2026-00004",
            ]
        );
        assert_eq!(told.numbers.len(), 4);
    }

    #[test]
    fn many_cases_make_one_line_that_names_the_first() {
        let cases = due(&[("A-2026-00001", "2026-09-04"); 5]);
        let told = said(&cases, &Reminded::default(), ("2026-09-04", "10:00:00")).unwrap();
        assert_eq!(
            told.lines,
            ["5 requests are due today: A-2026-00001, A-2026-00001, A-2026-00001 and 2 more"]
        );
    }

    #[test]
    fn a_case_is_told_once_a_day_and_again_on_the_next() {
        let cases = due(&[("USPS-2026-00001", "2026-09-03")]);
        let first = said(&cases, &Reminded::default(), ("2026-09-03", "09:00:00")).unwrap();
        let told = Reminded::default().and(day("2026-09-03"), &first.numbers);
        assert_eq!(said(&cases, &told, ("2026-09-03", "16:00:00")), None);
        let two = due(&[("USPS-2026-00001", "2026-09-03"), ("USPS-2026-00002", "2026-09-03")]);
        let more = said(&two, &told, ("2026-09-03", "16:00:00")).unwrap();
        assert_eq!(more.numbers, ["USPS-2026-00002"], "only what is new");
        assert_eq!(told.and(day("2026-09-03"), &more.numbers).numbers.len(), 2);
        assert!(said(&cases, &told, ("2026-09-04", "09:00:00")).is_some());
        assert_eq!(
            told.and(day("2026-09-04"), &more.numbers).numbers,
            more.numbers,
            "yesterday's are let go"
        );
    }

    #[test]
    fn nothing_is_said_in_quiet_hours_nor_on_a_day_off_nor_unasked() {
        let cases = due(&[("USPS-2026-00001", "2026-09-04")]);
        let never = Reminded::default();
        for quiet in ["18:00:00", "23:59:59", "00:00:00", "07:59:59"] {
            assert_eq!(said(&cases, &never, ("2026-09-04", quiet)), None, "{quiet}");
        }
        for heard in ["08:00:00", "17:59:59"] {
            assert!(said(&cases, &never, ("2026-09-04", heard)).is_some(), "{heard}");
        }
        for off in ["2026-09-05", "2026-09-06", "2026-09-07"] {
            assert_eq!(said(&cases, &never, (off, "10:00:00")), None, "{off}: weekend and Labor Day");
        }
        let now = (day("2026-09-04"), time("10:00:00"));
        assert_eq!(reminder(&cases, &never, &ReminderSettings::default(), now, &Calendar::federal()), None);
    }

    #[test]
    fn quiet_hours_may_lie_within_a_day_or_not_be_at_all() {
        let cases = due(&[("USPS-2026-00001", "2026-09-04")]);
        let at = |from: &str, to: &str, now: &str| {
            let settings = ReminderSettings { on: true, quiet_from: time(from), quiet_to: time(to) };
            let now = (day("2026-09-04"), time(now));
            reminder(&cases, &Reminded::default(), &settings, now, &Calendar::federal()).is_some()
        };
        assert!(!at("12:00:00", "13:00:00", "12:30:00"));
        assert!(at("12:00:00", "13:00:00", "13:00:00"));
        assert!(at("00:00:00", "00:00:00", "03:00:00"), "the same time twice: no quiet hours");
    }
}

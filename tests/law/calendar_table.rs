//! 36,000 start dates against a second calendar, made another way: by a printed table of the fourteen kinds of year
//! and by ranks of working days, where the program steps from day to day by the rules of the statute.

use chrono::{Datelike, NaiveDate};
use docket::law::{AgencyId, Law};

/// Leap or not, the weekday of 1 January (0 is Monday), and the weekdays off as month and day (704 is July 4):
/// first with observed days, then the dates of 5 U.S.C. 6103(a) alone.
type KindOfYear = (bool, u32, &'static [u32], &'static [u32]);

#[rustfmt::skip]
const YEARS: [KindOfYear; 14] = [
    (false, 0, &[101, 115, 219, 528, 619, 704, 903, 1008, 1112, 1122, 1225], &[101, 115, 219, 528, 619, 704, 903, 1008, 1122, 1225]),
    (false, 1, &[101, 121, 218, 527, 619, 704, 902, 1014, 1111, 1128, 1225], &[101, 121, 218, 527, 619, 704, 902, 1014, 1111, 1128, 1225]),
    (false, 2, &[101, 120, 217, 526, 619, 704, 901, 1013, 1111, 1127, 1225], &[101, 120, 217, 526, 619, 704, 901, 1013, 1111, 1127, 1225]),
    (false, 3, &[101, 119, 216, 525, 619, 703, 907, 1012, 1111, 1126, 1225], &[101, 119, 216, 525, 619, 907, 1012, 1111, 1126, 1225]),
    (false, 4, &[101, 118, 215, 531, 618, 705, 906, 1011, 1111, 1125, 1224, 1231], &[101, 118, 215, 531, 906, 1011, 1111, 1125]),
    (false, 5, &[117, 221, 530, 620, 704, 905, 1010, 1111, 1124, 1226], &[117, 221, 530, 704, 905, 1010, 1111, 1124]),
    (false, 6, &[102, 116, 220, 529, 619, 704, 904, 1009, 1110, 1123, 1225], &[116, 220, 529, 619, 704, 904, 1009, 1123, 1225]),
    (true, 0, &[101, 115, 219, 527, 619, 704, 902, 1014, 1111, 1128, 1225], &[101, 115, 219, 527, 619, 704, 902, 1014, 1111, 1128, 1225]),
    (true, 1, &[101, 121, 218, 526, 619, 704, 901, 1013, 1111, 1127, 1225], &[101, 121, 218, 526, 619, 704, 901, 1013, 1111, 1127, 1225]),
    (true, 2, &[101, 120, 217, 525, 619, 703, 907, 1012, 1111, 1126, 1225], &[101, 120, 217, 525, 619, 907, 1012, 1111, 1126, 1225]),
    (true, 3, &[101, 119, 216, 531, 618, 705, 906, 1011, 1111, 1125, 1224, 1231], &[101, 119, 216, 531, 906, 1011, 1111, 1125]),
    (true, 4, &[101, 118, 215, 530, 620, 704, 905, 1010, 1111, 1124, 1226], &[101, 118, 215, 530, 704, 905, 1010, 1111, 1124]),
    (true, 5, &[117, 221, 529, 619, 704, 904, 1009, 1110, 1123, 1225], &[117, 221, 529, 619, 704, 904, 1009, 1123, 1225]),
    (true, 6, &[102, 116, 220, 528, 619, 704, 903, 1008, 1112, 1122, 1225], &[116, 220, 528, 619, 704, 903, 1008, 1122, 1225]),
];

/// How many working days there are up to each day, and the days by that number.
struct Ranks {
    first: NaiveDate,
    up_to: Vec<usize>,
    ranked: Vec<NaiveDate>,
}

impl Ranks {
    fn new(first_year: i32, last_year: i32, strict: bool) -> Self {
        let first = NaiveDate::from_ymd_opt(first_year, 1, 1).unwrap();
        let (mut up_to, mut ranked) = (Vec::new(), Vec::new());
        for date in first.iter_days().take_while(|date| date.year() <= last_year) {
            if is_working(date, strict) {
                ranked.push(date);
            }
            up_to.push(ranked.len());
        }
        Self { first, up_to, ranked }
    }

    /// The `count`th working day after `from`.
    fn due(&self, from: NaiveDate, count: usize) -> NaiveDate {
        let place = usize::try_from((from - self.first).num_days()).unwrap();
        self.ranked[self.up_to[place] + count - 1]
    }
}

fn is_working(date: NaiveDate, strict: bool) -> bool {
    let year = date.year();
    let leap = NaiveDate::from_ymd_opt(year, 2, 29).is_some();
    let opens = NaiveDate::from_ymd_opt(year, 1, 1).unwrap().weekday().num_days_from_monday();
    let (.., observed, dates) = YEARS.iter().find(|kind| kind.0 == leap && kind.1 == opens).unwrap();
    let off = if strict { dates } else { observed };
    let code = date.month() * 100 + date.day();
    // Juneteenth is a holiday from 2021 on.
    let juneteenth_to_come = year < 2021 && (618..=620).contains(&code);
    date.weekday().num_days_from_monday() < 5 && (juneteenth_to_come || !off.contains(&code))
}

#[test]
fn thirty_six_thousand_start_dates_agree_with_a_calendar_made_by_table() {
    let law = Law::built_in().unwrap();
    let (observed, strict) = (Ranks::new(2000, 2100, false), Ranks::new(2000, 2100, true));
    let clocks = [
        ("usps", "usps-amendment-acknowledge", 10),
        ("usps", "foia-determination", 20),
        ("ssa", "ssa-amendment-review", 30),
    ];
    let first = NaiveDate::from_ymd_opt(2001, 1, 1).unwrap();
    for from in first.iter_days().take(36_000) {
        for (agency, id, count) in clocks {
            let clock = law.clock(&AgencyId::new(agency), id, from).unwrap();
            assert_eq!(clock.due, observed.due(from, count), "{id} from {from}");
            assert_eq!(clock.due_strict, strict.due(from, count), "{id} from {from}, strict");
            assert!(is_working(clock.send_by, false), "{id} from {from}: sent on {}", clock.send_by);
        }
    }
}

#[test]
fn thirty_six_thousand_start_dates_agree_as_the_command_line_gives_them() {
    let (observed, strict) = (Ranks::new(2000, 2100, false), Ranks::new(2000, 2100, true));
    for (agency, id, count) in [
        ("usps", "usps-amendment-acknowledge", 10),
        ("usps", "foia-determination", 20),
        ("ssa", "ssa-amendment-review", 30),
    ] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_docket"))
            .args(["--json", "law", "due", "--agency", agency, "--clock", id])
            .args(["--from", "2001-01-01", "--through", "2099-07-25"])
            .output()
            .unwrap();
        let rows: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(rows.len(), 36_000);
        let date =
            |row: &serde_json::Value, field: &str| row[field].as_str().unwrap().parse::<NaiveDate>().unwrap();
        for row in &rows {
            let from = date(row, "from");
            assert_eq!(date(row, "due"), observed.due(from, count), "{id} from {from}");
            assert_eq!(date(row, "due_strict"), strict.due(from, count), "{id} from {from}, strict");
        }
    }
}

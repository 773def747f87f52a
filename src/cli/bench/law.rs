//! `docket bench law`: a million clocks with their working, one requirement of identity, and a bare loop to compare with.

use std::collections::HashSet;
use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Serialize;

use docket::error::{Code, Refusal};
use docket::law::{
    AgencyId, Capacity, Channel, DayKind, IdentityFacts, IdentityQuestion, Kind, Law, Reading, Sensitivity,
    Unit,
};

/// How many clocks are run.
const CLOCKS: usize = 1_000_000;
/// How often each question of identity is asked in one batch.
const QUESTIONS: usize = 50;
/// In how many batches.
const BATCHES: usize = 5;
/// The start dates are taken from this many years.
const YEARS: u64 = 90;

/// One figure.
#[derive(Serialize)]
pub struct Measured {
    what: String,
    rounds: usize,
    total_ms: f64,
    each_us: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    days_written: Option<usize>,
}

impl Measured {
    fn new(what: String, rounds: usize, took: Duration) -> Self {
        let seconds = took.as_secs_f64();
        let rounded = |figure: f64, digits: f64| (figure * digits).round() / digits;
        Self {
            what,
            rounds,
            total_ms: rounded(seconds * 1e3, 10.0),
            each_us: rounded(seconds * 1e6 / rounds.max(1) as f64, 1000.0),
            days_written: None,
        }
    }

    /// The figure in a line.
    pub fn words(&self) -> String {
        let days = self.days_written.map(|days| format!(", {days} days written out")).unwrap_or_default();
        format!("{}: {} in {} ms, {} µs each{days}", self.what, self.rounds, self.total_ms, self.each_us)
    }
}

/// A clock to run: whose, which, and what it counts.
struct Run {
    agency: AgencyId,
    id: String,
    count: u32,
    unit: Unit,
}

/// Measures on the thread that asks, one after the other.
pub fn measure(today: NaiveDate) -> Result<Vec<Measured>, Refusal> {
    let begun = Instant::now();
    let law = Law::built_in()?;
    let mut figures = vec![Measured::new("reading the rulebooks".to_owned(), 1, begun.elapsed())];
    let runs = runs(&law, today)?;
    let starts = starts()?;

    let begun = Instant::now();
    let mut days_written = 0;
    for (run, from) in runs.iter().cycle().zip(starts.iter().cycle()).take(CLOCKS) {
        days_written += black_box(law.clock(&run.agency, &run.id, *from)?).days.len();
    }
    let mut all = Measured::new(format!("{} clocks with their working", runs.len()), CLOCKS, begun.elapsed());
    all.days_written = Some(days_written);
    figures.push(all);

    let holidays = holidays(&law, &starts);
    let begun = Instant::now();
    for (run, from) in runs.iter().cycle().zip(starts.iter().cycle()).take(CLOCKS) {
        black_box(bare_loop(run, *from, &holidays));
    }
    let what = "the same due dates by a bare loop over chrono's days, without working".to_owned();
    figures.push(Measured::new(what, CLOCKS, begun.elapsed()));

    for run in &runs {
        let begun = Instant::now();
        let mut rounds = 0;
        for from in &starts {
            black_box(law.clock(&run.agency, &run.id, *from)?);
            rounds += 1;
        }
        let what = format!("{}, {} {} days", run.id, run.count, run.unit);
        figures.push(Measured::new(what, rounds, begun.elapsed()));
    }
    figures.extend(identity(&law, today)?);
    Ok(figures)
}

/// Every clock of every agency.
fn runs(law: &Law, today: NaiveDate) -> Result<Vec<Run>, Refusal> {
    let mut runs: Vec<Run> = Vec::new();
    for book in law.agencies() {
        for rule in law.clock_rules(book.id(), today)? {
            if !runs.iter().any(|known| known.id == rule.id) {
                runs.push(Run { agency: book.id().clone(), id: rule.id, count: rule.count, unit: rule.unit });
            }
        }
    }
    Ok(runs)
}

/// Start dates spread over the years, in no order that a cache could guess.
fn starts() -> Result<Vec<NaiveDate>, Refusal> {
    let first = NaiveDate::from_ymd_opt(2000, 1, 1)
        .ok_or_else(|| Refusal::new(Code::Failed, "The calendar has no first day. Nothing was measured."))?;
    let span = YEARS * 365;
    // 7919 is prime and no divisor of the span: every day comes once, far from the one before.
    Ok((0..span).map(|n| first + Days::new(n * 7919 % span)).collect())
}

fn holidays(law: &Law, starts: &[NaiveDate]) -> HashSet<NaiveDate> {
    let first = starts.iter().min().copied().unwrap_or_default();
    let calendar = law.calendar();
    first
        .iter_days()
        .take(usize::try_from((YEARS + 2) * 366).unwrap_or_default())
        .filter(|day| matches!(calendar.kind(*day, Reading::Observed), DayKind::Holiday(_)))
        .collect()
}

/// What a programmer would write first: the due date by observed holidays, and nothing else.
fn bare_loop(run: &Run, from: NaiveDate, holidays: &HashSet<NaiveDate>) -> NaiveDate {
    let (mut date, mut left) = (from, run.count);
    while left > 0 {
        date = date + Days::new(1);
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        if run.unit == Unit::Calendar || !(weekend || holidays.contains(&date)) {
            left -= 1;
        }
    }
    date
}

/// Every question of identity that can be asked, and the slowest of them.
fn identity(law: &Law, today: NaiveDate) -> Result<Vec<Measured>, Refusal> {
    let mut all = (Duration::ZERO, 0);
    let mut slowest = (Duration::ZERO, String::new());
    for question in questions(law) {
        // The quickest of several batches: in the others the machine did something else as well.
        let mut took = Duration::MAX;
        for _ in 0..BATCHES {
            let begun = Instant::now();
            for _ in 0..QUESTIONS {
                black_box(law.identity(&question, today)?);
            }
            took = took.min(begun.elapsed());
        }
        all = (all.0 + took, all.1 + QUESTIONS);
        if took > slowest.0 {
            let IdentityQuestion { agency, kind, channel, capacity, sensitivity, .. } = &question;
            slowest = (took, format!("{agency}, {kind}, {channel}, {capacity}, {sensitivity}"));
        }
    }
    Ok(vec![
        Measured::new("every requirement of identity".to_owned(), all.1, all.0),
        Measured::new(format!("the slowest of them ({})", slowest.1), QUESTIONS, slowest.0),
    ])
}

fn questions(law: &Law) -> Vec<IdentityQuestion> {
    let mut questions = Vec::new();
    for agency in law.agencies().map(|book| book.id()) {
        for kind in Kind::ALL {
            for channel in Channel::ALL {
                for capacity in Capacity::ALL {
                    for sensitivity in Sensitivity::ALL {
                        questions.push(IdentityQuestion {
                            agency: agency.clone(),
                            kind: *kind,
                            channel: *channel,
                            capacity: *capacity,
                            sensitivity: *sensitivity,
                            personally_known: false,
                            facts: IdentityFacts::default(),
                        });
                    }
                }
            }
        }
    }
    questions
}

//! `docket law clocks`, `due`, `timeline`, `extensions`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::super::{Global, input, say};
use docket::error::Refusal;
use docket::law::{AgencyId, Clock, ClockEvent, CountedDay, Extension, Law, LawError, Timeline};

#[derive(Args)]
pub struct ClocksArgs {
    /// The agency
    #[arg(long)]
    agency: String,
}

#[derive(Args)]
pub struct DueArgs {
    /// The agency
    #[arg(long)]
    agency: String,
    /// The clock's id
    #[arg(long)]
    clock: String,
    /// Day 0
    #[arg(long)]
    from: NaiveDate,
    /// Also every later day 0 through this one: the dates in a table, without their working
    #[arg(long)]
    through: Option<NaiveDate>,
}

#[derive(Args)]
pub struct TimelineArgs {
    /// The agency
    #[arg(long)]
    agency: String,
    /// The clock's id
    #[arg(long)]
    clock: String,
    /// What happened, in any order: a JSON list such as [{"event":"started","on":"2026-06-10"}]; - for standard input
    #[arg(long, value_name = "FILE")]
    events: PathBuf,
}

#[derive(Args)]
pub struct ExtensionsArgs {
    /// The agency
    #[arg(long)]
    agency: String,
    /// Only this clock
    #[arg(long, value_name = "ID")]
    clock: Option<String>,
}

pub fn clocks(global: &Global, law: &Law, args: ClocksArgs, today: NaiveDate) -> Result<(), Refusal> {
    let mut clocks = Vec::new();
    for rule in law.clock_rules(&AgencyId::new(args.agency), today)? {
        clocks.push(serde_json::json!({
            "clock": rule.id, "name": rule.name, "cite": rule.cite, "count": rule.count,
            "unit": rule.unit, "starts": rule.starts, "duty": rule.duty, "kinds": rule.kinds,
        }));
    }
    say::show(&clocks, global.json, |clocks| clocks.iter().map(clock_line).collect::<Vec<_>>().join("\n"))
}

pub fn due(global: &Global, law: &Law, args: DueArgs) -> Result<(), Refusal> {
    let agency = AgencyId::new(args.agency);
    let Some(through) = args.through else {
        let clock = law.clock(&agency, &args.clock, args.from)?;
        return say::show(&clock, global.json, working);
    };
    let mut dates = Vec::new();
    for from in args.from.iter_days().take_while(|from| *from <= through) {
        let clock = law.clock(&agency, &args.clock, from)?;
        let Clock { due, due_strict, send_by, accept_through, .. } = clock;
        dates.push(Dates { from, due, due_strict, send_by, accept_through });
    }
    say::show(&dates, global.json, |dates| {
        let line = |one: &Dates| {
            format!("{}  due {}  strict {}  send by {}", one.from, one.due, one.due_strict, one.send_by)
        };
        dates.iter().map(line).collect::<Vec<_>>().join("\n")
    })
}

/// The dates of a clock without its working.
#[derive(Serialize)]
struct Dates {
    from: NaiveDate,
    due: NaiveDate,
    due_strict: NaiveDate,
    send_by: NaiveDate,
    accept_through: Option<NaiveDate>,
}

pub fn timeline(global: &Global, law: &Law, args: TimelineArgs) -> Result<(), Refusal> {
    let events: Vec<ClockEvent> = input::json_of(
        &args.events,
        "a list of events, each with its kind and its day: started, perfected, tolled, resumed, extended, \
         extension-taken-back",
    )?;
    let line = law.timeline(&AgencyId::new(args.agency), &args.clock, &events)?;
    say::show(&line, global.json, timeline_words)
}

/// A clock that may be extended.
#[derive(Serialize)]
struct Extendable {
    /// What must be done.
    name: String,
    #[serde(flatten)]
    extension: Extension,
}

pub fn extensions(global: &Global, law: &Law, args: ExtensionsArgs, today: NaiveDate) -> Result<(), Refusal> {
    let agency = AgencyId::new(args.agency);
    if let Some(clock) = &args.clock {
        // A clock that is misspelt, or not extendable, is answered as such and not with an empty list.
        law.extension(&agency, clock, today)?;
    }
    let mut found = Vec::new();
    for rule in law.clock_rules(&agency, today)? {
        if args.clock.as_ref().is_some_and(|asked| *asked != rule.id) {
            continue;
        }
        match law.extension(&agency, &rule.id, today) {
            Ok(extension) => found.push(Extendable { name: rule.name, extension }),
            Err(LawError::NoSuchRule { .. } | LawError::NotInForce { .. }) => {}
            Err(other) => return Err(other.into()),
        }
    }
    say::show(&found, global.json, |found| {
        let told = |one: &Extendable| {
            format!("{}: {}\n{}", one.extension.clock, one.name, extension_words(&one.extension))
        };
        found.iter().map(told).collect::<Vec<_>>().join("\n")
    })
}

/// Who must approve an extension, on what grounds, and what its notice tells.
pub fn extension_words(extension: &Extension) -> String {
    let length = extension.by_clock.as_ref().map_or_else(
        || "no rule sets its length".to_owned(),
        |clock| format!("its length is the clock {clock}"),
    );
    format!(
        "  may be extended by {}; ground: {}; {length} ({}).\n  The notice tells {}.",
        extension.approver,
        extension.grounds.join(", or "),
        extension.cite,
        extension.notice_tells.join(", ")
    )
}

fn clock_line(clock: &serde_json::Value) -> String {
    let text = |key: &str| clock[key].as_str().unwrap_or_default().to_owned();
    format!(
        "{:<32} {:>3} {:<8} {}  {}",
        text("clock"),
        clock["count"],
        text("unit"),
        text("cite"),
        text("name")
    )
}

/// The working of a clock, one day a line.
pub fn working(clock: &Clock) -> String {
    let mut lines = vec![format!(
        "{}: {} {} from {} ({}). Due {}, by the dates of 5 U.S.C. 6103(a) alone {}; send by {}.",
        clock.name,
        clock.count,
        clock.unit.words(),
        clock.from,
        clock.cite,
        clock.due,
        clock.due_strict,
        clock.send_by
    )];
    lines.extend(clock.closings.iter().map(|closing| {
        format!(
            "The office is closed on {} ({}; {}): the day to send is earlier, the due date is not.",
            closing.date, closing.name, closing.cite
        )
    }));
    lines.extend(clock.days.iter().map(day_line));
    lines.join("\n")
}

fn timeline_words(line: &Timeline) -> String {
    let mut lines = Vec::new();
    let perfected =
        if line.from == line.started { String::new() } else { format!(", started {}", line.started) };
    match (&line.standing_still, line.due, line.due_strict, line.send_by) {
        (Some(still), ..) => lines.push(format!(
            "{}: from {}{perfected} ({}). It stands still since {}, {}; {} days are left.",
            line.clock,
            line.from,
            line.cite,
            still.since,
            still.reason.words(),
            still.days_left
        )),
        (None, Some(due), Some(strict), Some(send_by)) => lines.push(format!(
            "{}: from {}{perfected} ({}). Due {due}, by the dates of 5 U.S.C. 6103(a) alone {strict}; send by {send_by}.",
            line.clock, line.from, line.cite
        )),
        _ => lines.push(format!("{}: from {}{perfected} ({}).", line.clock, line.from, line.cite)),
    }
    lines.extend(line.notes.iter().cloned());
    lines.extend(line.days.iter().map(day_line));
    lines.join("\n")
}

fn day_line(day: &CountedDay) -> String {
    let counted = day.counted.map_or_else(|| "  –".to_owned(), |number| format!("{number:>3}"));
    format!("{counted}  {}  {}", day.date.format("%a %Y-%m-%d"), day.why)
}

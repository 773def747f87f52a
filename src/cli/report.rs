//! `docket report`: the workload, and what is due when.

use chrono::{Days, NaiveDate};
use clap::Subcommand;

use super::{Global, say};
use docket::desk::{DueDay, Workload, WorkloadAsked};
use docket::error::Refusal;
use docket::law::AgencyId;

#[derive(Subcommand)]
pub enum ReportCommand {
    /// What came and went by week, what is open at which step and how old, how long decisions took, where requests go
    Workload {
        /// Only this agency
        #[arg(long)]
        agency: Option<String>,
        /// The first day [default: half a year before the last]
        #[arg(long, value_name = "YYYY-MM-DD")]
        from: Option<NaiveDate>,
        /// The last day [default: today]
        #[arg(long, value_name = "YYYY-MM-DD")]
        to: Option<NaiveDate>,
    },
    /// How many open cases have their next thing due on which day
    Due {
        /// Only this agency
        #[arg(long)]
        agency: Option<String>,
        /// The first day [default: today]
        #[arg(long, value_name = "YYYY-MM-DD")]
        from: Option<NaiveDate>,
        /// For how many days
        #[arg(long, default_value_t = 42)]
        days: u32,
    },
}

pub async fn report(global: &Global, command: ReportCommand) -> Result<(), Refusal> {
    let desk = global.open().await?;
    match command {
        ReportCommand::Workload { agency, from, to } => {
            let asked = WorkloadAsked { agency: agency.map(AgencyId::new), from, to };
            let answered = desk.workload(&asked).await;
            desk.close().await;
            say::show(&answered?, global.json, workload)
        }
        ReportCommand::Due { agency, from, days } => {
            let from = from.unwrap_or(global.clock().today());
            let to = from + Days::new(u64::from(days.max(1)) - 1);
            let agency = agency.map(AgencyId::new);
            let answered = desk.due_calendar(agency.as_ref(), from, to).await;
            desk.close().await;
            say::show(&answered?, global.json, |days| due(days))
        }
    }
}

fn workload(load: &Workload) -> String {
    let mut lines = vec![format!(
        "{} to {}: {} {} open, {} of them overdue.",
        load.from,
        load.to,
        load.open,
        if load.open == 1 { "case is" } else { "cases are" },
        load.overdue
    )];
    lines.push(format!(
        "\n{:<12}{:>10}{:>10}{:>10}{:>10}",
        "Week of", "received", "decided", "closed", "open"
    ));
    lines.extend(load.weeks.iter().map(|week| {
        format!(
            "{:<12}{:>10}{:>10}{:>10}{:>10}",
            week.week, week.received, week.decided, week.closed, week.open
        )
    }));
    lines.push(format!("\n{:<22}{:>10}{:>10}", "Step", "open", "overdue"));
    lines.extend(
        load.steps
            .iter()
            .map(|step| format!("{:<22}{:>10}{:>10}", step.state.words(), step.cases, step.overdue)),
    );
    lines.push(format!("\n{:<22}{:>10}", "Days since receipt", "open"));
    lines.extend(load.ages.iter().map(|band| {
        let days = match band.to_days {
            Some(to) => format!("{} to {to}", band.from_days),
            None => format!("{} or more", band.from_days),
        };
        format!("{days:<22}{:>10}", band.cases)
    }));
    lines.push(format!(
        "\n{:<26}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}",
        "Days to decide", "cases", "median", "mean", "±", "9 in 10", "longest"
    ));
    lines.extend(load.decided.iter().map(|one| {
        let of = match one.of.as_str() {
            "" => one.by.words(),
            of => of,
        };
        let spread = &one.spread;
        format!(
            "{of:<26}{:>8}{:>8.1}{:>8.1}{:>8.1}{:>8}{:>8}",
            spread.cases, spread.median, spread.mean, spread.deviation, spread.ninth_decile, spread.longest
        )
    }));
    lines.push(format!("\n{:<16}{:>10}{:>10}  Name", "System", "received", "open"));
    lines.extend(load.systems.iter().map(|system| {
        let number = system.system.as_deref().unwrap_or("not confirmed");
        format!("{number:<16}{:>10}{:>10}  {}", system.cases, system.open, system.name).trim_end().to_owned()
    }));
    lines.join("\n")
}

fn due(days: &[DueDay]) -> String {
    let lines = days.iter().filter(|day| day.cases > 0 || !day.working).map(|day| {
        let cases = if day.cases == 0 { "–".to_owned() } else { day.cases.to_string() };
        format!("{}  {cases:>6}  {}", day.date.format("%a %Y-%m-%d"), day.what)
    });
    lines.collect::<Vec<_>>().join("\n")
}

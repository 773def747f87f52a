//! `docket law`: clocks, due dates, identity, fees and appeals, without a desk.

use chrono::NaiveDate;
use clap::Subcommand;

use super::{Global, rules, say};
use docket::error::Refusal;
use docket::law::{
    AgencyId, AppealSubject, Capacity, Channel, Clock, Covered, IdentityQuestion, Kind, Law, Sensitivity,
    appeal_right, coverage,
};

#[derive(Subcommand)]
pub enum LawCommand {
    /// The clocks and their citations
    Clocks {
        /// The agency
        #[arg(long)]
        agency: String,
    },
    /// One clock with its working
    Due {
        /// The agency
        #[arg(long)]
        agency: String,
        /// The clock's id
        #[arg(long)]
        clock: String,
        /// Day 0
        #[arg(long)]
        from: NaiveDate,
    },
    /// What evidence is asked
    Identity {
        /// The agency
        #[arg(long)]
        agency: String,
        /// What is asked for
        #[arg(long)]
        kind: Kind,
        /// How the request came
        #[arg(long)]
        channel: Channel,
        /// In what capacity the requester asks
        #[arg(long)]
        capacity: Capacity,
        /// How sensitive the record is
        #[arg(long)]
        sensitivity: Sensitivity,
        /// Staff know the requester
        #[arg(long)]
        personally_known: bool,
    },
    /// The charge for copies
    Fees {
        /// The agency
        #[arg(long)]
        agency: String,
        /// How many pages
        #[arg(long)]
        pages: u32,
        /// Duplicate copies at the requester's wish
        #[arg(long)]
        duplicate: bool,
    },
    /// The right of appeal or review
    Appeal {
        /// The agency
        #[arg(long)]
        agency: String,
        /// What was refused
        #[arg(long)]
        of: AppealSubject,
        /// The date of the letter
        #[arg(long)]
        dated: NaiveDate,
    },
    /// Each paragraph of the regulations with the rule and the test that carry it out
    Coverage,
    /// Every rule of a rulebook with its citation, its days and where it was read
    Rules(rules::RulesAsked),
}

pub fn law(global: &Global, law: &Law, command: LawCommand) -> Result<(), Refusal> {
    let today = global.clock().today();
    match command {
        LawCommand::Clocks { agency } => {
            let agency = AgencyId::new(agency);
            let mut clocks = Vec::new();
            for rule in law.clock_rules(&agency, today)? {
                clocks.push(serde_json::json!({
                    "clock": rule.id, "name": rule.name, "cite": rule.cite, "count": rule.count,
                    "unit": rule.unit, "starts": rule.starts, "duty": rule.duty, "kinds": rule.kinds,
                }));
            }
            say::show(&clocks, global.json, |clocks| {
                clocks.iter().map(clock_line).collect::<Vec<_>>().join("\n")
            })
        }
        LawCommand::Due { agency, clock, from } => {
            let clock = law.clock(&AgencyId::new(agency), &clock, from)?;
            say::show(&clock, global.json, working)
        }
        LawCommand::Identity { agency, kind, channel, capacity, sensitivity, personally_known } => {
            let agency = AgencyId::new(agency);
            let question =
                IdentityQuestion { agency, kind, channel, capacity, sensitivity, personally_known };
            let answer = law.identity(&question, today)?;
            say::show(&answer, global.json, |answer| {
                let mut lines = vec![answer.why.clone()];
                lines.extend(
                    answer.requirements.iter().map(|asked| format!("- {} ({})", asked.words, asked.cite)),
                );
                lines.join("\n")
            })
        }
        LawCommand::Fees { agency, pages, duplicate } => {
            let fee = law.fee(&AgencyId::new(agency), pages, duplicate, today)?;
            say::show(&fee, global.json, |fee| {
                format!("${}.{:02}. {} ({})", fee.cents / 100, fee.cents % 100, fee.basis, fee.cite)
            })
        }
        LawCommand::Rules(asked) => rules::rules(global, law, &asked),
        LawCommand::Coverage => say::show(&coverage()?, global.json, |covered| {
            covered.iter().map(covered_line).collect::<Vec<_>>().join("\n")
        }),
        LawCommand::Appeal { agency, of, dated } => {
            let right = appeal_right(law, &AgencyId::new(agency), of, dated)?;
            say::show(&right, global.json, |right| {
                let within = match (right.within, right.unit) {
                    (Some(days), Some(unit)) => format!("within {days} {}", unit.words()),
                    _ => "at any time".to_owned(),
                };
                let from =
                    right.counted_from.as_deref().map(|from| format!(" of {from}")).unwrap_or_default();
                format!(
                    "{} to {}, {}, {within}{from} ({})",
                    right.name,
                    right.to.title,
                    right.to.address.join(", "),
                    right.cites.join("; ")
                )
            })
        }
    }
}

fn covered_line(covered: &Covered) -> String {
    let by = covered.rule.as_deref().or(covered.reason.as_deref()).unwrap_or_default();
    format!("{:<28} {by}", covered.at)
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
    for day in &clock.days {
        let counted = day.counted.map_or_else(|| "  –".to_owned(), |number| format!("{number:>3}"));
        lines.push(format!("{counted}  {}  {}", day.date.format("%a %Y-%m-%d"), day.why));
    }
    lines.join("\n")
}

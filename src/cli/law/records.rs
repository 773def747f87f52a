//! `docket law fees`, `exemptions`, `accounting`, `retention`, `worksheet`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::super::{Global, input, say};
use docket::error::Refusal;
use docket::law::{
    AccountingRule, AgencyId, DisclosureBasis, Exemption, ExemptionSheet, Kept, Kind, Law, LawError,
    Retention, Weighed, WeighedExemption, WorksheetLine,
};

#[derive(Args)]
pub struct FeesArgs {
    /// The agency
    #[arg(long)]
    agency: String,
    /// How many pages
    #[arg(long)]
    pages: u32,
    /// Duplicate copies at the requester's wish
    #[arg(long)]
    duplicate: bool,
}

pub fn fees(global: &Global, law: &Law, args: FeesArgs, today: NaiveDate) -> Result<(), Refusal> {
    let fee = law.fee(&AgencyId::new(args.agency), args.pages, args.duplicate, today)?;
    say::show(&fee, global.json, |fee| {
        format!("${}.{:02}. {} ({})", fee.cents / 100, fee.cents % 100, fee.basis, fee.cite)
    })
}

#[derive(Args)]
pub struct ExemptionsArgs {
    /// The agency
    #[arg(long)]
    agency: String,
    /// The system of records, by its number [default: all that the agency's rule names]
    #[arg(long)]
    system: Option<String>,
    /// What is asked
    #[arg(long, default_value_t = Kind::Access)]
    kind: Kind,
    /// The day whose rule and notice hold [default: today]
    #[arg(long)]
    on: Option<NaiveDate>,
    /// Notices to go by besides the built-in catalogue
    #[arg(long, num_args = 1.., value_name = "FILE")]
    catalog: Vec<PathBuf>,
}

/// The exemptions of one system, as its notice and the agency's rule have them.
#[derive(Serialize)]
struct SystemExemptions {
    system: String,
    name: String,
    kind: Kind,
    #[serde(flatten)]
    sheet: ExemptionSheet,
}

/// An exemption as the agency's rule has it.
#[derive(Serialize)]
struct ExemptionRule {
    #[serde(flatten)]
    exemption: Exemption,
    systems: Vec<String>,
}

pub async fn exemptions(
    global: &Global,
    law: &Law,
    args: ExemptionsArgs,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let agency = AgencyId::new(args.agency);
    let on = args.on.unwrap_or(today);
    let Some(number) = args.system else {
        let rules: Vec<ExemptionRule> = law
            .exemption_rules(&agency, on)?
            .into_iter()
            .map(|(exemption, systems)| ExemptionRule { exemption, systems })
            .collect();
        return say::show(&rules, global.json, |rules| {
            rules.iter().map(rule_words).collect::<Vec<_>>().join("\n")
        });
    };
    let catalogue = input::catalogue(&args.catalog, law).await?;
    let revision = input::system_of(&catalogue, &number, &agency, on)?;
    let system = &revision.system;
    let names = [system.number.as_str(), system.name.as_str()];
    let sheet = law.exemption_sheet(&agency, &names, &system.exemptions, args.kind, on)?;
    let answer =
        SystemExemptions { system: system.number.clone(), name: system.name.clone(), kind: args.kind, sheet };
    say::show(&answer, global.json, |answer| {
        let claims = match answer.sheet.notice_claims.as_slice() {
            [] => "The notice claims no exemption.".to_owned(),
            claims => format!("The notice claims: {}.", claims.join("; ")),
        };
        let mut lines = vec![format!("{}, {}: {}", answer.system, answer.name, answer.kind.words()), claims];
        lines.extend(answer.sheet.unsupported.clone());
        lines.extend(answer.sheet.exemptions.iter().map(weighed_words));
        lines.join("\n")
    })
}

fn weighed_words(weighed: &WeighedExemption) -> String {
    let offered = if weighed.offered { "offered" } else { "not offered" };
    let exemption = &weighed.exemption;
    let mut lines = vec![format!("{offered}: {} ({}). {}", exemption.statute, exemption.rule, weighed.why)];
    if weighed.offered {
        lines.push(format!("  {}.", exemption.reason));
        lines.extend(exemption.must_give.iter().map(|must| format!("  {must}")));
        if exemption.neither_confirm_nor_deny {
            lines.push("  The answer may have to be the same whether or not there is a record.".to_owned());
        }
        if exemption.counsel_signs {
            lines.push("  Counsel signs off before it is applied.".to_owned());
        }
    }
    lines.join("\n")
}

fn rule_words(rule: &ExemptionRule) -> String {
    let systems = if rule.systems.is_empty() { "every system".to_owned() } else { rule.systems.join("; ") };
    format!("{} ({}): {systems}", rule.exemption.statute, rule.exemption.rule)
}

#[derive(Args)]
pub struct AccountingArgs {
    /// The agency
    #[arg(long)]
    agency: String,
    /// On what ground the record was disclosed [default: each of them]
    #[arg(long)]
    basis: Option<DisclosureBasis>,
}

/// The rule for one ground of disclosure.
#[derive(Serialize)]
struct BasisRule {
    basis: DisclosureBasis,
    #[serde(flatten)]
    rule: AccountingRule,
}

pub fn accounting(global: &Global, law: &Law, args: AccountingArgs, today: NaiveDate) -> Result<(), Refusal> {
    let agency = AgencyId::new(args.agency);
    let asked = args.basis.map_or_else(|| DisclosureBasis::ALL.to_vec(), |basis| vec![basis]);
    let mut rules = Vec::new();
    for basis in asked {
        rules.push(BasisRule { basis, rule: law.accounting(&agency, basis, today)? });
    }
    say::show(&rules, global.json, |rules| {
        let line = |one: &BasisRule| {
            let entered = if one.rule.entered { "entered" } else { "not entered" };
            format!("{:<16} {entered}. {} ({})", one.basis.as_str(), one.rule.words, one.rule.cite)
        };
        rules.iter().map(line).collect::<Vec<_>>().join("\n")
    })
}

#[derive(Args)]
pub struct RetentionArgs {
    /// The agency
    #[arg(long)]
    agency: String,
    /// What is kept [default: all that there is a schedule for]
    #[arg(long)]
    kept: Option<Kept>,
    /// The day from which it is counted: of the final action, of the disclosure
    #[arg(long)]
    event: Option<NaiveDate>,
}

/// A schedule, and through which day it asks to keep.
#[derive(Serialize)]
struct Schedule {
    #[serde(flatten)]
    retention: Retention,
    kept_through: Option<NaiveDate>,
}

pub fn retention(global: &Global, law: &Law, args: RetentionArgs, today: NaiveDate) -> Result<(), Refusal> {
    let agency = AgencyId::new(args.agency);
    let mut schedules = Vec::new();
    for kept in Kept::ALL {
        if args.kept.is_some_and(|asked| asked != *kept) {
            continue;
        }
        match law.retention(&agency, *kept, today) {
            Ok(retention) => {
                let kept_through = args.event.and_then(|event| retention.kept_through(event));
                schedules.push(Schedule { retention, kept_through });
            }
            Err(LawError::NoSuchRule { .. } | LawError::NotInForce { .. }) if args.kept.is_none() => {}
            Err(other) => return Err(other.into()),
        }
    }
    say::show(&schedules, global.json, |schedules| {
        schedules.iter().map(schedule_words).collect::<Vec<_>>().join("\n")
    })
}

fn schedule_words(schedule: &Schedule) -> String {
    let retention = &schedule.retention;
    let years = retention.years.map_or_else(
        || "by the office's own schedule, which it must enter".to_owned(),
        |years| format!("{years} years after {}", retention.after),
    );
    let longer = retention.or_longer.as_ref().map(|longer| format!(", or {longer}")).unwrap_or_default();
    let checked = if retention.confirmed {
        ""
    } else {
        " Nobody has checked this period against its source: nothing is destroyed on it."
    };
    let through =
        schedule.kept_through.map(|day| format!(" Kept at least through {day}.")).unwrap_or_default();
    format!("{}: {years}{longer} ({}).{through}{checked}", retention.kept.words(), retention.cite)
}

#[derive(Args)]
pub struct WorksheetArgs {
    /// The items as JSON: [{"what":"…","privacy_act":[{"cite":"…","reason":"…"}],"foia":[]}]; - for standard input
    #[arg(long, value_name = "FILE")]
    items: PathBuf,
}

pub fn worksheet(global: &Global, args: WorksheetArgs) -> Result<(), Refusal> {
    let items: Vec<Weighed> = input::json_of(
        &args.items,
        "a list of items, each with what it is and the grounds to withhold it under either Act",
    )?;
    say::show(&docket::law::worksheet(&items), global.json, |lines| {
        let line = |one: &WorksheetLine| format!("{}: {}\n  {}", one.verdict.words(), one.what, one.words);
        lines.iter().map(line).collect::<Vec<_>>().join("\n")
    })
}

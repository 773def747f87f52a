//! `docket law rules`, and `docket law … --overlay FILE`: what would the law say with these corrections?

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use super::law::LawCommand;
use super::{Global, overlay, say};
use docket::error::Refusal;
use docket::law::{AgencyId, Law, ListedRule, RuleKind, RuleVersion, VersionState};

/// A question to the law, and the corrections to lay over it first.
#[derive(Args)]
pub struct LawAsked {
    /// Answer as if this correction of a rulebook were taken (may be given again)
    #[arg(long, global = true, value_name = "FILE")]
    pub overlay: Vec<PathBuf>,
    #[command(subcommand)]
    pub command: LawCommand,
}

/// Which rules are listed.
#[derive(Args)]
pub struct RulesAsked {
    /// The agency; the federal rules that bind it are listed too
    #[arg(long)]
    agency: String,
    /// Only one kind: clock, office, identity, …
    #[arg(long)]
    kind: Option<RuleKind>,
    /// As the rules stand on this day [default: today]
    #[arg(long)]
    on: Option<NaiveDate>,
}

/// The rulebooks of the program, with the corrections in these files laid over them.
pub fn law(overlays: &[PathBuf]) -> Result<Law, Refusal> {
    let built_in = Law::built_in()?;
    if overlays.is_empty() {
        return Ok(built_in);
    }
    let texts = overlays.iter().map(|file| overlay::read(file)).collect::<Result<Vec<_>, _>>()?;
    let names: Vec<String> = overlays
        .iter()
        .map(|file| file.file_name().unwrap_or_default().to_string_lossy().into_owned())
        .collect();
    let named: Vec<(&str, &str)> =
        names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
    Ok(built_in.overlaid_by(&named)?.0)
}

/// Prints the rules of an agency.
pub fn rules(global: &Global, law: &Law, asked: &RulesAsked) -> Result<(), Refusal> {
    let on = asked.on.unwrap_or_else(|| global.clock().today());
    let mut rules = law.rules(&AgencyId::new(asked.agency.clone()), on)?;
    rules.retain(|rule| asked.kind.is_none_or(|kind| rule.kind == kind));
    say::show(&rules, global.json, |rules| {
        let mut lines = Vec::new();
        let mut kind = None;
        for rule in rules {
            if kind != Some(rule.kind) {
                kind = Some(rule.kind);
                lines.push(format!("{} ({})", rule.kind_words.to_uppercase(), rule.kind));
            }
            lines.push(rule_line(rule));
            lines.extend(rule.versions.iter().flat_map(version_lines));
        }
        lines.join("\n")
    })
}

fn rule_line(rule: &ListedRule) -> String {
    match rule.rule.as_str() {
        "" => format!("  {} [{}]", rule.title, rule.rulebook),
        id => format!("  {} [{}: {id}]", rule.title, rule.rulebook),
    }
}

/// A version: its days and citation, and what it says where it is in force.
fn version_lines(version: &RuleVersion) -> Vec<String> {
    let days = match version.to {
        Some(to) => format!("{} to {to}", version.from),
        None => format!("from {}", version.from),
    };
    let mut line = format!("    {days}, {}: {}", version.state.words(), version.cite);
    if version.unconfirmed {
        line.push_str("  UNCONFIRMED: no letter rests on it");
    }
    if let Some(correction) = &version.correction {
        line.push_str(&format!("  correction {correction}"));
    }
    let mut lines = vec![line];
    if version.state == VersionState::InForce {
        lines.extend(version.fields.iter().map(|field| format!("      {}: {}", field.field, field.value)));
        lines.push(format!("      source: {}", version.source));
    }
    lines
}

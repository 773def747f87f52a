//! `docket notice`, `docket system`, `docket route`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{Global, input, say};
use docket::desk::{SystemRow, SystemView, SystemsQuery, read_notice};
use docket::error::Refusal;
use docket::law::{AgencyId, Kind, Law};
use docket::notices::json::NoticeJson;
use docket::notices::{ReadNotice, Side};
use docket::routing::{self, RouteAnswer, RouteQuestion};

#[derive(Subcommand)]
pub enum NoticeCommand {
    /// Parse and print what a notice says; changes nothing
    Read {
        /// The notices
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Take notices into the catalogue
    Import {
        /// The notices
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// The notices in the catalogue
    List,
}

#[derive(Subcommand)]
pub enum SystemCommand {
    /// The systems of the desk's agencies
    List {
        /// Only systems with all these words, each from its beginning
        #[arg(long)]
        search: Option<String>,
        /// Only this agency
        #[arg(long)]
        agency: Option<String>,
        /// The systems of every agency
        #[arg(long, conflicts_with = "agency")]
        all: bool,
    },
    /// One system as it stands on a day
    Show {
        /// Its number
        number: String,
        /// The day
        #[arg(long)]
        on: Option<NaiveDate>,
    },
    /// What changed between two revisions
    Diff {
        /// The system's number
        number: String,
        /// The day of the older revision
        older: NaiveDate,
        /// The day of the newer revision
        newer: NaiveDate,
    },
}

#[derive(Args)]
pub struct RouteCommand {
    /// The agency
    #[arg(long)]
    agency: String,
    /// What is asked
    #[arg(long)]
    kind: Kind,
    /// The requester's words
    #[arg(long, required_unless_present = "file", conflicts_with = "file")]
    text: Option<String>,
    /// A file with the requester's words
    #[arg(long)]
    file: Option<PathBuf>,
    /// The day of receipt
    #[arg(long)]
    on: Option<NaiveDate>,
    /// Notices to route by besides the built-in catalogue
    #[arg(long, num_args = 1..)]
    catalog: Vec<PathBuf>,
}

pub async fn notice(global: &Global, command: NoticeCommand) -> Result<(), Refusal> {
    match command {
        NoticeCommand::Read { files } => {
            let mut read = Vec::new();
            for file in &files {
                read.push(read_notice(file).await?);
            }
            let answers: Vec<NoticeJson<'_>> = read.iter().map(NoticeJson::from).collect();
            match answers.as_slice() {
                [one] => say::show(one, global.json, |_| read.iter().map(summary).collect()),
                _ => say::show(&answers, global.json, |_| {
                    read.iter().map(summary).collect::<Vec<_>>().join("\n")
                }),
            }
        }
        NoticeCommand::Import { files } => {
            let desk = global.open().await?;
            let report = desk.import_notices(&files).await?;
            desk.close().await;
            say::show(&report, global.json, |report| {
                let mut lines = Vec::new();
                for file in &report.files {
                    match &file.refused {
                        Some(reason) => lines.push(format!("{}: {reason}", file.file)),
                        None => {
                            lines.extend(file.systems.iter().map(|system| format!("{}: {system}", file.file)))
                        }
                    }
                    lines.extend(
                        file.not_understood.iter().map(|sentence| format!("  not understood: {sentence}")),
                    );
                }
                lines.join("\n")
            })
        }
        NoticeCommand::List => list(global, SystemsQuery::default()).await,
    }
}

pub async fn system(global: &Global, command: SystemCommand) -> Result<(), Refusal> {
    match command {
        SystemCommand::List { search, agency, all } => {
            let agency = agency.map(AgencyId::new);
            list(global, SystemsQuery { search, agency, all_agencies: all, after: 0 }).await
        }
        SystemCommand::Show { number, on } => {
            let desk = global.open().await?;
            let view = desk.system(&number, on).await?;
            desk.close().await;
            say::show(&view, global.json, system_words)
        }
        SystemCommand::Diff { number, older, newer } => {
            let desk = global.open().await?;
            let comparison = desk.compare(&number, older, newer).await?;
            desk.close().await;
            say::show(&comparison, global.json, |comparison| {
                let mut lines = Vec::new();
                for section in comparison.sections.iter().filter(|section| section.changed) {
                    lines.push(section.heading.clone());
                    for run in &section.runs {
                        match run.side {
                            Side::Both => {}
                            Side::Older => lines.push(format!("  - {}", run.text.trim())),
                            Side::Newer => lines.push(format!("  + {}", run.text.trim())),
                        }
                    }
                }
                lines.join("\n")
            })
        }
    }
}

fn summary(read: &ReadNotice) -> String {
    let published = read.notice.published.map(|day| format!(", published {day}")).unwrap_or_default();
    let mut lines = vec![format!("{}: {}{published}", read.file, read.notice.agency)];
    for system in &read.systems {
        lines.push(format!("  {}, {} ({} sections)", system.number, system.name, system.sections.len()));
        lines.extend(
            system
                .managers
                .iter()
                .map(|manager| format!("    manager: {}, {}", manager.title, manager.address)),
        );
        for rule in &system.notification {
            let subject = rule.subject.as_deref().unwrap_or("inquiries");
            lines.push(format!("    {subject}: {}, {}", rule.office, rule.address));
        }
        lines.extend(system.not_understood.iter().map(|sentence| format!("    not understood: {sentence}")));
    }
    lines.join("\n")
}

async fn list(global: &Global, mut query: SystemsQuery) -> Result<(), Refusal> {
    let desk = global.open().await?;
    let mut rows = Vec::new();
    loop {
        let page = desk.systems(&query).await?;
        rows.extend(page.rows);
        match page.next_page {
            Some(next) => query.after = next,
            None => break,
        }
    }
    desk.close().await;
    say::show(&rows, global.json, |rows| rows.iter().map(system_line).collect::<Vec<_>>().join("\n"))
}

fn system_line(row: &SystemRow) -> String {
    let revisions: Vec<String> = row
        .revisions
        .iter()
        .map(|revision| format!("{} ({})", revision.effective_from, revision.source))
        .collect();
    let mut line = format!("{}  {}  revisions: {}", row.number, row.name, revisions.join(", "));
    if let Some(found) = &row.found {
        line.push_str(&format!("\n    {}: “{}”", found.heading, found.quote));
    }
    line
}

fn system_words(view: &SystemView) -> String {
    let mut lines =
        vec![format!("{}, {} (revision of {})", view.number, view.name, view.revision.effective_from)];
    lines.extend(
        view.managers.iter().map(|manager| format!("manager: {}, {}", manager.title, manager.address)),
    );
    for office in &view.offices {
        let subject = office.subject.as_deref().unwrap_or("every other matter");
        lines.push(format!("{subject}: {}, {}", office.office, office.address));
    }
    for section in &view.sections {
        lines.push(format!("\n{}\n{}", section.heading, section.text));
    }
    lines.join("\n")
}

pub async fn route(global: &Global, command: RouteCommand) -> Result<(), Refusal> {
    let law = Law::built_in()?;
    let agency = AgencyId::new(command.agency);
    let privacy_office = law.rulebook(&agency)?.privacy_office();
    let text = match (command.text, command.file) {
        (Some(text), _) => text,
        (None, Some(file)) => tokio::fs::read_to_string(&file).await.map_err(|_| {
            Refusal::bad_input("file", "The file with the requester's words could not be read.")
        })?,
        (None, None) => String::new(),
    };
    let catalogue = input::catalogue(&command.catalog, &law).await?;
    let question = RouteQuestion {
        agency: &agency,
        kind: command.kind,
        text: &text,
        particulars_given: &[],
        on: command.on.unwrap_or_else(|| global.clock().today()),
    };
    let answer = routing::route(&question, &catalogue, &privacy_office);
    say::show(&answer, global.json, route_words)
}

fn route_words(answer: &RouteAnswer) -> String {
    let mut lines = Vec::new();
    for candidate in &answer.candidates {
        lines.push(format!("{:.2}  {}, {}", candidate.score, candidate.system, candidate.name));
        lines.push(format!("      to {}, {} ({})", candidate.office, candidate.address, candidate.cite));
        lines.extend(candidate.reasons.iter().map(|reason| format!("      “{}”", reason.quote)));
        if !candidate.particulars_missing.is_empty() {
            lines.push(format!("      still missing: {}", candidate.particulars_missing.join(", ")));
        }
    }
    if let Some(fallback) = &answer.fallback {
        lines.push(format!("{} Write to {}, {}.", fallback.why, fallback.office, fallback.address));
    }
    lines.join("\n")
}

//! `docket case`: opening, listing, showing, and every command of casework.

use std::path::PathBuf;

use clap::Subcommand;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Global, input, law, say};
use docket::casework::{CaseClock, Command, CommandName, Intake, NextStep};
use docket::desk::{CaseView, WorklistQuery};
use docket::error::Refusal;

/// The commands of casework with their fields, as `case do --help` lists them.
fn commands() -> String {
    let lines = CommandName::ALL.iter().map(|name| format!("  {:<22} {}", name.as_str(), name.fields()));
    let head = "Commands and their fields (JSON, in the file given with --file, or - for standard input):"
        .to_owned();
    std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n")
}

/// The command that confirms a proposed system and office.
pub fn route_to(system: String, office: String) -> Command {
    Command::Route { system, office, address: String::new(), reason: String::new() }
}

#[derive(Subcommand)]
pub enum CaseCommand {
    /// Take a request in
    Open {
        /// The request as JSON; - for standard input
        #[arg(long)]
        file: PathBuf,
    },
    /// The worklist
    List {
        /// Only these words
        #[arg(long)]
        search: Option<String>,
        /// Closed cases as well
        #[arg(long)]
        closed: bool,
    },
    /// One case
    Show {
        /// Its number
        number: String,
    },
    /// What the rule asks next
    Next {
        /// The case's number
        number: String,
    },
    /// The clocks with their working
    Clocks {
        /// The case's number
        number: String,
    },
    /// What happened
    History {
        /// The case's number
        number: String,
    },
    /// Any command of casework
    #[command(after_help = commands())]
    Do {
        /// The case's number
        number: String,
        /// The command
        command: String,
        /// Its fields as JSON; - for standard input
        #[arg(long)]
        file: Option<PathBuf>,
        /// The version of the case that you saw [default: the newest]
        #[arg(long)]
        version: Option<u32>,
    },
}

pub async fn case(global: &Global, command: CaseCommand) -> Result<(), Refusal> {
    // What was typed is read before the desk is opened, so that a misspelt file costs no passphrase.
    let command = match command {
        CaseCommand::Open { file } => Asked::Open(Box::new(parsed(input::json(&file)?)?)),
        CaseCommand::Do { number, command, file, version } => {
            let fields = file
                .as_deref()
                .map(input::json)
                .transpose()?
                .unwrap_or_else(|| Value::Object(Default::default()));
            Asked::Do { number, command: named(&command, fields)?, version }
        }
        other => Asked::Look(other),
    };
    let desk = global.open().await?;
    let answered = match command {
        Asked::Open(intake) => show_case(global, &desk.open_case(*intake).await?),
        Asked::Do { number, command, version } => {
            show_case(global, &desk.act(&number, version, command).await?)
        }
        Asked::Look(command) => look(global, &desk, command).await,
    };
    desk.close().await;
    answered
}

enum Asked {
    Open(Box<Intake>),
    Do { number: String, command: Command, version: Option<u32> },
    Look(CaseCommand),
}

async fn look(global: &Global, desk: &docket::desk::Desk, command: CaseCommand) -> Result<(), Refusal> {
    match command {
        CaseCommand::Show { number } => show_case(global, &desk.case(&number).await?),
        CaseCommand::Next { number } => {
            say::show(&desk.case(&number).await?.next, global.json, |next| steps(next))
        }
        CaseCommand::Clocks { number } => {
            say::show(&desk.case(&number).await?.clocks, global.json, |clocks| {
                clocks.iter().map(|clock| law::working(&clock.clock)).collect::<Vec<_>>().join("\n\n")
            })
        }
        CaseCommand::History { number } => {
            say::show(&desk.case(&number).await?.history, global.json, |history| {
                let lines: Vec<String> =
                    history.iter().map(|line| format!("{}  {} {}", line.at, line.by, line.words)).collect();
                lines.join("\n")
            })
        }
        CaseCommand::List { search, closed } => {
            let query = WorklistQuery { search, closed, ..WorklistQuery::default() };
            let mut page = desk.worklist(query.clone()).await?;
            let mut rows = std::mem::take(&mut page.rows);
            while let Some(after) = page.next_page.take() {
                page = desk.worklist(WorklistQuery { after: Some(after), ..query.clone() }).await?;
                rows.append(&mut page.rows);
            }
            say::show(&rows, global.json, |rows| {
                let line = |row: &docket::desk::CaseRow| {
                    let by = row.next_by.map(|by| by.to_string()).unwrap_or_default();
                    format!(
                        "{}  {:<10}  {:<24}  {:<10}  {by:<10}  {}",
                        row.number, row.state, row.requester, row.nearness, row.next
                    )
                };
                rows.iter().map(line).collect::<Vec<_>>().join("\n")
            })
        }
        CaseCommand::Open { .. } | CaseCommand::Do { .. } => Ok(()),
    }
}

fn show_case(global: &Global, view: &CaseView) -> Result<(), Refusal> {
    say::show(view, global.json, |view| {
        let kinds: Vec<&str> = view.kinds.iter().map(|kind| kind.words()).collect();
        let mut lines = vec![
            format!("{}  {}  {}", view.number, view.requester.name, kinds.join(" and ")),
            format!("received {} {}; step: {}", view.received, view.channel.words(), view.state.words()),
        ];
        lines
            .extend(view.unmet.iter().map(|asked| format!("still needed: {} ({})", asked.words, asked.cite)));
        lines.extend(view.clocks.iter().map(clock_line));
        lines.push(steps(&view.next));
        lines.join("\n")
    })
}

fn clock_line(clock: &CaseClock) -> String {
    format!(
        "clock: {} by {} ({}), {}",
        clock.clock.name,
        clock.clock.send_by,
        clock.clock.cite,
        clock.status.words()
    )
}

fn steps(next: &[NextStep]) -> String {
    let line = |step: &NextStep| {
        let by = step.by.map(|by| format!(" by {by}")).unwrap_or_default();
        let cite = if step.cite.is_empty() { String::new() } else { format!(" ({})", step.cite) };
        format!("next: {}{by}{cite}", step.words)
    };
    next.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn named(command: &str, fields: Value) -> Result<Command, Refusal> {
    let Value::Object(mut fields) = fields else {
        return Err(Refusal::bad_input(
            "file",
            "The fields of a command are a JSON object. Nothing was changed.",
        ));
    };
    fields.insert("command".to_owned(), Value::String(command.to_owned()));
    parsed(Value::Object(fields))
}

fn parsed<T: DeserializeOwned>(value: Value) -> Result<T, Refusal> {
    serde_json::from_value(value).map_err(|cause| {
        Refusal::bad_input(
            "file",
            format!("The fields do not fit: {cause}. See docket case do --help; nothing was changed."),
        )
    })
}

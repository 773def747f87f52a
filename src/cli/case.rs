//! `docket case`: opening, listing, showing, and every command of casework.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Global, input, law, say};
use docket::casework::{CaseClock, Command, CommandName, Intake, NextStep, State};
use docket::desk::{
    Arrived, BulkLine, CaseView, CertifiedPart, Nearness, PaperGiven, PeopleOfCase, Selected, WordOnPeople,
    WorklistQuery,
};
use docket::error::Refusal;
use docket::law::AgencyId;

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
        /// A message or scan of the inbox that the request came with: its id, and after a colon the attachments that
        /// show identity (ID:0,1); may be given again
        #[arg(long)]
        arrived: Vec<String>,
    },
    /// The worklist
    List {
        /// Only these words
        #[arg(long)]
        search: Option<String>,
        /// Closed cases as well
        #[arg(long)]
        closed: bool,
        /// Whose: mine, my-unit, nobody, or a name
        #[arg(long)]
        whose: Option<String>,
        /// Only this agency
        #[arg(long)]
        agency: Option<String>,
        /// Only this state
        #[arg(long)]
        state: Option<State>,
        /// Only this next step
        #[arg(long)]
        step: Option<String>,
        /// Only this most urgent clock
        #[arg(long)]
        clock: Option<String>,
        /// Only this unit
        #[arg(long)]
        unit: Option<String>,
        /// Only cases that I watch
        #[arg(long)]
        watched: bool,
        /// How near the next thing is: overdue, today, this-week, later
        #[arg(long)]
        due: Option<Nearness>,
    },
    /// People of other cases who are like those of one, and what is striking
    People {
        /// The case's number
        number: String,
    },
    /// Say that the people of two cases are the same, or are not
    SayPeople {
        /// The case's number
        number: String,
        /// other, role, other_role, same, reason as JSON; - for standard input
        #[arg(long)]
        file: PathBuf,
    },
    /// Take such a word back
    UnsayPeople {
        /// The case's number
        number: String,
        /// The number of the word
        id: u32,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Attach a scan or file
    Attach {
        /// The case's number
        number: String,
        /// The file
        #[arg(long)]
        file: PathBuf,
        /// The name that it has in the case
        #[arg(long)]
        name: String,
        /// A copy of an identity paper: locked under a key of its own, and destroyed some days after
        #[arg(long)]
        identity: bool,
    },
    /// Save a paper of the case
    Paper {
        /// The case's number
        number: String,
        /// The paper's id
        paper: String,
        /// Where to
        #[arg(long)]
        out: PathBuf,
    },
    /// Destroy a paper and its key
    DestroyPaper {
        /// The case's number
        number: String,
        /// The paper's id
        paper: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Destroy every copy of an identity paper whose day has passed
    DestroyPapersInTime,
    /// Watch a case, or end it
    Watch {
        /// The case's number
        number: String,
        /// End it
        #[arg(long)]
        off: bool,
    },
    /// Approve what another person proposed, and dispose of a case by the records schedule
    Dispose {
        /// The case's number
        number: String,
    },
    /// One command on many cases: a preview, or with --do the deed
    Together {
        /// The command
        command: String,
        /// The numbers of the cases
        #[arg(long, value_delimiter = ',', required = true)]
        cases: Vec<String>,
        /// Its fields as JSON; - for standard input
        #[arg(long)]
        file: Option<PathBuf>,
        /// Do it
        #[arg(long = "do")]
        deed: bool,
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
        CaseCommand::Open { file, arrived } => Asked::Open(Box::new(parsed(input::json(&file)?)?), arrived),
        CaseCommand::Do { number, command, file, version } => {
            Asked::Do { number, command: named(&command, fields(file.as_deref())?)?, version }
        }
        CaseCommand::Together { command, cases, file, deed } => {
            let selection = cases.into_iter().map(|number| Selected { number, version: None }).collect();
            Asked::Together { selection, command: named(&command, fields(file.as_deref())?)?, deed }
        }
        other => Asked::Look(other),
    };
    let desk = global.open().await?;
    let answered = match command {
        Asked::Open(intake, arrived) => {
            let arrived = arrived.iter().map(|one| came_with(one)).collect::<Result<Vec<_>, _>>()?;
            show_case(global, &desk.open_case_with(*intake, &arrived).await?)
        }
        Asked::Do { number, command, version } => {
            show_case(global, &desk.act(&number, version, command).await?)
        }
        Asked::Together { selection, command, deed } => {
            let lines = if deed {
                desk.act_together(&selection, &command).await
            } else {
                desk.preview_together(&selection, &command).await
            };
            lines.and_then(|lines| together(global, &lines))
        }
        Asked::Look(command) => look(global, &desk, command).await,
    };
    desk.close().await;
    answered
}

enum Asked {
    Open(Box<Intake>, Vec<String>),
    Do { number: String, command: Command, version: Option<u32> },
    Together { selection: Vec<Selected>, command: Command, deed: bool },
    Look(CaseCommand),
}

fn fields(file: Option<&Path>) -> Result<Value, Refusal> {
    Ok(file.map(input::json).transpose()?.unwrap_or_else(|| Value::Object(Default::default())))
}

fn together(global: &Global, lines: &[BulkLine]) -> Result<(), Refusal> {
    say::show(&lines, global.json, |lines| {
        let line = |line: &BulkLine| match &line.refused {
            Some(why) => format!("{}  refused: {why}", line.number),
            None => format!("{}  {}", line.number, line.does.join(" ")),
        };
        lines.iter().map(line).collect::<Vec<_>>().join("\n")
    })
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
                let lines: Vec<String> = history
                    .iter()
                    .map(|line| {
                        let undone = if line.undone { " (taken back)" } else { "" };
                        format!("{}  {:>3}  {} {}{undone}", line.at, line.version, line.by, line.words)
                    })
                    .collect();
                lines.join("\n")
            })
        }
        CaseCommand::People { number } => people(global, &desk.people(&number).await?),
        CaseCommand::SayPeople { number, file } => {
            let word: WordOnPeople = parsed(input::json(&file)?)?;
            people(global, &desk.say_of_people(&number, word).await?)
        }
        CaseCommand::UnsayPeople { number, id, reason } => {
            people(global, &desk.unsay_of_people(&number, id, &reason).await?)
        }
        CaseCommand::Attach { number, file, name, identity } => {
            let bytes = std::fs::read(&file).map_err(|_| {
                Refusal::bad_input("file", "The file could not be read. Nothing was attached.")
            })?;
            show_case(global, &desk.attach_paper(&number, None, PaperGiven { name, bytes, identity }).await?)
        }
        CaseCommand::Paper { number, paper, out } => {
            let (bytes, _) = desk.paper(&number, &paper).await?;
            std::fs::write(&out, bytes)
                .map_err(|cause| Refusal::failed("The paper could not be saved there.", &cause))?;
            say::line(&out.display().to_string())
        }
        CaseCommand::DestroyPaper { number, paper, reason } => {
            show_case(global, &desk.destroy_paper(&number, None, &paper, &reason).await?)
        }
        CaseCommand::DestroyPapersInTime => {
            let destroyed = desk.destroy_papers_in_time().await?;
            let answer = serde_json::json!({ "destroyed": destroyed });
            say::show(&answer, global.json, |_| format!("{destroyed} papers were destroyed with their keys."))
        }
        CaseCommand::Watch { number, off } => {
            say::show(&desk.watch(&number, !off).await?, global.json, |names| names.join("\n"))
        }
        CaseCommand::Dispose { number } => {
            say::show(&desk.dispose(&number, None).await?, global.json, |left| {
                let part = |part: &CertifiedPart| format!("{}  {}  {}", part.on, part.sha256, part.kind);
                let head = format!("{} was disposed of on {} ({}).", left.number, left.on, left.authority);
                std::iter::once(head).chain(left.parts.iter().map(part)).collect::<Vec<_>>().join("\n")
            })
        }
        CaseCommand::List { search, closed, whose, agency, state, step, clock, unit, watched, due } => {
            let agency = agency.map(AgencyId::new);
            let query = WorklistQuery {
                search,
                closed,
                whose,
                agency,
                state,
                step,
                clock,
                unit,
                watched,
                due,
                after: None,
            };
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
        CaseCommand::Open { .. } | CaseCommand::Do { .. } | CaseCommand::Together { .. } => Ok(()),
    }
}

/// `ID`, or `ID:0,1`.
fn came_with(words: &str) -> Result<Arrived, Refusal> {
    let (id, parts) = words.split_once(':').unwrap_or((words, ""));
    let identity = parts.split(',').filter(|part| !part.is_empty()).map(str::parse).collect::<Result<_, _>>();
    let identity = identity.map_err(|_| {
        Refusal::bad_input(
            "arrived",
            "After the colon stand the numbers of attachments, counted from 0, such as ID:0,1. Nothing was opened.",
        )
    })?;
    Ok(Arrived { incoming: id.to_owned(), identity })
}

fn people(global: &Global, people: &PeopleOfCase) -> Result<(), Refusal> {
    say::show(people, global.json, |people| {
        let signs =
            people.signs.iter().map(|sign| format!("striking: {} ({})", sign.words, sign.cases.join(", ")));
        let like = people.like.iter().map(|like| {
            let said = like.said.as_ref().map(|said| {
                format!(
                    "; {} said on {}: {}",
                    said.by,
                    said.on,
                    if said.same { "the same person" } else { "not the same person" }
                )
            });
            format!("{}  {}  {}{}", like.number, like.name, like.because.join(", "), said.unwrap_or_default())
        });
        signs.chain(like).collect::<Vec<_>>().join("\n")
    })
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

pub fn parsed<T: DeserializeOwned>(value: Value) -> Result<T, Refusal> {
    serde_json::from_value(value).map_err(|cause| {
        Refusal::bad_input(
            "file",
            format!("The fields do not fit: {cause}. See docket case do --help; nothing was changed."),
        )
    })
}

//! What can be asked on the command line, and who answers it. No rule stands here: every answer is the desk's.

mod accounting;
mod batch;
mod bench;
mod case;
mod demo;
mod desk;
mod inbox;
mod input;
mod law;
mod letter;
mod mail;
mod notice;
mod overlay;
mod report;
mod rules;
mod say;
mod staff;
mod version;
mod wording;

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};

use docket::clock::Clock;
use docket::desk::{Desk, data_folder};
use docket::error::{Code, Refusal};

/// Answers Privacy Act requests: rules, notices, cases, letters.
#[derive(Parser)]
#[command(name = "docket", version, max_term_width = 110)]
pub struct Asked {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Room,
}

/// What every command takes.
#[derive(Args)]
struct Global {
    /// The desk's file [default: office.desk in the user's data folder]
    #[arg(long, global = true, value_name = "FILE")]
    desk: Option<PathBuf>,
    /// A file whose first line is the passphrase [else DOCKET_PASSPHRASE, else asked]
    #[arg(long, global = true, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    /// The staff member who works [default: the first of the desk]
    #[arg(long = "as", global = true, value_name = "NAME")]
    as_name: Option<String>,
    /// Work on this day instead of the system's
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    today: Option<NaiveDate>,
    /// Answer in JSON
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Subcommand)]
enum Room {
    /// Make a desk
    #[command(subcommand)]
    Desk(desk::DeskCommand),
    /// Make a practice desk with fictitious cases in a folder
    Practice {
        /// The folder; the desk is its practice.desk
        dir: PathBuf,
        /// Add so many invented cases of the last twenty years, for trying how the program does with many
        #[arg(long, default_value_t = 0)]
        cases: u64,
    },
    /// Read notices, and take them into the catalogue
    #[command(subcommand)]
    Notice(notice::NoticeCommand),
    /// The systems of records of the catalogue
    #[command(subcommand)]
    System(notice::SystemCommand),
    /// Which system of records, which office, and why
    Route(notice::RouteCommand),
    /// What the statute and the regulations require
    Law(rules::LawAsked),
    /// The office's own corrections to the rulebooks
    #[command(subcommand)]
    Overlay(overlay::OverlayCommand),
    /// Cases
    #[command(subcommand)]
    Case(case::CaseCommand),
    /// Letters
    #[command(subcommand)]
    Letter(letter::LetterCommand),
    /// The outbox and the mail server
    #[command(subcommand)]
    Mail(mail::MailCommand),
    /// The accounting of disclosures
    #[command(subcommand)]
    Accounting(accounting::AccountingCommand),
    /// Who works at the desk
    #[command(subcommand)]
    Staff(staff::StaffCommand),
    /// New versions of the program, where the office lays them
    #[command(subcommand)]
    Version(version::VersionCommand),
    /// The ledger
    #[command(subcommand)]
    Ledger(desk::LedgerCommand),
    /// Write an encrypted copy of the desk, while people go on working
    Backup(desk::BackupAsked),
    /// Put a backup in the place of the desk, which nobody may have open; its file of before is kept
    Restore {
        /// The backup
        file: PathBuf,
    },
    /// Prove that a backup can be restored: restore it aside, and read it whole
    Drill {
        /// The backup [default: the newest]
        file: Option<PathBuf>,
    },
    /// Workload and due dates
    #[command(subcommand)]
    Report(report::ReportCommand),
    /// Work two requests from intake to letter on a practice desk, and leave the letters in a folder
    Demo {
        /// The folder for the letters
        #[arg(default_value = "out")]
        dir: PathBuf,
    },
    /// The measurements of docs/performance.md that need no window
    Bench {
        /// What to measure
        name: bench::Bench,
        /// For notices: the folder with truth.jsonl and the notices that it names
        #[arg(long)]
        truth: Option<PathBuf>,
        /// For cases: how many cases the desk has that is made for it
        #[arg(long, default_value_t = 1_000_000)]
        cases: u64,
        /// For cases: the folder of the desk, which is kept for the next time; without it, it is thrown away
        #[arg(long = "in")]
        folder: Option<PathBuf>,
        /// For letter: a program that sets the same words beside this one (tests/typeset, which uses Typst)
        #[arg(long, value_name = "PROGRAM")]
        beside: Option<PathBuf>,
    },
}

/// Carries out what was asked: exit 0 done, 1 refused.
pub async fn answer(asked: Asked) -> ExitCode {
    let json = asked.global.json;
    match carry_out(asked).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            say::refusal(&refusal, json);
            ExitCode::from(1)
        }
    }
}

async fn carry_out(asked: Asked) -> Result<(), Refusal> {
    let global = asked.global;
    match asked.command {
        Room::Desk(command) => desk::desk(&global, command).await,
        Room::Practice { dir, cases } => desk::practice(&global, &dir, cases).await,
        Room::Notice(command) => notice::notice(&global, command).await,
        Room::System(command) => notice::system(&global, command).await,
        Room::Route(command) => notice::route(&global, command).await,
        Room::Law(asked) => law::law(&global, &rules::law(&asked.overlay)?, asked.command).await,
        Room::Overlay(command) => overlay::overlay(&global, command).await,
        Room::Case(command) => case::case(&global, command).await,
        Room::Letter(command) => letter::letter(&global, command).await,
        Room::Mail(command) => mail::mail(&global, command).await,
        Room::Accounting(command) => accounting::accounting(&global, command).await,
        Room::Staff(command) => staff::staff(&global, command).await,
        Room::Version(command) => version::version(&global, command).await,
        Room::Ledger(command) => desk::ledger(&global, command).await,
        Room::Backup(asked) => desk::backup(&global, asked).await,
        Room::Restore { file } => desk::restore(&global, &file).await,
        Room::Drill { file } => desk::drill(&global, file.as_deref()).await,
        Room::Report(command) => report::report(&global, command).await,
        Room::Demo { dir } => demo::demo(&global, &dir).await,
        Room::Bench { name, truth, cases, folder, beside } => {
            bench::bench(&global, name, bench::Asked { truth, cases, folder, beside }).await
        }
    }
}

impl Global {
    fn clock(&self) -> Clock {
        self.today.map_or(Clock::System, Clock::Fixed)
    }

    fn desk_file(&self) -> Result<PathBuf, Refusal> {
        match &self.desk {
            Some(file) => Ok(file.clone()),
            None => Ok(data_folder()?.join("office.desk")),
        }
    }

    fn passphrase(&self) -> Result<String, Refusal> {
        if let Some(file) = &self.passphrase_file {
            let text = std::fs::read_to_string(file).map_err(|_| {
                Refusal::bad_input("passphrase_file", "The passphrase file could not be read.")
            })?;
            return Ok(text.lines().next().unwrap_or_default().to_owned());
        }
        if let Ok(passphrase) = std::env::var("DOCKET_PASSPHRASE") {
            return Ok(passphrase);
        }
        rpassword::prompt_password("Passphrase: ").map_err(|_| {
            Refusal::new(
                Code::Locked,
                "The desk needs its passphrase. Give --passphrase-file, or set DOCKET_PASSPHRASE.",
            )
        })
    }

    async fn open(&self) -> Result<Desk, Refusal> {
        let desk = Desk::open(&self.desk_file()?, &self.passphrase()?, self.as_name.as_deref(), self.clock())
            .await?;
        for sentence in desk.corrections_left_out().await? {
            say::warning(&sentence, self.json);
        }
        Ok(desk)
    }
}

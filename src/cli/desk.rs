//! `docket desk`, `docket practice`, `docket ledger`.

use std::path::Path;

use clap::Subcommand;

use super::{Global, say};
use docket::desk::{Desk, NewDesk, PRACTICE_PASSPHRASE};
use docket::error::{Code, Refusal};
use docket::law::AgencyId;

#[derive(Subcommand)]
pub enum DeskCommand {
    /// Make a desk
    Init {
        /// The agencies whose requests it answers
        #[arg(long, value_delimiter = ',', required = true)]
        agency: Vec<String>,
        /// Your name, as the ledger records it
        #[arg(long)]
        name: String,
        /// Your title, for letters that you sign
        #[arg(long, default_value = "")]
        title: String,
    },
}

#[derive(Subcommand)]
pub enum LedgerCommand {
    /// Recompute the chain of the ledger
    Verify,
}

pub async fn desk(global: &Global, command: DeskCommand) -> Result<(), Refusal> {
    let DeskCommand::Init { agency, name, title } = command;
    let file = global.desk_file()?;
    let new = NewDesk { agencies: agency.into_iter().map(AgencyId::new).collect(), name, title };
    let desk = Desk::create(&file, &global.passphrase()?, new, global.clock()).await?;
    let view = desk.view().await?;
    desk.close().await;
    say::show(&view, global.json, |view| format!("The desk of {} is made: {}", view.name, file.display()))
}

pub async fn practice(global: &Global, dir: &Path, cases: u64) -> Result<(), Refusal> {
    let file = dir.join("practice.desk");
    let desk = Desk::open_large_practice(&file, global.clock(), cases, &|_| {}).await?;
    let view = desk.view().await?;
    desk.close().await;
    say::show(&view, global.json, |view| {
        format!(
            "The practice desk has {} open cases about people who do not exist: {}\nIts passphrase is {PRACTICE_PASSPHRASE}",
            view.open_cases,
            file.display()
        )
    })
}

pub async fn ledger(global: &Global, command: LedgerCommand) -> Result<(), Refusal> {
    let LedgerCommand::Verify = command;
    let desk = global.open().await?;
    let report = desk.verify_ledger().await?;
    desk.close().await;
    let broken = report.broken.as_ref().map(|broken| broken.why.clone());
    let answer =
        serde_json::json!({ "entries": report.entries, "letters": report.letters, "broken": broken });
    match broken {
        None => say::show(&answer, global.json, |_| {
            format!("{} entries and {} letters are as they were written.", report.entries, report.letters)
        }),
        Some(why) => Err(Refusal::new(
            Code::DamagedDesk,
            format!("The ledger is not as it was written. {why} Restore the newest backup."),
        )),
    }
}

//! `docket desk`, `docket practice`, `docket ledger`, `docket backup`, `docket restore`, `docket drill`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::{Global, say};
use docket::desk::{BackupMade, BackupPlan, Desk, NewDesk, PRACTICE_PASSPHRASE};
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
    /// Write every entry as a line of JSON into a new file, which is not encrypted
    Export {
        /// The file
        file: PathBuf,
    },
}

/// Where a backup goes, and whether that is so from now on.
#[derive(Args)]
pub struct BackupAsked {
    /// The file [default: into the folder of the plan]
    file: Option<PathBuf>,
    /// From now on, back up into this folder
    #[arg(long, value_name = "DIR")]
    plan: Option<PathBuf>,
    /// With --plan: a new one after so many days
    #[arg(long, default_value_t = 1, requires = "plan")]
    every: u32,
    /// With --plan: keep so many
    #[arg(long, default_value_t = 14, requires = "plan")]
    keep: u32,
    /// Only where the plan asks for one today
    #[arg(long, conflicts_with_all = ["file", "plan"])]
    if_due: bool,
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
    let desk = global.open().await?;
    if let LedgerCommand::Export { file } = command {
        let written = desk.export_ledger(&file).await;
        desk.close().await;
        let entries = written?;
        let answer = serde_json::json!({ "file": file.display().to_string(), "entries": entries });
        return say::show(&answer, global.json, |_| {
            format!("{entries} entries are written to {}. The file is not encrypted.", file.display())
        });
    }
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

pub async fn backup(global: &Global, asked: BackupAsked) -> Result<(), Refusal> {
    let desk = global.open().await?;
    let made = made(&desk, asked).await;
    desk.close().await;
    say::show(&made?, global.json, |made| match made {
        Some(made) => format!("{} entries are backed up to {}", made.entries, made.file),
        None => "No backup is due today.".to_owned(),
    })
}

async fn made(desk: &Desk, asked: BackupAsked) -> Result<Option<BackupMade>, Refusal> {
    if asked.if_due {
        return desk.back_up_if_due().await;
    }
    if let Some(folder) = asked.plan {
        let folder = folder.canonicalize().unwrap_or(folder).display().to_string();
        desk.plan_backups(Some(BackupPlan { folder, every_days: asked.every, keep: asked.keep })).await?;
    }
    match asked.file {
        Some(file) => desk.backup_to(&file).await.map(Some),
        None => desk.back_up_now().await.map(Some),
    }
}

pub async fn restore(global: &Global, file: &Path) -> Result<(), Refusal> {
    let restored = Desk::restore(&global.desk_file()?, file, &global.passphrase()?, global.clock()).await?;
    say::show(&restored, global.json, |restored| {
        let kept = restored.kept.as_ref().map(|kept| format!(" The desk of before is kept: {kept}"));
        format!("The backup with {} entries is in place.{}", restored.entries, kept.unwrap_or_default())
    })
}

pub async fn drill(global: &Global, file: Option<&Path>) -> Result<(), Refusal> {
    let desk = global.open().await?;
    let result = desk.drill(file).await;
    desk.close().await;
    let result = result?;
    if result.passed {
        return say::show(&result, global.json, |result| format!("{}\n{}", result.words, result.file));
    }
    Err(Refusal::new(Code::DamagedDesk, format!("{} The desk itself was not touched.", result.words)))
}

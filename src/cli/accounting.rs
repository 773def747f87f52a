//! `docket accounting`: the accounting of disclosures.

use std::path::PathBuf;

use clap::Subcommand;

use super::{Global, input, say};
use docket::desk::{AccountingAsked, AccountingLine, DisclosureGiven};
use docket::error::Refusal;
use docket::law::AgencyId;

#[derive(Subcommand)]
pub enum AccountingCommand {
    /// Enter a disclosure
    Add {
        /// Its fields as JSON: agency, subject, [identifier], system, on, nature, purpose, name, address, basis
        #[arg(long)]
        file: PathBuf,
    },
    /// The accounting of a subject
    List {
        /// The agency
        #[arg(long)]
        agency: String,
        /// The subject's name
        #[arg(long)]
        subject: String,
        /// Only this system
        #[arg(long)]
        system: Option<String>,
    },
    /// Strike a wrong entry; it stays in the ledger
    Strike {
        /// The entry's id
        id: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
}

pub async fn accounting(global: &Global, command: AccountingCommand) -> Result<(), Refusal> {
    let given: Option<DisclosureGiven> = match &command {
        AccountingCommand::Add { file } => Some(super::case::parsed(input::json(file)?)?),
        AccountingCommand::List { .. } | AccountingCommand::Strike { .. } => None,
    };
    let desk = global.open().await?;
    let answered = match command {
        AccountingCommand::Add { .. } => match given {
            Some(given) => desk.enter_disclosure(given).await,
            None => Ok(Vec::new()),
        },
        AccountingCommand::List { agency, subject, system } => {
            let asked = AccountingAsked { agency: AgencyId::new(agency), subject, identifier: None, system };
            desk.accounting(asked).await
        }
        AccountingCommand::Strike { id, reason } => {
            desk.strike_disclosure(&id, &reason).await.map(|()| Vec::new())
        }
    };
    desk.close().await;
    say::show(&answered?, global.json, |lines| {
        let line = |line: &AccountingLine| {
            let struck = line.struck.as_ref().map(|why| format!("  struck: {why}")).unwrap_or_default();
            format!(
                "{}  {}  {}  {}: {}{struck}",
                line.entry.on, line.system, line.entry.name, line.entry.nature, line.entry.purpose
            )
        };
        lines.iter().map(line).collect::<Vec<_>>().join("\n")
    })
}

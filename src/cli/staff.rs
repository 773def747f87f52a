//! `docket staff`: who works at the desk, and what they may do.

use clap::Subcommand;

use super::{Global, say};
use docket::casework::Role;
use docket::desk::{NewStaff, StaffView};
use docket::error::Refusal;

#[derive(Subcommand)]
pub enum StaffCommand {
    /// Everybody who works at the desk
    List,
    /// Add somebody; only an administrator may
    Add {
        /// The name, as the ledger records it
        #[arg(long)]
        name: String,
        /// The title, for letters that they sign
        #[arg(long, default_value = "")]
        title: String,
        /// What they may do: clerk, specialist, approver, medical-reviewer, counsel, administrator
        #[arg(long, value_delimiter = ',', required = true)]
        roles: Vec<Role>,
        /// The unit of the office
        #[arg(long, default_value = "")]
        unit: String,
    },
    /// Change title, roles and unit of somebody; only an administrator may
    Change {
        /// The name
        #[arg(long)]
        name: String,
        /// The title
        #[arg(long, default_value = "")]
        title: String,
        /// What they may do
        #[arg(long, value_delimiter = ',', required = true)]
        roles: Vec<Role>,
        /// The unit of the office
        #[arg(long, default_value = "")]
        unit: String,
    },
    /// Take somebody off the desk; only an administrator may
    Leave {
        /// The name
        #[arg(long)]
        name: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
}

pub async fn staff(global: &Global, command: StaffCommand) -> Result<(), Refusal> {
    let desk = global.open().await?;
    let answered = match command {
        StaffCommand::List => desk.staff().await,
        StaffCommand::Add { name, title, roles, unit } => {
            desk.add_staff(NewStaff { name, title, roles, unit }).await
        }
        StaffCommand::Change { name, title, roles, unit } => {
            desk.change_staff(NewStaff { name, title, roles, unit }).await
        }
        StaffCommand::Leave { name, reason } => desk.deactivate_staff(&name, &reason).await,
    };
    desk.close().await;
    say::show(&answered?, global.json, |staff| {
        let line = |member: &StaffView| {
            let roles: Vec<&str> = member.roles.iter().map(|role| role.words()).collect();
            format!("{:<28} {:<28} {}", member.name, member.title, roles.join(", "))
        };
        staff.iter().map(line).collect::<Vec<_>>().join("\n")
    })
}

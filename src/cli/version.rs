//! `docket version`: new versions of the program, from the folder where the office lays them.

use clap::Subcommand;

use super::{Global, say};
use docket::error::Refusal;

#[derive(Subcommand)]
pub enum VersionCommand {
    /// Look into the office's folder for a newer version; nothing is installed
    Look,
    /// Name the folder where the office lays new versions
    Folder {
        /// The whole path
        #[arg(required_unless_present = "none")]
        folder: Option<String>,
        /// There is none: the program looks nowhere
        #[arg(long, conflicts_with = "folder")]
        none: bool,
    },
}

pub async fn version(global: &Global, command: VersionCommand) -> Result<(), Refusal> {
    let desk = global.open().await?;
    let answered = async {
        match command {
            VersionCommand::Look => {
                let running = desk.version_place().await?.running;
                say::show(&desk.look_for_version().await?, global.json, |found| match found {
                    None => format!("No version in the office's folder is newer than {running}."),
                    Some(found) => format!(
                        "{} is there: {}\nSHA-256 as the office wrote it down: {}\nWho administers this computer installs it.",
                        found.version, found.file, found.sha256
                    ),
                })
            }
            VersionCommand::Folder { folder, none: _ } => {
                let place = desk.set_version_folder(folder.as_deref().unwrap_or_default()).await?;
                say::show(&place, global.json, |place| {
                    if place.folder.is_empty() {
                        "The office names no folder: the program looks nowhere for new versions.".to_owned()
                    } else {
                        format!("New versions are looked for in {}", place.folder)
                    }
                })
            }
        }
    }
    .await;
    desk.close().await;
    answered
}

//! `docket overlay`: the office's own corrections to the rulebooks.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::{Global, say};
use docket::desk::{Correction, OverlayPreview};
use docket::error::Refusal;
use docket::law::{LONGEST_OVERLAY, OverlayChange};

#[derive(Subcommand)]
pub enum OverlayCommand {
    /// The corrections that were taken, the newest first
    List,
    /// What a correction would change; nothing is recorded
    Preview {
        /// The correction: TOML, beginning with for = "usps"
        file: PathBuf,
    },
    /// Take a correction; it holds at once, from the days that it names
    Take {
        /// The correction: TOML, beginning with for = "usps"
        file: PathBuf,
        /// Why, in a few words that the ledger keeps
        #[arg(long)]
        reason: String,
    },
    /// Withdraw a correction; it stays in the ledger
    Withdraw {
        /// Its number
        id: u32,
        /// Why, in a few words that the ledger keeps
        #[arg(long)]
        reason: String,
    },
}

pub async fn overlay(global: &Global, command: OverlayCommand) -> Result<(), Refusal> {
    let desk = global.open().await?;
    let answered = async {
        match command {
            OverlayCommand::List => {
                let corrections = desk.overlays().await?;
                say::show(&corrections, global.json, |corrections| match corrections.as_slice() {
                    [] => {
                        "The office has taken no correction: the rules are those of the program.".to_owned()
                    }
                    some => some.iter().map(correction_words).collect::<Vec<_>>().join("\n"),
                })
            }
            OverlayCommand::Preview { file } => {
                let preview = desk.preview_overlay(&read(&file)?).await?;
                say::show(&preview, global.json, preview_words)
            }
            OverlayCommand::Take { file, reason } => {
                let taken = desk.take_overlay(&read(&file)?, &reason).await?;
                say::show(&taken, global.json, correction_words)
            }
            OverlayCommand::Withdraw { id, reason } => {
                let withdrawn = desk.withdraw_overlay(id, &reason).await?;
                say::show(&withdrawn, global.json, correction_words)
            }
        }
    }
    .await;
    desk.close().await;
    answered
}

/// The text of a correction in a file.
pub fn read(file: &Path) -> Result<String, Refusal> {
    let name =
        file.file_name().map_or_else(|| "the file".to_owned(), |name| name.to_string_lossy().into_owned());
    let too_long = std::fs::metadata(file).is_ok_and(|about| about.len() > LONGEST_OVERLAY as u64);
    if too_long {
        return Err(Refusal::bad_input(
            "file",
            format!("{name} is longer than 256 KB, which no correction is. Nothing was changed."),
        ));
    }
    std::fs::read_to_string(file).map_err(|_| {
        Refusal::bad_input("file", format!("{name} could not be read as text. Nothing was changed."))
    })
}

fn preview_words(preview: &OverlayPreview) -> String {
    let mut lines: Vec<String> = preview.changes.iter().flat_map(change_lines).collect();
    lines.push(match preview.open_cases {
        0 => "No open case would show another next step or day.".to_owned(),
        1 => "1 open case would show another next step or day.".to_owned(),
        many => format!("{many} open cases would show another next step or day."),
    });
    lines.join("\n")
}

fn correction_words(correction: &Correction) -> String {
    let mut lines = vec![format!(
        "Correction {} was taken by {} on {}: {}",
        correction.id, correction.taken_by, correction.taken_on, correction.reason
    )];
    if let Some(withdrawn) = &correction.withdrawn {
        lines.push(format!("  withdrawn by {} on {}: {}", withdrawn.by, withdrawn.on, withdrawn.reason));
    }
    if let Some(why) = &correction.left_out {
        lines.push(format!("  LEFT OUT: {why}"));
    }
    lines.extend(correction.changes.iter().flat_map(change_lines));
    lines.join("\n")
}

fn change_lines(change: &OverlayChange) -> Vec<String> {
    let to = change.to.map(|to| format!(" to {to}")).unwrap_or_default();
    let new = if change.new { ", new" } else { "" };
    let rule = [change.rulebook.as_str(), change.kind.as_str(), change.rule.as_str()].join(" ");
    let mut lines = vec![format!("  {} from {}{to}{new}", rule.trim(), change.from)];
    lines.extend(change.fields.iter().map(|field| match field.before.as_str() {
        "" => format!("    {}: {}", field.field, field.after),
        before => format!("    {}: {before} → {}", field.field, field.after),
    }));
    lines
}

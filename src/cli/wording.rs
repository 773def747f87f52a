//! `docket letter wording`: the office's own wording of letters.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::letter::marked;
use super::{Global, say};
use docket::desk::{Desk, WordingGiven, WordingPreview, WordingView};
use docket::error::Refusal;
use docket::law::AgencyId;
use docket::letters::{Language, OfficeWording, ReadsDifferently};

#[derive(Subcommand)]
pub enum WordingCommand {
    /// Every clause of an agency's letters, and the versions of the office's wording
    Show {
        /// The agency
        #[arg(long)]
        agency: String,
    },
    /// Which letters of the sample cases would read differently; nothing is recorded
    Preview {
        /// The agency
        #[arg(long)]
        agency: String,
        /// The wording, in JSON: {"clauses": {ID: TEXT, …}, "letterhead_lines": [LINE, …]}
        file: PathBuf,
    },
    /// Record a wording, which waits for the approval of another person
    Propose {
        /// The agency
        #[arg(long)]
        agency: String,
        /// The wording, in JSON: {"clauses": {ID: TEXT, …}, "letterhead_lines": [LINE, …]}
        file: PathBuf,
    },
    /// Approve a version: letters are written with it from then on
    Approve {
        /// The agency
        #[arg(long)]
        agency: String,
        /// Its number
        version: u32,
    },
    /// Bring an earlier version back, which waits for approval like any other
    RollBack {
        /// The agency
        #[arg(long)]
        agency: String,
        /// Its number
        version: u32,
    },
    /// Record that an official translator approved the words of another language beside the clauses as they are now
    Translation {
        /// The agency
        #[arg(long)]
        agency: String,
        /// The language
        #[arg(long, default_value = "es")]
        language: Language,
        /// The translator's name
        #[arg(long)]
        translator: String,
    },
}

pub async fn wording(global: &Global, desk: &Desk, command: WordingCommand) -> Result<(), Refusal> {
    let id = |agency: String| AgencyId::new(agency);
    let view = match command {
        WordingCommand::Show { agency } => desk.wording(&id(agency)).await?,
        WordingCommand::Preview { agency, file } => {
            let preview = desk.preview_wording(&id(agency), &read(&file)?).await?;
            return say::show(&preview, global.json, preview_words);
        }
        WordingCommand::Propose { agency, file } => desk.propose_wording(&id(agency), &read(&file)?).await?,
        WordingCommand::Approve { agency, version } => desk.approve_wording(&id(agency), version).await?,
        WordingCommand::RollBack { agency, version } => desk.roll_back_wording(&id(agency), version).await?,
        WordingCommand::Translation { agency, language, translator } => {
            desk.approve_translation(&id(agency), language, &translator).await?
        }
    };
    say::show(&view, global.json, view_words)
}

fn read(file: &Path) -> Result<WordingGiven, Refusal> {
    let text = std::fs::read_to_string(file)
        .map_err(|cause| Refusal::failed("The file of the wording could not be read.", &cause))?;
    serde_json::from_str(&text).map_err(|error| {
        Refusal::bad_input(
            "file",
            format!(
                "The wording cannot be read: {error}. Write {{\"clauses\": {{…}}, \"letterhead_lines\": […]}}. Nothing was \
                 changed."
            ),
        )
    })
}

fn view_words(view: &WordingView) -> String {
    let mut lines: Vec<String> = view
        .clauses
        .iter()
        .map(|clause| {
            let whose = if clause.own.is_some() { "the office's words" } else { "the program's words" };
            let text = clause.own.as_ref().unwrap_or(&clause.text);
            format!("{}  ({whose})\n    {}", clause.id, text.split_whitespace().collect::<Vec<_>>().join(" "))
        })
        .collect();
    lines.push(format!("Letters are written with the clauses {}.", view.clauses_version));
    lines.extend(view.left_out.iter().map(|why| format!("The office's wording is left out: {why}")));
    lines.extend(view.versions.iter().map(|version| version_words(version, view.in_force)));
    lines.extend(view.translations.iter().map(|approved| {
        format!(
            "{}: approved by {} for the clauses {}, recorded by {} on {}",
            approved.language.words(),
            approved.translator,
            approved.clauses_version,
            approved.recorded.by,
            approved.recorded.on
        )
    }));
    lines.join("\n")
}

fn version_words(version: &OfficeWording, in_force: Option<u32>) -> String {
    let stands = match &version.approved {
        Some(approved) if in_force == Some(version.version) => {
            format!("in force, approved by {} on {}", approved.by, approved.on)
        }
        Some(approved) => format!("approved by {} on {}", approved.by, approved.on),
        None => "waits for approval".to_owned(),
    };
    format!("Version {} by {}: {} clauses; {stands}", version.version, version.author, version.clauses.len())
}

fn preview_words(preview: &WordingPreview) -> String {
    let mut lines: Vec<String> = preview.differs.iter().map(letter_words).collect();
    lines.push(format!("{} of {} letters would read differently.", preview.differs.len(), preview.tried));
    lines.join("\n")
}

fn letter_words(letter: &ReadsDifferently) -> String {
    let mut lines = vec![letter.kind.words().to_owned()];
    lines.extend(letter.changes.iter().map(|change| format!("    {}: {}", change.clause, marked(change))));
    lines.extend(letter.refused.iter().map(|why| format!("    CANNOT BE WRITTEN: {why}")));
    lines.extend(letter.failed.iter().map(|check| format!("    FAILED  {} ({})", check.what, check.cite)));
    lines.join("\n")
}

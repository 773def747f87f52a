//! `docket letter wording`: the office's own wording of letters.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clap::Subcommand;

use super::letter::{marked, save};
use super::{Global, say};
use docket::desk::{
    Desk, PictureGiven, PicturesGiven, SignatureGiven, WordingGiven, WordingPreview, WordingView,
};
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
        #[command(flatten)]
        wording: WordingAsked,
        /// Save a sample letter with the letterhead, the seal and the signature here, as PDF
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Record a wording, which waits for the approval of another person
    Propose {
        /// The agency
        #[arg(long)]
        agency: String,
        #[command(flatten)]
        wording: WordingAsked,
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

/// What an office would word, and which pictures it would have. What is not named stays as it is in force.
#[derive(clap::Args)]
pub struct WordingAsked {
    /// The wording, in JSON: {"clauses": {ID: TEXT, …}, "letterhead_lines": [LINE, …]}
    file: Option<PathBuf>,
    /// The seal beside the letterhead: a PNG of at most 64 KB, and 800 by 800 pixels
    #[arg(long, value_name = "FILE", conflicts_with = "no_seal")]
    seal: Option<PathBuf>,
    /// Letters with no seal
    #[arg(long)]
    no_seal: bool,
    /// The signature of an official, who must write or approve the version: a PNG as for the seal
    #[arg(long, value_name = "FILE", requires = "official", conflicts_with = "no_signature")]
    signature: Option<PathBuf>,
    /// The official, by the name that letters are signed with
    #[arg(long, value_name = "NAME")]
    official: Option<String>,
    /// Who besides the official may issue letters with the signature; may be given more than once
    #[arg(long, value_name = "NAME", requires = "signature")]
    issuer: Vec<String>,
    /// Letters of the official that leave room for a signature by hand
    #[arg(long, requires = "official")]
    no_signature: bool,
}

impl WordingAsked {
    /// The wording, beginning with the one in force where no file is named.
    async fn read(self, desk: &Desk, agency: &AgencyId) -> Result<WordingGiven, Refusal> {
        let mut given = match &self.file {
            Some(file) => read(file)?,
            None => in_force(&desk.wording(agency).await?),
        };
        let mut asked = PicturesGiven::default();
        if let Some(seal) = &self.seal {
            asked.seal = Some(png(seal)?);
        } else if self.no_seal {
            asked.seal = Some(PictureGiven::TakenOut);
        }
        if let Some(official) = self.official {
            let picture = match &self.signature {
                Some(signature) => png(signature)?,
                None if self.no_signature => PictureGiven::TakenOut,
                None => {
                    return Err(Refusal::bad_input(
                        "official",
                        "Say what becomes of the official’s signature: --signature FILE or --no-signature. Nothing was changed.",
                    ));
                }
            };
            asked.signatures.push(SignatureGiven { official, issuers: self.issuer, picture });
        }
        if asked != PicturesGiven::default() {
            given.pictures = asked;
        }
        Ok(given)
    }
}

fn in_force(view: &WordingView) -> WordingGiven {
    let version = view.versions.iter().find(|version| Some(version.version) == view.in_force);
    version.map_or_else(WordingGiven::default, |version| WordingGiven {
        clauses: version.clauses.clone(),
        letterhead_lines: version.letterhead_lines.clone(),
        pictures: PicturesGiven::default(),
    })
}

fn png(file: &Path) -> Result<PictureGiven, Refusal> {
    let bytes = std::fs::read(file)
        .map_err(|cause| Refusal::failed("The file of the picture could not be read.", &cause))?;
    Ok(PictureGiven::Png(STANDARD.encode(bytes)))
}

pub async fn wording(global: &Global, desk: &Desk, command: WordingCommand) -> Result<(), Refusal> {
    let id = |agency: String| AgencyId::new(agency);
    let view = match command {
        WordingCommand::Show { agency } => desk.wording(&id(agency)).await?,
        WordingCommand::Preview { agency, wording, out } => {
            let agency = id(agency);
            let given = wording.read(desk, &agency).await?;
            let preview = desk.preview_wording(&agency, &given).await?;
            if let Some(out) = &out {
                save(out, &desk.preview_wording_pdf(&agency, &given).await?)?;
            }
            return say::show(&preview, global.json, preview_words);
        }
        WordingCommand::Propose { agency, wording } => {
            let agency = id(agency);
            let given = wording.read(desk, &agency).await?;
            desk.propose_wording(&agency, &given).await?
        }
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
    let mut has = vec![format!("{} clauses", version.clauses.len())];
    has.extend(version.pictures.seal.iter().map(|_| "a seal".to_owned()));
    has.extend(version.pictures.signatures.iter().map(|of| format!("the signature of {}", of.official)));
    format!("Version {} by {}: {}; {stands}", version.version, version.author, has.join(", "))
}

fn preview_words(preview: &WordingPreview) -> String {
    let mut lines: Vec<String> = preview.differs.iter().map(letter_words).collect();
    lines.extend(preview.pictures.iter().cloned());
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

//! `docket letter`: kinds, writing, checking, issuing, saving, and the batch for the printer.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::wording::{WordingCommand, wording};
use super::{Global, batch, say};
use docket::desk::{LetterAsked, LetterDraft};
use docket::error::{Code, Refusal};
use docket::law::{AgencyId, Law};
use docket::letters::{
    self, BlockChange, BlockEdit, Check, FormKind, Language, LetterKind, Letterhead, Mark, Typesetter,
};

#[derive(Subcommand)]
pub enum LetterCommand {
    /// The kinds of letter
    Kinds,
    /// Write a letter as it would be issued now, without issuing it
    Write {
        /// The case's number
        number: String,
        /// The kind of letter
        kind: LetterKind,
        /// The file for the PDF
        #[arg(long)]
        out: PathBuf,
        #[command(flatten)]
        how: How,
    },
    /// Check a letter as it would be issued now
    Check {
        /// The case's number
        number: String,
        /// The kind of letter
        kind: LetterKind,
        #[command(flatten)]
        how: How,
    },
    /// Edit paragraphs of a letter by hand, and keep them with its draft
    Edit {
        /// The case's number
        number: String,
        /// The kind of letter
        kind: LetterKind,
        /// The edits, in JSON: a list of {"clause": ID, "text": [WORDS, …]}; an empty list takes every edit back
        #[arg(long)]
        edits: PathBuf,
        #[command(flatten)]
        which: Which,
    },
    /// Issue a letter: compose, check, freeze, record
    Issue {
        /// The case's number
        number: String,
        /// The kind of letter
        kind: LetterKind,
        /// Also save the PDF here
        #[arg(long)]
        out: Option<PathBuf>,
        #[command(flatten)]
        how: How,
    },
    /// Tell whether a paper is a letter issued here, which case it is of, and from which clauses
    Verify {
        /// The PDF
        file: PathBuf,
    },
    /// A form that a requester may be sent, to be filled in
    Form {
        /// Which form
        kind: FormKind,
        /// The agency
        #[arg(long)]
        agency: String,
        /// The language
        #[arg(long, default_value = "en")]
        language: Language,
        /// The file for the PDF
        #[arg(long)]
        out: PathBuf,
    },
    /// The office's own wording of letters: write, try, approve, bring back
    Wording {
        #[command(subcommand)]
        command: WordingCommand,
    },
    /// Print what is issued and was not printed yet, with its envelopes, or save it as one PDF for the printer
    Batch(batch::BatchAsked),
    /// The printers of the office, and how each stands
    Printers,
    /// Save an issued letter
    Save {
        /// The case's number
        number: String,
        /// The letter's id, as `case show --json` names it
        letter: String,
        /// The file for the PDF
        #[arg(long)]
        out: PathBuf,
    },
}

/// How a letter of a case is written.
#[derive(clap::Args)]
pub struct How {
    /// Paragraphs edited by hand, in place of those kept with the draft: JSON, a list of {"clause": ID, "text": [WORDS, …]}
    #[arg(long)]
    edits: Option<PathBuf>,
    #[command(flatten)]
    which: Which,
}

/// Which letter of its kind.
#[derive(clap::Args)]
pub struct Which {
    /// The earlier recipient to whom it goes, by the number that `case show --json` gives them
    #[arg(long, value_name = "NUMBER")]
    recipient: Option<u32>,
    /// The language
    #[arg(long, default_value = "en")]
    language: Language,
}

impl Which {
    fn of(&self, kind: LetterKind) -> LetterAsked {
        LetterAsked { kind, recipient: self.recipient, language: self.language }
    }
}

impl How {
    fn edits(&self) -> Result<Option<Vec<BlockEdit>>, Refusal> {
        self.edits.as_deref().map(read_edits).transpose()
    }
}

/// An edit as a person writes it down.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct EditGiven {
    clause: String,
    text: Vec<String>,
    #[serde(default)]
    was: Vec<String>,
}

fn read_edits(file: &Path) -> Result<Vec<BlockEdit>, Refusal> {
    let text = std::fs::read_to_string(file)
        .map_err(|cause| Refusal::failed("The file of the edits could not be read.", &cause))?;
    let given: Vec<EditGiven> = serde_json::from_str(&text).map_err(|error| {
        Refusal::bad_input(
            "edits",
            format!("The edits cannot be read: {error}. Write a list of {{\"clause\": …, \"text\": [\"…\"]}}. Nothing was changed."),
        )
    })?;
    let edit = |given: EditGiven| BlockEdit { clause: given.clause, text: given.text, was: given.was };
    Ok(given.into_iter().map(edit).collect())
}

async fn drafted(
    desk: &docket::desk::Desk,
    number: &str,
    kind: LetterKind,
    how: &How,
) -> Result<LetterDraft, Refusal> {
    match how.edits()? {
        Some(edits) => desk.draft_with(number, how.which.of(kind), &edits).await,
        None => desk.draft_letter(number, how.which.of(kind)).await,
    }
}

pub async fn letter(global: &Global, command: LetterCommand) -> Result<(), Refusal> {
    if let LetterCommand::Kinds = command {
        let kinds: Vec<_> = LetterKind::ALL
            .iter()
            .map(|kind| {
                serde_json::json!({
                    "kind": kind.as_str(), "name": kind.words(), "audience": kind.audience(),
                    "decision": kind.is_decision() || kind.is_final_decision(),
                })
            })
            .collect();
        return say::show(&kinds, global.json, |_| {
            let line = |kind: &LetterKind| {
                format!("{:<23} {:<45} {}", kind.as_str(), kind.words(), kind.audience().words())
            };
            LetterKind::ALL.iter().map(line).collect::<Vec<_>>().join("\n")
        });
    }
    if let LetterCommand::Form { kind, agency, language, out } = &command {
        return blank_form(global, *kind, agency, *language, out);
    }
    if let LetterCommand::Printers = command {
        return batch::printers(global).await;
    }
    let desk = global.open().await?;
    let answered = with_desk(global, &desk, command).await;
    desk.close().await;
    answered
}

/// Needs no desk: a blank form has no case.
fn blank_form(
    global: &Global,
    kind: FormKind,
    agency: &str,
    language: Language,
    out: &Path,
) -> Result<(), Refusal> {
    let law = Law::built_in()?;
    let book = law.rulebook(&AgencyId::new(agency))?;
    let office = book.letter_office_on(global.clock().today())?;
    let letterhead =
        Letterhead { agency: book.full_name().to_owned(), office: office.title, address: office.address };
    let form = letters::form(kind, agency, language, &letterhead)?;
    let set = Typesetter::new()?.form_pdf(&form)?;
    save(out, &set.bytes)?;
    let answer = serde_json::json!({ "form": kind, "title": form.title, "pages": set.pages, "out": out });
    say::show(&answer, global.json, |_| format!("{}: {} page(s), {}", form.title, set.pages, out.display()))
}

async fn with_desk(
    global: &Global,
    desk: &docket::desk::Desk,
    command: LetterCommand,
) -> Result<(), Refusal> {
    match command {
        LetterCommand::Kinds | LetterCommand::Form { .. } | LetterCommand::Printers => Ok(()),
        LetterCommand::Batch(asked) => batch::batch(global, desk, asked).await,
        LetterCommand::Wording { command } => wording(global, desk, command).await,
        LetterCommand::Write { number, kind, out, how } => {
            let draft = drafted(desk, &number, kind, &how).await?;
            save(&out, &draft.pdf()?)?;
            report(global, &draft, Some(&out))
        }
        LetterCommand::Edit { number, kind, edits, which } => {
            let asked = which.of(kind);
            let seen = desk.draft_letter(&number, asked).await?.revision;
            let draft = desk.edit_letter(&number, asked, seen, &read_edits(&edits)?).await?;
            report(global, &draft, None)
        }
        LetterCommand::Check { number, kind, how } => {
            let draft = drafted(desk, &number, kind, &how).await?;
            report(global, &draft, None)?;
            if draft.ready {
                return Ok(());
            }
            Err(Refusal::new(Code::NotAllowed, "The letter fails a check. Nothing was changed."))
        }
        LetterCommand::Issue { number, kind, out, how } => {
            let asked = how.which.of(kind);
            let view = match how.edits()? {
                Some(edits) => desk.issue_edited(&number, None, asked, &edits).await?,
                None => desk.issue_letter(&number, None, asked).await?,
            };
            let Some(issued) = view.letters.last() else { return Ok(()) };
            if let Some(out) = &out {
                save(out, &desk.letter_pdf(&number, &issued.letter).await?)?;
            }
            say::show(issued, global.json, |issued| {
                format!(
                    "{} issued, {} bytes, SHA-256 {}\nid {}",
                    issued.name, issued.bytes, issued.sha256, issued.letter
                )
            })
        }
        LetterCommand::Verify { file } => {
            let paper = std::fs::read(&file)
                .map_err(|cause| Refusal::failed("The file of the paper could not be read.", &cause))?;
            let known = desk.known_letter(&paper).await?;
            say::show(&known, global.json, |known| {
                let again = match known.made_again {
                    _ if known.frozen_as_issued == Some(false) => {
                        "\nTHE FROZEN WORDS IN THE DESK ARE NOT THOSE OF THE DAY OF ISSUE: restore the newest backup"
                    }
                    Some(true) => "\nmade again from its frozen words: the same bytes",
                    Some(false) => "\nmade again from its frozen words with this program: other bytes",
                    None => "",
                };
                let edited = if known.edited.is_empty() {
                    String::new()
                } else {
                    format!("\nedited by hand: {}", known.edited.join(", "))
                };
                format!(
                    "{} of case {}, dated {}, issued here\nSHA-256 {}\nid {}, clauses {}{edited}{again}",
                    known.name, known.number, known.dated, known.sha256, known.letter, known.clauses_version
                )
            })
        }
        LetterCommand::Save { number, letter, out } => {
            save(&out, &desk.letter_pdf(&number, &letter).await?)?;
            say::line(&out.display().to_string())
        }
    }
}

fn report(global: &Global, draft: &LetterDraft, out: Option<&Path>) -> Result<(), Refusal> {
    let answer = serde_json::json!({
        "kind": draft.kind, "title": draft.title, "ready": draft.ready, "pages": draft.pages,
        "checks": draft.checks, "blocks": draft.blocks, "changes": draft.changes, "set_aside": draft.set_aside, "out": out,
    });
    say::show(&answer, global.json, |_| {
        let line = |check: &Check| {
            let mark = if check.passed { "passed" } else { "FAILED" };
            let found = check.found.as_deref().map(|found| format!(": {found}")).unwrap_or_default();
            format!("{mark}  {} ({}){found}", check.what, check.cite)
        };
        let mut lines: Vec<String> = draft.checks.iter().map(line).collect();
        lines.extend(draft.changes.iter().map(edited));
        lines.push(format!(
            "{}: {} page(s){}",
            draft.title,
            draft.pages,
            out.map_or_else(String::new, |out| format!(", {}", out.display()))
        ));
        lines.join("\n")
    })
}

fn edited(change: &BlockChange) -> String {
    format!("edited  {}: {}", change.clause, marked(change))
}

/// A changed paragraph with what was taken out in brackets and what was put in in braces.
pub fn marked(change: &BlockChange) -> String {
    change
        .words
        .iter()
        .map(|words| match words.mark {
            Mark::Kept => words.text.clone(),
            Mark::TakenOut => format!("[{}]", words.text),
            Mark::PutIn => format!("{{{}}}", words.text),
        })
        .collect()
}

/// Writes a PDF to where the user said.
pub fn save(out: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    std::fs::write(out, bytes)
        .map_err(|cause| Refusal::failed("The file for the PDF could not be written.", &cause))
}

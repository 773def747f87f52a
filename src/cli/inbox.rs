//! `docket mail take-in` and what becomes of what was taken in.

use std::path::PathBuf;

use clap::Subcommand;

use super::{Global, say};
use docket::desk::{Arrived, Inbox, IncomingRow, IncomingView, TakenIn};
use docket::error::{Code, Refusal};

#[derive(Subcommand)]
pub enum InboxCommand {
    /// Take e-mail messages (.eml) and scans (PDF, PNG, JPEG, TIFF) into the inbox
    TakeIn {
        /// The files
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// The inbox: what waits, and what was set aside
    Inbox,
    /// Read a message of the inbox
    Read {
        /// Its id
        id: String,
    },
    /// Put a message or scan of the inbox into the file of a case
    File {
        /// Its id
        id: String,
        /// The case's number
        number: String,
        /// An attachment that shows identity, counted from 0; may be given again
        #[arg(long)]
        identity: Vec<u32>,
    },
    /// Set aside what is no request or not for this office
    SetAside {
        /// Its id
        id: String,
        /// Why
        #[arg(long)]
        why: String,
    },
    /// Let something wait again that was set aside
    PutBack {
        /// Its id
        id: String,
    },
    /// Destroy something that was set aside
    Destroy {
        /// Its id
        id: String,
    },
}

pub async fn inbox(global: &Global, command: InboxCommand) -> Result<(), Refusal> {
    let desk = global.open().await?;
    let answered = match command {
        InboxCommand::TakeIn { files } => {
            let taken = desk.take_in(&files).await?;
            say::show(&taken, global.json, taken_words)?;
            none_refused(&taken)
        }
        InboxCommand::Inbox => say::show(&desk.inbox().await?, global.json, inbox_words),
        InboxCommand::Read { id } => say::show(&desk.incoming(&id).await?, global.json, message_words),
        InboxCommand::File { id, number, identity } => {
            let arrived = Arrived { incoming: id, identity };
            say::show(&desk.file_incoming(&number, None, &arrived).await?, global.json, |case| {
                format!("It is in the file of {}.", case.number)
            })
        }
        InboxCommand::SetAside { id, why } => {
            say::show(&desk.set_aside_incoming(&id, &why).await?, global.json, inbox_words)
        }
        InboxCommand::PutBack { id } => {
            say::show(&desk.put_back_incoming(&id).await?, global.json, inbox_words)
        }
        InboxCommand::Destroy { id } => {
            say::show(&desk.destroy_incoming(&id).await?, global.json, inbox_words)
        }
    };
    desk.close().await;
    answered
}

/// A script learns by the exit code that a file was left out.
fn none_refused(taken: &TakenIn) -> Result<(), Refusal> {
    if taken.refused.is_empty() {
        return Ok(());
    }
    let files: Vec<String> = taken
        .refused
        .iter()
        .map(|refused| format!("“{}” was not taken in. {}", refused.file, refused.why))
        .collect();
    Err(Refusal::new(Code::BadInput, files.join(" ")))
}

fn taken_words(taken: &TakenIn) -> String {
    let added = taken.added.iter().map(row_words);
    let already = taken.already.iter().map(|there| {
        let how = if there.row.set_aside.is_some() { "was set aside" } else { "waits already" };
        format!("“{}” {how}: {}", there.file, there.row.id)
    });
    added.chain(already).collect::<Vec<_>>().join("\n")
}

fn inbox_words(inbox: &Inbox) -> String {
    let waiting = inbox.waiting.iter().map(row_words);
    let aside = inbox.set_aside.iter().map(|row| {
        let why = row.set_aside.as_ref().map(|aside| aside.why.as_str()).unwrap_or_default();
        format!("{}  set aside: {why}", row_words(row))
    });
    let lines: Vec<String> = waiting.chain(aside).collect();
    if lines.is_empty() { "Nothing waits in the inbox.".to_owned() } else { lines.join("\n") }
}

fn row_words(row: &IncomingRow) -> String {
    let about = row.case_number.as_ref().map(|number| format!("  names {number}")).unwrap_or_default();
    let from = if row.from_name.is_empty() { &row.from_address } else { &row.from_name };
    format!("{}  {}  {from}  {}{about}", row.id, row.received, row.subject)
}

fn message_words(view: &IncomingView) -> String {
    let mut lines = vec![row_words(&view.row), String::new(), view.text.clone()];
    lines.extend(view.parts.iter().map(|part| format!("{}  {}  {}", part.part, part.name, part.media_type)));
    lines.join("\n")
}

//! The inbox as the window and the command line show it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::store::{IncomingForm, SetAside, StoredIncoming};

/// What waits, and what was set aside; in the order in which it was given to the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Inbox {
    /// What waits.
    pub waiting: Vec<IncomingRow>,
    /// What somebody set aside.
    pub set_aside: Vec<IncomingRow>,
}

/// A message or scan that came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct IncomingRow {
    /// Its id.
    pub id: String,
    /// In what form it came.
    pub form: IncomingForm,
    /// The sender's name; empty for a scan.
    pub from_name: String,
    /// The sender's address; empty for a scan.
    pub from_address: String,
    /// The subject; for a scan the name of the file.
    pub subject: String,
    /// The civil day on which it reached the office.
    pub received: NaiveDate,
    /// How many attachments it has; a scan is one itself.
    pub parts: u32,
    /// Who gave it to the desk.
    pub added_by: String,
    /// The civil day on which it was given to the desk.
    pub added_on: NaiveDate,
    /// When, by whom and why it was set aside.
    pub set_aside: Option<SetAside>,
    /// A case of this desk that its words name.
    pub case_number: Option<String>,
}

/// A message or scan, to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct IncomingView {
    /// What the list shows of it.
    pub row: IncomingRow,
    /// To whom it was written.
    pub to: String,
    /// The civil day on which it was written, by its own date.
    pub sent: Option<NaiveDate>,
    /// The words; empty for a scan.
    pub text: String,
    /// The attachments; a scan has one, itself.
    pub parts: Vec<IncomingPart>,
}

/// An attachment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct IncomingPart {
    /// Its place, counted from 0.
    pub part: u32,
    /// The name of the file.
    pub name: String,
    /// `application/pdf`.
    pub media_type: String,
    /// The size in bytes.
    pub size: u32,
    /// Whether the program can show it.
    pub shown: bool,
}

/// What became of the files that were given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct TakenIn {
    /// What waits now that did not before.
    pub added: Vec<IncomingRow>,
    /// Files that wait already or were set aside, byte for byte.
    pub already: Vec<AlreadyThere>,
    /// Files that were not taken in.
    pub refused: Vec<FileRefused>,
}

/// A file that was given to the desk before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AlreadyThere {
    /// Its name.
    pub file: String,
    /// What it is in the inbox.
    pub row: IncomingRow,
}

/// A file that was not taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct FileRefused {
    /// Its name.
    pub file: String,
    /// Why, and what to do.
    pub why: String,
}

/// Something of the inbox that came with a request.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Arrived {
    /// Its id in the inbox.
    pub incoming: String,
    /// The attachments that show identity, counted from 0: locked under keys of their own, and destroyed some days after.
    #[serde(default)]
    pub identity: Vec<u32>,
}

impl From<StoredIncoming> for IncomingRow {
    fn from(stored: StoredIncoming) -> Self {
        Self {
            id: stored.id,
            form: stored.form,
            from_name: stored.from_name,
            from_address: stored.from_address,
            subject: stored.subject,
            received: stored.received,
            parts: stored.parts,
            added_by: stored.added_by,
            added_on: stored.added_on,
            set_aside: stored.set_aside,
            case_number: stored.case_number,
        }
    }
}

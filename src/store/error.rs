//! What the store says when it does not do what was asked: sentences for people, without a name or number of a requester.

use std::path::PathBuf;

use crate::error::Code;

/// Why the store refused or failed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("There is no desk at {}. Check the folder and the name.", .file.display())]
    Missing {
        /// Where it was looked for.
        file: PathBuf,
    },
    /// A file of that name exists.
    #[error("There is already a file at {}. Choose another name; that file was not touched.", .file.display())]
    Exists {
        /// The file.
        file: PathBuf,
    },
    /// The file is something else.
    #[error("{} is not a desk of Docket 552a: {why}. It was not changed.", .file.display())]
    NotADesk {
        /// The file.
        file: PathBuf,
        /// What it is instead.
        why: &'static str,
    },
    /// The file is cut short or damaged.
    #[error(
        "The desk is damaged or cut short: {what}. Nothing was changed. Keep the file, and open your latest backup."
    )]
    Damaged {
        /// What was found.
        what: String,
    },
    /// A newer program wrote the desk.
    #[error(
        "This desk was last opened with a newer Docket 552a: it has version {version}, and this program knows versions \
         up to {known}. Install the newer program. Nothing was changed."
    )]
    NewerDesk {
        /// The version of the desk.
        version: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// A newer program locked the desk in a way that this one cannot open.
    #[error("This desk was locked by a newer Docket 552a. Install the newer program. Nothing was changed.")]
    NewerLock,
    /// The passphrase does not open the desk.
    #[error(
        "That passphrase does not open this desk. Check capital letters and the keyboard's language, and try again. \
         Nothing was changed."
    )]
    WrongPassphrase,
    /// The passphrase for a new desk is too short.
    #[error(transparent)]
    PassphraseTooShort(#[from] crate::accounts::PassphraseTooShort),
    /// Somebody else changed the case in between.
    #[error(
        "{by} changed this case in the meantime; it is now at version {version}. Nothing of yours was recorded. Look \
         at the case as it is now, and decide again."
    )]
    ChangedElsewhere {
        /// The version that the case has now.
        version: u32,
        /// Who made that change.
        by: String,
        /// When, as the ledger has it (UTC, ISO 8601).
        at: String,
    },
    /// The number was given to another case in the meantime.
    #[error(
        "The number {number} was given to another case in the meantime. Nothing was recorded; try again."
    )]
    NumberTaken {
        /// The number.
        number: String,
    },
    /// The caller's events do not follow on each other.
    #[error("The events for {number} do not follow on version {expected}. Nothing was recorded.")]
    OutOfOrder {
        /// The case.
        number: String,
        /// The version on which they were decided.
        expected: u32,
    },
    /// The letter's bytes, its hash and the event that issues it do not belong together.
    #[error(
        "The letter for {number} is not the one that was checked. Nothing was recorded; write the letter again."
    )]
    LetterMismatch {
        /// The case.
        number: String,
    },
    /// A paper is larger than may be kept.
    #[error(
        "A paper may have at most 25 MB. Nothing was recorded; scan it again with fewer dots or in parts."
    )]
    PaperTooLarge,
    /// A paper's bytes and its hash do not belong together, or no event of the batch names it.
    #[error("The paper for {number} is not the one that was read. Nothing was recorded; add it again.")]
    PaperMismatch {
        /// The case.
        number: String,
    },
    /// What should be changed is not there, or somebody else changed it first.
    #[error("There is no {what}; perhaps somebody else changed it in the meantime. Nothing was recorded.")]
    NotThere {
        /// What it would be.
        what: &'static str,
    },
    /// The case's content was disposed of.
    #[error(
        "The content of {number} was disposed of under the records schedule. Only its ledger entries remain."
    )]
    Disposed {
        /// The case.
        number: String,
    },
    /// The message is not in the outbox, or was already taken by the server.
    #[error("That message is not waiting in the outbox. Nothing was recorded.")]
    NotWaiting,
    /// Somebody else took or withdrew a correction in the meantime.
    #[error(
        "Somebody else took or withdrew a correction to the rulebooks in the meantime. Nothing of yours was recorded. \
         Look at the rules as they are now, and decide again."
    )]
    OverridesChanged,
    /// Somebody else wrote or approved a wording of letters in the meantime.
    #[error(
        "Somebody else wrote or approved a wording of letters in the meantime. Nothing of yours was recorded. Look at the \
         wordings as they are now, and decide again."
    )]
    WordingChanged,
    /// Somebody else edited the draft of a letter in between.
    #[error(
        "{by} edited this letter in the meantime. Nothing of yours was kept. Open the letter again and repeat your change."
    )]
    DraftChanged {
        /// Who did.
        by: String,
    },
    /// The page of the worklist does not exist.
    #[error("That page of the worklist does not exist. Begin again with the first page.")]
    NoSuchPage,
    /// The office's server was given in a way that cannot be used.
    #[error("The office's database cannot be used: {0}")]
    OfficeAddress(&'static str),
    /// The office's server does not know the account or its password, or the account may not use the database.
    #[error(
        "The office's database did not let this desk in. Check the account, its password and the database's name with \
         the administrator. Nothing was lost."
    )]
    OfficeAccount(#[source] sqlx::Error),
    /// The office's server could not be reached.
    #[error(
        "The office's database did not answer. Check the network and the address, and try again. Nothing was lost."
    )]
    Office(#[source] sqlx::Error),
    /// Another program holds the desk.
    #[error(
        "Another program is writing to this desk and did not finish in time. Nothing was recorded; try again."
    )]
    Busy,
    /// The disk is full.
    #[error("The disk is full. Nothing was recorded; free some space and try again.")]
    DiskFull,
    /// The file or its folder cannot be written.
    #[error("The desk's file or its folder cannot be written. Nothing was recorded; check its permissions.")]
    ReadOnly,
    /// This is done elsewhere.
    #[error("An office's database is backed up by its administrator, with pg_dump. Nothing was done.")]
    BackupIsTheOffices,
    /// A person stopped it.
    #[error(
        "The reading of the ledger was stopped before its end. Nothing was changed; what was read says nothing of the rest."
    )]
    Stopped,
    /// Another program has the desk open.
    #[error("Another program has this desk open. Close it there and try again. Nothing was changed.")]
    InUse,
    /// The key could not be derived.
    #[error("The desk could not be unlocked: {0} Nothing was changed.")]
    Key(crate::accounts::KeyError),
    /// The system failed.
    #[error("{what} Nothing was lost; the log names the cause.")]
    System {
        /// What did not work, as a sentence.
        what: &'static str,
        /// The cause, for the log.
        #[source]
        source: std::io::Error,
    },
    /// The database failed in a way that has no sentence of its own.
    #[error("The database did not do what was asked. Nothing was recorded; the log names the cause.")]
    Failed(#[source] sqlx::Error),
}

impl StoreError {
    /// What the window or a script can act on.
    pub fn code(&self) -> Code {
        match self {
            Self::Missing { .. } | Self::NotThere { .. } => Code::NotFound,
            Self::Exists { .. }
            | Self::PassphraseTooShort(_)
            | Self::NoSuchPage
            | Self::PaperTooLarge
            | Self::OfficeAddress(_) => Code::BadInput,
            Self::NotADesk { .. } | Self::Damaged { .. } => Code::DamagedDesk,
            Self::NewerDesk { .. } | Self::NewerLock => Code::NewerDesk,
            Self::WrongPassphrase => Code::WrongPassphrase,
            Self::ChangedElsewhere { .. }
            | Self::NumberTaken { .. }
            | Self::OverridesChanged
            | Self::WordingChanged
            | Self::DraftChanged { .. }
            | Self::NotWaiting => Code::ChangedElsewhere,
            Self::Disposed { .. } => Code::NotFound,
            Self::BackupIsTheOffices | Self::InUse => Code::NotAllowed,
            Self::OutOfOrder { .. }
            | Self::LetterMismatch { .. }
            | Self::PaperMismatch { .. }
            | Self::Office(_)
            | Self::OfficeAccount(_)
            | Self::Busy
            | Self::Stopped
            | Self::DiskFull
            | Self::ReadOnly
            | Self::Key(_)
            | Self::System { .. }
            | Self::Failed(_) => Code::Failed,
        }
    }

    /// A row or a body that cannot be read back.
    pub(super) fn unreadable(what: impl Into<String>) -> Self {
        Self::Damaged { what: what.into() }
    }
}

/// The primary result code of SQLite, where the error comes from it (<https://www.sqlite.org/rescode.html>).
pub(super) fn sqlite_code(error: &sqlx::Error) -> Option<i32> {
    let sqlx::Error::Database(cause) = error else {
        return None;
    };
    cause.try_downcast_ref::<sqlx::sqlite::SqliteError>()?;
    cause.code()?.parse::<i32>().ok().map(|extended| extended & 0xff)
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match sqlite_code(&error) {
            Some(5 | 6) => Self::Busy,
            Some(8 | 14) => Self::ReadOnly,
            Some(11 | 26) => Self::Damaged { what: "a page of the file cannot be read".to_owned() },
            Some(13) => Self::DiskFull,
            _ if matches!(error, sqlx::Error::PoolTimedOut) => Self::Busy,
            _ => Self::Failed(error),
        }
    }
}

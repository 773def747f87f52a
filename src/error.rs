//! What the program says when it does not do what was asked.
//!
//! A [`Refusal`] is a sentence for a person: what happened, what to do, that nothing was lost; and a code for the
//! window and for scripts. It never holds a name, an address or a number of a person. The cause goes to the log.

use serde::Serialize;

use crate::law::terms;

terms! {
    /// What the window or a script can act on.
    Code {
        /// The input cannot be used as it is.
        BadInput = "bad-input" => "bad input",
        /// There is no such thing.
        NotFound = "not-found" => "not found",
        /// The rule does not allow it.
        NotAllowed = "not-allowed" => "not allowed",
        /// This version does not do it.
        NotYet = "not-yet" => "not yet",
        /// The passphrase does not open the desk.
        WrongPassphrase = "wrong-passphrase" => "wrong passphrase",
        /// The desk is locked.
        Locked = "locked" => "locked",
        /// The file is not a desk, is cut short, or is damaged.
        DamagedDesk = "damaged-desk" => "damaged desk",
        /// The desk was written by a newer program.
        NewerDesk = "newer-desk" => "newer desk",
        /// Somebody else changed the case in between.
        ChangedElsewhere = "changed-elsewhere" => "changed elsewhere",
        /// The mail server did not take it.
        MailFailed = "mail-failed" => "mail failed",
        /// The disk, the database or the system failed.
        Failed = "failed" => "failed",
    }
}

/// A refusal, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[error("{message}")]
pub struct Refusal {
    /// What the window or a script can act on.
    pub code: Code,
    /// What happened, what to do, that nothing was lost.
    pub message: String,
    /// The paragraph that forbids it, where a rule does.
    pub cite: Option<String>,
    /// The field of the form that it is about, where it is about one.
    pub field: Option<String>,
}

impl Refusal {
    /// A refusal with a code and a sentence.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), cite: None, field: None }
    }

    /// Input that cannot be used, with the field it stands in.
    pub fn bad_input(field: &str, message: impl Into<String>) -> Self {
        Self { field: Some(field.to_owned()), ..Self::new(Code::BadInput, message) }
    }

    /// What a rule forbids, with its citation.
    pub fn not_allowed(message: impl Into<String>, cite: impl Into<String>) -> Self {
        Self { cite: Some(cite.into()), ..Self::new(Code::NotAllowed, message) }
    }

    /// What this version does not do, said in words.
    pub fn not_yet(message: impl Into<String>) -> Self {
        Self::new(Code::NotYet, message)
    }

    /// A thing that is not there.
    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(Code::NotFound, message)
    }

    /// A failure of the system under us; the cause is logged, not shown.
    pub fn failed(what: &str, cause: &dyn std::fmt::Display) -> Self {
        tracing::error!(cause = %cause, "{what}");
        Self::new(Code::Failed, format!("{what} Nothing was changed. The log names the cause."))
    }
}

impl From<crate::law::LawError> for Refusal {
    fn from(error: crate::law::LawError) -> Self {
        Self::new(Code::BadInput, error.to_string())
    }
}

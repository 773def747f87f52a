//! What the rooms say when they do not do what was asked, as refusals of the desk.

use crate::accounts::PassphraseTooShort;
use crate::error::{Code, Refusal};
use crate::letters::LetterError;
use crate::mail::{MailError, NotAMessage};
use crate::notices::NoticeRefusal;
use crate::store::StoreError;

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        if let StoreError::PassphraseTooShort(short) = error {
            return short.into();
        }
        if let Some(cause) = std::error::Error::source(&error) {
            tracing::error!(%cause, "the store did not do what was asked");
        }
        Self::new(error.code(), error.to_string())
    }
}

impl From<PassphraseTooShort> for Refusal {
    fn from(error: PassphraseTooShort) -> Self {
        Self::bad_input("passphrase", error.to_string())
    }
}

impl From<NoticeRefusal> for Refusal {
    fn from(error: NoticeRefusal) -> Self {
        Self::bad_input("file", error.to_string())
    }
}

impl From<LetterError> for Refusal {
    fn from(error: LetterError) -> Self {
        Self::new(Code::NotAllowed, error.to_string())
    }
}

impl From<MailError> for Refusal {
    fn from(error: MailError) -> Self {
        Self::new(error.code(), error.to_string())
    }
}

impl From<NotAMessage> for Refusal {
    fn from(error: NotAMessage) -> Self {
        Refusal::bad_input("file", format!("{error} Nothing was changed."))
    }
}

//! What the rooms say when they do not do what was asked, as refusals of the desk.

use crate::accounts::PassphraseTooShort;
use crate::error::{Code, Refusal};
use crate::mail::MailError;
use crate::notices::NoticeRefusal;
use crate::store::StoreError;

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        let code = match &error {
            StoreError::Missing { .. } => Code::NotFound,
            StoreError::Exists { .. } | StoreError::NoSuchPage | StoreError::OfficeAddress(_) => Code::BadInput,
            StoreError::NotADesk { .. } | StoreError::Damaged { .. } => Code::DamagedDesk,
            StoreError::NewerDesk { .. } | StoreError::NewerLock => Code::NewerDesk,
            StoreError::WrongPassphrase => Code::WrongPassphrase,
            StoreError::PassphraseTooShort(_) => return too_short(error),
            StoreError::ChangedElsewhere { .. } | StoreError::NumberTaken { .. } => Code::ChangedElsewhere,
            StoreError::Disposed { .. } | StoreError::NotWaiting | StoreError::BackupIsTheOffices => Code::NotAllowed,
            StoreError::OutOfOrder { .. }
            | StoreError::Office(_)
            | StoreError::Busy
            | StoreError::DiskFull
            | StoreError::ReadOnly
            | StoreError::Key(_)
            | StoreError::System { .. }
            | StoreError::Failed(_) => Code::Failed,
        };
        if code == Code::Failed
            && let Some(cause) = std::error::Error::source(&error)
        {
            tracing::error!(%cause, "the store failed");
        }
        Self::new(code, error.to_string())
    }
}

impl From<PassphraseTooShort> for Refusal {
    fn from(error: PassphraseTooShort) -> Self {
        too_short(error)
    }
}

fn too_short(error: impl std::fmt::Display) -> Refusal {
    Refusal::bad_input("passphrase", error.to_string())
}

impl From<NoticeRefusal> for Refusal {
    fn from(error: NoticeRefusal) -> Self {
        Self::bad_input("file", error.to_string())
    }
}

impl From<MailError> for Refusal {
    fn from(error: MailError) -> Self {
        Self::new(Code::MailFailed, error.to_string())
    }
}

//! E-mail: composing a message and handing it to the office's server (SMTP), and reading one that came (`.eml`).
//!
//! A message is frozen when it is queued, and sent as it was frozen. Deliberately absent: outbox and inbox (which are the
//! store's), any decision when to send, and fetching mail from a server: what came is given to the program as a file.

mod compose;
mod error;
mod read;
mod send;
mod settings;

pub use compose::{EnclosedPdf, Frozen, Mailable, compose};
pub use error::MailError;
pub use read::{MessagePiece, MessageRead, NotAMessage, read_message};
pub use send::send;
pub use settings::{MailSecurity, MailSettings};

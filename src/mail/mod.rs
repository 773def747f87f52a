//! Letters by e-mail: composing a message, and handing it to the office's server (SMTP).
//!
//! A message is frozen when it is queued, and sent as it was frozen. Deliberately absent: the outbox (which is the
//! store's), and any decision when to send.

mod compose;
mod error;
mod send;
mod settings;

pub use compose::{EnclosedPdf, Frozen, Mailable, compose};
pub use error::MailError;
pub use send::send;
pub use settings::{MailSecurity, MailSettings};

//! What goes wrong with e-mail, as sentences that name no person.

use crate::error::Code;

/// Why a message was not composed or not taken. In every case the letter is kept and can be sent again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// The office's address is no address.
    #[error("The office's e-mail address cannot be used. Correct it in the mail settings.")]
    BadSender,
    /// No server is named.
    #[error("Name the mail server and its port.")]
    NoHost,
    /// The requester's address is no address.
    #[error(
        "The requester's e-mail address cannot be used. Correct it in the case, or send the letter by post."
    )]
    BadRecipient,
    /// The subject, the file name or the message's id cannot stand in a message.
    #[error(
        "The message could not be composed: its subject, file name or id holds characters that a message cannot carry."
    )]
    BadHead,
    /// A connection without TLS to another machine was asked for.
    #[error(
        "Letters leave this machine only over TLS. Choose TLS or STARTTLS in the mail settings; no protection is \
         allowed only where the mail server runs on this machine."
    )]
    Unprotected,
    /// There is no connection.
    #[error(
        "The mail server at {host}, port {port}, could not be reached. Check the network and the mail settings; the \
         letter waits in the outbox."
    )]
    NoConnection {
        /// The host.
        host: String,
        /// The port.
        port: u16,
    },
    /// The server did not answer in time.
    #[error(
        "The mail server at {host} did not answer in time. The letter waits in the outbox; try again later."
    )]
    TimedOut {
        /// The host.
        host: String,
    },
    /// The connection could not be protected.
    #[error(
        "No protected connection to the mail server at {host} could be made: its certificate is not trusted here, or \
         it does not offer this kind of protection on this port. Nothing was sent; the letter waits in the outbox."
    )]
    NotProtected {
        /// The host.
        host: String,
    },
    /// The server did not accept user name and password.
    #[error(
        "The mail server did not accept the user name and the password. Correct them in the mail settings; the letter \
         waits in the outbox."
    )]
    LoginFailed,
    /// The server refused the message or its recipient for good.
    #[error(
        "The mail server refused this recipient or this message (reply {code}). Check the address; the letter is kept, \
         and can be sent by post."
    )]
    Refused {
        /// The server's reply code (RFC 5321, section 4.2.3).
        code: u16,
    },
    /// The server asks to try later.
    #[error("The mail server asks to try later (reply {code}). The letter waits in the outbox.")]
    TryLater {
        /// The server's reply code (RFC 5321, section 4.2.3).
        code: u16,
    },
    /// The connection broke off while the message was being handed over.
    #[error(
        "The connection to the mail server at {host} broke off before it said that it took the letter. The letter waits \
         in the outbox; if it did arrive, sending it again carries the same message id."
    )]
    BrokenOff {
        /// The host.
        host: String,
    },
    /// The server answered with something that is no mail protocol.
    #[error(
        "What answers at {host} does not speak as a mail server does. Check host and port in the mail settings."
    )]
    NoMailServer {
        /// The host.
        host: String,
    },
}

impl MailError {
    /// What the window or a script can act on.
    pub fn code(&self) -> Code {
        match self {
            Self::NoHost | Self::BadSender | Self::BadRecipient | Self::BadHead => Code::BadInput,
            Self::Unprotected => Code::NotAllowed,
            Self::NoConnection { .. }
            | Self::TimedOut { .. }
            | Self::NotProtected { .. }
            | Self::LoginFailed
            | Self::Refused { .. }
            | Self::TryLater { .. }
            | Self::BrokenOff { .. }
            | Self::NoMailServer { .. } => Code::MailFailed,
        }
    }
}

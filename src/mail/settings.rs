//! The mail server that the office uses.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use super::MailError;
use crate::law::terms;

terms! {
    /// How the connection to the mail server is protected.
    MailSecurity {
        /// TLS from the first byte (port 465).
        Tls = "tls" => "TLS",
        /// STARTTLS (port 587).
        StartTls = "starttls" => "STARTTLS",
        /// None: only to a server on this machine.
        LocalOnly = "local-only" => "none, server on this machine",
    }
}

/// The mail server that the office uses.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct MailSettings {
    /// The host.
    pub host: String,
    /// The port.
    pub port: u16,
    /// How the connection is protected.
    pub security: MailSecurity,
    /// The user name; empty for none.
    pub user: String,
    /// The password; empty for none, and always empty in replies.
    pub password: String,
    /// The address that letters are sent from.
    pub from: String,
}

impl std::fmt::Debug for MailSettings {
    /// Without the password, so that no log ever has it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MailSettings")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("security", &self.security)
            .finish_non_exhaustive()
    }
}

impl MailSettings {
    /// Whether letters can be sent by these settings, as far as can be told without the server.
    ///
    /// # Errors
    /// [`MailError::NoHost`], [`MailError::BadSender`] or [`MailError::Unprotected`].
    pub fn check(&self) -> Result<(), MailError> {
        if self.host.trim().is_empty() || self.port == 0 {
            return Err(MailError::NoHost);
        }
        if self.from.parse::<lettre::Address>().is_err() {
            return Err(MailError::BadSender);
        }
        if self.security == MailSecurity::LocalOnly && !is_this_machine(&self.host) {
            return Err(MailError::Unprotected);
        }
        Ok(())
    }
}

/// Whether a host is this machine by its name or its address.
pub(super) fn is_this_machine(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

//! Handing a frozen message to the office's mail server, step by step, so that each failure has its own sentence.

use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use std::error::Error as _;
use std::future::Future;
use std::io::ErrorKind;
use std::net::Ipv4Addr;
use std::time::Duration;
use tokio::time::timeout;

use super::settings::is_this_machine;
use super::{Frozen, MailError, MailSecurity, MailSettings};

/// How long one step may take (connecting, protecting, logging in).
const STEP: Duration = Duration::from_secs(30);
/// How long the message itself may take (RFC 5321, section 4.5.3.2 asks for ten minutes in all).
const MESSAGE: Duration = Duration::from_secs(600);

/// Hands the message to the server. When it returns without an error, the server has taken it.
///
/// # Errors
/// See [`MailError`]. After [`MailError::TimedOut`] and [`MailError::BrokenOff`] the server may have taken the message all the same; sending it
/// again carries the same message id, by which servers and readers can tell.
pub async fn send(settings: &MailSettings, message: &Frozen) -> Result<(), MailError> {
    let from = message.from.parse().map_err(|_| MailError::BadSender)?;
    let to = message.to.parse().map_err(|_| MailError::BadRecipient)?;
    let envelope = Envelope::new(Some(from), vec![to]).map_err(|_| MailError::BadRecipient)?;
    let mut connection = connect(settings).await?;
    if !settings.user.is_empty() {
        let credentials = Credentials::new(settings.user.clone(), settings.password.clone());
        within(settings, STEP, connection.auth(DEFAULT_MECHANISMS, &credentials)).await?.map_err(
            |error| {
                // A server that offers no way to log in, or only ways that this program does not have, is a client error.
                if error.is_permanent() || error.is_client() {
                    MailError::LoginFailed
                } else {
                    told(settings, &error)
                }
            },
        )?;
    }
    let taken = within(settings, MESSAGE, connection.send(&envelope, &message.bytes)).await?;
    if taken.is_ok() {
        // The message is taken; whether the server also says goodbye does not matter.
        let _ = timeout(STEP, connection.quit()).await;
    }
    taken.map(|_| ()).map_err(|error| {
        if error.is_client() {
            // Addresses outside ASCII need a server that carries them (RFC 6531).
            MailError::BadRecipient
        } else if error.status().is_some() {
            told(settings, &error)
        } else {
            MailError::BrokenOff { host: settings.host.clone() }
        }
    })
}

async fn connect(settings: &MailSettings) -> Result<AsyncSmtpConnection, MailError> {
    if settings.security == MailSecurity::LocalOnly && !is_this_machine(&settings.host) {
        return Err(MailError::Unprotected);
    }
    let not_protected = || MailError::NotProtected { host: settings.host.clone() };
    let tls = match settings.security {
        MailSecurity::LocalOnly => None,
        MailSecurity::Tls | MailSecurity::StartTls => {
            Some(TlsParameters::new(settings.host.clone()).map_err(|_| not_protected())?)
        }
    };
    // A neutral name, so that the machine's own name does not travel in every message.
    let hello = ClientId::Ipv4(Ipv4Addr::LOCALHOST);
    let server = (settings.host.as_str(), settings.port);
    let from_the_first_byte = tls.clone().filter(|_| settings.security == MailSecurity::Tls);
    let connecting =
        AsyncSmtpConnection::connect_tokio1(server, Some(STEP), &hello, from_the_first_byte, None);
    let mut connection = within(settings, STEP, connecting).await?.map_err(|error| told(settings, &error))?;
    if let (MailSecurity::StartTls, Some(tls)) = (settings.security, tls) {
        if !connection.can_starttls() {
            return Err(not_protected());
        }
        within(settings, STEP, connection.starttls(tls, &hello)).await?.map_err(|_| not_protected())?;
    }
    Ok(connection)
}

async fn within<T>(
    settings: &MailSettings,
    limit: Duration,
    step: impl Future<Output = Result<T, Error>>,
) -> Result<Result<T, Error>, MailError> {
    timeout(limit, step).await.map_err(|_| MailError::TimedOut { host: settings.host.clone() })
}

/// The sentence for what the server or the network said. The server's own words may name the recipient, so only its
/// code is told.
fn told(settings: &MailSettings, error: &Error) -> MailError {
    let host = settings.host.clone();
    if let Some(code) = error.status().and_then(|code| code.to_string().parse().ok()) {
        return if error.is_permanent() { MailError::Refused { code } } else { MailError::TryLater { code } };
    }
    match network_cause(error) {
        // What rustls finds wrong with a certificate or a handshake comes as invalid data.
        Some(ErrorKind::InvalidData) if settings.security != MailSecurity::LocalOnly => {
            MailError::NotProtected { host }
        }
        Some(ErrorKind::TimedOut) => MailError::TimedOut { host },
        Some(_) => MailError::NoConnection { host, port: settings.port },
        None if error.is_tls() => MailError::NotProtected { host },
        None if error.is_response() => MailError::NoMailServer { host },
        None => MailError::NoConnection { host, port: settings.port },
    }
}

fn network_cause(error: &Error) -> Option<ErrorKind> {
    let mut cause = error.source();
    while let Some(inner) = cause {
        if let Some(network) = inner.downcast_ref::<std::io::Error>() {
            return Some(network.kind());
        }
        cause = inner.source();
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::mail::settings::is_this_machine;

    #[test]
    fn only_loopback_is_this_machine() {
        for host in ["localhost", "LOCALHOST", "127.0.0.1", "127.8.8.8", "::1"] {
            assert!(is_this_machine(host), "{host}");
        }
        for host in
            ["mail.example.org", "localhost.example.org", "10.0.0.1", "0.0.0.0", "127.0.0.1.example.org", ""]
        {
            assert!(!is_this_machine(host), "{host}");
        }
    }
}

//! One request and its answer over the socket of the print service: IPP in HTTP/1.0, so that an answer ends with its connection.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

/// How long the service may take for one answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// More than any answer about printers and jobs.
const LONGEST_ANSWER: u64 = 16 * 1024 * 1024;

/// Where the print service listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Address {
    /// A socket of this computer.
    Socket(PathBuf),
    /// A host with its port.
    Host(String),
}

impl Address {
    /// Reads an address as CUPS writes it: `/run/cups/cups.sock`, `printserver`, `printserver:631/version=1.1`.
    pub(super) fn read(written: &str) -> Self {
        let written = written.trim();
        if written.starts_with('/') {
            return Self::Socket(PathBuf::from(written));
        }
        let host = written.split('/').next().unwrap_or(written);
        let has_port = host.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok());
        Self::Host(if has_port { host.to_owned() } else { format!("{host}:631") })
    }

    fn host(&self) -> &str {
        match self {
            Self::Socket(_) => "localhost",
            Self::Host(host) => host,
        }
    }
}

/// What became of a request.
#[derive(Debug)]
pub(super) enum Answered {
    /// The service answered in IPP.
    Ipp(Vec<u8>),
    /// It refused in HTTP, with this number; 401 where it wants to know who asks.
    Http(u16),
}

/// Sends a request. `user` is who asks, where the service wants to know it; only a socket can prove it.
pub(super) async fn ask(
    address: &Address,
    path: &str,
    user: Option<&str>,
    body: &[&[u8]],
) -> io::Result<Answered> {
    let length: usize = body.iter().map(|part| part.len()).sum();
    let mut head = format!(
        "POST {path} HTTP/1.0\r\nHost: {}\r\nContent-Type: application/ipp\r\nContent-Length: {length}\r\nUser-Agent: docket-552a\r\n",
        address.host()
    );
    if let Some(user) = user.filter(|user| user.bytes().all(|byte| byte.is_ascii_graphic())) {
        head.push_str(&format!("Authorization: PeerCred {user}\r\n"));
    }
    head.push_str("\r\n");
    let talk = async {
        match address {
            #[cfg(unix)]
            Address::Socket(path) => {
                exchange(tokio::net::UnixStream::connect(path).await?, &head, body).await
            }
            #[cfg(not(unix))]
            Address::Socket(_) => Err(io::ErrorKind::Unsupported.into()),
            Address::Host(host) => {
                exchange(tokio::net::TcpStream::connect(host.as_str()).await?, &head, body).await
            }
        }
    };
    let answer = tokio::time::timeout(PATIENCE, talk).await.map_err(|_| io::ErrorKind::TimedOut)??;
    read(&answer)
}

async fn exchange(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    head: &str,
    body: &[&[u8]],
) -> io::Result<Vec<u8>> {
    let send = async {
        stream.write_all(head.as_bytes()).await?;
        for part in body {
            stream.write_all(part).await?;
        }
        stream.flush().await
    };
    // A service that refuses answers before it has read everything; its answer says more than the broken pipe.
    let sent = send.await;
    let mut answer = Vec::new();
    let read = stream.take(LONGEST_ANSWER).read_to_end(&mut answer).await;
    if answer.is_empty() {
        sent?;
        read?;
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(answer)
}

fn read(answer: &[u8]) -> io::Result<Answered> {
    let mut rest = answer;
    loop {
        let mut headers = [httparse::EMPTY_HEADER; 32];
        let mut response = httparse::Response::new(&mut headers);
        let Ok(httparse::Status::Complete(end)) = response.parse(rest) else {
            return Err(io::ErrorKind::InvalidData.into());
        };
        rest = &rest[end..];
        match response.code {
            // “Continue”: the answer itself follows.
            Some(100..=199) => {}
            Some(200) => return Ok(Answered::Ipp(rest.to_vec())),
            Some(code) => return Ok(Answered::Http(code)),
            None => return Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_addresses_that_cups_writes_are_read() {
        assert_eq!(Address::read("/run/cups/cups.sock"), Address::Socket("/run/cups/cups.sock".into()));
        assert_eq!(Address::read("printserver"), Address::Host("printserver:631".into()));
        assert_eq!(Address::read("localhost:6631/version=1.1"), Address::Host("localhost:6631".into()));
    }

    #[test]
    fn an_answer_after_a_word_to_continue_is_found_and_a_broken_one_is_an_error() {
        let answer =
            b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n\r\n\x01\x01";
        assert!(matches!(read(answer), Ok(Answered::Ipp(body)) if body == [1, 1]));
        assert!(matches!(read(b"HTTP/1.0 401 Unauthorized\r\n\r\n"), Ok(Answered::Http(401))));
        assert!(read(b"\x15\x03\x01").is_err());
    }
}

//! A real SMTP server on this machine (aiosmtpd), which keeps what it takes in a folder.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::checkout;
use crate::process::{Beside, free_port, wait_for_port};

/// The server and its mailbox.
#[derive(Debug)]
pub struct MailServer {
    folder: TempDir,
    port: u16,
    _server: Beside,
}

impl MailServer {
    /// Starts one that takes everything, without encryption, on this machine only.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let mailbox = folder.path().join("mailbox");
        let own = checkout().join("target/venv/bin/python");
        let python = if own.exists() { own } else { PathBuf::from("python3") };
        let port = free_port();
        let server = Beside::start(
            Command::new(python)
                .args(["-m", "aiosmtpd", "-n", "-l", &format!("127.0.0.1:{port}")])
                .args(["-c", "aiosmtpd.handlers.Mailbox"])
                .arg(&mailbox)
                .stdout(Stdio::null()),
            "run `make test`, which installs aiosmtpd into target/venv",
        );
        wait_for_port(port, "the mail server (aiosmtpd, which `make test` installs)");
        Self { folder, port, _server: server }
    }

    /// The port, as text for a form.
    pub fn port(&self) -> String {
        self.port.to_string()
    }

    /// The one message that arrived, with headers; waits for it.
    pub fn the_message(&self) -> String {
        let new = self.folder.path().join("mailbox/new");
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            let files: Vec<_> = std::fs::read_dir(&new).into_iter().flatten().flatten().collect();
            if let [file] = files.as_slice() {
                return String::from_utf8_lossy(&std::fs::read(file.path()).expect("a message can be read"))
                    .into_owned();
            }
            assert!(files.len() < 2, "{} messages arrived where one was sent", files.len());
            assert!(Instant::now() < until, "no message arrived within 20 seconds");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

//! A real mail server (aiosmtpd) of the test's own, on a port of this machine, stopped when dropped.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use tempfile::TempDir;

/// A running mail server.
pub struct MailServer {
    process: Child,
    folder: TempDir,
    /// The port that it listens on.
    pub port: u16,
}

impl MailServer {
    /// Starts a server of a mode that `smtp_server.py` knows; nothing where Python or aiosmtpd is missing.
    pub fn start(mode: &str) -> Option<Self> {
        let Some(python) = python() else {
            println!("skipped: Python with aiosmtpd is not installed");
            return None;
        };
        let folder = tempfile::tempdir().expect("a folder");
        if matches!(mode, "tls" | "starttls") {
            make_certificates(folder.path())?;
        }
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/smtp_server.py");
        let mut process = Command::new(python)
            .args(["-W", "ignore"])
            .arg(script)
            .arg(folder.path())
            .arg(mode)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the mail server");
        let mut line = String::new();
        BufReader::new(process.stdout.take().expect("its output")).read_line(&mut line).expect("its port");
        let port = line.trim().parse().expect("a port");
        Some(Self { process, folder, port })
    }

    /// The authority that signed the server's certificate.
    pub fn authority(&self) -> PathBuf {
        self.folder.path().join("ca.pem")
    }

    /// What the server took, in order: the message, and what it noted about it.
    pub fn taken(&self) -> Vec<(Vec<u8>, serde_json::Value)> {
        (1..)
            .map_while(|count| {
                let message = std::fs::read(self.folder.path().join(format!("{count}.eml"))).ok()?;
                let about = std::fs::read(self.folder.path().join(format!("{count}.json"))).ok()?;
                Some((message, serde_json::from_slice(&about).expect("JSON")))
            })
            .collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        // It stops at the end of its input; what became of it then is of no interest.
        let _ = self.process.wait();
    }
}

/// A Python that has aiosmtpd: the system's, or one in the target folder, made at the first run.
pub fn python() -> Option<&'static Path> {
    static PYTHON: OnceLock<Option<PathBuf>> = OnceLock::new();
    PYTHON
        .get_or_init(|| {
            let system = PathBuf::from("python3");
            if has_aiosmtpd(&system) {
                return Some(system);
            }
            let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mail-server");
            let own = folder.join("bin/python");
            if !has_aiosmtpd(&own) {
                quietly(Command::new(system).args(["-m", "venv"]).arg(&folder))?;
                quietly(Command::new(&own).args(["-m", "pip", "install", "--quiet", "aiosmtpd==1.4.6"]))?;
            }
            has_aiosmtpd(&own).then_some(own)
        })
        .as_deref()
}

fn has_aiosmtpd(python: &Path) -> bool {
    quietly(Command::new(python).args(["-c", "import aiosmtpd"])).is_some()
}

fn quietly(command: &mut Command) -> Option<()> {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    status.success().then_some(())
}

/// An authority and a certificate for `localhost`; nothing, and a word about it, where openssl is missing.
fn make_certificates(folder: &Path) -> Option<()> {
    let made = || {
        let openssl =
            |arguments: &[&str]| quietly(Command::new("openssl").args(arguments).current_dir(folder));
        let key = ["-newkey", "rsa:2048", "-noenc"];
        std::fs::write(folder.join("names"), "subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n")
            .ok()?;
        openssl(
            &[
                &["req", "-x509", "-subj", "/CN=Test authority", "-keyout", "ca.key", "-out", "ca.pem"][..],
                &key,
            ]
            .concat(),
        )?;
        openssl(
            &[&["req", "-subj", "/CN=localhost", "-keyout", "key.pem", "-out", "request.pem"][..], &key]
                .concat(),
        )?;
        openssl(&[
            "x509",
            "-req",
            "-in",
            "request.pem",
            "-CA",
            "ca.pem",
            "-CAkey",
            "ca.key",
            "-extfile",
            "names",
            "-out",
            "cert.pem",
        ])
    };
    let done = made();
    if done.is_none() {
        println!("skipped: openssl is not installed");
    }
    done
}

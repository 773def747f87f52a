//! Letters by e-mail, handed to a real mail server on this machine.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test stops where something is not as it should be"
)]

#[path = "support/smtp.rs"]
mod smtp;

use docket::mail::{Frozen, MailError, MailSecurity, MailSettings, Mailable, compose, send};
use smtp::MailServer;
use std::process::Command;

/// Every byte, and all the ends of lines that servers like to change.
fn page() -> Vec<u8> {
    let mut page = b"%PDF-1.7\r\nends\nof\rlines\r\n.\r\n..\r\nFrom here\r\n".to_vec();
    page.extend((0..=255).cycle().take(90_000));
    page
}

fn message(to: &str) -> Frozen {
    let letter = Mailable {
        from: "privacy@example.org".to_owned(),
        to: to.to_owned(),
        subject: "Your request USPS-2026-00042".to_owned(),
        body: "The answer to your request is attached.\nÍ se adjunta la respuesta — “léala”.\n".to_owned(),
        file_name: "USPS-2026-00042.pdf".to_owned(),
        pdf: page(),
        enclosed: Vec::new(),
        message_id: "<0199a-42@example.org>".to_owned(),
        at: "2026-03-02T14:30:00Z".parse().unwrap(),
    };
    compose(letter).expect("a message")
}

fn settings(port: u16, security: MailSecurity) -> MailSettings {
    MailSettings {
        host: "localhost".to_owned(),
        port,
        security,
        user: String::new(),
        password: String::new(),
        from: "privacy@example.org".to_owned(),
    }
}

#[tokio::test]
async fn a_letter_arrives_with_its_page_byte_for_byte() {
    let Some(server) = MailServer::start("plain") else {
        return;
    };
    let frozen = message("okonkwo@example.org");
    send(&settings(server.port, MailSecurity::LocalOnly), &frozen).await.expect("taken");
    let taken = server.taken();
    assert_eq!(taken.len(), 1);
    let (bytes, about) = &taken[0];
    assert_eq!(about["from"], "privacy@example.org");
    assert_eq!(about["to"], serde_json::json!(["okonkwo@example.org"]));
    assert_eq!(bytes.trim_ascii_end(), frozen.bytes.trim_ascii_end(), "sent as it was frozen");
    read_by_another_program(bytes);
}

/// Python's own mail library is a second opinion on what was composed.
fn read_by_another_program(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("taken.eml"), bytes).unwrap();
    let script = "import email, email.policy, pathlib, sys\n\
        m = email.message_from_bytes(pathlib.Path('taken.eml').read_bytes(), policy=email.policy.default)\n\
        assert m['subject'] == 'Your request USPS-2026-00042', m['subject']\n\
        assert m['message-id'] == '<0199a-42@example.org>'\n\
        words, page = list(m.iter_parts())\n\
        assert '“léala”' in words.get_content(), words.get_content()\n\
        assert page.get_content_type() == 'application/pdf'\n\
        assert page.get_filename() == 'USPS-2026-00042.pdf'\n\
        assert not m.defects and not page.defects\n\
        pathlib.Path('page.pdf').write_bytes(page.get_content())\n";
    let python = smtp::python().expect("Python ran the server");
    let read = Command::new(python).args(["-c", script]).current_dir(folder.path()).status().unwrap();
    assert!(read.success(), "another program could not read the message");
    assert_eq!(std::fs::read(folder.path().join("page.pdf")).unwrap(), page());
}

#[tokio::test]
async fn a_recipient_that_the_server_does_not_know_is_told_without_naming_them() {
    let Some(server) = MailServer::start("plain") else {
        return;
    };
    let refused =
        send(&settings(server.port, MailSecurity::LocalOnly), &message("unknown@example.org")).await;
    assert_eq!(refused, Err(MailError::Refused { code: 550 }));
    let sentence = refused.unwrap_err().to_string();
    assert!(
        sentence.starts_with("The mail server refused this recipient or this message (reply 550)."),
        "{sentence}"
    );
    assert!(!sentence.contains("unknown@"), "{sentence}");
    let later = send(&settings(server.port, MailSecurity::LocalOnly), &message("busy@example.org")).await;
    assert_eq!(later, Err(MailError::TryLater { code: 450 }));
    assert!(server.taken().is_empty());
}

#[tokio::test]
async fn without_a_server_the_sentence_says_where_it_was_looked_for() {
    // A port that was free a moment ago.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let failed = send(&settings(port, MailSecurity::LocalOnly), &message("okonkwo@example.org")).await;
    assert_eq!(failed, Err(MailError::NoConnection { host: "localhost".to_owned(), port }));
}

/// A server that gives these answers, one a line that it hears, and then hangs up. Returns its port.
fn scripted(greeting: &'static str, answers: &'static [&'static str]) -> u16 {
    use std::io::{BufRead, BufReader, Write};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let (mut caller, _) = listener.accept().unwrap();
        caller.write_all(greeting.as_bytes()).unwrap();
        let mut lines = BufReader::new(caller.try_clone().unwrap()).lines();
        for answer in answers {
            lines.next().unwrap().unwrap();
            caller.write_all(answer.as_bytes()).unwrap();
        }
    });
    port
}

#[tokio::test]
async fn what_is_no_mail_server_is_told_as_such() {
    let port = scripted("HTTP/1.1 400 Bad Request\r\n\r\n", &[]);
    let failed = send(&settings(port, MailSecurity::LocalOnly), &message("okonkwo@example.org")).await;
    assert_eq!(failed, Err(MailError::NoMailServer { host: "localhost".to_owned() }));
}

#[tokio::test]
async fn a_connection_that_breaks_off_is_never_taken_for_a_letter_sent() {
    let answers = &["250 here\r\n", "250 sender\r\n", "250 recipient\r\n", "354 go on\r\n", "", ""];
    let port = scripted("220 here\r\n", answers);
    let failed = send(&settings(port, MailSecurity::LocalOnly), &message("okonkwo@example.org")).await;
    assert_eq!(failed, Err(MailError::BrokenOff { host: "localhost".to_owned() }));
}

#[tokio::test]
async fn no_letter_leaves_this_machine_without_tls() {
    let distant =
        MailSettings { host: "mail.example.org".to_owned(), ..settings(25, MailSecurity::LocalOnly) };
    let refused = send(&distant, &message("okonkwo@example.org")).await;
    assert_eq!(refused, Err(MailError::Unprotected));
}

#[tokio::test]
async fn the_password_is_asked_for_and_a_wrong_one_told() {
    let Some(server) = MailServer::start("login") else {
        return;
    };
    let with = |password: &str| MailSettings {
        user: "desk".to_owned(),
        password: password.to_owned(),
        ..settings(server.port, MailSecurity::LocalOnly)
    };
    let frozen = message("okonkwo@example.org");
    assert_eq!(send(&with("wrong"), &frozen).await, Err(MailError::LoginFailed));
    assert!(server.taken().is_empty());
    send(&with("right"), &frozen).await.expect("taken");
    assert_eq!(server.taken().len(), 1);
    assert!(!format!("{:?}", with("right")).contains("right"), "no log may have the password");
}

#[tokio::test]
async fn a_server_without_starttls_gets_nothing() {
    let Some(server) = MailServer::start("plain") else {
        return;
    };
    let not_protected = Err(MailError::NotProtected { host: "localhost".to_owned() });
    let frozen = message("okonkwo@example.org");
    assert_eq!(send(&settings(server.port, MailSecurity::StartTls), &frozen).await, not_protected);
    assert_eq!(send(&settings(server.port, MailSecurity::Tls), &frozen).await, not_protected);
    assert!(server.taken().is_empty());
}

#[tokio::test]
async fn a_certificate_of_an_unknown_authority_gets_nothing() {
    for (mode, security) in [("tls", MailSecurity::Tls), ("starttls", MailSecurity::StartTls)] {
        let Some(server) = MailServer::start(mode) else {
            return;
        };
        let refused = send(&settings(server.port, security), &message("okonkwo@example.org")).await;
        assert_eq!(refused, Err(MailError::NotProtected { host: "localhost".to_owned() }), "{mode}");
        assert!(server.taken().is_empty());
    }
}

/// Trust is the system's, and read from the environment once: so this sends from a process of its own.
#[test]
fn a_trusted_certificate_protects_the_letter() {
    for (mode, name) in [("tls", "tls"), ("starttls", "starttls")] {
        let Some(server) = MailServer::start(mode) else {
            return;
        };
        let sent = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "sends_with_the_trust_of_its_environment", "--include-ignored", "--nocapture"])
            .env("SSL_CERT_FILE", server.authority())
            .env("DOCKET_TEST_MAIL", format!("{name} {}", server.port))
            .output()
            .unwrap();
        assert!(sent.status.success(), "{mode}: {}", String::from_utf8_lossy(&sent.stdout));
        let taken = server.taken();
        assert_eq!(taken.len(), 1, "{mode}");
        assert_eq!(taken[0].1["protected"], true, "{mode}");
    }
}

#[tokio::test]
#[ignore = "run by a_trusted_certificate_protects_the_letter, in a process of its own"]
async fn sends_with_the_trust_of_its_environment() {
    let Ok(asked) = std::env::var("DOCKET_TEST_MAIL") else {
        return;
    };
    let (security, port) = asked.split_once(' ').unwrap();
    let settings = settings(port.parse().unwrap(), security.parse().unwrap());
    send(&settings, &message("okonkwo@example.org")).await.expect("taken");
}

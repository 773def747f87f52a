//! A letter by e-mail, through a real server on this machine: what it takes counts as sent, what it refuses waits.

use docket::casework::Command;
use docket::desk::{ClockStatus, Desk, MailSecurity, MailSettings, MailState};
use docket::error::Code;
use docket::law::{Evidence, Kind};
use docket::letters::{FormKind, LetterKind};

use crate::desks::{Office, intake};
use crate::smtp::MailServer;

fn server(port: u16) -> MailSettings {
    MailSettings {
        host: "127.0.0.1".into(),
        port,
        security: MailSecurity::LocalOnly,
        user: String::new(),
        password: String::new(),
        from: "privacy@example.org".into(),
    }
}

/// A USPS request with its acknowledgement issued: the case's number and the letter's id.
async fn acknowledged(desk: &Desk, email: &str) -> (String, String) {
    let mut request = intake("usps", Kind::Access, "2026-11-18");
    request.requester.email = Some(email.into());
    request.text = "I am a customer. Send me a copy of your sales file on me.".into();
    request.evidence = vec![Evidence::CertificationOfIdentity];
    let case = desk.open_case(request).await.expect("taken in");
    desk.act(&case.number, None, Command::VerifyIdentity { note: String::new() }).await.expect("proved");
    let route = Command::Route {
        system: "USPS 890.000".into(),
        office: "Sales and Customer Relations".into(),
        address: String::new(),
        reason: String::new(),
    };
    desk.act(&case.number, None, route).await.expect("routed");
    let issued = desk.issue_letter(&case.number, None, LetterKind::Acknowledgement).await.expect("issued");
    (case.number, issued.letters.last().expect("a letter").letter.clone())
}

#[tokio::test]
async fn what_the_server_takes_is_sent_and_meets_the_clock() {
    let Some(mail) = MailServer::start("plain") else { return };
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-20").await;
    let (number, letter) = acknowledged(&desk, "renee@example.org").await;

    let unset = desk.queue_letter(&number, None, &letter, &[]).await.expect_err("no server is set up");
    assert_eq!(unset.code, Code::NotAllowed);
    desk.set_mail_settings(server(mail.port)).await.expect("set up");
    let queued = desk.queue_letter(&number, None, &letter, &[]).await.expect("queued");
    assert!(queued.letters[0].queued && queued.letters[0].emailed.is_none());
    let twice = desk.queue_letter(&number, None, &letter, &[]).await.expect_err("it waits already");
    assert_eq!(twice.code, Code::NotAllowed);

    // The program is closed before anything was sent: the message waits, frozen.
    drop(desk);
    let desk = office.reopened("2026-11-20").await;
    let report = desk.send_mail().await.expect("sent");
    assert_eq!((report.sent, report.failed), (1, 0));
    let case = desk.case(&number).await.expect("the case");
    assert!(case.letters[0].emailed.is_some());
    let clock = case.clocks.iter().find(|clock| clock.clock.clock == "usps-acknowledge").expect("it runs");
    assert_eq!(clock.status, ClockStatus::Met);
    assert_eq!(desk.send_mail().await.expect("nothing waits").sent, 0);

    let taken = mail.taken();
    let (message, _) = taken.first().expect("one message");
    let text = String::from_utf8_lossy(message);
    assert!(text.contains(&format!("{number}-acknowledgement.pdf")));
    let head = text.split("\r\n\r\n").next().unwrap_or_default();
    assert!(!head.contains("Okonkwo-"), "the head of the message names nobody but the address: {head}");
}

#[tokio::test]
async fn what_the_server_refuses_waits_with_the_reason() {
    let Some(mail) = MailServer::start("plain") else { return };
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-20").await;
    let (number, letter) = acknowledged(&desk, "unknown@example.org").await;
    desk.set_mail_settings(server(mail.port)).await.expect("set up");
    desk.queue_letter(&number, None, &letter, &[]).await.expect("queued");
    let report = desk.send_mail().await.expect("tried");
    assert_eq!((report.sent, report.failed), (0, 1));
    let outbox = desk.outbox().await.expect("the outbox");
    assert_eq!((outbox[0].state, outbox[0].tries), (MailState::Failed, 1));
    assert!(outbox[0].reason.as_deref().is_some_and(|reason| reason.ends_with('.')));
    let case = desk.case(&number).await.expect("the case");
    assert!(case.letters[0].emailed.is_none(), "what was refused does not count as sent");
}

#[tokio::test]
async fn letters_leave_the_machine_only_over_tls() {
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-20").await;
    let open = MailSettings { host: "mail.example.org".into(), ..server(25) };
    assert_eq!(desk.set_mail_settings(open).await.expect_err("refused").code, Code::NotAllowed);
    let nobody = MailSettings { from: "not an address".into(), ..server(25) };
    assert_eq!(desk.set_mail_settings(nobody).await.expect_err("refused").code, Code::BadInput);
    assert!(desk.mail_settings().await.expect("settings").is_none());
}

#[tokio::test]
async fn the_form_that_is_asked_for_goes_with_the_letter_and_stands_in_the_history() {
    let Some(mail) = MailServer::start("plain") else { return };
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-20").await;
    let (number, letter) = acknowledged(&desk, "renee@example.org").await;
    desk.set_mail_settings(server(mail.port)).await.expect("set up");
    let form = FormKind::StatementOfDisagreement;
    let twice = desk.queue_letter(&number, None, &letter, &[form, form]).await.expect_err("named twice");
    assert_eq!(twice.code, Code::BadInput);
    let queued = desk.queue_letter(&number, None, &letter, &[form]).await.expect("queued");
    let told = &queued.history.last().expect("the newest line").words;
    assert!(told.contains("with the blank form for: Statement of disagreement"), "{told}");
    assert_eq!(desk.send_mail().await.expect("sent").sent, 1);
    let taken = mail.taken();
    let text = String::from_utf8_lossy(&taken.first().expect("one message").0).into_owned();
    assert!(text.contains(&format!("{number}-acknowledgement.pdf")));
    assert!(text.contains("usps-statement-of-disagreement-en.pdf"), "the form is named by no person");
    assert_eq!(text.matches("Content-Type: application/pdf").count(), 2);
}

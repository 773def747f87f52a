//! What comes by e-mail or is scanned: it waits in the inbox until it is taken in, put into a case, or set aside.

use docket::casework::{Command, Role};
use docket::desk::{Arrived, Desk, NewStaff, PaperGiven, TakenIn, WorklistQuery};
use docket::error::Code;
use docket::law::{Channel, Kind};
use docket::store::IncomingForm;
use serde_json::json;
use sqlx::Row;

use crate::command_line::{Terminal, utf8};
use crate::desks::{Office, day, intake};

const TODAY: &str = "2026-09-16";
const PHOTO: &[u8] = b"\x89PNG\r\n\x1a\nthe photograph on a driver's licence";

/// A file that somebody drops.
struct FileGiven {
    name: String,
    bytes: Vec<u8>,
}

/// A message of Renée's with a photograph of her licence, a letter in a word processor's format, and a picture in its words.
fn message(subject: &str) -> FileGiven {
    let photo = base64(PHOTO);
    let head = "Received: from mx.example.org by mail.agency.example; Tue, 15 Sep 2026 01:10:00 +0000\r\n\
        From: Renee =?utf-8?q?Okonkwo-Ha=C5=A1ek?= <renee@example.org>\r\n\
        To: Privacy Office <privacy@agency.example>\r\n\
        Date: Mon, 14 Sep 2026 21:08:00 -0400\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n";
    let words = "Please send me the transcript of my chat about my benefits.";
    let bytes = format!(
        "{head}Subject: {subject}\r\n\r\n\
         --b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{words}\r\n\
         --b\r\nContent-Type: application/pdf; name=licence.pdf\r\nContent-Transfer-Encoding: base64\r\n\
         Content-Disposition: attachment; filename=licence.pdf\r\n\r\n{photo}\r\n\
         --b\r\nContent-Type: application/msword\r\nContent-Disposition: attachment; filename=letter.doc\r\n\r\n\u{1}words\u{0}\r\n\
         --b--\r\n"
    );
    FileGiven { name: "message.eml".into(), bytes: bytes.into_bytes() }
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte))
            << (8 * (3 - three.len()));
        for place in 0..4 {
            let sign = SIGNS[(number >> (18 - 6 * place)) as usize & 63] as char;
            text.push(if place <= three.len() { sign } else { '=' });
        }
    }
    text
}

fn scan(name: &str) -> FileGiven {
    FileGiven { name: name.into(), bytes: format!("%PDF-1.7 {name}").into_bytes() }
}

async fn takes_in(desk: &Desk, files: Vec<FileGiven>) -> TakenIn {
    let folder = tempfile::tempdir().expect("a folder");
    let mut paths = Vec::new();
    for (nth, file) in files.into_iter().enumerate() {
        let own = folder.path().join(nth.to_string());
        std::fs::create_dir(&own).expect("a folder");
        std::fs::write(own.join(&file.name), file.bytes).expect("written");
        paths.push(own.join(file.name));
    }
    desk.take_in(&paths).await.expect("read")
}

fn with(id: &str, identity: &[u32]) -> Arrived {
    Arrived { incoming: id.into(), identity: identity.to_vec() }
}

#[tokio::test]
async fn a_message_becomes_a_request_on_an_encrypted_desk() {
    a_message_becomes_a_request(&Office::encrypted().await).await;
}

#[tokio::test]
async fn a_message_becomes_a_request_in_an_office_on_postgresql() {
    if let Some(office) = Office::postgres().await {
        a_message_becomes_a_request(&office).await;
    }
}

async fn a_message_becomes_a_request(office: &Office) {
    let desk = office.on(TODAY).await;
    let taken = takes_in(&desk, vec![message("My records"), scan("letter.pdf")]).await;
    assert!(taken.already.is_empty() && taken.refused.is_empty(), "{taken:?}");
    let [mail, letter] = taken.added.as_slice() else { panic!("two wait: {taken:?}") };
    assert_eq!((mail.form, letter.form), (IncomingForm::Message, IncomingForm::Scan));
    assert_eq!(
        (mail.from_name.as_str(), mail.from_address.as_str()),
        ("Renee Okonkwo-Hašek", "renee@example.org")
    );
    // The office's server took it on Tuesday by Greenwich, which was Monday evening in Washington.
    assert_eq!((mail.received, letter.received), (day("2026-09-14"), day(TODAY)));
    assert_eq!((mail.subject.as_str(), letter.subject.as_str()), ("My records", "letter.pdf"));

    let view = desk.incoming(&mail.id).await.expect("read");
    assert_eq!(view.text, "Please send me the transcript of my chat about my benefits.");
    assert_eq!(view.sent, Some(day("2026-09-14")));
    let parts: Vec<_> =
        view.parts.iter().map(|part| (part.name.as_str(), part.media_type.as_str(), part.shown)).collect();
    // What the bytes are counts, not what the sender calls them.
    assert_eq!(
        parts,
        [("licence.pdf", "image/png", true), ("letter.doc", "application/octet-stream", false)]
    );
    assert_eq!(desk.incoming_part(&mail.id, 0).await.expect("there").0, PHOTO);
    assert_eq!(desk.incoming_part(&mail.id, 2).await.expect_err("none").code, Code::BadInput);

    let mut request = intake("ssa", Kind::Access, "2026-09-14");
    request.channel = Channel::Electronic;
    let case = desk.open_case_with(request.clone(), &[with(&mail.id, &[0])]).await.expect("opened");
    let papers: Vec<_> = case.papers.iter().map(|paper| (paper.name.as_str(), paper.identity)).collect();
    assert_eq!(
        papers,
        [("e-mail message of 2026-09-14.txt", false), ("licence.pdf", true), ("letter.doc", false)]
    );
    let (words, media_type) = desk.paper(&case.number, &case.papers[0].paper).await.expect("the words");
    let words = String::from_utf8(words).expect("text");
    assert_eq!(media_type, "text/plain");
    assert!(words.starts_with("From: Renee Okonkwo-Hašek <renee@example.org>\n"), "{words}");
    assert!(words.contains("Subject: My records\n") && words.contains("transcript of my chat"), "{words}");
    assert_eq!(desk.paper(&case.number, &case.papers[1].paper).await.expect("there").0, PHOTO);
    assert_eq!(case.papers[1].destroy_after, Some(day("2026-10-16")));

    // It waits no more, and nobody takes it in a second time.
    let waiting = desk.inbox().await.expect("read").waiting;
    assert_eq!(waiting.iter().map(|row| &row.id).collect::<Vec<_>>(), [&letter.id]);
    let twice = desk.open_case_with(request, &[with(&letter.id, &[]), with(&mail.id, &[])]).await;
    assert_eq!(twice.expect_err("gone").code, Code::NotFound);
    assert_eq!(
        desk.worklist(WorklistQuery::default()).await.expect("read").rows.len(),
        1,
        "nothing was opened"
    );
    assert_eq!(desk.inbox().await.expect("read").waiting.len(), 1, "and the scan still waits");
}

#[tokio::test]
async fn a_message_that_names_a_case_is_put_into_its_file() {
    let office = Office::encrypted().await;
    let desk = office.on(TODAY).await;
    let number = desk.open_case(intake("ssa", Kind::Access, "2026-09-14")).await.expect("opened").number;
    let taken =
        takes_in(&desk, vec![message("Re: SSA-2026-00099"), message(&format!("Re: {number}, thank you"))])
            .await;
    assert_eq!(taken.added[0].case_number, None, "this desk has no such case");
    assert_eq!(taken.added[1].case_number.as_deref(), Some(number.as_str()));

    let id = &taken.added[1].id;
    let missing = desk.file_incoming("SSA-2026-00099", None, &with(id, &[])).await.expect_err("none");
    assert_eq!(missing.code, Code::NotFound);
    let case = desk.file_incoming(&number, Some(1), &with(id, &[])).await.expect("filed");
    assert_eq!(case.papers.len(), 3);
    let again = desk.file_incoming(&number, None, &with(id, &[])).await.expect_err("gone");
    assert!(again.message.contains("Nothing was recorded"), "{}", again.message);
    assert_eq!(desk.case(&number).await.expect("the case").version, case.version);
}

#[tokio::test]
async fn what_is_set_aside_says_why_and_can_be_put_back() {
    let office = Office::encrypted().await;
    let desk = office.on(TODAY).await;
    let number = desk.open_case(intake("ssa", Kind::Access, "2026-09-14")).await.expect("opened").number;
    let id = takes_in(&desk, vec![message("Cheap lamps")]).await.added.remove(0).id;
    assert_eq!(desk.set_aside_incoming(&id, "  ").await.expect_err("why?").field.as_deref(), Some("why"));
    let inbox = desk.set_aside_incoming(&id, "An advertisement.").await.expect("set aside");
    assert!(inbox.waiting.is_empty());
    let aside = inbox.set_aside[0].set_aside.as_ref().expect("said");
    assert_eq!((aside.on, aside.why.as_str()), (day(TODAY), "An advertisement."));
    let filed = desk.file_incoming(&number, None, &with(&id, &[])).await;
    assert_eq!(filed.expect_err("it is set aside").code, Code::NotFound);

    let inbox = desk.put_back_incoming(&id).await.expect("put back");
    assert_eq!((inbox.waiting.len(), inbox.set_aside.len()), (1, 0));
    assert_eq!(desk.put_back_incoming(&id).await.expect_err("it waits").code, Code::NotFound);

    // What waits is not destroyed; what was set aside may be, and then nothing of it is left.
    assert_eq!(desk.destroy_incoming(&id).await.expect_err("it waits").code, Code::NotFound);
    desk.set_aside_incoming(&id, "An advertisement.").await.expect("set aside");
    let again = takes_in(&desk, vec![message("Cheap lamps")]).await;
    assert!(again.added.is_empty() && again.already[0].row.set_aside.is_some(), "{again:?}");
    let inbox = desk.destroy_incoming(&id).await.expect("destroyed");
    assert!(inbox.waiting.is_empty() && inbox.set_aside.is_empty());
    assert_eq!(desk.incoming(&id).await.expect_err("it is gone").code, Code::NotFound);
}

#[tokio::test]
async fn a_message_does_not_give_away_a_case_that_is_kept_from_whoever_looks() {
    let office = Office::encrypted().await;
    let desk = office.on(TODAY).await;
    let number = desk.open_case(intake("ssa", Kind::Access, "2026-09-14")).await.expect("opened").number;
    takes_in(&desk, vec![message(&format!("Re: {number}"))]).await;
    let reason = "An employee's own file.".to_owned();
    desk.act(&number, None, Command::Restrict { reason }).await.expect("kept");
    let clerk = NewStaff {
        name: "Noor Halabi".into(),
        title: "Mail Room Clerk".into(),
        roles: vec![Role::Clerk],
        unit: String::new(),
    };
    desk.add_staff(clerk).await.expect("added");
    let clerk = desk.as_member("Noor Halabi").await.expect("the clerk");
    for (whose, named) in [(&desk, Some(number)), (&clerk, None)] {
        assert_eq!(whose.inbox().await.expect("read").waiting[0].case_number, named);
    }
}

#[tokio::test]
async fn a_mark_of_identity_on_an_attachment_that_is_not_there_is_refused() {
    let office = Office::encrypted().await;
    let desk = office.on(TODAY).await;
    let number = desk.open_case(intake("ssa", Kind::Access, "2026-09-14")).await.expect("opened").number;
    let id = takes_in(&desk, vec![scan("licence.pdf")]).await.added.remove(0).id;
    let refused = desk.file_incoming(&number, None, &with(&id, &[1])).await.expect_err("it has one");
    assert!(refused.message.contains("no such attachment"), "{}", refused.message);
    assert_eq!(desk.inbox().await.expect("read").waiting.len(), 1, "it waits as before");
    let case = desk.file_incoming(&number, None, &with(&id, &[0])).await.expect("filed");
    assert!(case.papers[0].identity);
}

#[tokio::test]
async fn a_file_that_is_gone_and_a_folder_do_not_keep_out_the_others() {
    let office = Office::encrypted().await;
    let desk = office.on(TODAY).await;
    let folder = tempfile::tempdir().expect("a folder");
    let (gone, mail) = (folder.path().join("gone.eml"), folder.path().join("message.eml"));
    std::fs::write(&mail, message("Here").bytes).expect("written");
    let taken = desk.take_in(&[gone, folder.path().to_owned(), mail]).await.expect("read");
    assert_eq!(taken.added[0].subject, "Here");
    assert!(taken.refused[0].why.contains("could not be read"), "{:?}", taken.refused[0]);
    assert!(taken.refused[1].why.contains("is a folder"), "{:?}", taken.refused[1]);
}

#[tokio::test]
async fn files_that_wait_already_or_are_neither_message_nor_scan_are_named() {
    let office = Office::encrypted().await;
    let desk = office.on(TODAY).await;
    let notice = FileGiven { name: "notice.txt".into(), bytes: b"SYSTEM NAME AND NUMBER".to_vec() };
    let outlook =
        FileGiven { name: "message.msg".into(), bytes: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...".to_vec() };
    let empty = FileGiven { name: "empty.eml".into(), bytes: Vec::new() };
    let taken =
        takes_in(&desk, vec![message("Once"), notice, outlook, empty, message("Once"), message("Twice")])
            .await;
    let subjects: Vec<_> = taken.added.iter().map(|row| row.subject.as_str()).collect();
    assert_eq!(subjects, ["Once", "Twice"]);
    let already: Vec<_> = taken.already.iter().map(|there| (there.file.as_str(), &there.row.id)).collect();
    assert_eq!(already, [("message.eml", &taken.added[0].id)]);
    let refused: Vec<_> = taken.refused.iter().map(|one| one.file.as_str()).collect();
    assert_eq!(refused, ["notice.txt", "message.msg", "empty.eml"]);
    assert!(taken.refused[1].why.contains(".eml"), "it says what to do: {}", taken.refused[1].why);
}

#[tokio::test]
async fn a_message_dropped_on_a_case_is_filed_with_what_is_attached() {
    let office = Office::encrypted().await;
    let desk = office.on(TODAY).await;
    let number = desk.open_case(intake("ssa", Kind::Access, "2026-09-14")).await.expect("opened").number;
    let FileGiven { name, bytes } = message("My licence");
    let case =
        desk.attach_paper(&number, None, PaperGiven { name, bytes, identity: true }).await.expect("attached");
    let papers: Vec<_> = case.papers.iter().map(|paper| (paper.name.as_str(), paper.identity)).collect();
    assert_eq!(
        papers,
        [("e-mail message of 2026-09-14.txt", false), ("licence.pdf", true), ("letter.doc", true)]
    );
    let nothing = PaperGiven { name: "x.eml".into(), bytes: b"no message".to_vec(), identity: false };
    let refused = desk.attach_paper(&number, None, nothing).await.expect_err("no message");
    assert!(refused.message.contains(".eml"), "{}", refused.message);
}

#[tokio::test]
async fn what_waits_cannot_be_read_without_its_key_and_the_key_goes_when_it_is_filed() {
    let office = Office::encrypted().await;
    let desk = office.on(TODAY).await;
    let number = desk.open_case(intake("ssa", Kind::Access, "2026-09-14")).await.expect("opened").number;
    let id = takes_in(&desk, vec![message("My licence")]).await.added.remove(0).id;
    let mut by_hand = office.by_hand().await;
    let row = sqlx::query("select bytes from incoming").fetch_one(&mut by_hand).await.expect("a row");
    let kept: Vec<u8> = row.get("bytes");
    assert!(!kept.windows(10).any(|part| part == b"transcript"), "the words are locked");
    desk.file_incoming(&number, None, &with(&id, &[0])).await.expect("filed");
    let left = "select (select count(*) from incoming) + (select count(*) from incoming_key) as n";
    let left: i64 = sqlx::query(left).fetch_one(&mut by_hand).await.expect("counted").get("n");
    assert_eq!(left, 0);
}

#[test]
fn the_command_line_takes_in_lists_and_opens_a_case_with_a_message() {
    let terminal = Terminal::new("2026-09-16");
    terminal.ok(&["desk", "init", "--agency", "ssa", "--name", "Robin Blake"]);
    let (mail, notice) = (terminal.path("message.eml"), terminal.path("notice.txt"));
    std::fs::write(&mail, message("My records").bytes).expect("written");
    std::fs::write(&notice, "SYSTEM NAME AND NUMBER").expect("written");
    let refused = terminal.refused(&["mail", "take-in", utf8(&notice), utf8(&mail)]);
    assert!(refused["message"].as_str().expect("a sentence").contains("“notice.txt”"), "{refused}");
    let again = terminal.ok(&["mail", "take-in", utf8(&mail)]);
    assert_eq!(again["already"][0]["file"], "message.eml", "one file did not keep out the other");

    let inbox = terminal.ok(&["mail", "inbox"]);
    let id = inbox["waiting"][0]["id"].as_str().expect("an id").to_owned();
    assert_eq!(inbox["waiting"][0]["from_address"], "renee@example.org");
    assert_eq!(terminal.ok(&["mail", "read", &id])["parts"][0]["name"], "licence.pdf");
    terminal.ok(&["mail", "set-aside", &id, "--why", "To be looked at tomorrow."]);
    terminal.ok(&["mail", "put-back", &id]);

    let request = terminal.path("request.json");
    let asked = json!({
        "agency": "ssa", "kinds": ["access"], "received": "2026-09-14", "channel": "electronic", "capacity": "self",
        "sensitivity": "ordinary", "requester": { "name": "Renée Okonkwo-Hašek", "address": ["14 Larkmoor Row"], "email": "renee@example.org" },
        "subject": null, "text": "the transcript of my chat", "particulars": {}, "evidence": [],
    });
    std::fs::write(&request, asked.to_string()).expect("written");
    let wrong =
        terminal.refused(&["case", "open", "--file", utf8(&request), "--arrived", &format!("{id}:7")]);
    assert!(wrong["message"].as_str().expect("a sentence").contains("no such attachment"), "{wrong}");
    let case = terminal.ok(&["case", "open", "--file", utf8(&request), "--arrived", &format!("{id}:0")]);
    assert_eq!(case["papers"].as_array().expect("papers").len(), 3);
    assert_eq!(case["papers"][1]["identity"], true);
    assert_eq!(terminal.ok(&["mail", "inbox"])["waiting"], json!([]));
    let other = terminal.path("scan.pdf");
    std::fs::write(&other, "%PDF-1.7 a scan").expect("written");
    let scan = terminal.ok(&["mail", "take-in", utf8(&other)]);
    let scan = scan["added"][0]["id"].as_str().expect("an id");
    let filed =
        terminal.ok(&["mail", "file", scan, case["number"].as_str().expect("a number"), "--identity", "0"]);
    assert_eq!(filed["papers"][3]["identity"], true);
}

#[tokio::test]
async fn the_practice_desk_has_mail_to_be_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let clock = docket::clock::Clock::Fixed(day(TODAY));
    let desk = Desk::open_practice(&folder.path().join("practice.desk"), clock).await.expect("made");
    let waiting = desk.inbox().await.expect("read").waiting;
    let mail: Vec<_> = waiting.iter().map(|row| (row.from_name.as_str(), row.received, row.parts)).collect();
    assert_eq!(
        mail,
        [
            ("Thảo Nguyễn", day("2026-09-15"), 1),
            ("M. Ortega", day("2026-09-14"), 0),
            ("Quillon Lamps", day("2026-09-16"), 0)
        ]
    );
    let view = desk.incoming(&waiting[0].id).await.expect("read");
    assert_eq!(view.parts[0].media_type, "application/pdf");
    assert!(view.text.starts_with("To whom it may concern,\n\nI ask for"), "{}", view.text);
    let number = waiting[1].case_number.as_deref().expect("it names a case");
    assert_eq!(desk.case(number).await.expect("the case").requester.name, "Mireia Ortega de la Cruz");
}

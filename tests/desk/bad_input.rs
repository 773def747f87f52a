//! What users do by mistake: each gets a clear sentence, and nothing is changed or lost.

use std::path::{Path, PathBuf};

use crate::desks::{Office, day, intake};
use docket::casework::Intake;
use docket::clock::Clock;
use docket::desk::{Desk, NewDesk};
use docket::error::{Code, Refusal};
use docket::law::{AgencyId, Channel, Kind, Sensitivity};

const PASSPHRASE: &str = "four words will do";

fn new_desk() -> NewDesk {
    NewDesk { agencies: vec![AgencyId::new("ssa")], name: "Robin Blake".into(), title: String::new() }
}

async fn refused_open(file: &Path, passphrase: &str) -> Refusal {
    match Desk::open(file, passphrase, None, Clock::Fixed(day("2026-11-20"))).await {
        Ok(_) => panic!("it opened"),
        Err(refusal) => refusal,
    }
}

async fn refused_intake(change: impl FnOnce(&mut Intake)) -> Refusal {
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-20").await;
    let mut request = intake("ssa", Kind::Access, "2026-11-05");
    change(&mut request);
    let refusal = desk.open_case(request).await.expect_err("refused");
    assert_eq!(desk.view().await.expect("the desk").open_cases, 0, "nothing was recorded");
    refusal
}

#[tokio::test]
async fn a_wrong_passphrase_opens_nothing_and_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("office.desk");
    let desk =
        Desk::create(&file, PASSPHRASE, new_desk(), Clock::Fixed(day("2026-11-20"))).await.expect("made");
    desk.close().await;
    let before = std::fs::read(&file).expect("the file");
    let refusal = refused_open(&file, "four words will not").await;
    assert_eq!(refusal.code, Code::WrongPassphrase);
    assert_eq!(std::fs::read(&file).expect("the file"), before);
    assert!(!before.windows(6).any(|bytes| bytes == b"SQLite"), "the file is encrypted from its first byte");
}

#[tokio::test]
async fn a_desk_cut_short_an_empty_file_and_a_letter_are_no_desks() {
    let folder = tempfile::tempdir().expect("a folder");
    let whole = folder.path().join("office.desk");
    let desk =
        Desk::create(&whole, PASSPHRASE, new_desk(), Clock::Fixed(day("2026-11-20"))).await.expect("made");
    desk.close().await;
    let bytes = std::fs::read(&whole).expect("the file");
    let cases: [(&str, &[u8]); 4] = [
        ("half.desk", &bytes[..bytes.len() / 2]),
        ("ten-bytes.desk", &bytes[..10]),
        ("empty.desk", b""),
        (
            "letter.desk",
            b"Dear Sir or Madam, please find enclosed my request for my own records, with many thanks.",
        ),
    ];
    for (name, content) in cases {
        let file = folder.path().join(name);
        std::fs::write(&file, content).expect("written");
        let refusal = refused_open(&file, PASSPHRASE).await;
        assert!(
            matches!(refusal.code, Code::DamagedDesk | Code::WrongPassphrase),
            "{name}: {:?} {}",
            refusal.code,
            refusal.message
        );
        assert_eq!(std::fs::read(&file).expect("the file"), content, "{name} was changed");
    }
}

#[tokio::test]
async fn a_desk_that_is_there_is_never_made_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("office.desk");
    let clock = Clock::Fixed(day("2026-11-20"));
    Desk::create(&file, PASSPHRASE, new_desk(), clock).await.expect("made").close().await;
    let again = Desk::create(&file, PASSPHRASE, new_desk(), clock).await;
    assert_eq!(again.err().expect("refused").code, Code::BadInput);
    Desk::open(&file, PASSPHRASE, None, clock).await.expect("still opens");
}

#[tokio::test]
async fn a_short_passphrase_makes_no_desk() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("office.desk");
    let refused = Desk::create(&file, "short", new_desk(), Clock::Fixed(day("2026-11-20"))).await;
    assert_eq!(refused.err().expect("refused").field.as_deref(), Some("passphrase"));
    assert!(!file.exists());
}

#[tokio::test]
async fn a_day_of_receipt_in_the_future_is_named() {
    let refusal = refused_intake(|request| request.received = day("2026-11-21")).await;
    assert_eq!(refusal.field.as_deref(), Some("received"));
    assert!(refusal.message.contains("in the future"));
}

#[tokio::test]
async fn a_missing_address_is_named() {
    let refusal = refused_intake(|request| {
        request.requester.address.clear();
        request.requester.email = None;
    })
    .await;
    assert_eq!(refusal.field.as_deref(), Some("requester.address"));
}

#[tokio::test]
async fn a_missing_name_an_empty_text_and_no_kind_are_named() {
    assert_eq!(
        refused_intake(|request| request.requester.name = "  ".into()).await.field.as_deref(),
        Some("requester.name")
    );
    assert_eq!(refused_intake(|request| request.text = "\n".into()).await.field.as_deref(), Some("text"));
    assert_eq!(refused_intake(|request| request.kinds.clear()).await.field.as_deref(), Some("kinds"));
}

#[tokio::test]
async fn a_telephone_request_for_medical_records_is_refused_with_the_rule() {
    let refusal = refused_intake(|request| {
        request.channel = Channel::Telephone;
        request.sensitivity = Sensitivity::Medical;
    })
    .await;
    assert_eq!(refusal.code, Code::NotAllowed);
    assert!(refusal.cite.expect("a citation").contains("401.45(b)(2)"));
}

#[tokio::test]
async fn a_letter_that_asks_for_things_on_different_clocks_becomes_cases_of_their_own() {
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-20").await;
    let mut request = intake("ssa", Kind::Access, "2026-11-05");
    request.kinds = vec![Kind::Access, Kind::Accounting, Kind::Amendment];
    let first = desk.open_case(request).await.expect("taken in");
    assert_eq!(first.kinds, [Kind::Access]);
    assert_eq!(first.linked, ["SSA-2026-00002", "SSA-2026-00003"]);
    let accounting = desk.case("SSA-2026-00002").await.expect("the second case");
    assert_eq!((accounting.kinds, accounting.linked.len()), (vec![Kind::Accounting], 2));
    let amendment = desk.case("SSA-2026-00003").await.expect("the third case");
    assert!(amendment.clocks.iter().any(|clock| clock.clock.clock == "ssa-amendment-acknowledge"));
}

#[tokio::test]
async fn files_that_are_no_notices_are_refused_one_by_one_and_change_nothing() {
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-20").await;
    let folder = tempfile::tempdir().expect("a folder");
    let before = desk.view().await.expect("the desk").systems;
    let file = |name: &str, content: &[u8]| -> PathBuf {
        let file = folder.path().join(name);
        std::fs::write(&file, content).expect("written");
        file
    };
    let huge = folder.path().join("huge.txt");
    std::fs::File::create(&huge).expect("made").set_len(100 * 1024 * 1024).expect("100 MB");
    let files = [
        file("empty.txt", b""),
        file("letter.txt", b"Dear neighbor, the picnic is on Saturday. Bring a chair.\n"),
        file("picture.txt", &[0u8, 159, 146, 150, 0, 1, 2, 3]),
        huge,
        folder.path().join("missing.txt"),
        folder.path().to_owned(),
    ];
    let report = desk.import_notices(&files).await.expect("a report");
    assert_eq!(report.files.len(), files.len());
    for file in &report.files {
        let reason = file.refused.as_deref().unwrap_or_else(|| panic!("{} was taken", file.file));
        assert!(reason.ends_with('.') && reason.len() > 20, "{reason}");
    }
    assert_eq!(desk.view().await.expect("the desk").systems, before);
    assert!(desk.verify_ledger().await.expect("a report").broken.is_none());
}

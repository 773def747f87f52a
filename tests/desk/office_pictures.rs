//! An office's seal and its officials' signatures: given by one, approved by another with the official's consent, on letters
//! from then on, frozen with each.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use docket::casework::{Command, Intake};
use docket::desk::{Desk, PictureGiven, PicturesGiven, SignatureGiven, WordingGiven};
use docket::law::{AgencyId, Evidence, Kind};
use docket::letters::LetterKind;
use serde_json::json;

use crate::command_line::{Terminal, utf8};
use crate::desks::{Office, approver, intake};
use crate::drawn::{seal, signature};

const KIND: LetterKind = LetterKind::Acknowledgement;

#[tokio::test]
async fn an_office_seals_and_signs_its_letters_on_an_encrypted_desk() {
    sealed(&Office::encrypted().await).await;
}

#[tokio::test]
async fn an_office_seals_and_signs_its_letters_on_postgresql() {
    if let Some(office) = Office::postgres().await {
        sealed(&office).await;
    }
}

fn png(bytes: &[u8]) -> PictureGiven {
    PictureGiven::Png(STANDARD.encode(bytes))
}

fn of(official: &str, picture: PictureGiven) -> SignatureGiven {
    SignatureGiven { official: official.to_owned(), issuers: Vec::new(), picture }
}

async fn waiting(desk: &Desk) -> String {
    let mut request: Intake = intake("usps", Kind::Amendment, "2026-12-14");
    request.evidence = vec![Evidence::CertificationOfIdentity];
    let case = desk.open_case(request).await.expect("taken in");
    desk.act(&case.number, None, Command::VerifyIdentity { note: String::new() }).await.expect("proved");
    case.number
}

/// What a screen reader is told of the pictures on a paper.
fn told(pdf: &[u8]) -> Vec<String> {
    let document = lopdf::Document::load_mem(pdf).expect("a PDF");
    let said = |object: &lopdf::Object| {
        let words = object.as_dict().ok()?.get(b"Alt").ok()?;
        lopdf::decode_text_string(words).ok()
    };
    let mut told: Vec<String> = document.objects.values().filter_map(said).collect();
    told.sort();
    told
}

async fn issued_by(desk: &Desk) -> (String, Vec<u8>) {
    let number = waiting(desk).await;
    let issued = desk.issue_letter(&number, None, KIND).await.expect("issued");
    let letter = issued.letters.last().expect("the letter").letter.clone();
    let bytes = desk.letter_pdf(&number, &letter).await.expect("its bytes");
    (number, bytes)
}

async fn sealed(office: &Office) {
    let usps = AgencyId::new("usps");
    let desk = office.on("2026-12-23").await;
    let second = approver(&desk).await;
    let pictures =
        PicturesGiven { seal: Some(png(&seal())), signatures: vec![of("Robin Blake", png(&signature()))] };
    let given = WordingGiven { pictures, ..WordingGiven::default() };

    // What is no sound picture is refused with a sentence, and nothing is recorded.
    for bad in [png(b"GIF89a"), png(&seal()[..900]), PictureGiven::Png("no base64".to_owned())] {
        let pictures = PicturesGiven { seal: Some(bad), ..PicturesGiven::default() };
        let refused =
            desk.propose_wording(&usps, &WordingGiven { pictures, ..WordingGiven::default() }).await;
        let refused = refused.expect_err("no picture");
        assert!(refused.message.ends_with("Nothing was changed."), "{}", refused.message);
    }
    let preview = desk.preview_wording(&usps, &given).await.expect("a preview");
    assert!(preview.fits && preview.differs.is_empty(), "pictures change no words");
    assert_eq!(preview.pictures.len(), 2, "{:?}", preview.pictures);
    let sample = desk.preview_wording_pdf(&usps, &given).await.expect("a sample");
    assert_eq!(told(&sample), ["Seal of the United States Postal Service", "Signature of Robin Blake"]);

    // Robin gives them, another approves; until then letters go out as before.
    desk.propose_wording(&usps, &given).await.expect("recorded");
    assert!(told(&issued_by(&desk).await.1).is_empty());
    second.approve_wording(&usps, 1).await.expect("approved");
    let number = waiting(&desk).await;
    let draft = desk.draft_letter(&number, KIND).await.expect("a draft");
    let draft_pdf = draft.pdf().expect("its pages");
    assert_eq!(told(&draft_pdf), ["Seal of the United States Postal Service"], "a draft bears no signature");
    let (number, paper) = issued_by(&desk).await;
    assert_eq!(told(&paper), ["Seal of the United States Postal Service", "Signature of Robin Blake"]);
    let known = desk.known_letter(&paper).await.expect("ours");
    assert_eq!(
        (known.number, known.frozen_as_issued, known.made_again),
        (number, Some(true), Some(true)),
        "made again byte for byte"
    );
    let colleague = issued_by(&second).await.1;
    assert_eq!(told(&colleague), ["Seal of the United States Postal Service"], "nobody signs for another");

    // A later version keeps what it does not name; the signature goes, and comes back with the official alone.
    let pictures = PicturesGiven {
        signatures: vec![of("Robin Blake", PictureGiven::TakenOut)],
        ..PicturesGiven::default()
    };
    let without = WordingGiven {
        letterhead_lines: vec!["Telephone 202-555-0143".to_owned()],
        pictures,
        ..WordingGiven::default()
    };
    let preview = desk.preview_wording(&usps, &without).await.expect("a preview");
    assert!(preview.pictures[0].contains("by hand"), "{:?}", preview.pictures);
    desk.propose_wording(&usps, &without).await.expect("recorded");
    second.approve_wording(&usps, 2).await.expect("approved");
    assert_eq!(told(&issued_by(&desk).await.1), ["Seal of the United States Postal Service"]);
    second.roll_back_wording(&usps, 1).await.expect("recorded");
    let refused = desk.approve_wording(&usps, 3).await;
    // Robin, whose signature it is, approves it, where Robin approves at all.
    assert!(refused.is_ok() || refused.is_err_and(|why| why.message.contains("approver")));
    assert_eq!(
        desk.known_letter(&paper).await.expect("ours").made_again,
        Some(true),
        "an issued letter stays"
    );
    assert!(desk.verify_ledger().await.expect("a report").broken.is_none());
    second.close().await;
    desk.close().await;
}

/// A byte of what a letter was made from is changed past the program: the paper, the ledger and the desk say so.
#[tokio::test]
async fn frozen_words_that_were_changed_in_the_desk_are_told() {
    let office = Office::encrypted().await;
    let desk = office.on("2026-12-23").await;
    let (number, paper) = issued_by(&desk).await;
    let known = desk.known_letter(&paper).await.expect("ours");
    assert_eq!((known.frozen_as_issued, known.made_again), (Some(true), Some(true)));
    desk.close().await;

    for (deed, shows) in [
        // Another name in the letter, and a word that stands on no page.
        ("update letter_source set body = replace(body, 'Okonkwo', 'Okonkwa')", "a name"),
        (
            "update letter_source set body = replace(body, '\"channel_words\":\"by mail\"', '\"channel_words\":\"by fax!\"')",
            "a fact",
        ),
        ("update letter_source set body = 'no letter'", "everything"),
    ] {
        let mut by_hand = office.by_hand().await;
        let guard = "drop trigger if exists letter_source_never_changed";
        if shows == "a name" {
            let guarded = sqlx::raw_sql(deed).execute(&mut by_hand).await.expect_err("guarded");
            assert!(guarded.to_string().contains("frozen"), "{guarded}");
        }
        sqlx::raw_sql(guard).execute(&mut by_hand).await.expect("guards off");
        let done = sqlx::raw_sql(deed).execute(&mut by_hand).await.expect(deed);
        assert_eq!(done.rows_affected(), 1, "{shows}");
        sqlx::Connection::close(by_hand).await.expect("closed");

        let desk = office.reopened("2026-12-24").await;
        let known = desk.known_letter(&paper).await.expect("the paper itself is ours");
        assert_eq!((known.frozen_as_issued, known.made_again), (Some(false), None), "{shows}");
        let broken = desk.verify_ledger().await.expect("a report").broken.expect("found out");
        assert_eq!(broken.case_number.as_deref(), Some(number.as_str()), "{shows}");
        assert!(broken.why.contains("made from"), "{shows}: {}", broken.why);
        desk.close().await;
    }
}

/// A request for access that an official granted, up to its letter.
fn decided_by(terminal: &Terminal, official: &str) -> String {
    let case = terminal.open(json!({
        "agency": "ssa", "kinds": ["access"], "received": "2026-11-05", "channel": "mail", "capacity": "self",
        "sensitivity": "ordinary",
        "requester": { "name": "Renée Okonkwo-Hašek", "address": ["14 Larkmoor Row", "Baltimore, MD 21299"], "email": null },
        "subject": null, "text": "a copy of the transcript of my Click-to-Chat conversation",
        "evidence": ["written-certification", "false-pretenses-statement"],
    }));
    let number = case["number"].as_str().expect("a number");
    let office = case["proposal"]["candidates"][0]["office"].as_str().expect("an office");
    terminal.act(number, "verify-identity", json!({}));
    terminal.act(number, "route", json!({ "system": "60-0383", "office": office }));
    terminal.act(number, "send-to-office", json!({ "answer_by": "2026-11-20" }));
    terminal.act(number, "record-search", json!({
        "by": "Dana Whitlock, IT Specialist", "where_searched": "the Customer Engagement Tools Record System",
        "how": "by name and date", "on": "2026-11-06", "items": [{ "what": "the transcript", "pages": 3 }],
    }));
    let parts = json!([{ "item": 1, "outcome": "granted" }]);
    terminal.act(
        number,
        "decide",
        json!({ "parts": parts, "official": official, "title": "Privacy Officer" }),
    );
    number.to_owned()
}

#[test]
fn a_seal_and_a_signature_through_the_command_line() {
    let terminal = Terminal::new("2026-11-06");
    let second = "Imani Achebe-Lindqvist";
    terminal.ok(&[
        "desk",
        "init",
        "--agency",
        "usps,ssa",
        "--name",
        "Robin Blake",
        "--title",
        "Privacy Specialist",
    ]);
    terminal.ok(&["staff", "add", "--name", second, "--roles", "specialist,approver"]);
    let (seal_file, signature_file) = (terminal.path("seal.png"), terminal.path("signature.png"));
    std::fs::write(&seal_file, seal()).expect("written");
    std::fs::write(&signature_file, signature()).expect("written");
    let wording = ["letter", "wording"];
    let pictures = [
        "--agency",
        "ssa",
        "--seal",
        utf8(&seal_file),
        "--signature",
        utf8(&signature_file),
        "--official",
        second,
        "--issuer",
        "Robin Blake",
    ];
    let sample = terminal.path("sample.pdf");
    let preview =
        terminal.ok(&[&wording[..], &["preview"], &pictures[..], &["--out", utf8(&sample)]].concat());
    assert_eq!(preview["pictures"].as_array().expect("sentences").len(), 2, "{preview}");
    assert!(std::fs::metadata(&sample).expect("a sample").len() > 10_000);
    let refused =
        terminal.refused(&[&wording[..], &["propose", "--agency", "ssa", "--official", second]].concat());
    assert!(refused["message"].as_str().expect("a sentence").contains("--signature"), "{refused}");
    let not_png = terminal.path("seal.txt");
    std::fs::write(&not_png, "a seal").expect("written");
    terminal.refused(&[&wording[..], &["propose", "--agency", "ssa", "--seal", utf8(&not_png)]].concat());
    let proposed = terminal.ok(&[&wording[..], &["propose"], &pictures[..]].concat());
    assert_eq!(proposed["in_force"], json!(null));
    let approved =
        terminal.ok(&[&["--as", second], &wording[..], &["approve", "--agency", "ssa", "1"]].concat());
    assert_eq!(approved["in_force"], 1);

    // The official decided; whom the office named beside the signature issues the letter with it.
    let number = decided_by(&terminal, second);
    let (draft, paper) = (terminal.path("draft.pdf"), terminal.path("grant.pdf"));
    terminal.ok(&["letter", "write", &number, "grant", "--out", utf8(&draft)]);
    terminal.ok(&["letter", "issue", &number, "grant", "--out", utf8(&paper)]);
    let bytes = std::fs::read(&paper).expect("the letter");
    assert_eq!(
        told(&std::fs::read(&draft).expect("the draft")),
        ["Seal of the Social Security Administration"]
    );
    assert_eq!(
        told(&bytes),
        ["Seal of the Social Security Administration", "Signature of Imani Achebe-Lindqvist"]
    );
    let known = terminal.ok(&["letter", "verify", utf8(&paper)]);
    assert_eq!((&known["made_again"], &known["frozen_as_issued"]), (&json!(true), &json!(true)));
    assert_eq!(terminal.ok(&["ledger", "verify"])["broken"], json!(null));
    let off = terminal.ok(&[&wording[..], &["propose", "--agency", "ssa", "--no-seal"]].concat());
    assert_eq!(off["versions"][0]["pictures"]["seal"], json!(null));
    assert_eq!(
        off["versions"][0]["pictures"]["signatures"][0]["official"], second,
        "what is not named stays"
    );
}

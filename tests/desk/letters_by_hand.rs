//! A letter edited by hand: marked against its clauses, checked again, kept with the draft, and issued as edited.

use docket::casework::{Command, Intake};
use docket::desk::{CaseView, Desk};
use docket::error::Code;
use docket::law::{Evidence, Kind};
use docket::letters::{BlockEdit, LetterKind, Mark};

use crate::desks::{Office, intake};

const KIND: LetterKind = LetterKind::Acknowledgement;

#[tokio::test]
async fn a_letter_is_edited_and_issued_on_an_encrypted_desk() {
    edited_and_issued(&Office::encrypted().await).await;
}

#[tokio::test]
async fn a_letter_is_edited_and_issued_in_an_office_on_postgresql() {
    if let Some(office) = Office::postgres().await {
        edited_and_issued(&office).await;
    }
}

fn edit(clause: &str, text: &[&str]) -> BlockEdit {
    BlockEdit {
        clause: clause.to_owned(),
        text: text.iter().map(|&text| text.to_owned()).collect(),
        was: Vec::new(),
    }
}

async fn waiting(desk: &Desk) -> CaseView {
    let mut request: Intake = intake("usps", Kind::Amendment, "2026-12-14");
    request.text = "Something you keep on me is wrong.".into();
    request.evidence = vec![Evidence::CertificationOfIdentity];
    let case = desk.open_case(request).await.expect("taken in");
    desk.act(&case.number, None, Command::VerifyIdentity { note: String::new() }).await.expect("proved")
}

async fn edited_and_issued(office: &Office) {
    let desk = office.on("2026-12-23").await;
    let number = waiting(&desk).await.number;
    let plain = desk.draft_letter(&number, KIND).await.expect("a draft");
    assert!(plain.changes.is_empty() && plain.revision == 0 && plain.edited_by.is_none());
    let receipt = plain.composed.iter().find(|block| block.clause == "opening.receipt").expect("the receipt");

    // A number that must not stand in a letter: the check names the sentence, and nothing can be issued.
    let private = edit(
        "acknowledgement.next-amendment",
        &["We search by your number 987-65-4321. We then write to you."],
    );
    let draft = desk.edit_letter(&number, KIND, 0, std::slice::from_ref(&private)).await.expect("kept");
    let failed: Vec<_> = draft.checks.iter().filter(|check| !check.passed).collect();
    assert!(!draft.ready && !failed.is_empty());
    let found = failed.iter().filter_map(|check| check.found.as_deref()).collect::<Vec<_>>().join("\n");
    assert!(found.contains("We search by your number") && !found.contains("987-65-4321"), "{found}");
    let refused = desk.issue_letter(&number, None, KIND).await.expect_err("a check fails");
    assert_eq!(refused.code, Code::NotAllowed);
    assert!(
        refused.cite.is_some() && refused.message.contains("Nothing was recorded"),
        "{}",
        refused.message
    );

    // What the rule asks was taken out.
    let without = desk.draft_with(&number, KIND, &[edit("opening.receipt", &[])]).await.expect("a draft");
    let missing = without.checks.iter().find(|check| check.id == "receipt-date").expect("the check");
    assert!(!missing.passed && missing.cite.contains("39 CFR 266.5"), "{missing:?}");

    // A colleague who saw the draft before does not write over it.
    let other = [edit("opening.receipt", &[&receipt.text[0]])];
    let late = desk.edit_letter(&number, KIND, 0, &other).await.expect_err("kept in between");
    assert_eq!(late.code, Code::ChangedElsewhere);
    assert!(late.message.contains("Robin Blake"), "{}", late.message);
    let nowhere = desk.edit_letter(&number, KIND, 1, &[edit("grant.open", &["Words."])]).await;
    assert!(nowhere.expect_err("no such paragraph").message.contains("grant.open"));

    // Good words: marked, and kept over closing the desk.
    let words = format!("{} Thank you for telling us.", receipt.text[0]);
    let kept = desk.edit_letter(&number, KIND, 1, &[edit("opening.receipt", &[&words])]).await.expect("kept");
    assert!(kept.ready, "{:?}", kept.checks.iter().filter(|check| !check.passed).collect::<Vec<_>>());
    assert_eq!((kept.revision, kept.edited_by.as_deref()), (2, Some("Robin Blake")));
    desk.close().await;
    let desk = office.reopened("2026-12-23").await;
    let again = desk.draft_letter(&number, KIND).await.expect("a draft");
    assert_eq!(again.pdf_base64, kept.pdf_base64);
    let change = again.changes.first().expect("a change");
    assert_eq!(change.clause, "opening.receipt");
    assert_eq!(change.words.last().map(|words| words.mark), Some(Mark::PutIn));
    assert!(change.words.iter().all(|words| words.mark != Mark::TakenOut), "{:?}", change.words);

    // The issued letter is the edited one, byte for byte; it can be made again, and the history says that it was edited.
    let issued = desk.issue_letter(&number, None, KIND).await.expect("issued");
    let letter = issued.letters.last().expect("a letter").letter.clone();
    let pdf = desk.letter_pdf(&number, &letter).await.expect("its pages");
    assert_eq!(pdf, again.pdf().expect("its pages"));
    assert_eq!(desk.letter_made_again(&number, &letter).await.expect("made again"), Some(pdf.clone()));
    let known = desk.known_letter(&pdf).await.expect("known");
    assert_eq!((known.edited, known.made_again), (vec!["opening.receipt".to_owned()], Some(true)));
    let history = serde_json::to_string(&issued.history).expect("JSON");
    assert!(history.contains("with one paragraph edited by hand"), "{history}");
    assert_eq!(desk.verify_ledger().await.expect("read").broken, None);
    desk.close().await;
}

/// An edit of words that have changed since is set aside, so that an old day cannot come back into a letter.
#[tokio::test]
async fn an_edit_of_words_that_changed_is_set_aside_until_a_person_looks() {
    let office = Office::encrypted().await;
    let desk = office.on("2026-12-23").await;
    let number = waiting(&desk).await.number;
    let draft = desk.draft_letter(&number, KIND).await.expect("a draft");
    let stale = BlockEdit {
        was: vec!["Words that the clause had once.".to_owned()],
        ..edit("opening.receipt", &["We received something."])
    };
    let kept = desk.edit_letter(&number, KIND, 0, &[stale]).await.expect("kept");
    assert_eq!(kept.blocks, draft.blocks, "the letter reads as its clauses do");
    assert_eq!(kept.set_aside.len(), 1);
    let fits = kept.checks.iter().find(|check| check.id == "edits-fit").expect("the check");
    assert!(!fits.passed && !kept.ready);
    assert!(fits.found.as_deref().is_some_and(|found| found.contains("We received something.")), "{fits:?}");
    assert!(desk.issue_letter(&number, None, KIND).await.is_err());
    let dropped = desk.edit_letter(&number, KIND, kept.revision, &[]).await.expect("dropped");
    assert!(dropped.ready && dropped.set_aside.is_empty());
    desk.issue_letter(&number, None, KIND).await.expect("issued");
}

//! Paragraphs edited by hand, and an office's own wording of clauses.

use std::collections::BTreeMap;

use docket::letters::*;

use crate::day;
use crate::{book, composed, failed_ids};
use docket::letters::samples::{facts, letters_of_the_agencies};

fn edit(clause: &str, words: &str) -> BlockEdit {
    BlockEdit { clause: clause.to_owned(), text: vec![words.to_owned()], was: Vec::new() }
}

#[test]
fn a_paragraph_edited_by_hand_is_checked_again_and_shows_what_was_changed() {
    let letter = composed(LetterKind::Denial, "usps", |_| {});
    let friendlier =
        letter.edited(&[edit("closing.help", "Do call us. The case number is USPS-2026-00042.")]).unwrap();
    assert_eq!(failed_ids(&friendlier), Vec::<String>::new());
    let changes = friendlier.changes_against(&letter);
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].clause, "closing.help");
    let of = |mark| -> String {
        changes[0].words.iter().filter(|words| words.mark != mark).map(|words| words.text.as_str()).collect()
    };
    assert_eq!(of(Mark::TakenOut), friendlier.blocks.last().unwrap().text[0]);
    assert_eq!(of(Mark::PutIn), letter.blocks.last().unwrap().text[0]);

    let shorter = letter.edited(&[edit("appeal.limit", "You have some time.")]).unwrap();
    assert_eq!(failed_ids(&shorter), ["appeal-limit"]);
    let without = letter
        .edited(&[BlockEdit { clause: "denial.foia".to_owned(), text: Vec::new(), was: Vec::new() }])
        .unwrap();
    assert_eq!(failed_ids(&without), ["both-acts"]);
    assert!(letter.edited(&[edit("no.such", "words")]).unwrap_err().to_string().contains("no.such"));
}

fn own(clause: &str, words: &str) -> BTreeMap<String, String> {
    BTreeMap::from([(clause.to_owned(), words.to_owned())])
}

#[test]
fn an_offices_wording_waits_for_a_second_person_and_can_be_rolled_back() {
    let mut history = WordingHistory::default();
    let first = history
        .propose(
            &book(),
            "usps",
            "M. Şahin",
            own("fee.free", "Looking costs nothing."),
            vec![],
            OfficePictures::default(),
        )
        .unwrap();
    assert!(history.in_force().is_none());
    assert!(history.approve(first, "m. şahin", day(2026, 11, 20)).is_err());
    history.approve(first, "A. Okonkwo", day(2026, 11, 20)).unwrap();
    let second = history
        .propose(
            &book(),
            "usps",
            "A. Okonkwo",
            own("fee.free", "To look is free."),
            vec![],
            OfficePictures::default(),
        )
        .unwrap();
    assert_eq!(history.in_force().unwrap().version, first);
    assert!(history.roll_back(second, "M. Şahin").is_err());
    history.approve(second, "M. Şahin", day(2026, 11, 21)).unwrap();
    let third = history.roll_back(first, "M. Şahin").unwrap();
    history.approve(third, "A. Okonkwo", day(2026, 11, 22)).unwrap();
    assert_eq!(history.in_force().unwrap().clauses["fee.free"], "Looking costs nothing.");
    assert_eq!(history.versions.len(), 3);
}

#[test]
fn a_wording_that_cannot_be_is_refused_when_it_is_proposed() {
    let mut history = WordingHistory::default();
    let mut refused = |agency: &str, clause: &str, words: &str| {
        history
            .propose(&book(), agency, "M. Şahin", own(clause, words), vec![], OfficePictures::default())
            .unwrap_err()
            .to_string()
    };
    assert!(refused("ssa", "notification.minor-medical", "We sent it.").contains("prescribed"));
    assert!(refused("usps", "grant.companion-ssa", "It takes long.").contains("no clause"));
    assert!(refused("usps", "fee.free", "{{ broken").contains("fee.free"));
    assert!(history.versions.is_empty());
}

#[test]
fn the_preview_shows_every_letter_that_would_read_differently_and_what_it_would_lack() {
    let samples: Vec<LetterFacts> =
        letters_of_the_agencies().into_iter().map(|(kind, agency)| facts(kind, agency)).collect();
    let wording = |clause: &str, words: &str| OfficeWording {
        version: 1,
        agency: "usps".to_owned(),
        author: "M. Şahin".to_owned(),
        approved: None,
        clauses: own(clause, words),
        letterhead_lines: Vec::new(),
        pictures: OfficePictures::default(),
    };
    let worded = book().worded(&wording("appeal.limit", "You have {{ appeal.within }}.")).unwrap();
    assert_ne!(worded.version(), book().version());
    let differs = preview(&book(), &worded, &samples);
    let kinds: Vec<LetterKind> = differs.iter().map(|differs| differs.kind).collect();
    assert_eq!(kinds, [LetterKind::AmendmentRefused, LetterKind::Denial]);
    assert!(differs.iter().all(|differs| differs.agency == "usps"));
    assert!(differs[0].failed.iter().any(|check| check.id == "appeal-limit"));
    let unknown = book().worded(&wording("fee.free", "Ask {{ no_such_fact }}.")).unwrap();
    let differs = preview(&book(), &unknown, &samples);
    assert!(differs[0].refused.as_ref().unwrap().contains("fee.free"));
}

//! The Spanish beside the English: every letter to the public has it, and none is issued before a translator approved it.

use docket::letters::*;

use crate::{book, composed, failed_ids};
use docket::letters::samples::{facts, letters_of_the_agencies};

#[test]
fn every_letter_to_the_public_has_spanish_beside_it_clause_by_clause() {
    for (kind, agency) in letters_of_the_agencies() {
        let given = facts(kind, agency);
        let spanish = compose_in(&book(), &given, Language::Spanish);
        if !kind.leaves_the_office() {
            assert!(spanish.unwrap_err().to_string().contains("English"), "{kind}");
            continue;
        }
        let spanish = spanish.unwrap();
        let english = composed(kind, agency, |_| {});
        let clauses = |letter: &Letter| -> Vec<String> {
            letter.blocks.iter().map(|block| block.clause.clone()).collect()
        };
        assert_eq!(clauses(&spanish)[1..], clauses(&english)[..], "{agency} {kind}");
        assert_eq!(failed_ids(&spanish), ["translation-approved"], "{agency} {kind}");
        let text = plain_text(&spanish).replace('\n', " ");
        assert!(text.contains("traductor oficial") && text.contains("Atentamente,"), "{text}");
        let count = |letter: &Letter| letter.blocks.iter().map(|block| block.text.len()).sum::<usize>();
        assert_eq!(count(&spanish), count(&english) + 1, "{agency} {kind}: a list lost or gained an item");
    }
}

#[test]
fn an_approved_translation_passes_and_says_no_more_that_it_waits() {
    let mut given = facts(LetterKind::Denial, "usps");
    given.translation_approved_by = Some("Consuelo Ibarra-Nakamura".to_owned());
    let letter = compose_in(&book(), &given, Language::Spanish).unwrap();
    assert_eq!(failed_ids(&letter), Vec::<String>::new());
    let text = plain_text(&letter).replace('\n', " ");
    assert!(!text.contains("traductor oficial"), "{text}");
    for words in ["9 de noviembre de 2026", "90 días calendario", "la fecha de esta carta", "Página"] {
        assert_eq!(text.contains(words), words != "Página", "{words} in {text}");
    }
    let mut numbered = letter;
    numbered.blocks[2].text[0].push_str(" Su número es 987-65-4320.");
    assert_eq!(failed_ids(&numbered), ["no-ssn"]);
}

#[test]
fn what_the_office_worded_anew_has_no_spanish_until_somebody_writes_it() {
    let wording = OfficeWording {
        version: 1,
        agency: "usps".to_owned(),
        author: "M. Şahin".to_owned(),
        approved: None,
        clauses: [("fee.free".to_owned(), "Looking is free.".to_owned())].into(),
        letterhead_lines: Vec::new(),
        pictures: OfficePictures::default(),
    };
    let worded = book().worded(&wording).unwrap();
    let refusal =
        compose_in(&worded, &facts(LetterKind::Fee, "usps"), Language::Spanish).unwrap_err().to_string();
    assert!(refusal.contains("fee.free"), "{refusal}");
    assert!(compose_in(&worded, &facts(LetterKind::Fee, "ssa"), Language::Spanish).is_ok());
}

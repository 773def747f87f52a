//! Whatever people paste into a case, the letter room answers with a letter, a failed check or a sentence.

use docket::letters::*;
use proptest::prelude::*;

use crate::book;
use docket::letters::samples::facts;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_text_breaks_the_letter_or_prints_a_character_that_no_font_has(
        name in "\\PC{1,90}", words in any::<String>(), place in "[\\s\\PC]{0,200}",
    ) {
        let mut facts = facts(LetterKind::AmendmentRefused, "usps");
        facts.addressee.name = name;
        facts.parts[1].words = words;
        facts.addressee.address.insert(0, place);
        if let Ok(letter) = compose(&book(), &facts) {
            let printable = check(&letter).into_iter().any(|check| check.id == "printable" && check.passed);
            let set = Typesetter::new().unwrap().pdf(&letter);
            prop_assert_eq!(set.is_ok(), printable, "{:?}", set.err());
            plain_text(&letter);
        }
    }

    #[test]
    fn no_social_security_number_survives_in_any_spelling(
        area in "[0-9]{3}", group in "[0-9]{2}", serial in "[0-9]{4}",
        separator in prop::sample::select(vec!["", "-", " ", "–", " - ", "\u{a0}", "‑", ".", "\u{200b}"]),
        before in prop::sample::select(vec!["Your number is ", "(", "SSN:", "“"]),
    ) {
        let number = format!("{area}{separator}{group}{separator}{serial}");
        let mut facts = facts(LetterKind::Amended, "ssa");
        facts.parts[0].words = format!("{before}{number}, as your card has it");
        let letter = compose(&book(), &facts).unwrap();
        let text = plain_text(&letter);
        prop_assert!(!text.contains(&number), "{}", text);
        prop_assert!(text.contains("(number not shown)"), "{}", text);
    }
}

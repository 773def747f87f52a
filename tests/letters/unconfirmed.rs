//! What nobody has checked against its source reaches no letter: the rules pass it over, and a check proves it.

use docket::law::{AgencyId, AppealSubject, Law, appeal_right};
use docket::letters::LetterKind;

use super::{composed, failed, failed_ids};
use crate::day;
use docket::letters::samples::letters_of_the_agencies;

/// An office doubts what it was told of a new appeal office, of its citation, and of words for the letter.
const DOUBTED: &str = r#"
for = "usps"

[[office]]
key = "general-counsel"
title = "Deputy Counsel for Privacy Appeals"
address = ["U.S. Postal Service", "500 Nonesuch Plaza SW", "Washington, DC 20260-1101"]
cite = "39 CFR 266.66(a)"
effective_from = "2026-01-01"
source = "heard at a conference"
unconfirmed = true

[[wording]]
key = "appeal-hint"
text = "Most appeals are granted within a week."
cite = "39 CFR 266.66(b)"
effective_from = "2026-01-01"
source = "heard at a conference"
unconfirmed = true
"#;

fn usps() -> AgencyId {
    AgencyId::new("usps")
}

fn words(law: &Law, agency: &str) -> Vec<String> {
    let found = law.unconfirmed_words(&AgencyId::new(agency), day(2026, 11, 20)).unwrap();
    found.into_iter().map(|words| words.text).collect()
}

#[test]
fn the_rules_pass_an_unconfirmed_office_over_so_that_no_letter_can_be_composed_on_it() {
    let (law, _) = Law::built_in().unwrap().overlaid(&[DOUBTED]).unwrap();
    let on = day(2026, 11, 20);
    let refused = appeal_right(&law, &usps(), AppealSubject::Amendment, on).unwrap_err();
    assert!(refused.to_string().contains("is not known for 2026-11-20"), "{refused}");
    assert!(law.wording(&usps(), "appeal-hint", on).is_err());
    assert!(law.rulebook(&usps()).unwrap().office("general-counsel", on).is_none());
}

#[test]
fn a_letter_into_which_unconfirmed_words_came_all_the_same_is_not_issued() {
    let (law, _) = Law::built_in().unwrap().overlaid(&[DOUBTED]).unwrap();
    let doubted = words(&law, "usps");
    assert!(doubted.contains(&"500 Nonesuch Plaza SW".to_owned()), "{doubted:?}");
    let refusal = |change: fn(&mut docket::letters::AppealFacts)| {
        composed(LetterKind::AmendmentRefused, "usps", |facts| {
            facts.unconfirmed.clone_from(&doubted);
            change(facts.appeal.as_mut().unwrap());
        })
    };
    let named = refusal(|appeal| appeal.to = "Deputy Counsel for Privacy Appeals".to_owned());
    assert_eq!(failed_ids(&named), ["confirmed-law"]);
    assert!(failed(&named)[0].contains("Deputy Counsel for Privacy Appeals"), "{:?}", failed(&named));
    let addressed = refusal(|appeal| appeal.address[1] = "500 Nonesuch Plaza SW".to_owned());
    assert_eq!(failed_ids(&addressed), ["confirmed-law"]);
    let cited = refusal(|appeal| appeal.cites.push("39 CFR 266.66(a)".to_owned()));
    assert!(failed_ids(&cited).contains(&"confirmed-law".to_owned()));
    // A paragraph that somebody typed is read as well.
    let mut typed = refusal(|_| {});
    assert_eq!(failed(&typed), Vec::<String>::new());
    typed.blocks[2].text.push("Most appeals are granted within a week.".to_owned());
    assert!(failed_ids(&typed).contains(&"confirmed-law".to_owned()));
}

#[test]
fn every_letter_of_the_program_rests_on_confirmed_entries_alone() {
    let law = Law::built_in().unwrap();
    for (kind, agency) in letters_of_the_agencies() {
        let letter = composed(kind, agency, |facts| facts.unconfirmed = words(&law, agency));
        assert_eq!(failed(&letter), Vec::<String>::new(), "{agency} {kind}");
    }
    // The address of 2017, from memory, is in doubt only while it held, and what other entries confirm is in no doubt.
    let then = law.unconfirmed_words(&usps(), day(2016, 5, 2)).unwrap();
    assert!(then.iter().any(|words| words.text == "Manager, Records Office"), "{then:?}");
    assert!(then.iter().all(|words| words.text != "475 L'Enfant Plaza SW"), "{then:?}");
}

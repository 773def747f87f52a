//! Letters: every kind for each agency, complete, checked, and set as an accessible PDF.

#[path = "letters/denials.rs"]
mod denials;
#[path = "support/pictures.rs"]
mod drawn;
#[path = "letters/forms.rs"]
mod forms;
#[path = "letters/pages.rs"]
mod pages;
#[path = "letters/pictures.rs"]
mod pictures;
#[path = "letters/spanish.rs"]
mod spanish;
#[path = "letters/spanish_phrases.rs"]
mod spanish_phrases;
#[path = "letters/strange_words.rs"]
mod strange_words;
#[path = "letters/tables.rs"]
mod tables;
#[path = "letters/unconfirmed.rs"]
mod unconfirmed;
#[path = "letters/verapdf.rs"]
mod verapdf;
#[path = "letters/wording.rs"]
mod wording;

use docket::letters::samples::{facts, letters_of_the_agencies};
use docket::letters::*;

fn day(year: i32, month: u32, day: u32) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn book() -> ClauseBook {
    ClauseBook::built_in().unwrap()
}

fn failed(letter: &Letter) -> Vec<String> {
    check(letter)
        .into_iter()
        .filter(|check| !check.passed)
        .map(|check| format!("{}: {}", check.id, check.found.unwrap_or_default()))
        .collect()
}

fn failed_ids(letter: &Letter) -> Vec<String> {
    check(letter).into_iter().filter(|check| !check.passed).map(|check| check.id).collect()
}

fn composed(kind: LetterKind, agency: &str, change: impl FnOnce(&mut LetterFacts)) -> Letter {
    let mut facts = facts(kind, agency);
    change(&mut facts);
    compose(&book(), &facts).unwrap()
}

#[test]
fn every_letter_of_each_agency_is_complete_and_reads_as_it_is_recorded() {
    for (kind, agency) in letters_of_the_agencies() {
        let letter = composed(kind, agency, |_| {});
        assert_eq!(failed(&letter), Vec::<String>::new(), "{agency} {kind}");
        let text = plain_text(&letter);
        let path = format!("{}/tests/golden/letters/{agency}-{kind}.txt", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let recorded = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(text, recorded, "{path} differs; read the letter, then run again with UPDATE_GOLDEN=1");
    }
}

#[test]
fn what_is_not_known_stops_the_letter_with_a_sentence() {
    let mut facts = facts(LetterKind::Deficiency, "usps");
    facts.cure_by = None;
    let refusal = compose(&book(), &facts).unwrap_err().to_string();
    assert!(refusal.contains("deficiency.how") && refusal.contains("Nothing was changed"), "{refusal}");
}

#[test]
fn a_letter_that_the_rule_does_not_have_is_refused() {
    let refused = |kind, agency: &str, request: &str| {
        let mut facts = facts(kind, agency);
        facts.request_kind = request.to_owned();
        facts.delay.iter_mut().for_each(|delay| delay.more_time = None);
        compose(&book(), &facts).unwrap_err().to_string()
    };
    assert!(refused(LetterKind::Acknowledgement, "ssa", "access").contains("20 CFR 401.65(c)"));
    assert!(refused(LetterKind::Delay, "usps", "access").contains("39 CFR 266.5"));
    assert!(refused(LetterKind::Grant, "usps", "amendment").contains("Choose another letter"));
    assert!(refused(LetterKind::AmendmentRefused, "ssa", "access").contains("Choose another letter"));
}

#[test]
fn a_postal_service_refusal_offers_appeal_or_statement_and_names_where() {
    let whole = composed(LetterKind::AmendmentRefused, "usps", |facts| {
        facts.parts.remove(0);
    });
    let text = plain_text(&whole).replace('\n', " ");
    assert!(text.contains("We have decided not to change the record as you asked."), "{text}");
    for words in ["General Counsel", "20260-1101", "90 calendar days", "statement of reasonable length"] {
        assert!(text.contains(words), "{words}");
    }
    assert_eq!(failed(&whole), Vec::<String>::new());

    let without = composed(LetterKind::AmendmentRefused, "usps", |facts| {
        facts.appeal.as_mut().unwrap().statement_in_lieu = false;
    });
    assert_eq!(failed_ids(&without), ["statement-choice"]);

    let mut edited = whole.clone();
    edited.blocks.iter_mut().find(|block| block.clause == "appeal.limit").unwrap().text =
        vec!["You have 30 days.".to_owned()];
    assert_eq!(failed_ids(&edited), ["appeal-limit"]);

    let mut edited = whole;
    edited.blocks.retain(|block| block.style != BlockStyle::Address);
    assert!(failed_ids(&edited).contains(&"appeal-office".to_owned()));
}

#[test]
fn claim_evidence_has_its_own_words_and_only_where_it_is_said() {
    let plain = composed(LetterKind::AmendmentRefused, "ssa", |_| {});
    assert!(!plain_text(&plain).contains("appeal process for claims"));
    let claim = composed(LetterKind::AmendmentRefused, "ssa", |facts| {
        facts.parts[1].outcome = "refused-claim-evidence".to_owned();
    });
    assert_eq!(failed(&claim), Vec::<String>::new());
    assert!(plain_text(&claim).replace('\n', " ").contains("appeal process for claims"));
    let mut missing = claim;
    missing.blocks.retain(|block| block.clause != "refusal.claim-evidence");
    assert_eq!(failed_ids(&missing), ["claim-evidence"]);
}

#[test]
fn a_request_for_what_is_missing_never_speaks_of_denial_or_appeal() {
    for sentence in
        ["You may appeal to the General Counsel.", "Your request is denied.", "This is our refusal."]
    {
        let mut letter = composed(LetterKind::Deficiency, "ssa", |_| {});
        letter.blocks[2].text.push(sentence.to_owned());
        let found = check(&letter).into_iter().find(|check| check.id == "no-appeal-words").unwrap();
        assert!(!found.passed);
        assert_eq!(found.found.as_deref(), Some(sentence));
        assert_eq!(found.cite, "GN 03340.075");
    }
}

#[test]
fn a_person_may_be_called_or_live_as_no_letter_may_say() {
    let named = composed(LetterKind::Deficiency, "ssa", |facts| {
        facts.addressee.name = "Philippa Denial-Refusenik".to_owned();
        facts.addressee.address = vec!["4 Appeal Street".to_owned(), "Boise, ID 83799".to_owned()];
    });
    assert_eq!(failed(&named), Vec::<String>::new());
    let mut denied = named;
    denied.blocks[2].text.push("Your request is denied, Philippa Denial-Refusenik.".to_owned());
    assert_eq!(failed_ids(&denied), ["no-appeal-words"]);
}

#[test]
fn a_social_security_number_never_reaches_the_page() {
    for number in ["987-65-4320", "987–65–4321", "219 09 9999", "078051120", "XXX-XX-4322"] {
        let letter = composed(LetterKind::AmendmentRefused, "ssa", |facts| {
            facts.parts[1].words = format!("the record shows {number}, as your card does");
        });
        let serial = &number[number.len() - 4..];
        assert!(
            !letter.blocks.iter().flat_map(|block| &block.text).any(|text| text.contains(serial)),
            "{number}"
        );
        assert_eq!(failed(&letter), Vec::<String>::new(), "{number}");

        let mut edited = letter;
        edited.blocks[2].text[0].push_str(&format!(" Your number is {number}."));
        assert!(failed_ids(&edited).contains(&"no-ssn".to_owned()), "{number}");
        assert!(!failed(&edited).concat().contains(serial), "a finding repeats the number {number}");
    }
}

#[test]
fn another_persons_name_is_found_however_it_is_spelled() {
    for sentence in [
        "We also asked Grażyna Łukasiewicz.",
        "We also asked Ms. Lukasiewicz.",
        "The letter of Sean O’Neill shows it.",
        "It was O'Neill's order.",
    ] {
        let mut letter = composed(LetterKind::Acknowledgement, "usps", |_| {});
        letter.blocks[2].text.push(sentence.to_owned());
        assert_eq!(failed_ids(&letter), ["no-other-person"], "{sentence}");
    }
    let namesake = composed(LetterKind::Acknowledgement, "usps", |facts| {
        facts.addressee.name = "Ewa Łukasiewicz".to_owned();
    });
    assert_eq!(failed(&namesake), Vec::<String>::new());
}

#[test]
fn a_section_that_has_moved_is_not_cited() {
    for (sentence, stale) in [
        ("The record is exempt under 39 CFR 266.9.", true),
        ("See 39 CFR 266.10.", true),
        ("See 20 CFR 402.140.", true),
        ("See 39 CFR 266.9 on computer matching.", false),
        ("See 39 CFR 266.8(b)(5).", false),
    ] {
        let mut letter = composed(LetterKind::Notification, "usps", |_| {});
        letter.blocks[2].text.push(sentence.to_owned());
        assert_eq!(failed_ids(&letter).contains(&"current-sections".to_owned()), stale, "{sentence}");
    }
}

#[test]
fn each_gap_fails_the_check_that_is_for_it() {
    use LetterKind::*;
    type Change = fn(&mut LetterFacts);
    let cases: Vec<(LetterKind, &str, Change, &str)> = vec![
        (Acknowledgement, "usps", |f| f.addressee.address.clear(), "addressee"),
        (Acknowledgement, "usps", |f| f.letterhead.address.clear(), "letterhead"),
        (Acknowledgement, "usps", |f| f.signer.title.clear(), "official-named"),
        (Acknowledgement, "usps", |f| f.date = day(2026, 11, 8), "date"),
        (Deficiency, "usps", |f| f.cure_by = Some(day(2026, 11, 18)), "days-ahead"),
        (Deficiency, "usps", |f| f.missing[0].what = "your name [fill in]".to_owned(), "no-blanks"),
        (Grant, "usps", |f| f.search = None, "search-described"),
        (Grant, "usps", |f| f.access = None, "access-given"),
        (Grant, "usps", |f| f.parts[0].outcome = "refused".to_owned(), "parts-covered"),
        (Grant, "ssa", |f| f.access.as_mut().unwrap().pages = 0, "access-given"),
        (Notification, "ssa", |f| f.date = day(2026, 11, 15), "date"),
        (Amended, "usps", |f| f.parts[0].outcome = "refused".to_owned(), "parts-covered"),
        (AmendmentRefused, "usps", |f| f.parts.truncate(1), "something-refused"),
        (AmendmentRefused, "usps", |f| f.appeal.as_mut().unwrap().within = None, "appeal-limit"),
        (AmendmentRefused, "usps", |f| f.appeal.as_mut().unwrap().should_have.clear(), "appeal-encloses"),
        (AmendmentRefused, "ssa", |f| f.appeal.as_mut().unwrap().address.clear(), "appeal-office"),
    ];
    for (kind, agency, change, id) in cases {
        let letter = composed(kind, agency, change);
        assert!(
            failed_ids(&letter).contains(&id.to_owned()),
            "{agency} {kind}: {id} in {:?}",
            failed(&letter)
        );
    }
}

#[test]
fn a_refusal_without_a_reason_or_an_appeal_is_not_even_composed() {
    let mut without_reason = facts(LetterKind::AmendmentRefused, "usps");
    without_reason.parts[1].words.clear();
    assert!(compose(&book(), &without_reason).is_err());
    let mut without_appeal = facts(LetterKind::AmendmentRefused, "ssa");
    without_appeal.appeal = None;
    assert!(compose(&book(), &without_appeal).is_err());
}

#[test]
fn a_paragraph_taken_out_by_hand_is_missed() {
    for (kind, agency, clause, id) in [
        (LetterKind::Grant, "usps", "grant.decision", "determination"),
        (LetterKind::Notification, "usps", "search.attested", "search-described"),
        (LetterKind::Amended, "ssa", "amended.recipients", "recipients-told"),
        (LetterKind::Delay, "ssa", "delay.expected", "delay-explained"),
        (LetterKind::Delay, "usps", "delay.more-time", "unusual-circumstances"),
        (LetterKind::AmendmentRefused, "usps", "amendment.parts", "parts-covered"),
        (LetterKind::AmendmentRefused, "usps", "appeal.enclose", "appeal-encloses"),
        (LetterKind::Acknowledgement, "usps", "opening.receipt", "receipt-date"),
    ] {
        let mut letter = composed(kind, agency, |_| {});
        letter.blocks.retain(|block| block.clause != clause);
        assert!(failed_ids(&letter).contains(&id.to_owned()), "{clause}");
    }
    let mut other_title = composed(LetterKind::Delay, "ssa", |_| {});
    other_title.title = "Denial".to_owned();
    assert!(failed_ids(&other_title).contains(&"title".to_owned()));
}

#[test]
fn a_parent_reads_of_the_childs_records_and_not_of_their_own() {
    let letter = composed(LetterKind::Grant, "ssa", |facts| {
        facts.subject_name = Some("Inés de la Cruz".to_owned());
        facts.access = Some(AccessFacts {
            how: "inspection".to_owned(),
            pages: 0,
            where_and_when: Some("2290 Quarry Court, Bellwether, on December 2, 2026, at 10 a.m.".to_owned()),
        });
    });
    assert_eq!(failed(&letter), Vec::<String>::new());
    let text = plain_text(&letter).replace('\n', " ");
    assert!(text.contains("Inés de la Cruz’s records"), "{text}");
    assert!(text.contains("You may bring a person of your choice."), "{text}");
}

#[test]
fn a_letter_that_neither_confirms_nor_denies_gives_nothing_away() {
    let neither = |facts: &mut LetterFacts| {
        facts.system = Some(SystemFacts {
            number: "USPS 700.000".to_owned(),
            name: "Inspection Service Investigative File System".to_owned(),
        });
        facts.parts = vec![PartFacts {
            what: "the investigative files".to_owned(),
            outcome: "neither-confirm-nor-deny".to_owned(),
            words: "the system is exempt from this rule (39 CFR 266.8(b)(2))".to_owned(),
            ..PartFacts::default()
        }];
        facts.appeal = samples::facts(LetterKind::AmendmentRefused, "usps").appeal;
    };
    let letter = composed(LetterKind::Notification, "usps", neither);
    assert_eq!(failed(&letter), Vec::<String>::new());
    let text = plain_text(&letter).replace('\n', " ");
    assert!(text.contains("We can neither confirm nor deny that USPS 700.000"), "{text}");
    for words in ["We found", "did not find", "Okonkwo", "How we searched", "proof of who you are"] {
        assert!(!text.contains(words), "“{words}” in {text}");
    }
    let mut edited = letter.clone();
    edited.blocks.last_mut().unwrap().text[0].push_str(" We searched two offices.");
    assert_eq!(failed_ids(&edited), ["gives-nothing-away"]);
    let without_appeal = composed(LetterKind::Notification, "usps", |facts| {
        neither(facts);
        facts.appeal = None;
    });
    assert_eq!(failed_ids(&without_appeal), ["appeal-office"]);
    let mut grant = facts(LetterKind::Grant, "usps");
    neither(&mut grant);
    assert!(compose(&book(), &grant).is_err());
}

#[test]
fn a_parent_who_asks_for_a_minors_medical_record_reads_the_prescribed_words_only() {
    let prescribed = |facts: &mut LetterFacts| {
        facts.subject_name = Some("Inés de la Cruz".to_owned());
        facts.parts = vec![PartFacts {
            what: "the medical record".to_owned(),
            outcome: "minor-medical".to_owned(),
            words: String::new(),
            ..PartFacts::default()
        }];
    };
    let letter = composed(LetterKind::Notification, "ssa", prescribed);
    assert_eq!(failed(&letter), Vec::<String>::new());
    assert_eq!(letter.blocks.len(), 2, "{:?}", letter.blocks);
    assert!(
        letter.blocks[1].text[0]
            .starts_with("We have completed processing your request for notification of or access")
    );

    let mut one_word_other = letter.clone();
    one_word_other.blocks[1].text[0] = one_word_other.blocks[1].text[0].replace("any medical", "a medical");
    assert_eq!(failed_ids(&one_word_other), ["prescribed-words"]);
    let mut one_sentence_more = letter;
    one_sentence_more.blocks[1].text.push("Please call us.".to_owned());
    assert_eq!(failed_ids(&one_sentence_more), ["prescribed-words"]);
    let mut postal = facts(LetterKind::Notification, "usps");
    prescribed(&mut postal);
    assert!(compose(&book(), &postal).is_err());
}

#[test]
fn every_letter_reads_at_grade_nine_or_below_and_says_so() {
    for (kind, agency) in letters_of_the_agencies() {
        let letter = composed(kind, agency, |_| {});
        let grade = reading_grade(&letter);
        println!("{agency} {kind}: grade {grade:.1}");
        if !kind.leaves_the_office() {
            continue;
        }
        assert!(grade <= 9.0, "{agency} {kind}: {grade:.1}");
        let shown = check(&letter).into_iter().find(|check| check.id == "reading-grade").unwrap();
        assert!(shown.what.contains(&format!("{grade:.1}")), "{}", shown.what);
    }
    let mut official = composed(LetterKind::Delay, "ssa", |_| {});
    let sentence = "The determination regarding the aforementioned application necessitates extraordinary administrative \
                    consideration notwithstanding institutional limitations.";
    official.blocks[2].text = vec![sentence.to_owned(); 6];
    assert!(failed_ids(&official).contains(&"reading-grade".to_owned()));
}

#[test]
fn a_paper_is_known_again_by_its_hash() {
    let letter = composed(LetterKind::Delay, "ssa", |_| {});
    let set = Typesetter::new().unwrap().pdf(&letter).unwrap();
    assert_eq!(verify(&set.bytes), verify(&Typesetter::new().unwrap().pdf(&letter).unwrap().bytes));
    assert_eq!(verify(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    let mut other = set.bytes;
    other[900] ^= 1;
    assert_ne!(verify(&other), verify(&Typesetter::new().unwrap().pdf(&letter).unwrap().bytes));
}

#[test]
fn one_clause_book_and_one_typesetter_serve_every_thread() {
    fn serves_every_thread<T: Send + Sync>(_: &T) {}
    let typesetter = Typesetter::new().unwrap();
    serves_every_thread(&book());
    serves_every_thread(&typesetter);
    let letter = composed(LetterKind::Delay, "ssa", |_| {});
    let alone = typesetter.pdf(&letter).unwrap();
    std::thread::scope(|scope| {
        let sets: Vec<_> = (0..4).map(|_| scope.spawn(|| typesetter.pdf(&letter).unwrap())).collect();
        for set in sets {
            assert_eq!(set.join().unwrap(), alone);
        }
    });
}

#[test]
fn a_request_for_an_accounting_is_answered_in_its_own_words() {
    for (kind, words) in [
        (LetterKind::Acknowledgement, "You asked to whom we have disclosed your records"),
        (LetterKind::Grant, "We are giving you the accounting of disclosures that you asked for."),
    ] {
        let letter =
            composed(kind, "usps", |facts| facts.request_kind = "accounting of disclosures".to_owned());
        assert_eq!(failed(&letter), Vec::<String>::new());
        let text = plain_text(&letter).replace('\n', " ");
        assert!(text.contains(words), "{text}");
        assert!(!text.contains("If you think that a record is wrong"), "{text}");
    }
}

#[test]
fn an_acknowledgement_can_ask_for_what_is_missing_in_the_same_letter() {
    let letter = composed(LetterKind::Acknowledgement, "usps", |facts| {
        let deficient = samples::facts(LetterKind::Deficiency, "usps");
        facts.missing = deficient.missing;
        facts.cure_by = deficient.cure_by;
    });
    assert_eq!(failed(&letter), Vec::<String>::new());
    let text = plain_text(&letter).replace('\n', " ");
    assert!(text.contains("What we still need from you") && text.contains("December 18, 2026"), "{text}");
}

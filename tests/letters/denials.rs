//! Denials, the second look, letters to others and the office's papers: what each must say, and what fails where it does not.

use docket::letters::LetterKind::*;
use docket::letters::*;

use crate::day;
use crate::{book, composed, failed, failed_ids};
use docket::letters::samples::facts;

#[test]
fn a_postal_service_denial_rests_on_the_grounds_of_the_rule_alone() {
    let with = |outcome: &str, exemption: Option<ExemptionFacts>| {
        composed(Denial, "usps", |facts| {
            facts.parts[1].outcome = outcome.to_owned();
            facts.parts[1].exemption = exemption;
            facts.parts[1].words = "it is ours".to_owned();
        })
    };
    assert_eq!(failed_ids(&with("denied", None)), ["grounds"]);
    for outcome in ["no-record", "no-personal-information", "denied-litigation"] {
        assert_eq!(failed(&with(outcome, None)), Vec::<String>::new(), "{outcome}");
    }
    let vague = ExemptionFacts {
        statute: "5 U.S.C. 552a(k)".to_owned(),
        rule: "39 CFR 266.8".to_owned(),
        reason: "it is exempt".to_owned(),
        ..ExemptionFacts::default()
    };
    assert_eq!(failed_ids(&with("denied", Some(vague.clone()))), ["grounds"]);
    let old = ExemptionFacts {
        statute: "5 U.S.C. 552a(k)(6)".to_owned(),
        rule: "39 CFR 266.9".to_owned(),
        ..vague
    };
    assert_eq!(failed_ids(&with("denied", Some(old))), ["current-sections"]);
    assert_eq!(failed_ids(&with("denied-source", None)), ["parts-covered", "source-said"]);
}

#[test]
fn social_securitys_denial_names_the_person_responsible_and_says_that_a_source_would_be_revealed() {
    let mut letter = composed(ConfidentialSource, "ssa", |_| {});
    assert!(
        plain_text(&letter).replace('\n', " ").contains("The person responsible for this decision is Ingrid")
    );
    letter.blocks.retain(|block| block.clause != "denial.responsible" && block.clause != "denial.source");
    assert_eq!(failed_ids(&letter), ["source-said", "responsible"]);
    assert!(
        compose(&book(), &facts(ConfidentialSource, "usps"))
            .unwrap_err()
            .to_string()
            .contains("401.85(c)(3)")
    );
}

#[test]
fn each_gap_in_the_letters_that_follow_fails_the_check_that_is_for_it() {
    type Change = fn(&mut LetterFacts);
    let cases: Vec<(LetterKind, &str, Change, &str)> = vec![
        (Denial, "ssa", |f| f.foia = None, "both-acts"),
        (Denial, "usps", |f| f.decided = Some(day(2026, 11, 19)), "date"),
        (Denial, "usps", |f| f.parts.truncate(1), "something-denied"),
        (Extension, "ssa", |f| f.extension.as_mut().unwrap().expected = day(2027, 1, 20), "days-ahead"),
        (
            FinalAccess,
            "usps",
            |f| {
                f.parts =
                    vec![PartFacts { what: "it".into(), outcome: "granted".into(), ..PartFacts::default() }]
            },
            "parts-covered",
        ),
        (
            RecipientNotice,
            "usps",
            |f| f.addressee.name = f.requester_name.clone().unwrap(),
            "right-addressee",
        ),
        (Denial, "usps", |f| f.requester_name = Some("Somebody Else".into()), "right-addressee"),
        (MedicalTransmittal, "ssa", |f| f.addressee.name = "Dr. Other".into(), "right-addressee"),
        (ClosedUnanswered, "usps", |f| f.cure_by = Some(day(2026, 12, 1)), "closed-openly"),
        (Tasking, "usps", |f| f.addressee.name = f.requester_name.clone().unwrap(), "right-addressee"),
        (
            DisposalCertificate,
            "ssa",
            |f| f.disposal.as_mut().unwrap().items[0].sha256 = "abc".into(),
            "disposal-listed",
        ),
        (
            DisposalCertificate,
            "ssa",
            |f| f.disposal.as_mut().unwrap().authority = "as José de la Cruz agreed".into(),
            "names-nobody",
        ),
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
fn a_final_decision_tells_of_the_court_and_of_the_statement_unless_everything_is_granted() {
    for agency in ["usps", "ssa"] {
        let letter = composed(FinalAmendment, agency, |_| {});
        let text = plain_text(&letter).replace('\n', " ");
        for words in ["final decision", "district court", "two years", "statement", "got the record before"] {
            assert!(text.contains(words), "{agency}: {words}");
        }
        for (clause, id) in [("final.court", "court"), ("final.reasons", "reason-given")] {
            let mut torn = letter.clone();
            torn.blocks.retain(|block| block.clause != clause);
            assert_eq!(failed_ids(&torn), [id], "{agency}");
        }
        let granted = composed(FinalAmendment, agency, |facts| {
            facts.appeal_decision.as_mut().unwrap().outcome = "granted".to_owned();
            facts.court = None;
        });
        assert_eq!(failed(&granted), Vec::<String>::new());
        assert!(!plain_text(&granted).contains("court"));
    }
}

#[test]
fn an_appeal_on_a_guarded_system_still_gives_nothing_away() {
    let letter = composed(FinalAccess, "usps", |facts| {
        facts.parts = vec![PartFacts {
            what: "the files".to_owned(),
            outcome: "neither-confirm-nor-deny".to_owned(),
            words: "the system is exempt from this rule (39 CFR 266.8(b)(2))".to_owned(),
            ..PartFacts::default()
        }];
    });
    let text = plain_text(&letter).replace('\n', " ");
    assert!(text.contains("neither confirm nor deny") && text.contains("district court"), "{text}");
    assert!(!text.contains("We read the receipt"), "{text}");
}

#[test]
fn an_accounting_says_the_same_whether_or_not_something_is_held_back() {
    let none = composed(Accounting, "usps", |facts| facts.disclosures.clear());
    assert_eq!(failed(&none), Vec::<String>::new());
    let some = composed(Accounting, "usps", |_| {});
    let fixed = |letter: &Letter| {
        letter.blocks.iter().find(|block| block.clause == "accounting.not-listed").unwrap().text.clone()
    };
    assert_eq!(fixed(&none), fixed(&some));
    let mut telling = none;
    telling.blocks[2].text = vec!["No disclosure was made.".to_owned()];
    assert_eq!(failed_ids(&telling), ["gives-nothing-away"]);
}

#[test]
fn a_letter_about_a_medical_record_lets_no_doctor_decide() {
    let mut letter = composed(MedicalTransmittal, "usps", |_| {});
    letter.blocks.last_mut().unwrap().text[0].push_str(" You may decide what to show.");
    assert_eq!(failed_ids(&letter), ["doctor-decides-nothing"]);
    let mut minor = facts(MedicalRepresentative, "ssa");
    minor.representative.as_mut().unwrap().minor = true;
    assert!(compose(&book(), &minor).unwrap_err().to_string().contains("401.55(c)(2)(iii)"));
}

#[test]
fn a_moved_section_is_found_by_what_the_sentence_says_of_it() {
    for (sentence, stale) in [
        ("Send your request by the procedure of 39 CFR 266.6.", true),
        ("You may appeal under 39 CFR 266.6.", false),
        ("You may appeal under 39 CFR 266.7.", true),
        ("The charge follows 39 CFR 266.7.", false),
        ("The charge follows 39 CFR 266.8.", true),
        ("The fee is in 20 CFR 401.90.", true),
        ("The fee is in 20 CFR 401.95.", false),
    ] {
        let mut letter = composed(Denial, "usps", |_| {});
        letter.blocks.last_mut().unwrap().text.push(sentence.to_owned());
        assert_eq!(failed_ids(&letter).contains(&"current-sections".to_owned()), stale, "{sentence}");
    }
}

#[test]
fn facts_frozen_before_these_letters_were_written_are_still_read() {
    let mut old = serde_json::to_value(facts(Grant, "usps")).unwrap();
    let fields = old.as_object_mut().unwrap();
    for field in [
        "requester_name",
        "decided",
        "foia",
        "appeal_decision",
        "extension",
        "court",
        "statement",
        "recipient",
        "representative",
        "disclosures",
        "forwarded_to",
        "road",
        "withdrawn",
        "asked_for_missing",
        "task",
        "stations",
        "papers",
        "disposal",
        "window_envelope",
        "translation_approved_by",
    ] {
        assert!(fields.shift_remove(field).is_some(), "{field}");
    }
    let read: LetterFacts = serde_json::from_value(old).unwrap();
    assert_eq!(compose(&book(), &read).unwrap(), composed(Grant, "usps", |_| {}));
}

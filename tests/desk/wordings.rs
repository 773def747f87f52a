//! An office words its letters: one person writes, another approves, every letter from then on reads so. And Spanish, once an
//! official translator has approved it.

use docket::casework::{Command, Intake};
use docket::desk::{CaseView, Desk, LetterAsked, WordingGiven};
use docket::error::Code;
use docket::law::{AgencyId, Evidence, Kind};
use docket::letters::{Language, LetterKind};

use crate::desks::{Office, approver, day, intake};

const KIND: LetterKind = LetterKind::Acknowledgement;

#[tokio::test]
async fn an_office_words_its_letters_on_an_encrypted_desk() {
    worded(&Office::encrypted().await).await;
}

#[tokio::test]
async fn an_office_words_its_letters_on_postgresql() {
    if let Some(office) = Office::postgres().await {
        worded(&office).await;
    }
}

fn usps() -> AgencyId {
    AgencyId::new("usps")
}

fn given(clauses: &[(&str, &str)], lines: &[&str]) -> WordingGiven {
    let owned = |text: &&str| (*text).to_owned();
    WordingGiven {
        clauses: clauses.iter().map(|(id, text)| (owned(id), owned(text))).collect(),
        letterhead_lines: lines.iter().map(owned).collect(),
        ..WordingGiven::default()
    }
}

async fn waiting(desk: &Desk) -> String {
    let mut request: Intake = intake("usps", Kind::Amendment, "2026-12-14");
    request.evidence = vec![Evidence::CertificationOfIdentity];
    let case = desk.open_case(request).await.expect("taken in");
    desk.act(&case.number, None, Command::VerifyIdentity { note: String::new() }).await.expect("proved");
    case.number
}

async fn words_of(desk: &Desk, number: &str, clause: &str) -> String {
    let draft = desk.draft_letter(number, KIND).await.expect("a draft");
    let block = draft.blocks.iter().find(|block| block.clause == clause).expect("the clause");
    block.text.join(" ")
}

async fn worded(office: &Office) {
    let desk = office.on("2026-12-23").await;
    let number = waiting(&desk).await;
    let program = desk.wording(&usps()).await.expect("the clauses");
    assert!(program.in_force.is_none() && program.versions.is_empty());
    let help = program.clauses.iter().find(|clause| clause.id == "closing.help").expect("the clause");
    assert!(help.own.is_none() && help.spanish.is_some() && help.kinds.contains(&KIND));

    // Words that leave out what the rule asks, that ask a fact nobody has, or that are prescribed.
    let short = given(&[("appeal.limit", "You have some time.")], &[]);
    let preview = desk.preview_wording(&usps(), &short).await.expect("a preview");
    assert!(!preview.fits && preview.tried > 20);
    assert!(preview.differs.iter().all(|letter| !letter.failed.is_empty()), "{:?}", preview.differs);
    let refused = desk.propose_wording(&usps(), &short).await.expect_err("a letter would lack its limit");
    assert_eq!(refused.code, Code::NotAllowed);
    assert!(
        refused.cite.is_some() && refused.message.contains("Nothing was recorded"),
        "{}",
        refused.message
    );
    for (agency, clause, words, says) in [
        ("usps", "closing.help", "Ask {{ the_weather }}.", "could not be issued"),
        ("usps", "no.such", "Words.", "no.such"),
        ("ssa", "notification.minor-medical", "Words.", "prescribed"),
    ] {
        let bad = given(&[(clause, words)], &[]);
        let refused = desk.propose_wording(&AgencyId::new(agency), &bad).await.expect_err(clause);
        assert!(refused.message.contains(says), "{}", refused.message);
    }
    let nothing = given(&[("closing.help", &help.text)], &[]);
    assert!(desk.propose_wording(&usps(), &nothing).await.is_err(), "the program's own words are no wording");

    // Written by one, approved by another: until then every letter reads as before.
    let kind_words = "Do call us: {{ help_office }} helps you. Name the case {{ case_number }}.";
    let ours = given(&[("closing.help", kind_words)], &["Telephone 202-555-0143"]);
    let differs = desk.preview_wording(&usps(), &ours).await.expect("a preview");
    assert!(differs.fits && differs.differs.iter().any(|letter| letter.kind == KIND));
    let before = words_of(&desk, &number, "closing.help").await;
    let proposed = desk.propose_wording(&usps(), &ours).await.expect("recorded");
    assert_eq!((proposed.versions.len(), proposed.in_force), (1, None));
    assert_eq!(words_of(&desk, &number, "closing.help").await, before);
    let own = desk.approve_wording(&usps(), 1).await.expect_err("the author does not approve");
    assert!(own.message.contains("somebody else"), "{}", own.message);
    let second = approver(&desk).await;
    let view = second.approve_wording(&usps(), 1).await.expect("approved");
    assert_eq!(view.in_force, Some(1));
    assert_ne!(view.clauses_version, program.clauses_version);
    assert!(words_of(&desk, &number, "closing.help").await.starts_with("Do call us: "));

    // The letter is frozen with its words and its letterhead, and is made again byte for byte.
    let issued = desk.issue_letter(&number, None, KIND).await.expect("issued");
    let letter = issued.letters.last().expect("the letter").letter.clone();
    let bytes = desk.letter_pdf(&number, &letter).await.expect("its bytes");
    let known = desk.known_letter(&bytes).await.expect("ours");
    assert_eq!((known.made_again, known.clauses_version), (Some(true), view.clauses_version));

    // Another version, and back; the desk that is opened again reads the same.
    let other = given(&[("closing.help", "Write to us. Name the case {{ case_number }}.")], &[]);
    second.propose_wording(&usps(), &other).await.expect("recorded");
    desk.approve_wording(&usps(), 2).await.expect("approved");
    let back = desk.roll_back_wording(&usps(), 1).await.expect("recorded");
    assert_eq!((back.versions.len(), back.in_force), (3, Some(2)));
    second.approve_wording(&usps(), 3).await.expect("approved");
    second.close().await;
    desk.close().await;
    let desk = office.reopened("2026-12-24").await;
    let again = desk.wording(&usps()).await.expect("the clauses");
    assert_eq!((again.in_force, again.left_out.clone()), (Some(3), None));
    assert_eq!(again.versions[0].letterhead_lines, ["Telephone 202-555-0143"]);
    assert!(desk.verify_ledger().await.expect("a report").broken.is_none());
    assert!(desk.wording(&AgencyId::new("ssa")).await.expect("the clauses").versions.is_empty());
    desk.close().await;
}

#[tokio::test]
async fn a_letter_goes_out_in_spanish_once_a_translator_has_approved_its_words() {
    let office = Office::encrypted().await;
    let desk = office.on("2026-12-23").await;
    let number = waiting(&desk).await;
    let asked = LetterAsked { language: Language::Spanish, ..LetterAsked::from(KIND) };
    let draft = desk.draft_letter(&number, asked).await.expect("a draft");
    let failed: Vec<&str> =
        draft.checks.iter().filter(|check| !check.passed).map(|check| check.id.as_str()).collect();
    assert_eq!(failed, ["translation-approved"]);
    assert_eq!(
        desk.issue_letter(&number, None, asked).await.expect_err("not approved").code,
        Code::NotAllowed
    );

    for (language, translator) in [(Language::Spanish, "  "), (Language::English, "Consuelo Ibarra-Nakamura")]
    {
        let refused = desk.approve_translation(&usps(), language, translator).await.expect_err("no");
        assert_eq!(refused.code, Code::BadInput);
    }
    let view = desk
        .approve_translation(&usps(), Language::Spanish, "Consuelo Ibarra-Nakamura")
        .await
        .expect("recorded");
    assert_eq!(view.translations[0].clauses_version, view.clauses_version);
    let refused = desk.issue_letter(&number, None, asked).await.expect_err("it stands beside the English");
    assert!(refused.message.contains("Issue the English letter first"), "{}", refused.message);
    desk.issue_letter(&number, None, KIND).await.expect("the English letter");
    let issued = desk.issue_letter(&number, None, asked).await.expect("issued");
    let names: Vec<&str> = issued.letters.iter().map(|letter| letter.name.as_str()).collect();
    assert_eq!(names, ["Acknowledgement", "Acknowledgement, in Spanish"]);
    let twice = desk.issue_letter(&number, None, asked).await.expect_err("once");
    assert!(twice.message.contains("In Spanish it was issued"), "{}", twice.message);
    // The English letter alone keeps the time.
    let spanish = &issued.letters[1].letter;
    let posted = |letter: &str| Command::RecordPosted {
        letter: letter.to_owned(),
        on: day("2026-12-23"),
        proof: String::new(),
    };
    let open = |view: &CaseView| {
        view.clocks.iter().any(|clock| clock.clock.clock == "usps-acknowledge" && clock.met_on.is_none())
    };
    let view = desk.act(&number, None, posted(spanish)).await.expect("posted");
    assert!(open(&view), "the Spanish letter alone acknowledges nothing");
    let view = desk.act(&number, None, posted(&issued.letters[0].letter)).await.expect("posted");
    assert!(!open(&view), "the English letter does");
    let letter = spanish.clone();
    let bytes = desk.letter_pdf(&number, &letter).await.expect("its bytes");
    assert_eq!(desk.known_letter(&bytes).await.expect("ours").made_again, Some(true));

    // With other words beside it the approval lapses: what the office worded anew has no Spanish.
    let number = waiting(&desk).await;
    desk.propose_wording(
        &usps(),
        &given(&[("closing.help", "Call us. The case is {{ case_number }}.")], &[]),
    )
    .await
    .expect("recorded");
    approver(&desk).await.approve_wording(&usps(), 1).await.expect("approved");
    let refused = desk.draft_letter(&number, asked).await.expect_err("no Spanish beside it");
    assert!(refused.message.contains("closing.help"), "{}", refused.message);
    desk.close().await;
}

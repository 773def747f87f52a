//! The life of a case, told twice: on an encrypted desk of one, and on an office's PostgreSQL.
//!
//! Two requests from the first letter to the closed case, day by day: what the program asks, allows, refuses and
//! writes. The same story runs on both engines, because the queries are written once.

use crate::desks::{Office, day, intake};
use docket::casework::{Command, ItemGiven, Outcome, PartDecided, State};
use docket::desk::{CaseView, ClockStatus, WorklistQuery};
use docket::error::Code;
use docket::law::{Evidence, Kind};
use docket::letters::LetterKind;

#[tokio::test]
async fn an_ssa_chat_transcript_is_granted_on_an_encrypted_desk() {
    granted_transcript(&Office::encrypted().await).await;
}

#[tokio::test]
async fn an_ssa_chat_transcript_is_granted_in_an_office_on_postgresql() {
    if let Some(office) = Office::postgres().await {
        granted_transcript(&office).await;
    }
}

#[tokio::test]
async fn a_usps_amendment_is_refused_in_part_on_an_encrypted_desk() {
    refused_in_part(&Office::encrypted().await).await;
}

#[tokio::test]
async fn a_usps_amendment_is_refused_in_part_in_an_office_on_postgresql() {
    if let Some(office) = Office::postgres().await {
        refused_in_part(&office).await;
    }
}

/// law.md 12, SSA: received Thu 2026-11-05 by mail, certification signed; delay notice by Fri 2026-12-04.
async fn granted_transcript(office: &Office) {
    let desk = office.on("2026-11-06").await;
    let mut request = intake("ssa", Kind::Access, "2026-11-05");
    request.text =
        "Please send me the transcript of my Click-to-Chat conversation of October 2 about my benefits."
            .into();
    request.particulars.insert("ssn".into(), "987-65-4321".into());

    // Nothing that proves identity came with it: the rule asks for both papers, and no work may begin.
    let preview = desk.preview_intake(request.clone()).await.expect("a preview");
    assert!(preview.problems.is_empty());
    assert_eq!(
        preview.unmet.len(),
        2,
        "certification or notarized statement, and the false-pretenses statement"
    );
    let best = preview.route.candidates.first().expect("a system");
    assert_eq!(best.system, "60-0383");
    assert!(!best.reasons.is_empty(), "the notice's own sentence is shown");

    let case = desk.open_case(request).await.expect("taken in");
    assert_eq!(case.number, "SSA-2026-00001");
    assert_eq!(case.state, State::Identity);
    assert_eq!(case.particulars["ssn"], "•••-••-4321");
    let delay = clock(&case, "ssa-delay-notice");
    assert_eq!(delay.clock.send_by, day("2026-12-04"));
    assert!(case.clocks.iter().all(|clock| clock.clock.clock != "usps-acknowledge"));
    assert!(
        case.offers.iter().any(|offer| offer.kind == LetterKind::Acknowledgement && offer.why_not.is_some()),
        "SSA has no acknowledgement of a request for access"
    );
    let number = case.number;

    let refused = desk.act(&number, None, Command::VerifyIdentity { note: String::new() }).await;
    let refused = refused.expect_err("nothing is proved yet");
    assert_eq!(refused.code, Code::NotAllowed);
    assert_eq!(refused.cite.as_deref(), Some("20 CFR 401.45(b)(5)"));

    // The certification arrives. Only now may the office be asked.
    for evidence in [Evidence::WrittenCertification, Evidence::FalsePretensesStatement] {
        desk.act(
            &number,
            None,
            Command::RecordEvidence {
                evidence,
                note: "signed November 3".into(),
                requirement: None,
                paper: None,
            },
        )
        .await
        .expect("recorded");
    }
    let early = desk.act(&number, None, Command::SendToOffice { answer_by: day("2026-11-20") }).await;
    assert_eq!(early.expect_err("identity is not confirmed").code, Code::NotAllowed);
    desk.act(&number, None, Command::VerifyIdentity { note: String::new() }).await.expect("proved");
    let unknown = Command::Route {
        system: "60-0383".into(),
        office: "Office of Nobody".into(),
        address: String::new(),
        reason: String::new(),
    };
    assert_eq!(desk.act(&number, None, unknown).await.expect_err("no such office").code, Code::BadInput);
    let route = Command::Route {
        system: best.system.clone(),
        office: best.office.clone(),
        address: String::new(),
        reason: String::new(),
    };
    let routed = desk.act(&number, None, route).await.expect("routed");
    assert_eq!(routed.next.first().map(|step| step.step.as_str()), Some("send-to-office"));
    desk.act(&number, None, Command::SendToOffice { answer_by: day("2026-11-20") }).await.expect("sent");

    let desk = office.on("2026-11-19").await;
    desk.act(&number, None, found("2026-11-18", &[("the transcript of your chat of October 2, 2026", 3)]))
        .await
        .expect("found");
    let decided = desk.act(&number, None, decide(&[(Outcome::Granted, "")])).await.expect("decided");
    assert_eq!(decided.determination.as_ref().map(|decided| decided.words.as_str()), Some("granted"));
    assert_eq!(decided.state, State::Letter);

    let draft = desk.draft_letter(&number, LetterKind::Grant).await.expect("a draft");
    assert!(draft.ready, "{:?}", draft.checks.iter().filter(|check| !check.passed).collect::<Vec<_>>());
    let issued = desk.issue_letter(&number, Some(decided.version), LetterKind::Grant).await.expect("issued");
    assert_eq!(issued.state, State::Dispatch);
    let letter = issued.letters.first().expect("a letter").clone();
    let pdf = desk.letter_pdf(&number, &letter.letter).await.expect("its pages");
    assert!(pdf.starts_with(b"%PDF-") && pdf.len() == letter.bytes as usize);
    let twice = desk.issue_letter(&number, None, LetterKind::Grant).await;
    assert_eq!(twice.expect_err("a decision goes out once").code, Code::NotAllowed);

    let posted =
        Command::RecordPosted { letter: letter.letter.clone(), on: day("2026-11-19"), proof: String::new() };
    let answered = desk.act(&number, None, posted).await.expect("posted");
    assert_eq!(answered.state, State::Answered);
    assert_eq!(clock(&answered, "ssa-delay-notice").status, ClockStatus::Met);
    let closed = desk.act(&number, None, Command::Close { note: String::new() }).await.expect("closed");
    assert_eq!(closed.state, State::Closed);
    assert!(closed.next.is_empty());
    let late = desk.act(&number, None, Command::Withdraw { note: "too late".into() }).await;
    assert_eq!(late.expect_err("closed").code, Code::NotAllowed);

    // The program is closed and opened again: everything is there, and the ledger is whole.
    let desk = office.reopened("2026-11-23").await;
    let again = desk.case(&number).await.expect("still there");
    assert_eq!(again.history.len(), 11);
    assert_eq!(desk.letter_pdf(&number, &letter.letter).await.expect("the same pages"), pdf);
    let report = desk.verify_ledger().await.expect("a report");
    assert!(report.broken.is_none());
    let open = desk.worklist(WorklistQuery::default()).await.expect("the worklist");
    assert_eq!(open.total, 0);
    let all =
        desk.worklist(WorklistQuery { closed: true, ..WorklistQuery::default() }).await.expect("with closed");
    assert_eq!(all.total, 1);
}

/// law.md 12, USPS: an amendment received Mon 2026-12-14. Acknowledged by Thu 12-24 (10 calendar) and Tue 12-29
/// (10 working); the refusal by Thu 2027-01-28.
async fn refused_in_part(office: &Office) {
    let desk = office.on("2026-12-15").await;
    let mut request = intake("usps", Kind::Amendment, "2026-12-14");
    request.text = "I am a customer. Your sales records show a wrong e-mail address and say that I cancelled. Correct both.".into();
    request.evidence = vec![Evidence::CertificationOfIdentity];
    let case = desk.open_case(request).await.expect("taken in");
    let number = case.number.clone();
    assert_eq!(clock(&case, "usps-acknowledge").clock.due, day("2026-12-24"));
    assert_eq!(clock(&case, "usps-amendment-acknowledge").clock.due, day("2026-12-29"));
    let refusal = clock(&case, "usps-amendment-refusal");
    assert_eq!((refusal.clock.due, refusal.clock.due_strict), (day("2027-01-28"), day("2027-01-28")));
    assert!(
        refusal
            .clock
            .days
            .iter()
            .any(|counted| counted.date == day("2026-12-25") && counted.counted.is_none())
    );

    desk.act(&number, None, Command::VerifyIdentity { note: String::new() }).await.expect("proved");
    let best =
        case.proposal.as_ref().and_then(|proposal| proposal.candidates.first()).expect("a system").clone();
    assert_eq!(
        (best.system.as_str(), best.office.as_str()),
        ("USPS 890.000", "Sales and Customer Relations")
    );
    let route = Command::Route {
        system: best.system,
        office: best.office,
        address: String::new(),
        reason: String::new(),
    };
    desk.act(&number, None, route).await.expect("routed");

    let acknowledged =
        desk.issue_letter(&number, None, LetterKind::Acknowledgement).await.expect("acknowledged");
    let letter = acknowledged.letters.last().expect("a letter").letter.clone();
    let stale = desk.act(&number, Some(1), Command::AddNote { text: "seen".into() }).await;
    assert_eq!(stale.expect_err("version 1 is long gone").code, Code::ChangedElsewhere);
    let case = desk
        .act(&number, None, Command::RecordPosted { letter, on: day("2026-12-15"), proof: String::new() })
        .await
        .expect("posted");
    assert_eq!(clock(&case, "usps-acknowledge").status, ClockStatus::Met);
    assert_eq!(clock(&case, "usps-amendment-refusal").status, ClockStatus::Running);
    desk.act(&number, None, Command::SendToOffice { answer_by: day("2027-01-08") }).await.expect("sent");

    let desk = office.on("2027-01-11").await;
    desk.act(&number, None, found("2027-01-08", &[("the e-mail address", 1), ("the note of the call", 1)]))
        .await
        .expect("found");
    let half = desk.act(&number, None, decide(&[(Outcome::Amended, "We replaced it.")])).await;
    assert_eq!(half.expect_err("two items, one decision").code, Code::BadInput);
    let silent = desk
        .act(&number, None, decide(&[(Outcome::Amended, "We replaced it."), (Outcome::Refused, " ")]))
        .await;
    assert_eq!(silent.expect_err("a refusal gives its reason").code, Code::BadInput);
    let parts = [
        (Outcome::Amended, "We replaced the address."),
        (Outcome::Refused, "The recording agrees with the note."),
    ];
    let decided = desk.act(&number, None, decide(&parts)).await.expect("decided");
    assert_eq!(decided.determination.as_ref().map(|decided| decided.words.as_str()), Some("refused in part"));
    assert_eq!(clock(&decided, "usps-recipients-told").clock.due, day("2027-02-10"));

    let early = desk.issue_letter(&number, None, LetterKind::AmendmentRefused).await;
    assert_eq!(early.expect_err("a refusal is approved by a second person").code, Code::NotAllowed);
    let approval = Command::ApproveDecision { note: String::new() };
    let own = desk.act(&number, None, approval.clone()).await;
    assert_eq!(own.expect_err("nobody approves what they drafted").code, Code::NotAllowed);
    crate::desks::approver(&desk).await.act(&number, None, approval).await.expect("approved");

    let draft = desk.draft_letter(&number, LetterKind::AmendmentRefused).await.expect("a draft");
    assert!(draft.ready, "{:?}", draft.checks.iter().filter(|check| !check.passed).collect::<Vec<_>>());
    let text: String =
        draft.blocks.iter().flat_map(|block| block.text.clone()).collect::<Vec<_>>().join("\n");
    for needed in
        ["General Counsel", "90", "statement of disagreement", "The recording agrees with the note."]
    {
        assert!(text.contains(needed), "the letter lacks “{needed}”:\n{text}");
    }
    let wrong = desk.draft_letter(&number, LetterKind::Amended).await;
    assert_eq!(wrong.expect_err("not all was amended").code, Code::NotAllowed);
    let issued = desk.issue_letter(&number, None, LetterKind::AmendmentRefused).await.expect("issued");
    let letter = issued.letters.last().expect("a letter").letter.clone();
    let case = desk
        .act(&number, None, Command::RecordPosted { letter, on: day("2027-01-11"), proof: String::new() })
        .await
        .expect("posted");
    assert_eq!(clock(&case, "usps-amendment-refusal").status, ClockStatus::Met);
    assert_eq!(clock(&case, "usps-appeal-window").clock.due, day("2027-04-11"));
    assert_eq!(clock(&case, "usps-appeal-window").clock.duty, docket::law::DutyOf::Requester);

    let early = desk.act(&number, None, Command::Close { note: String::new() }).await;
    assert_eq!(
        early.expect_err("earlier recipients must be told").cite.as_deref(),
        Some("5 U.S.C. 552a(c)(4)")
    );
    let told =
        Command::RecordRecipientsTold { on: day("2027-01-11"), how: "The accounting lists nobody.".into() };
    desk.act(&number, None, told).await.expect("told");
    let closed = desk.act(&number, None, Command::Close { note: String::new() }).await.expect("closed");
    assert_eq!(closed.state, State::Closed);
}

/// A request for which no system is confirmed yet must be acknowledged all the same: the privacy office has it.
#[tokio::test]
async fn a_pressing_acknowledgement_does_not_wait_for_the_system() {
    let office = Office::encrypted().await;
    let desk = office.on("2026-12-23").await;
    let mut request = intake("usps", Kind::Amendment, "2026-12-14");
    request.text = "Something you keep on me is wrong.".into();
    request.evidence = vec![Evidence::CertificationOfIdentity];
    let case = desk.open_case(request).await.expect("taken in");
    let case =
        desk.act(&case.number, None, Command::VerifyIdentity { note: String::new() }).await.expect("proved");
    assert_eq!(case.state, State::System);
    let first = case.next.first().expect("a step");
    assert_eq!((first.letter, first.by), (Some(LetterKind::Acknowledgement), Some(day("2026-12-24"))));
    let draft = desk.draft_letter(&case.number, LetterKind::Acknowledgement).await.expect("a draft");
    assert!(draft.ready, "{:?}", draft.checks.iter().filter(|check| !check.passed).collect::<Vec<_>>());
    let text: String = draft.blocks.iter().flat_map(|block| block.text.clone()).collect();
    assert!(text.contains("Privacy and Records Management Office"), "{text}");
}

fn clock<'a>(case: &'a CaseView, id: &str) -> &'a docket::desk::CaseClock {
    case.clocks.iter().find(|clock| clock.clock.clock == id).unwrap_or_else(|| panic!("{id} does not run"))
}

fn found(on: &str, items: &[(&str, u32)]) -> Command {
    Command::RecordSearch {
        by: "Dana Whitlock, IT Specialist".into(),
        where_searched: "the files of the office".into(),
        how: "by name and address".into(),
        on: day(on),
        items: items
            .iter()
            .map(|(what, pages)| ItemGiven {
                what: (*what).into(),
                pages: *pages,
                concerns_others: false,
                medical: false,
            })
            .collect(),
        not_searched: String::new(),
    }
}

fn decide(parts: &[(Outcome, &str)]) -> Command {
    Command::Decide {
        parts: (1..)
            .zip(parts)
            .map(|(item, (outcome, words))| PartDecided {
                item,
                outcome: *outcome,
                words: (*words).into(),
                exemption: None,
                reveals_source: false,
                others: String::new(),
            })
            .collect(),
        official: "Jordan Pryce".into(),
        title: "Manager, Sales and Customer Relations".into(),
    }
}

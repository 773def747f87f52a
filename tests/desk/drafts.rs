//! What is typed and not yet given: each finds their own again, and nobody another's. Beside it, what the window asks of
//! people and of the list.

use docket::casework::{Command, Role};
use docket::desk::{AccountingAsked, DisclosureGiven, NewStaff, WordOnPeople, WorklistQuery};
use docket::error::Code;
use docket::law::{AgencyId, DisclosureBasis, Kind};

use crate::desks::{Office, approver, day, intake};

#[tokio::test]
async fn a_draft_is_kept_for_its_writer_alone_and_outlives_the_closing_of_the_desk() {
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-23").await;
    assert_eq!(desk.form_draft("intake").await.unwrap(), None);
    desk.save_draft("intake", None, r#"{"name":"Ipek"}"#).await.unwrap();
    desk.save_draft("intake", None, r#"{"name":"İpek Şahin"}"#).await.unwrap();
    let other = approver(&desk).await;
    assert_eq!(other.form_draft("intake").await.unwrap(), None);
    drop(other);
    desk.close().await;

    let desk = office.reopened("2026-11-24").await;
    assert_eq!(desk.form_draft("intake").await.unwrap().unwrap().body, r#"{"name":"İpek Şahin"}"#);
    assert!(desk.verify_ledger().await.unwrap().broken.is_none(), "a draft is no entry of the ledger");
    desk.forget_draft("intake").await.unwrap();
    assert_eq!(desk.form_draft("intake").await.unwrap(), None);
    assert_eq!(desk.save_draft("", None, "x").await.unwrap_err().code, Code::BadInput);
    assert_eq!(desk.save_draft("intake", None, &"x".repeat(90_001)).await.unwrap_err().code, Code::BadInput);
    desk.close().await;
}

#[tokio::test]
async fn the_idle_minutes_are_set_within_their_bounds() {
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-23").await;
    assert_eq!(desk.view().await.unwrap().lock_after_minutes, 15);
    for bad in [0, 121] {
        assert_eq!(desk.set_lock_after(bad).await.unwrap_err().code, Code::BadInput);
    }
    assert_eq!(desk.set_lock_after(5).await.unwrap().lock_after_minutes, 5);
    desk.close().await;
    assert_eq!(office.reopened("2026-11-24").await.view().await.unwrap().lock_after_minutes, 5);
}

#[tokio::test]
async fn a_row_says_its_version_and_whether_i_watch_it() {
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-23").await;
    let opened = desk.open_case(intake("usps", Kind::Access, "2026-11-20")).await.unwrap();
    let row = |desk: &docket::desk::Desk| {
        let desk = desk.clone();
        async move { desk.worklist(WorklistQuery::default()).await.unwrap().rows.remove(0) }
    };
    assert_eq!((row(&desk).await.version, row(&desk).await.watched), (opened.version, false));
    desk.watch(&opened.number, true).await.unwrap();
    let note = Command::AddNote { text: "She called.".to_owned() };
    let noted = desk.act(&opened.number, Some(opened.version), note).await.unwrap();
    assert_eq!((row(&desk).await.version, row(&desk).await.watched), (noted.version, true));
    let other = approver(&desk).await;
    assert!(!row(&other).await.watched);
}

#[tokio::test]
async fn a_person_is_added_up_over_cases_only_on_a_persons_word_and_apart_again_without_it() {
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-23").await;
    let first = desk.open_case(intake("usps", Kind::Access, "2026-11-16")).await.unwrap();
    let second = desk.open_case(intake("usps", Kind::Amendment, "2026-11-20")).await.unwrap();
    let alone = desk.person(&second.number, "requester").await.unwrap();
    assert_eq!(alone.cases.len(), 1, "the same name is not the same person");
    assert_eq!(alone.like[0].number, first.number);
    let word = WordOnPeople {
        other: first.number.clone(),
        role: "requester".to_owned(),
        other_role: "requester".to_owned(),
        same: true,
        reason: "The same signature.".to_owned(),
    };
    desk.say_of_people(&second.number, word).await.unwrap();
    let both = desk.person(&second.number, "requester").await.unwrap();
    let numbers: Vec<&str> = both.cases.iter().map(|case| case.number.as_str()).collect();
    assert_eq!(numbers, [second.number.as_str(), first.number.as_str()], "the newest first");
    let said = both.like[0].said.clone().unwrap();
    desk.unsay_of_people(&second.number, said.id, "It was a cousin.").await.unwrap();
    assert_eq!(desk.person(&second.number, "requester").await.unwrap().cases.len(), 1);
    assert_eq!(desk.person(&second.number, "subject").await.unwrap_err().code, Code::NotFound);
    assert_eq!(desk.person(&second.number, "cousin").await.unwrap_err().code, Code::BadInput);
}

#[tokio::test]
async fn an_entry_of_the_accounting_says_whether_the_subject_is_shown_it() {
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-23").await;
    let given = |basis| DisclosureGiven {
        agency: AgencyId::new("usps"),
        subject: "Thảo Nguyễn".to_owned(),
        identifier: None,
        system: "USPS 890.000".to_owned(),
        on: day("2026-11-02"),
        nature: "the customer record".to_owned(),
        purpose: "an inquiry".to_owned(),
        name: "Hollow Creek Police".to_owned(),
        address: "9 Fennel Steps, Duluth, MN 55899".to_owned(),
        basis,
    };
    desk.enter_disclosure(given(DisclosureBasis::Other)).await.unwrap();
    let lines = desk.enter_disclosure(given(DisclosureBasis::LawEnforcement)).await.unwrap();
    let shown: Vec<bool> = lines.iter().map(|line| line.rule.shown).collect();
    assert!(shown.contains(&true) && shown.contains(&false), "{lines:?}");
    let asked = AccountingAsked {
        agency: AgencyId::new("usps"),
        subject: "thao nguyen".to_owned(),
        identifier: None,
        system: Some("SSA 60-0383".to_owned()),
    };
    assert!(desk.accounting(asked).await.unwrap().is_empty());
    // Whoever only looks on strikes nothing.
    let viewer = NewStaff {
        name: "Zofia Łukasiewicz".to_owned(),
        title: String::new(),
        roles: vec![Role::Administrator],
        unit: String::new(),
    };
    desk.add_staff(viewer).await.unwrap();
    let viewer = desk.as_member("Zofia Łukasiewicz").await.unwrap();
    let refused = viewer.strike_disclosure(&lines[0].entry.id, "Wrong.").await.unwrap_err();
    assert_eq!(refused.code, Code::NotAllowed);
}

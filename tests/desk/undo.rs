//! Undo: a slip is taken back by whoever made it, on the same day, while nothing has left the office by it.

use docket::casework::{Command, Intake};
use docket::desk::{CaseView, Desk, Selected, WorklistQuery};
use docket::error::Code;
use docket::law::{Evidence, Kind};

use crate::desks::{Office, approver, day, intake};

const TODAY: &str = "2026-11-23";

async fn opened(office: &Office) -> (Desk, CaseView) {
    let desk = office.on(TODAY).await;
    let case = desk.open_case(intake("usps", Kind::Access, "2026-11-20")).await.unwrap();
    (desk, case)
}

fn withdrawal() -> Command {
    Command::Withdraw { note: "She called.".to_owned() }
}

async fn act(desk: &Desk, case: &CaseView, command: Command) -> CaseView {
    desk.act(&case.number, None, command).await.unwrap()
}

async fn refused(desk: &Desk, case: &CaseView) -> String {
    let refusal = desk.act(&case.number, None, Command::Undo {}).await.unwrap_err();
    assert_eq!(refusal.code, Code::NotAllowed);
    assert!(refusal.message.ends_with("Nothing was changed."), "{}", refusal.message);
    refusal.message
}

#[tokio::test]
async fn a_slip_is_taken_back_and_the_ledger_keeps_both() {
    let office = Office::encrypted().await;
    let (desk, before) = opened(&office).await;
    let withdrawn = act(&desk, &before, withdrawal()).await;
    assert_eq!(withdrawn.undo.as_deref(), Some("recorded that the requester withdrew: She called."));
    assert!(withdrawn.withdrawn.is_some());

    let undone = act(&desk, &before, Command::Undo {}).await;
    assert_eq!((undone.withdrawn, undone.state), (None, before.state));
    assert_eq!(undone.next, before.next, "the program asks again what it asked before");
    let row = desk.worklist(WorklistQuery::default()).await.unwrap().rows.remove(0);
    assert_eq!((row.state, row.version), (before.state, undone.version));
    let told: Vec<(bool, &str)> =
        undone.history.iter().skip(1).map(|line| (line.undone, line.words.as_str())).collect();
    assert_eq!(
        told,
        [(true, "recorded that the requester withdrew: She called."), (false, "took back entry 2.")]
    );
    assert!(desk.verify_ledger().await.unwrap().broken.is_none());
}

#[tokio::test]
async fn one_step_after_the_other_goes_back_but_never_the_request_itself() {
    let office = Office::encrypted().await;
    let (desk, case) = opened(&office).await;
    act(&desk, &case, Command::AddNote { text: "first".to_owned() }).await;
    act(
        &desk,
        &case,
        Command::AddTask { text: "call".to_owned(), by: day("2026-11-30"), who: String::new() },
    )
    .await;
    let noted = act(&desk, &case, Command::Undo {}).await;
    assert_eq!((noted.tasks.len(), noted.undo.as_deref()), (0, Some("noted: first")));
    let bare = act(&desk, &case, Command::Undo {}).await;
    assert_eq!(bare.undo, None);
    assert!(refused(&desk, &case).await.starts_with("The request came"));
}

#[tokio::test]
async fn another_person_and_another_day_undo_nothing() {
    let office = Office::encrypted().await;
    let (desk, case) = opened(&office).await;
    act(&desk, &case, withdrawal()).await;
    let other = approver(&desk).await;
    assert_eq!(other.case(&case.number).await.unwrap().undo, None);
    assert!(refused(&other, &case).await.starts_with("Robin Blake recorded the last step"));
    drop(other);
    desk.close().await;

    let next_day = office.reopened("2026-11-24").await;
    assert!(refused(&next_day, &case).await.contains("recorded on Mon 23 Nov 2026"));
}

#[tokio::test]
async fn what_has_left_the_office_stays() {
    let office = Office::encrypted().await;
    let desk = office.on(TODAY).await;
    let asked = Intake {
        evidence: vec![Evidence::CertificationOfIdentity],
        ..intake("usps", Kind::Access, "2026-11-20")
    };
    let case = desk.open_case(asked).await.unwrap();
    act(&desk, &case, Command::VerifyIdentity { note: String::new() }).await;
    let route = Command::Route {
        system: "USPS 890.000".to_owned(),
        office: "Sales and Customer Relations".to_owned(),
        address: String::new(),
        reason: String::new(),
    };
    let routed = act(&desk, &case, route).await;
    assert!(
        routed.undo.as_deref().is_some_and(|words| words.starts_with("routed the request to USPS 890.000"))
    );
    let sent = act(&desk, &case, Command::SendToOffice { answer_by: day("2026-12-04") }).await;
    assert_eq!(sent.undo, None);
    assert!(refused(&desk, &case).await.starts_with("The office that holds the records has been asked."));
    let offer = sent.actions.iter().find(|offer| offer.words == "Undo the last step").unwrap();
    assert!(offer.why_not.is_some(), "the list of actions says why");
}

#[tokio::test]
async fn a_selection_goes_back_where_each_of_its_cases_allows_it() {
    let office = Office::encrypted().await;
    let (desk, one) = opened(&office).await;
    let two = desk.open_case(intake("ssa", Kind::Access, "2026-11-20")).await.unwrap();
    let both = [&one, &two].map(|case| Selected { number: case.number.clone(), version: None });
    let give = Command::Assign { to: "Robin Blake".to_owned(), unit: "East".to_owned(), note: String::new() };
    desk.act_together(&both, &give).await.unwrap();
    act(&desk, &two, Command::AddNote { text: "East has it.".to_owned() }).await;

    let lines = desk.act_together(&both, &Command::Undo {}).await.unwrap();
    assert!(lines.iter().all(|line| line.refused.is_none()), "{lines:?}");
    assert_eq!(desk.case(&one.number).await.unwrap().unit, "");
    assert_eq!(desk.case(&two.number).await.unwrap().unit, "East", "only its last step went back");
}

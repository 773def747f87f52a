//! Deadlines that the desktop tells of: each hears of their own cases, once a day, and by number alone.

use chrono::NaiveTime;
use docket::desk::Desk;
use docket::law::Kind;
use docket::reports::ReminderSettings;

use crate::desks::{Office, approver, intake};

/// No hour is quiet, whenever the test runs.
fn always() -> ReminderSettings {
    ReminderSettings { on: true, quiet_from: NaiveTime::MIN, quiet_to: NaiveTime::MIN }
}

/// Who opens a case has it.
async fn opened(desk: &Desk, received: &str) -> String {
    desk.open_case(intake("usps", Kind::Amendment, received)).await.unwrap().number
}

#[tokio::test]
async fn nobody_is_told_who_did_not_ask_and_the_choice_is_ones_own() {
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-23").await;
    opened(&desk, "2026-11-02").await;
    assert!(!desk.reminder_settings().await.unwrap().on);
    assert_eq!(desk.due_reminder().await.unwrap(), None);
    desk.set_reminder_settings(&always()).await.unwrap();
    let other = approver(&desk).await;
    assert!(!other.reminder_settings().await.unwrap().on);
    assert_eq!(other.due_reminder().await.unwrap(), None);
    assert_eq!(desk.reminder_settings().await.unwrap(), always());
}

#[tokio::test]
async fn an_overdue_case_of_ones_own_is_told_once_a_day_without_a_name() {
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-23").await;
    desk.set_reminder_settings(&always()).await.unwrap();
    let own = opened(&desk, "2026-11-02").await;
    let theirs = opened(&approver(&desk).await, "2026-11-03").await;

    let said = desk.due_reminder().await.unwrap().expect("something is overdue");
    assert_eq!(said.numbers, [own.as_str()], "{theirs} is a colleague's");
    assert_eq!(said.lines, [format!("1 request is overdue: {own}")]);
    desk.note_reminded(&said).await.unwrap();
    assert_eq!(desk.due_reminder().await.unwrap(), None);
    desk.close().await;

    let desk = office.reopened("2026-11-24").await;
    assert_eq!(desk.due_reminder().await.unwrap().map(|said| said.numbers), Some(vec![own]));
    desk.close().await;

    let thanksgiving = office.reopened("2026-11-26").await;
    assert_eq!(thanksgiving.due_reminder().await.unwrap(), None, "the office is closed");
}

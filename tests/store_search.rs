//! Finding cases by words: names before other words, open cases before closed ones, page by page. On both engines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test stops where something is not as it should be"
)]

#[path = "support/casebook.rs"]
mod casebook;
#[path = "support/engines.rs"]
mod engines;
#[path = "support/postgres.rs"]
mod postgres;

use casebook::{append, day, opened, recorded};
use docket::casework::{Event, State};
use docket::law::AgencyId;
use docket::store::{Append, PAGE_ROWS, Store, Viewer, Whose, WorklistFilter};
use engines::on_both;

fn case(number: &str, requester: &str, text: &str, closed: bool) -> Append {
    let mut batch = append(number, requester, 0, vec![recorded(1, opened(number, "usps", requester))]);
    batch.row.search_text = text.to_owned();
    batch.row.closed = closed;
    if closed {
        batch.row.state = State::Closed;
        batch.row.next_by = None;
    }
    batch
}

fn words(words: &str) -> WorklistFilter {
    WorklistFilter { search: Some(words.to_owned()), closed: true, ..WorklistFilter::of_everything() }
}

async fn numbers(store: &Store, filter: &WorklistFilter) -> Vec<String> {
    let page = store.worklist(filter).await.unwrap();
    assert_eq!((page.rows.len(), page.more_than_total), (page.total as usize, false), "{filter:?}");
    page.rows.into_iter().map(|row| row.number).collect()
}

#[tokio::test]
async fn names_come_before_other_words_and_open_cases_before_closed_ones() {
    on_both(async |store| {
        for batch in [
            case("USPS-2026-00001", "Lakshmi Harbor", "The lockers.", true),
            case("USPS-2026-00002", "O'Neill", "I met Ms. Harbor at the lockers.", false),
            case("USPS-2026-00003", "Harborough Quill", "The lockers again.", false),
            case("SSA-2026-00004", "Žofie Harbor", "A chat.", false),
            case("SSA-2026-00005", "Dvořák", "The harbor, and Žofie of the counter.", true),
        ] {
            store.append(batch).await.unwrap();
        }
        let found = async |typed: &str| numbers(store, &words(typed)).await;
        assert_eq!(
            found("harbor").await,
            ["SSA-2026-00004", "USPS-2026-00003", "USPS-2026-00001", "USPS-2026-00002", "SSA-2026-00005"],
            "names, open and newest first; then the others in that order"
        );
        assert_eq!(found("harbor zofie").await, ["SSA-2026-00004", "SSA-2026-00005"], "in any order");
        assert_eq!(found("harbor l").await, ["USPS-2026-00001", "USPS-2026-00002"]);
        assert_eq!(found("zofi harbor").await, Vec::<String>::new(), "only the last word may go on");
        assert_eq!(found("2").await.first().map(String::as_str), Some("SSA-2026-00004"), "of 2026, all");
        assert_eq!(
            found("usps 2026 2").await,
            ["USPS-2026-00003", "USPS-2026-00002", "USPS-2026-00001", "SSA-2026-00004", "SSA-2026-00005"],
            "by the number first; the others have the name of the system"
        );
        assert_eq!(found("00003").await, ["USPS-2026-00003"]);

        let usps = WorklistFilter { agency: Some(AgencyId::new("usps")), ..words("harbor") };
        assert_eq!(numbers(store, &usps).await.len(), 3);
        let open = WorklistFilter { closed: false, ..words("harbor") };
        assert_eq!(numbers(store, &open).await, ["SSA-2026-00004", "USPS-2026-00003", "USPS-2026-00002"]);
        let closed = WorklistFilter { state: Some(State::Closed), ..words("harbor") };
        assert_eq!(numbers(store, &closed).await, ["USPS-2026-00001", "SSA-2026-00005"]);

        // A case that is closed goes behind the open ones, and one that is reopened comes back.
        let mut closing = case("SSA-2026-00004", "Žofie Harbor", "A chat.", true);
        for (version, closed) in [(2, true), (3, false)] {
            closing.expected_version = version - 1;
            closing.events = vec![recorded(version, Event::NoteAdded { text: "Moved.".to_owned() })];
            closing.row.closed = closed;
            store.append(closing.clone()).await.unwrap();
            let place =
                numbers(store, &words("harbor")).await.iter().position(|number| number == "SSA-2026-00004");
            assert_eq!(place, Some(usize::from(closed)));
        }
        assert_eq!(store.verify_ledger().await.unwrap().broken, None);
    })
    .await;
}

#[tokio::test]
async fn the_pages_of_a_search_hold_every_case_once() {
    on_both(async |store| {
        let batches = (1..=250).map(|nth| {
            let name = if nth % 2 == 0 { "Quillfeather" } else { "Marsh" };
            case(&format!("USPS-2026-{nth:05}"), name, "About quills.", nth % 3 == 0)
        });
        store.append_all(batches.collect()).await.unwrap();
        let mut filter = words("quill");
        let mut seen = Vec::new();
        loop {
            let page = store.worklist(&filter).await.unwrap();
            assert_eq!(page.total, 250);
            seen.extend(
                page.rows
                    .iter()
                    .map(|row| (row.values.requester.clone(), row.values.closed, row.number.clone())),
            );
            assert!(page.next_page.is_none() || page.rows.len() == PAGE_ROWS);
            let Some(next) = page.next_page else { break };
            filter.after = Some(next);
        }
        assert_eq!(seen.len(), 250);
        let mut ranked = seen.clone();
        ranked.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(b.2.cmp(&a.2)));
        assert_eq!(seen, ranked, "by name, then open, then the newest");
        ranked.dedup();
        assert_eq!(ranked.len(), 250);
    })
    .await;
}

#[tokio::test]
async fn the_worklist_is_narrowed_by_person_unit_step_clock_and_day() {
    on_both(async |store| {
        for (number, assignee, unit, step, due) in [
            ("USPS-2026-00001", "Ayşe Şahin", "Region 3", "route", "2026-03-01"),
            ("USPS-2026-00002", "Ayşe Şahin", "Region 4", "decide", "2026-03-02"),
            ("USPS-2026-00003", "Mbali", "Region 3", "route", "2026-03-05"),
            ("USPS-2026-00004", "", "", "route", "2026-03-09"),
        ] {
            let mut batch = case(number, "O'Neill", "Lockers.", false);
            batch.row.assignee = assignee.to_owned();
            batch.row.unit = unit.to_owned();
            batch.row.step = step.to_owned();
            batch.row.clock = format!("clock-of-{step}");
            batch.row.next_by = Some(day(due));
            store.append(batch).await.unwrap();
        }
        let me =
            Viewer {
                name: "Ayşe Şahin".to_owned(), unit: Some("Region 3".to_owned()), ..Viewer::default()
            };
        let all = WorklistFilter { viewer: me, ..WorklistFilter::default() };
        let counts = async |filter: WorklistFilter| {
            let list = numbers(store, &filter).await;
            // The same with words.
            let found = numbers(store, &WorklistFilter { search: Some("lock".to_owned()), ..filter }).await;
            assert_eq!(found.iter().rev().collect::<Vec<_>>(), list.iter().collect::<Vec<_>>());
            list.iter()
                .map(|number| number.trim_start_matches("USPS-2026-0000").to_owned())
                .collect::<String>()
        };
        let whose = |whose| WorklistFilter { whose, ..all.clone() };
        assert_eq!(counts(all.clone()).await, "1234");
        assert_eq!(counts(whose(Whose::Mine)).await, "12");
        assert_eq!(counts(whose(Whose::MyUnit)).await, "13");
        assert_eq!(counts(whose(Whose::Nobody)).await, "4");
        assert_eq!(counts(whose(Whose::Of("Mbali".to_owned()))).await, "3");
        assert_eq!(counts(WorklistFilter { unit: Some("Region 4".to_owned()), ..all.clone() }).await, "2");
        assert_eq!(counts(WorklistFilter { step: Some("route".to_owned()), ..all.clone() }).await, "134");
        let clock = Some("clock-of-decide".to_owned());
        assert_eq!(counts(WorklistFilter { clock, ..all.clone() }).await, "2");
        let overdue = WorklistFilter { due_to: Some(day("2026-03-01")), ..all.clone() };
        assert_eq!(counts(overdue).await, "1");
        let week = WorklistFilter {
            due_from: Some(day("2026-03-02")),
            due_to: Some(day("2026-03-08")),
            ..all.clone()
        };
        assert_eq!(counts(week).await, "23");
        assert_eq!(counts(WorklistFilter { step: Some("' or 1=1".to_owned()), ..all }).await, "");
    })
    .await;
}

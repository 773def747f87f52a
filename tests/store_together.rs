//! Several people at once, and many cases: on both engines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test stops where something is not as it should be"
)]

#[path = "support/postgres.rs"]
mod postgres;

#[path = "support/casebook.rs"]
mod casebook;

use casebook::{append, day, opened, passphrase, recorded};
use chrono::NaiveDate;
use docket::casework::{Event, Recorded, State};
use docket::law::AgencyId;
use docket::store::{Append, PAGE_ROWS, Store, StoreError, Viewer, WorklistFilter};
use proptest::prelude::*;
use std::collections::BTreeSet;
use tempfile::TempDir;

async fn new_desk() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("office.docket"), &passphrase()).await.unwrap();
    (folder, store)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_file_takes_one_change_at_a_time() {
    let (folder, one) = new_desk().await;
    // The window and the command line have the same file open, each with its own connections.
    let two = Store::open(&folder.path().join("office.docket"), &passphrase()).await.unwrap();
    together(one, two).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_server_takes_one_change_at_a_time() {
    let Some(cluster) = postgres::PrivateCluster::start() else {
        return;
    };
    // Both desks make the tables at the same time.
    let office = cluster.new_database("office");
    let (one, two) = tokio::join!(Store::connect_office(&office), Store::connect_office(&office));
    together(one.unwrap(), two.unwrap()).await;
}

async fn together(one: Store, two: Store) {
    two_people_change_one_case(&one, &two).await;
    two_people_take_in_requests(&one, &two).await;
    let report = one.verify_ledger().await.unwrap();
    assert_eq!(report.broken, None);
    assert_eq!(report.entries, 1 + 30 + 40);
    one.close().await;
    two.close().await;
}

fn note_of(by: &str, version: u32) -> Vec<Recorded> {
    let note = recorded(version, Event::NoteAdded { text: format!("A note of {by}.") });
    vec![Recorded { by: by.to_owned(), ..note }]
}

/// Each adds fifteen notes to the same case, deciding again whenever the other was faster.
async fn two_people_change_one_case(one: &Store, two: &Store) {
    let number = "SSA-2026-00001";
    let first = vec![recorded(1, opened(number, "ssa", "Nguyễn Thị Hoa"))];
    one.append(append(number, "Nguyễn Thị Hoa", 0, first)).await.unwrap();
    let works = async |store: Store, by: &'static str, other: &'static str| {
        let mut version = 1;
        let mut refused = 0;
        for _ in 0..15 {
            loop {
                match store.append(append(number, "Nguyễn Thị Hoa", version, note_of(by, version + 1))).await
                {
                    Ok(()) => break version += 1,
                    Err(StoreError::ChangedElsewhere { version: now, by: who, at }) => {
                        assert!(now > version, "the refusal names a newer version");
                        assert!(who == other || who == by, "{who}");
                        assert!(at.starts_with("2026-03-02T14:3"), "{at}");
                        refused += 1;
                        version = now;
                    }
                    Err(error) => panic!("{error:?}"),
                }
            }
        }
        refused
    };
    let (refused_one, refused_two) = tokio::join!(
        works(one.clone(), "Ayşe Şahin", "Mbali van der Berg"),
        works(two.clone(), "Mbali van der Berg", "Ayşe Şahin")
    );
    assert!(refused_one + refused_two > 0, "they never met: this showed nothing");
    let events = two.events(number).await.unwrap();
    assert_eq!(events.iter().map(|event| event.version).collect::<Vec<_>>(), (1..=31).collect::<Vec<_>>());
    for by in ["Ayşe Şahin", "Mbali van der Berg"] {
        let text = format!("A note of {by}.");
        let notes = events.iter().filter(|event| event.event == Event::NoteAdded { text: text.clone() });
        assert_eq!(notes.count(), 15, "{by}");
    }
}

/// Each takes in twenty requests; no number is given twice and none is left out.
async fn two_people_take_in_requests(one: &Store, two: &Store) {
    let takes_in = async |store: Store| {
        let mut given = Vec::new();
        while given.len() < 20 {
            let number = store.next_number("USPS", 2026).await.unwrap();
            let first = vec![recorded(1, opened(&number, "usps", "Łukasiewicz"))];
            match store.append(append(&number, "Łukasiewicz", 0, first)).await {
                Ok(()) => given.push(number),
                Err(StoreError::NumberTaken { number: taken }) => assert_eq!(taken, number),
                Err(error) => panic!("{error:?}"),
            }
        }
        given
    };
    let (of_one, of_two) = tokio::join!(takes_in(one.clone()), takes_in(two.clone()));
    let given: BTreeSet<String> = of_one.into_iter().chain(of_two).collect();
    let expected: BTreeSet<String> = (1..=40).map(|count| format!("USPS-2026-{count:05}")).collect();
    assert_eq!(given, expected);
}

#[tokio::test]
async fn several_batches_are_recorded_together_or_not_at_all() {
    let (_folder, store) = new_desk().await;
    let good = append(
        "USPS-2026-00001",
        "O'Neill",
        0,
        vec![recorded(1, opened("USPS-2026-00001", "usps", "O'Neill"))],
    );
    let refused = store.append_all(vec![good.clone(), good.clone()]).await;
    assert!(matches!(refused, Err(StoreError::NumberTaken { .. })), "{refused:?}");
    assert_eq!(store.count_open(&Viewer::default()).await.unwrap(), 0);
    assert_eq!(store.next_number("USPS", 2026).await.unwrap(), "USPS-2026-00001");
    store.append(good).await.unwrap();
    store.close().await;
}

/// A case of the worklist as a property test invents it.
#[derive(Debug, Clone)]
struct Invented {
    ssa: bool,
    due: Option<NaiveDate>,
    closed: bool,
}

fn invented() -> impl Strategy<Value = Vec<Invented>> {
    // Few days and many cases, so that the edges of pages fall among cases due on the same day.
    let due = prop_oneof![1 => Just(None), 6 => (0_u64..5).prop_map(|days| Some(day("2026-03-02") + chrono::Days::new(days)))];
    let one = (any::<bool>(), due, prop::bool::weighted(0.3)).prop_map(|(ssa, due, closed)| Invented {
        ssa,
        due,
        closed,
    });
    prop::collection::vec(one, 90..430)
}

fn batch(number: &str, case: &Invented, version: u32) -> Append {
    let event = if version == 1 {
        opened(number, "usps", "de la Cruz")
    } else {
        Event::NoteAdded { text: "Moved.".to_owned() }
    };
    let mut batch = append(number, "de la Cruz", version - 1, vec![recorded(version, event)]);
    batch.row.agency = AgencyId::new(if case.ssa { "ssa" } else { "usps" });
    batch.row.next_by = case.due;
    batch.row.closed = case.closed;
    batch.row.state = if case.closed { State::Closed } else { State::Search };
    batch
}

/// Every page of a filter, one after the other; `between` runs after each page.
async fn walk(store: &Store, filter: WorklistFilter, mut between: impl AsyncFnMut(usize)) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut filter = filter;
    for page_number in 0.. {
        let page = store.worklist(&filter).await.unwrap();
        assert!(page.rows.len() <= PAGE_ROWS);
        assert!(page.next_page.is_none() || page.rows.len() == PAGE_ROWS, "only the last page is short");
        numbers.extend(page.rows.into_iter().map(|row| row.number));
        let Some(next) = page.next_page else { break };
        filter.after = Some(next);
        between(page_number).await;
    }
    numbers
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn the_pages_hold_every_case_once_and_in_order(cases in invented()) {
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let (_folder, store) = new_desk().await;
            let number = |index: usize| format!("USPS-2026-{index:05}");
            let batches = cases.iter().enumerate().map(|(index, case)| batch(&number(index), case, 1)).collect();
            store.append_all(batches).await.unwrap();
            for (agency, closed) in [(None, true), (None, false), (Some("ssa"), true), (Some("usps"), false)] {
                let mut expected: Vec<_> = cases
                    .iter()
                    .enumerate()
                    .filter(|(_, case)| closed || !case.closed)
                    .filter(|(_, case)| agency.is_none_or(|agency| (agency == "ssa") == case.ssa))
                    .map(|(index, case)| (case.closed, case.due.is_none(), case.due, number(index)))
                    .collect();
                expected.sort();
                let filter = WorklistFilter { agency: agency.map(AgencyId::new), closed, ..WorklistFilter::default() };
                assert_eq!(store.worklist(&filter).await.unwrap().total as usize, expected.len());
                let expected: Vec<_> = expected.into_iter().map(|(.., number)| number).collect();
                assert_eq!(walk(&store, filter, async |_| {}).await, expected);
            }
            store.close().await;
        });
    }

    #[test]
    fn cases_that_move_between_two_pages_hide_no_other_case(cases in invented(), moved in 0_usize..90) {
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let (_folder, store) = new_desk().await;
            let number = |index: usize| format!("USPS-2026-{index:05}");
            let batches = cases.iter().enumerate().map(|(index, case)| batch(&number(index), case, 1)).collect();
            store.append_all(batches).await.unwrap();
            let filter = WorklistFilter { closed: true, ..WorklistFilter::default() };
            let seen = walk(&store, filter, async |page| {
                // After the first page one case is due much earlier, after the second much later.
                let due = Some(if page == 0 { day("2026-01-01") } else { day("2027-01-01") });
                if page < 2 {
                    let case = Invented { due, closed: false, ..cases[moved].clone() };
                    store.append(batch(&number(moved), &case, page as u32 + 2)).await.unwrap();
                }
            })
            .await;
            for index in (0..cases.len()).filter(|index| *index != moved) {
                let times = seen.iter().filter(|seen| **seen == number(index)).count();
                assert_eq!(times, 1, "{} was shown {times} times", number(index));
            }
            store.close().await;
        });
    }
}

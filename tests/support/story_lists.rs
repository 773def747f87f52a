//! The chapters of the store's story about lists: the worklist, the catalogue, settings and staff.

use docket::accounts::StaffMember;
use docket::casework::{Event, State};
use docket::law::AgencyId;
use docket::notices::{Revision, SystemText};
use docket::store::{ImportRecord, SavedRevisions, Store, StoreError, WorklistFilter};

use crate::casebook::{append, day, recorded, stamp};

/// Words, agencies and steps, without regard to case and accents.
pub async fn the_worklist_finds_cases(store: &Store) {
    let search = async |words: &str| {
        let filter = WorklistFilter { search: Some(words.to_owned()), ..WorklistFilter::default() };
        let page = store.worklist(&filter).await.unwrap();
        assert_eq!(page.rows.len(), page.total as usize);
        page.rows.into_iter().map(|row| row.number).collect::<Vec<_>>()
    };
    assert_eq!(search("hasek zofie").await, ["USPS-2026-00001"], "without accents, in any order");
    assert_eq!(search("NGUYỄN").await, ["SSA-2026-00001"]);
    assert_eq!(search("2026-00001").await.len(), 2);
    assert_eq!(search("chat transcript").await.len(), 2, "the words of the request");
    assert_eq!(search("890.000").await.len(), 2, "the system");
    assert!(search("890_000").await.is_empty(), "an underscore stands for itself");
    assert!(search("%").await.is_empty(), "a percent sign stands for itself");
    assert!(search("' or 1=1 --").await.is_empty());

    let close = append(
        "SSA-2026-00001",
        "Nguyễn Thị Hoa",
        1,
        vec![recorded(2, Event::Closed { note: "Withdrawn by telephone.".to_owned() })],
    );
    let mut closed = close.clone();
    closed.row.state = State::Closed;
    closed.row.closed = true;
    closed.row.next_by = None;
    store.append(closed).await.unwrap();
    assert_eq!(store.count_open().await.unwrap(), 1);
    let numbers = async |filter: WorklistFilter| {
        let page = store.worklist(&filter).await.unwrap();
        page.rows.into_iter().map(|row| row.number).collect::<Vec<_>>()
    };
    assert_eq!(numbers(WorklistFilter::default()).await, ["USPS-2026-00001"]);
    let all = WorklistFilter { closed: true, ..WorklistFilter::default() };
    assert_eq!(numbers(all).await, ["USPS-2026-00001", "SSA-2026-00001"], "open cases first");
    let ssa =
        WorklistFilter { closed: true, agency: Some(AgencyId::new("ssa")), ..WorklistFilter::default() };
    assert_eq!(numbers(ssa).await, ["SSA-2026-00001"]);
    let closed_step = WorklistFilter { state: Some(State::Closed), ..WorklistFilter::default() };
    assert_eq!(numbers(closed_step).await, ["SSA-2026-00001"]);
    let identity = WorklistFilter { state: Some(State::Identity), ..WorklistFilter::default() };
    let rows = store.worklist(&identity).await.unwrap().rows;
    assert_eq!((rows[0].number.as_str(), rows[0].version), ("USPS-2026-00001", 5));
    assert_eq!(rows[0].values.next_by, Some(day("2026-03-16")));
    assert_eq!(rows[0].values.kinds, close.row.kinds);
    let nonsense = WorklistFilter { after: Some("next, please".to_owned()), ..WorklistFilter::default() };
    assert!(matches!(store.worklist(&nonsense).await, Err(StoreError::NoSuchPage)));
}

/// Imported revisions, in order, and read again.
pub async fn the_catalogue_keeps_revisions(store: &Store) {
    let revision = |number: &str, from: &str, name: &str| Revision {
        agency: "usps".to_owned(),
        effective_from: day(from),
        source: "2020-11639".to_owned(),
        published_words: true,
        cite: None,
        system: SystemText { number: number.to_owned(), name: name.to_owned(), ..SystemText::default() },
    };
    let import = ImportRecord { stamp: stamp(), files: vec!["2020-11639.xml".to_owned()] };
    let older = revision("USPS 890.000", "2020-07-01", "Sales");
    let newer = revision("USPS 890.000", "2024-02-05", "Sales, Marketing");
    let saved = store.save_revisions(&[newer.clone(), older.clone()], &import).await.unwrap();
    assert_eq!(saved, SavedRevisions { added: 2, known: 0 });
    assert_eq!(store.revisions().await.unwrap(), [older.clone(), newer]);
    let read_better = revision("USPS 890.000", "2024-02-05", "Sales, Marketing, Events, and Publications");
    let saved = store.save_revisions(std::slice::from_ref(&read_better), &import).await.unwrap();
    assert_eq!(saved, SavedRevisions { added: 0, known: 1 });
    assert_eq!(store.revisions().await.unwrap(), [older, read_better]);
}

/// What is set last counts.
pub async fn settings_and_staff_are_kept(store: &Store) {
    assert_eq!(store.setting("agencies").await.unwrap(), None);
    store.set_setting("agencies", "usps").await.unwrap();
    store.set_setting("agencies", "usps,ssa").await.unwrap();
    assert_eq!(store.setting("agencies").await.unwrap().as_deref(), Some("usps,ssa"));

    let member = |name: &str, title: &str| StaffMember {
        name: name.to_owned(),
        title: title.to_owned(),
        roles: vec!["answers requests".to_owned()],
    };
    store.add_staff(&member("Mbali van der Berg", ""), &stamp()).await.unwrap();
    store.add_staff(&member("Ayşe Şahin", "Privacy Officer"), &stamp()).await.unwrap();
    store.add_staff(&member("Mbali van der Berg", "Privacy Analyst"), &stamp()).await.unwrap();
    let staff = store.staff().await.unwrap();
    assert_eq!(
        staff,
        [member("Ayşe Şahin", "Privacy Officer"), member("Mbali van der Berg", "Privacy Analyst")]
    );
}

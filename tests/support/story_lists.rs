//! The chapters of the store's story about lists: the worklist, the catalogue, settings and staff.

use docket::accounts::StaffMember;
use docket::casework::{Event, State};
use docket::law::AgencyId;
use docket::notices::{Catalogue, Corrected, Manager, NoticeCorrection, Revision, Section, SystemText};
use docket::store::{ImportRecord, LibraryFilter, SavedRevisions, Store, StoreError, Viewer, WorklistFilter};

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
    assert_eq!(search("890.0").await.len(), 2, "the last word may go on");
    assert!(search("8.000").await.is_empty(), "the words before it may not");
    assert!(search("%").await.is_empty(), "signs are no words");
    assert!(search("' or 1=1 --").await.is_empty());
    assert!(search("\" OR title : \"hasek").await.is_empty(), "nor the engine's language");

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
    assert_eq!(store.count_open(&Viewer::default()).await.unwrap(), 1);
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
        agency_name: None,
        effective_from: day(from),
        source: "2020-11639".to_owned(),
        published_words: true,
        cite: None,
        system: SystemText { number: number.to_owned(), name: name.to_owned(), ..SystemText::default() },
    };
    let import = ImportRecord { stamp: stamp(), files: vec!["2020-11639.xml".to_owned()] };
    let older = revision("USPS 890.000", "2020-07-01", "Sales");
    let newer = revision("USPS 890.000", "2024-02-05", "Sales, Marketing");
    let saved =
        store.save_revisions(&[newer.clone(), older.clone()], &import, &Catalogue::default()).await.unwrap();
    assert_eq!(saved, SavedRevisions { added: 2, known: 0 });
    assert_eq!(store.revisions(&["usps"]).await.unwrap(), [older.clone(), newer]);
    let read_better = revision("USPS 890.000", "2024-02-05", "Sales, Marketing, Events, and Publications");
    let saved = store
        .save_revisions(std::slice::from_ref(&read_better), &import, &Catalogue::default())
        .await
        .unwrap();
    assert_eq!(saved, SavedRevisions { added: 0, known: 1 });
    assert_eq!(store.revisions(&["usps"]).await.unwrap(), [older, read_better]);
}

/// Every word of every agency's systems is found, and a corrected fact stands beside the notice.
pub async fn the_library_is_searched(store: &Store) {
    let revision = |agency: &str, number: &str, name: &str, words: &str| Revision {
        agency: agency.to_owned(),
        agency_name: Some(format!("Agency {agency}")),
        effective_from: day("2019-01-01"),
        source: format!("{number}.txt"),
        published_words: true,
        cite: None,
        system: SystemText {
            number: number.to_owned(),
            name: name.to_owned(),
            sections: vec![Section {
                key: "categories_of_individuals".to_owned(),
                heading: "CATEGORIES OF INDIVIDUALS:".to_owned(),
                text: words.to_owned(),
            }],
            ..SystemText::default()
        },
    };
    let import = ImportRecord { stamp: stamp(), files: vec!["tide.txt".to_owned()] };
    let shelf = [
        revision("tide", "TIDE–12", "Tide Gauge Readers", "People who read gauges, José among them."),
        revision("tide", "TIDE-13", "Lighthouse Payroll", "Keepers who are paid by the lighthouse."),
        revision("moon", "MOON/GOVT-1", "Observers", "People who write to the lighthouse about the moon."),
    ];
    store.save_revisions(&shelf, &import, &Catalogue::default()).await.unwrap();
    let find = async |search: &str, agency: &str| {
        let agencies = if agency.is_empty() { Vec::new() } else { vec![agency.to_owned()] };
        let filter = LibraryFilter { agencies, search: search.to_owned(), after: 0 };
        let page = store.library(&filter).await.unwrap();
        assert_eq!(page.systems.len(), page.total as usize);
        page.systems.into_iter().map(|system| system.number).collect::<Vec<_>>()
    };
    assert_eq!(
        find("lighth", "").await,
        ["TIDE-13", "MOON/GOVT-1"],
        "the name counts for more than the text"
    );
    assert_eq!(find("lighthouse MOON", "").await, ["MOON/GOVT-1"]);
    assert_eq!(find("jose", "").await, ["TIDE–12"], "without accents");
    assert_eq!(find("tide 12", "").await, ["TIDE–12"], "whatever the dash");
    assert_eq!(find("people", "moon").await, ["MOON/GOVT-1"]);
    assert_eq!(find("sextant", "").await, Vec::<String>::new());
    assert_eq!(find("\" ) -- * & | !", "tide").await, ["TIDE-13", "TIDE–12"], "signs are no words");
    let agencies = store.library_agencies().await.unwrap();
    assert!(agencies.iter().any(|agency| agency.agency == "tide" && agency.systems == 2));

    let mut renumbered = revision("tide", "TIDE-40", "Lighthouse Payroll", "Keepers and their lamps.");
    renumbered.effective_from = day("2022-01-01");
    renumbered.system.prior_number = Some("TIDE-13".to_owned());
    store.save_revisions(&[renumbered], &import, &Catalogue::default()).await.unwrap();
    assert_eq!(find("lamps", "").await, ["TIDE-40"]);
    assert_eq!(find("paid", "").await, Vec::<String>::new(), "only the newest revision is searched");
    assert_eq!(store.revisions_of("tide 40").await.unwrap().len(), 2, "the earlier revision came along");
    assert_eq!(find("", "tide").await.len(), 2, "the old number has no row of its own");

    let correction = |id: &str, title: &str| NoticeCorrection {
        id: id.to_owned(),
        number: "TIDE–12".to_owned(),
        effective_from: day("2019-01-01"),
        corrected: Corrected::Managers(vec![Manager {
            title: title.to_owned(),
            address: "1 Nowhere Street, Tidewater, ZZ 00000".to_owned(),
            scope: None,
        }]),
        reason: "The notice was misread.".to_owned(),
        by: "Ayşe Şahin".to_owned(),
        on: day("2026-03-02"),
    };
    store.save_notice_correction(&correction("one", "Keeper"), &stamp()).await.unwrap();
    store.save_notice_correction(&correction("two", "Chief Keeper"), &stamp()).await.unwrap();
    let kept = store.notice_corrections(Some("tide-12")).await.unwrap();
    assert_eq!(kept, [correction("two", "Chief Keeper")], "the later takes the place of the earlier");
    assert!(!store.withdraw_notice_correction("one", "It was right after all.", &stamp()).await.unwrap());
    assert!(store.withdraw_notice_correction("two", "It was right after all.", &stamp()).await.unwrap());
    assert_eq!(store.notice_corrections(None).await.unwrap(), []);
    assert_eq!(store.verify_ledger().await.unwrap().broken, None);
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
        unit: String::new(),
        active: true,
    };
    store.add_staff(&member("Mbali van der Berg", ""), &stamp()).await.unwrap();
    store.add_staff(&member("Ayşe Şahin", "Privacy Officer"), &stamp()).await.unwrap();
    store.add_staff(&member("Mbali van der Berg", "Privacy Analyst"), &stamp()).await.unwrap();
    let staff = store.staff().await.unwrap();
    assert_eq!(
        staff,
        [member("Mbali van der Berg", "Privacy Analyst"), member("Ayşe Şahin", "Privacy Officer")],
        "in the order in which they came"
    );
}

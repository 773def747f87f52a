//! A large practice desk, tried small: every case folds, its row is the one that the desk works out, the chain holds.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where something is not as it should be"
)]

use docket::clock::Clock;
use docket::desk::{Desk, WorklistQuery};

#[tokio::test(flavor = "multi_thread")]
async fn a_practice_desk_of_many_is_a_desk_like_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::Fixed("2026-03-02".parse().unwrap());
    let file = folder.path().join("practice.desk");
    let desk = Desk::open_large_practice(&file, clock, 1_500, &|_| {}).await.expect("a desk");
    let report = desk.verify_ledger().await.unwrap();
    assert_eq!(report.broken, None);
    assert!(report.entries > 10_000, "{report:?}");

    let mut query = WorklistQuery { closed: true, ..WorklistQuery::default() };
    let (mut open, mut closed, mut years) = (0, 0, std::collections::BTreeSet::new());
    loop {
        let page = desk.worklist(query.clone()).await.unwrap();
        for row in &page.rows {
            years.insert(row.received.format("%Y").to_string());
            if row.nearness == docket::desk::Nearness::Closed { closed += 1 } else { open += 1 }
        }
        // The first case of each page, whole: it folds, and shows what its row shows.
        if let Some(row) = page.rows.first() {
            let case = desk.case(&row.number).await.expect("it folds");
            assert_eq!((case.state, &case.requester.name), (row.state, &row.requester));
            assert_eq!(case.next.first().map_or("", |step| &step.words), row.next);
        }
        let Some(next) = page.next_page else { break };
        query.after = Some(next);
    }
    assert!(closed > 1_400 && open > 10, "{open} open, {closed} closed");
    assert_eq!(years.len(), 21, "spread over twenty years: {years:?}");

    let long = desk.practice_long_case().await.unwrap().expect("a long case");
    assert_eq!(desk.case(&long).await.unwrap().version, 200);
    let found = WorklistQuery { search: Some(long.clone()), closed: true, ..WorklistQuery::default() };
    assert_eq!(desk.worklist(found).await.unwrap().rows[0].number, long);
    desk.close().await;
    let names: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(names, ["practice.desk"], "nothing is left beside it");
}

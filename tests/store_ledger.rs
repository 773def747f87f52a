//! The ledger in a desk's file: it refuses changes, and whoever gets round that is found out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where something is not as it should be"
)]

#[path = "support/casebook.rs"]
mod casebook;

#[path = "support/desk.rs"]
mod desk;

use casebook::{append, opened, passphrase, recorded};
use desk::{by_hand, desk};
use docket::casework::Event;
use docket::store::{Store, StoreError, WorklistFilter};
use sqlx::Connection;

#[tokio::test]
async fn the_file_refuses_changes_of_the_ledger() {
    let (_folder, file) = desk().await;
    let mut other_program = by_hand(&file).await;
    for forbidden in [
        "delete from ledger",
        "update ledger set by_name = 'Somebody Else' where seq = 2",
        "update ledger set body = '{}' where seq = 2",
        "update ledger set body = null, by_name = 'Somebody Else' where seq = 2",
        "insert or replace into ledger select 2, scope, case_number, version, id, at, on_day, 'Somebody Else',
            event_type, body, body_sha256, prev_hash, hash from ledger where seq = 2",
    ] {
        let message = sqlx::raw_sql(forbidden).execute(&mut other_program).await.expect_err(forbidden).to_string();
        assert!(message.contains("append-only"), "{forbidden}: {message}");
    }
    other_program.close().await.unwrap();
}

#[tokio::test]
async fn whoever_gets_round_the_triggers_is_found_out() {
    let (_folder, file) = desk().await;
    let whole = std::fs::read(&file).unwrap();
    for (deed, seq, says) in [
        (
            "update ledger set by_name = 'Somebody Else' where seq = 7",
            Some(7),
            "Entry 7 is not as it was written",
        ),
        (
            "update ledger set body = replace(body, 'Telephoned', 'Wrote') where seq = 9",
            Some(9),
            "The content of entry 9",
        ),
        (
            "update ledger set on_day = '2026-01-01' where seq = 1",
            Some(1),
            "Entry 1 is not as it was written",
        ),
        ("delete from ledger where seq = 5", Some(5), "Entry 5 is missing"),
        ("delete from ledger where seq > 15", Some(16), "ends after entry 15"),
        ("delete from ledger", Some(1), "ends after entry 0"),
        (
            "update ledger set seq = -seq where seq in (3, 4); update ledger set seq = 4 where seq = -3; update ledger set seq = 3 where seq = -4",
            Some(3),
            "Entry 3",
        ),
        ("update letter set bytes = x'00'", None, "A letter of this case is not as it was issued"),
        (
            // The hash of the single byte 0.
            "update letter set bytes = x'00',
             sha256 = '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'",
            None,
            "A letter of this case is not as it was issued",
        ),
        (
            "pragma foreign_keys = off; delete from letter",
            None,
            "A letter that the ledger says was issued is missing",
        ),
        ("update case_row set version = 19", None, "at another version than the ledger has"),
        ("pragma foreign_keys = off; delete from case_row", None, "at another version than the ledger has"),
    ] {
        std::fs::write(&file, &whole).unwrap();
        let mut other_program = by_hand(&file).await;
        let around = format!("drop trigger ledger_never_changed; drop trigger ledger_never_deleted; drop trigger letter_never_changed;
             drop trigger letter_never_deleted; {deed}");
        sqlx::raw_sql(sqlx::AssertSqlSafe(around)).execute(&mut other_program).await.expect(deed);
        other_program.close().await.unwrap();
        let store = Store::open(&file, &passphrase()).await.unwrap();
        let broken =
            store.verify_ledger().await.unwrap().broken.unwrap_or_else(|| panic!("not found out: {deed}"));
        assert_eq!(broken.seq, seq, "{deed}");
        assert!(broken.why.contains(says), "{deed}: {}", broken.why);
        store.close().await;
    }
}

#[tokio::test]
async fn disposal_empties_a_body_and_leaves_the_chain_whole() {
    let (_folder, file) = desk().await;
    let mut other_program = by_hand(&file).await;
    sqlx::raw_sql("update ledger set body = null where seq = 2").execute(&mut other_program).await.unwrap();
    other_program.close().await.unwrap();
    let store = Store::open(&file, &passphrase()).await.unwrap();
    assert_eq!(store.verify_ledger().await.unwrap().broken, None);
    assert!(matches!(store.events("USPS-2026-00001").await, Err(StoreError::Disposed { .. })));
    store.close().await;
}

#[tokio::test]
async fn notes_of_two_programs_stand_one_after_the_other_however_they_alternate() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("office.desk");
    let first = Store::create(&file, &passphrase()).await.unwrap();
    let second = Store::open(&file, &passphrase()).await.unwrap();
    let number = first.next_number("USPS", 2026).await.unwrap();
    let note = |version: u32| Event::NoteAdded { text: format!("Telephoned, for the {version}. time.") };
    let add =
        |version: u32| append(&number, "Lakshmi Harbor", version - 1, vec![recorded(version, note(version))]);
    first
        .append(append(
            &number,
            "Lakshmi Harbor",
            0,
            vec![recorded(1, opened(&number, "usps", "Lakshmi Harbor"))],
        ))
        .await
        .unwrap();
    for (store, version) in
        [(&first, 2), (&first, 3), (&second, 4), (&second, 5), (&first, 6), (&second, 7), (&first, 8)]
    {
        store.append(add(version)).await.unwrap();
        let stale = store.append(add(version)).await.unwrap_err();
        assert!(matches!(stale, StoreError::ChangedElsewhere { .. }), "{stale}");
    }
    // What lists show changes with a note as with any other entry.
    let mut closing = add(9);
    closing.row.next_words = "Read what came.".to_owned();
    first.append(closing).await.unwrap();
    let page = second.worklist(&WorklistFilter::of_everything()).await.unwrap();
    assert_eq!(page.rows[0].values.next_words, "Read what came.");
    assert_eq!((page.rows[0].version, second.events(&number).await.unwrap().len()), (9, 9));
    assert_eq!(first.verify_ledger().await.unwrap().broken, None);
    first.close().await;
    second.close().await;
}

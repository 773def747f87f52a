//! An office's server: the same tables as a desk's file, the same guards, and clear words where it does not let us in.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where something is not as it should be"
)]

#[path = "support/postgres.rs"]
mod postgres;

#[path = "support/casebook.rs"]
mod casebook;

use casebook::{append, issuing, letter, opened, recorded};
use docket::store::{Append, Store, StoreError};
use sqlx::{Connection, Row};

/// Tables and columns of an engine: `table.column type`, with `not null` where it says so.
type Columns = std::collections::BTreeSet<String>;

#[tokio::test]
async fn an_office_that_does_not_let_us_in_says_so() {
    let Some(cluster) = postgres::PrivateCluster::start() else {
        return;
    };
    let url = cluster.url();
    for wrong in [url.replace("docket@", "stranger@"), url.replace("/postgres", "/nowhere")] {
        let refused = Store::connect_office(&wrong).await.err().expect("refused");
        assert!(matches!(refused, StoreError::OfficeAccount(_)), "{refused:?}");
    }
    drop(cluster);
    let began = std::time::Instant::now();
    let refused = Store::connect_office(&url).await.err().expect("refused");
    assert!(matches!(refused, StoreError::Office(_)), "{refused:?}");
    assert!(began.elapsed().as_secs() < 5, "it was tried again and again");
}

#[tokio::test]
async fn both_engines_have_the_same_tables() {
    let Some(cluster) = postgres::PrivateCluster::start() else {
        return;
    };
    let url = cluster.new_database("parity");
    Store::connect_office(&url).await.expect("an office").close().await;
    let mut server = sqlx::PgConnection::connect(&url).await.unwrap();
    let on_server: Columns = sqlx::query(
        "select table_name || '.' || column_name || ' ' || data_type
            || case is_nullable when 'NO' then ' not null' else '' end as line
         from information_schema.columns where table_schema = 'public' and table_name <> '_sqlx_migrations'",
    )
    .fetch_all(&mut server)
    .await
    .unwrap()
    .iter()
    .map(|row| row.get::<String, _>("line").replace(" bytea", " blob"))
    .collect();

    let mut file = sqlx::SqliteConnection::connect("sqlite::memory:").await.unwrap();
    let mut migrations: Vec<_> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/sqlite"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    migrations.sort();
    for migration in migrations {
        let sql = std::fs::read_to_string(migration).unwrap();
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&mut file).await.unwrap();
    }
    let in_file: Columns = sqlx::query(
        "select t.name || '.' || c.name || ' ' || c.type || iif(c.\"notnull\" = 1, ' not null', '') as line
         from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table'",
    )
    .fetch_all(&mut file)
    .await
    .unwrap()
    .iter()
    .map(|row| row.get::<String, _>("line").replace(" TEXT", " text").replace(" BLOB", " blob"))
    // The number of a row is called an integer in a file, so that it is the row's own place there.
    .map(|line| line.replace(" INTEGER", " bigint"))
    .collect();
    assert!(in_file.len() > 50, "{in_file:?}");
    // Each engine searches words in its own way: tables of FTS5 in a file, columns on a server.
    let but_search = |columns: Columns| -> Columns {
        let of_search = |line: &String| {
            ["library_words", "library_system.words", "case_words", "case_names"]
                .iter()
                .any(|table| line.starts_with(table))
        };
        columns.into_iter().filter(|line| !of_search(line)).collect()
    };
    assert_eq!(but_search(in_file), but_search(on_server));
}

#[tokio::test]
async fn the_server_refuses_changes_of_the_ledger() {
    let Some(cluster) = postgres::PrivateCluster::start() else {
        return;
    };
    let url = cluster.url();
    let store = Store::connect_office(&url).await.expect("an office");
    let acknowledgement = letter("letter-1", b"%PDF-1.7 as issued");
    let number = "USPS-2026-00001";
    let events = vec![recorded(1, opened(number, "usps", "O'Neill")), recorded(2, issuing(&acknowledgement))];
    let batch = append(number, "O'Neill", 0, events);
    store.append(Append { letter: Some(acknowledgement), ..batch }).await.expect("recorded");
    let mut server = sqlx::PgConnection::connect(&url).await.expect("the server");
    for forbidden in [
        "delete from ledger",
        "truncate ledger",
        "update ledger set by_name = 'Somebody Else' where seq = 2",
        "update ledger set body = '{}' where seq = 2",
        "update ledger set body = null, by_name = 'Somebody Else' where seq = 2",
        "delete from mail; delete from letter",
        "update letter set bytes = '\\x00'",
        "truncate letter cascade",
    ] {
        let refused = sqlx::raw_sql(forbidden).execute(&mut server).await;
        let message = refused.expect_err(forbidden).to_string();
        assert!(message.contains("append-only") || message.contains("frozen"), "{forbidden}: {message}");
    }
    sqlx::raw_sql("update ledger set body = null where seq = 2")
        .execute(&mut server)
        .await
        .expect("disposal");
    assert_eq!(store.verify_ledger().await.unwrap().broken, None);
    assert!(matches!(store.events(number).await, Err(StoreError::Disposed { .. })));
    store.close().await;
}

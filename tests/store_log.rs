//! What the log never holds: the key, the passphrase, and what the records say, at any level.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops where something is not as it should be"
)]

#[path = "support/casebook.rs"]
mod casebook;

#[path = "support/desk.rs"]
mod desk;

use casebook::passphrase;
use desk::desk;
use docket::accounts::{DeskKey, Passphrase, Salt};
use docket::store::{Store, WorklistFilter};
use std::io::Write;
use std::sync::{Arc, Mutex};
use tracing_subscriber::filter::LevelFilter;

/// A log that a test can read.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn the_most_talkative_log_holds_no_key_and_no_record() {
    let log = Log::default();
    let writer = log.clone();
    tracing_subscriber::fmt().with_max_level(LevelFilter::TRACE).with_writer(move || writer.clone()).init();
    tracing::trace!("the log is listening");

    let (folder, file) = desk().await;
    let store = Store::open(&file, &passphrase()).await.unwrap();
    let search = WorklistFilter { search: Some("okonkwo".to_owned()), ..WorklistFilter::default() };
    assert_eq!(store.worklist(&search).await.unwrap().total, 1);
    assert_eq!(store.verify_ledger().await.unwrap().broken, None);
    store.set_setting("mail", "the mail password").await.unwrap();
    store.backup_to(&folder.path().join("copy.docket")).await.unwrap();
    store.close().await;
    Store::open(&file, &Passphrase::new("another one altogether".to_owned())).await.err().expect("refused");

    let said = String::from_utf8_lossy(&log.0.lock().unwrap()).to_lowercase();
    assert!(said.contains("the log is listening"), "the test heard nothing");
    let head: [u8; Salt::LENGTH] = std::fs::read(&file).unwrap()[..Salt::LENGTH].try_into().unwrap();
    let key = DeskKey::derive(&passphrase(), Salt::read(head).unwrap()).unwrap();
    let digits = key.raw_key_literal().trim_matches(['x', '\'']).to_owned();
    let secrets =
        ["lighthouses", "another one altogether", "okonkwo", "lantern hollow", "mail password", "pragma key"];
    for secret in secrets.into_iter().chain([&digits[..64], &digits[..16]]) {
        assert!(!said.contains(secret), "“{secret}” stands in the log");
    }
}

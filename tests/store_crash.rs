//! The process is killed in the middle of its work: what was acknowledged is there, and nothing half done.
//!
//! Killing a process shows that the store needs no orderly end. It does not show what a power cut does to a disk that
//! reports writes as done which are not; for that the store asks the disk to write through, and trusts it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test stops where something is not as it should be"
)]

#[path = "support/casebook.rs"]
mod casebook;

use casebook::{append, issuing, letter, opened, passphrase, recorded};
use docket::accounts::Passphrase;
use docket::store::{Append, Store, StoreError};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

const NUMBER: &str = "USPS-2026-00001";

#[test]
fn what_was_acknowledged_survives_being_killed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("office.docket");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = Store::create(&file, &passphrase()).await.unwrap();
        let first = vec![recorded(1, opened(NUMBER, "usps", "Žofie Okonkwo-Hašek"))];
        store.append(append(NUMBER, "Žofie Okonkwo-Hašek", 0, first)).await.unwrap();
        store.close().await;
    });
    let mut acknowledged = 1;
    for (round, delay) in [0, 3, 1, 7, 2, 5].into_iter().enumerate() {
        acknowledged = work_and_be_killed(&file, Duration::from_millis(delay)).max(acknowledged);
        if round == 0 {
            runtime.block_on(another_passphrase_changes_nothing_after_a_crash(&file));
        }
        let found = runtime.block_on(look(&file));
        assert!(
            (acknowledged..=acknowledged + 1).contains(&found),
            "{acknowledged} events were acknowledged, {found} are there"
        );
        acknowledged = found;
    }
    assert!(
        acknowledged > 60,
        "only {acknowledged} events were written: the rounds were too short to mean anything"
    );
}

/// Starts a process that appends for ever, kills it after some twelve appends, and returns the last acknowledged one.
fn work_and_be_killed(file: &Path, delay: Duration) -> u32 {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "appends_until_it_is_killed", "--include-ignored", "--nocapture"])
        .env("DOCKET_TEST_CRASH", file)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let told = |line: &str| line.strip_prefix("acknowledged ").and_then(|version| version.parse().ok());
    let mut last: u32 = 0;
    let mut seen = 0;
    while seen < 12 {
        let line = lines.next().expect("the process ended by itself").unwrap();
        if let Some(version) = told(&line) {
            last = version;
            seen += 1;
        }
    }
    std::thread::sleep(delay);
    child.kill().unwrap();
    child.wait().unwrap();
    // What it still said before it died was acknowledged too.
    for line in lines.map_while(Result::ok) {
        last = told(&line).unwrap_or(last);
    }
    last
}

async fn look(file: &Path) -> u32 {
    let store = Store::open(file, &passphrase()).await.expect("the desk opens after a crash");
    let report = store.verify_ledger().await.unwrap();
    assert_eq!(report.broken, None);
    let events = store.events(NUMBER).await.unwrap();
    assert_eq!(report.entries, events.len() as u64);
    // Each event after the first came with its letter, in one transaction.
    assert_eq!(report.letters, events.len() as u64 - 1);
    let row = store.worklist(&Default::default()).await.unwrap().rows.remove(0);
    assert_eq!(row.version as usize, events.len());
    store.close().await;
    row.version
}

async fn another_passphrase_changes_nothing_after_a_crash(file: &Path) {
    let log = PathBuf::from(format!("{}-wal", file.display()));
    let before = (std::fs::read(file).unwrap(), std::fs::read(&log).expect("a crash leaves its log"));
    let wrong = Passphrase::new("another one altogether".to_owned());
    let refused = Store::open(file, &wrong).await.err().expect("refused");
    assert!(matches!(refused, StoreError::WrongPassphrase), "{refused}");
    assert!((std::fs::read(file).unwrap(), std::fs::read(&log).unwrap()) == before);
}

#[tokio::test]
#[ignore = "run by what_was_acknowledged_survives_being_killed, in a process of its own"]
async fn appends_until_it_is_killed() {
    let Some(file) = std::env::var_os("DOCKET_TEST_CRASH") else {
        return;
    };
    let store = Store::open(Path::new(&file), &passphrase()).await.unwrap();
    let first = store.events(NUMBER).await.unwrap().len() as u32 + 1;
    for version in first.. {
        let page = vec![version as u8; 30_000];
        let id = format!("letter-{version:06}");
        let new = letter(&id, &page);
        let event = issuing(&new);
        let batch = append(NUMBER, "Žofie Okonkwo-Hašek", version - 1, vec![recorded(version, event)]);
        store.append(Append { letter: Some(letter(&id, &page)), ..batch }).await.unwrap();
        println!("acknowledged {version}");
        std::io::stdout().flush().unwrap();
    }
}

//! A desk in a temporary folder, and the way to it past the program.

#![allow(dead_code, reason = "each test uses some of it")]

use docket::accounts::{DeskKey, Passphrase, Salt};
use docket::casework::Event;
use docket::store::{Append, Store};
use sqlx::ConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

use crate::casebook::{append, issuing, letter, opened, passphrase, recorded};

/// A closed desk with one case of twenty events.
pub async fn desk() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("office.docket");
    let store = Store::create(&file, &passphrase()).await.expect("a desk");
    let mut events = vec![recorded(1, opened("USPS-2026-00001", "usps", "Žofie Okonkwo-Hašek"))];
    events.extend((2..=19).map(|version| {
        recorded(version, Event::NoteAdded { text: format!("Telephoned, attempt {version}. ").repeat(40) })
    }));
    let acknowledgement = letter("letter-1", b"%PDF-1.7 as issued");
    events.push(recorded(20, issuing(&acknowledgement)));
    let batch = append("USPS-2026-00001", "Žofie Okonkwo-Hašek", 0, events);
    store.append(Append { letter: Some(acknowledgement), ..batch }).await.expect("recorded");
    store.close().await;
    (folder, file)
}

/// The desk as somebody sees it who has the passphrase and another program.
pub async fn by_hand(file: &Path) -> SqliteConnection {
    by_hand_with(file, &passphrase()).await
}

/// The same under a passphrase of its own.
pub async fn by_hand_with(file: &Path, passphrase: &Passphrase) -> SqliteConnection {
    let head: [u8; Salt::LENGTH] = std::fs::read(file).unwrap()[..Salt::LENGTH].try_into().unwrap();
    let key = DeskKey::derive(passphrase, Salt::read(head).unwrap()).unwrap();
    let literal = format!("\"{}\"", key.raw_key_literal().as_str());
    SqliteConnectOptions::new().filename(file).pragma("key", literal).connect().await.expect("opens by hand")
}

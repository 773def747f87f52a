//! The desk's file: encrypted, one, and never touched when it is refused.
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

use casebook::{append, passphrase, recorded};
use desk::{by_hand, desk};
use docket::accounts::Passphrase;
use docket::casework::Event;
use docket::store::{Store, StoreError};
use sqlx::Connection;
use std::path::{Path, PathBuf};

/// The names and bytes of everything in a folder.
fn everything(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), if path.is_file() { std::fs::read(&path).unwrap() } else { Vec::new() }))
        .collect();
    found.sort();
    found
}

/// Opens what must be refused, and makes sure that not a byte and no file of the folder changed.
async fn refused(file: &Path, with: &Passphrase) -> StoreError {
    let folder = file.parent().unwrap();
    let before = everything(folder);
    let error = Store::open(file, with).await.err().expect("it must be refused");
    assert!(everything(folder) == before, "{} was changed by a refusal: {error}", file.display());
    let sentence = error.to_string();
    assert!(sentence.ends_with('.') && sentence.len() > 40, "{sentence}");
    error
}

#[tokio::test]
async fn nothing_in_the_file_can_be_read_without_the_passphrase() {
    let (_folder, file) = desk().await;
    let bytes = std::fs::read(&file).unwrap();
    for word in ["Okonkwo", "Lantern", "ledger", "create table", "SQLite format", "Telephoned", "USPS"] {
        assert!(
            !bytes.windows(word.len()).any(|window| window == word.as_bytes()),
            "“{word}” stands in the file"
        );
    }
    assert_eq!(&bytes[..4], b"D55\x01", "it is known as a desk");
    #[cfg(unix)]
    {
        let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&file).unwrap().permissions());
        assert_eq!(mode & 0o777, 0o600, "only its owner may read it");
    }
}

#[tokio::test]
async fn two_desks_with_one_passphrase_have_different_keys() {
    let (_one, first) = desk().await;
    let (_two, second) = desk().await;
    assert_ne!(std::fs::read(first).unwrap()[..16], std::fs::read(second).unwrap()[..16]);
}

#[tokio::test]
async fn another_passphrase_does_not_open_it() {
    let (_folder, file) = desk().await;
    for wrong in ["seven quiet lighthouse", "Seven quiet lighthouses", "", " "] {
        let error = refused(&file, &Passphrase::new(wrong.to_owned())).await;
        assert!(matches!(error, StoreError::WrongPassphrase), "{error}");
    }
    Store::open(&file, &passphrase()).await.expect("the right one still opens it").close().await;
}

#[tokio::test]
async fn a_new_desk_overwrites_nothing_and_leaves_nothing_behind() {
    let (folder, file) = desk().await;
    let before = everything(folder.path());
    let exists = Store::create(&file, &passphrase()).await.err().expect("refused");
    assert!(matches!(exists, StoreError::Exists { .. }), "{exists}");
    let short = Passphrase::new("eleven char".to_owned());
    let too_short = Store::create(&folder.path().join("second.docket"), &short).await.err().expect("refused");
    assert!(matches!(too_short, StoreError::PassphraseTooShort(_)), "{too_short}");
    let nowhere = Store::create(&folder.path().join("no/such/folder.docket"), &passphrase()).await;
    assert!(matches!(nowhere, Err(StoreError::System { .. })));
    assert!(everything(folder.path()) == before);
}

#[tokio::test]
async fn a_file_that_is_cut_short_is_refused_wherever_it_is_cut() {
    let (_folder, file) = desk().await;
    let whole = std::fs::read(&file).unwrap();
    let cuts = [
        1,
        10,
        15,
        16,
        17,
        1000,
        4095,
        4096,
        4097,
        8192,
        20_000,
        whole.len() / 2,
        whole.len() - 4096,
        whole.len() - 1,
    ];
    for cut in cuts {
        std::fs::write(&file, &whole[..cut]).unwrap();
        let error = refused(&file, &passphrase()).await;
        assert!(
            matches!(error, StoreError::Damaged { .. } | StoreError::NotADesk { .. }),
            "cut to {cut} of {} bytes: {error}",
            whole.len()
        );
    }
    std::fs::write(&file, &whole).unwrap();
    Store::open(&file, &passphrase()).await.expect("the whole file opens").close().await;
}

#[tokio::test]
async fn something_else_than_a_desk_is_refused_by_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("something.docket");
    let says = async |wanted: &str| {
        let sentence = refused(&file, &passphrase()).await.to_string();
        assert!(sentence.contains(wanted), "{sentence}");
    };
    assert!(matches!(refused(&file, &passphrase()).await, StoreError::Missing { .. }));
    std::fs::write(&file, "").unwrap();
    says("it is empty").await;
    std::fs::write(&file, "Dear Sir or Madam,\n".repeat(1000)).unwrap();
    says("does not begin as a desk does").await;
    std::fs::write(&file, "D55").unwrap();
    says("too short").await;
    std::fs::write(&file, [b"SQLite format 3\0".as_slice(), &[0; 8192]].concat()).unwrap();
    says("not encrypted").await;
    std::fs::write(&file, [b"D55\x02".as_slice(), &[7; 8192]].concat()).unwrap();
    says("newer Docket 552a").await;
    std::fs::remove_file(&file).unwrap();
    std::fs::create_dir(&file).unwrap();
    says("it is a folder").await;
}

#[tokio::test]
async fn a_desk_of_a_newer_program_is_refused_by_its_version() {
    let (_folder, file) = desk().await;
    let mut other_program = by_hand(&file).await;
    sqlx::raw_sql(
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
         values (4711, 'of the future', 1, x'00', 0)",
    )
    .execute(&mut other_program)
    .await
    .unwrap();
    other_program.close().await.unwrap();
    match refused(&file, &passphrase()).await {
        StoreError::NewerDesk { version: 4711, .. } => {}
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn every_damaged_page_is_found() {
    let (_folder, file) = desk().await;
    let whole = std::fs::read(&file).unwrap();
    for page in 0..whole.len() / 4096 {
        let mut damaged = whole.clone();
        damaged[page * 4096 + 2000] ^= 1;
        std::fs::write(&file, &damaged).unwrap();
        match Store::open(&file, &passphrase()).await {
            Ok(store) => {
                let report = store.verify_ledger().await.unwrap();
                store.close().await;
                let why = report.broken.unwrap_or_else(|| panic!("damage of page {page} was not found")).why;
                assert!(why.starts_with("A page of the desk's file is damaged."), "{why}");
            }
            // One flipped bit on the first page looks just like another key.
            Err(StoreError::WrongPassphrase) => assert_eq!(page, 0),
            Err(StoreError::Damaged { .. }) => {}
            Err(other) => panic!("page {page}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn a_desk_whose_making_was_interrupted_is_told() {
    let (_folder, file) = desk().await;
    let mut other_program = by_hand(&file).await;
    sqlx::raw_sql("drop table _sqlx_migrations").execute(&mut other_program).await.unwrap();
    other_program.close().await.unwrap();
    let error = refused(&file, &passphrase()).await;
    assert!(error.to_string().contains("its making was never finished"), "{error}");
}

#[tokio::test]
async fn a_backup_is_a_desk_under_the_same_passphrase() {
    let (folder, file) = desk().await;
    let store = Store::open(&file, &passphrase()).await.unwrap();
    let copy = folder.path().join("copy of Žofie's desk.docket");
    store.backup_to(&copy).await.expect("a copy");
    // Work goes on, and does not change the copy.
    let note = Event::NoteAdded { text: "After the copy.".to_owned() };
    store
        .append(append("USPS-2026-00001", "Žofie Okonkwo-Hašek", 20, vec![recorded(21, note)]))
        .await
        .unwrap();
    let exists = store.backup_to(&copy).await.expect_err("nothing is overwritten");
    assert!(matches!(exists, StoreError::Exists { .. }), "{exists}");
    let nowhere = store.backup_to(&folder.path().join("no/such/folder.docket")).await;
    assert!(matches!(nowhere, Err(StoreError::System { .. })), "{nowhere:?}");
    store.close().await;

    let bytes = std::fs::read(&copy).unwrap();
    assert!(!bytes.windows(7).any(|window| window == b"Okonkwo"), "the copy is encrypted too");
    assert!(matches!(
        refused(&copy, &Passphrase::new("another one altogether".to_owned())).await,
        StoreError::WrongPassphrase
    ));
    let opened = Store::open(&copy, &passphrase()).await.expect("the copy opens");
    assert_eq!(opened.events("USPS-2026-00001").await.unwrap().len(), 20);
    assert_eq!(opened.verify_ledger().await.unwrap().broken, None);
    let note = Event::NoteAdded { text: "Going on in the copy.".to_owned() };
    opened
        .append(append("USPS-2026-00001", "Žofie Okonkwo-Hašek", 20, vec![recorded(21, note)]))
        .await
        .unwrap();
    opened.close().await;
    let mut names: Vec<_> = everything(folder.path()).into_iter().map(|(path, _)| path).collect();
    names.sort();
    assert_eq!(names, [copy, file]);
}

#[tokio::test]
async fn a_copy_under_another_passphrase_is_the_same_desk() {
    let (folder, file) = desk().await;
    let copy = folder.path().join("copy.docket");
    let store = Store::open(&file, &passphrase()).await.unwrap();
    let short = Passphrase::new("eleven char".to_owned());
    let too_short = store.copy_under(&copy, &short).await;
    assert!(matches!(too_short, Err(StoreError::PassphraseTooShort(_))), "{too_short:?}");
    assert!(!copy.exists());
    let another = Passphrase::new("another one altogether".to_owned());
    store.copy_under(&copy, &another).await.expect("a copy");
    let before = store.events("USPS-2026-00001").await.unwrap();
    store.close().await;

    assert_ne!(std::fs::read(&copy).unwrap()[..16], std::fs::read(&file).unwrap()[..16], "a salt of its own");
    assert!(matches!(refused(&copy, &passphrase()).await, StoreError::WrongPassphrase));
    let opened = Store::open(&copy, &another).await.expect("the copy opens");
    assert_eq!(opened.events("USPS-2026-00001").await.unwrap(), before);
    let report = opened.verify_ledger().await.unwrap();
    assert_eq!((report.entries, report.letters, report.broken), (20, 1, None));
    let note = Event::NoteAdded { text: "Going on in the copy.".to_owned() };
    opened
        .append(append("USPS-2026-00001", "Žofie Okonkwo-Hašek", 20, vec![recorded(21, note)]))
        .await
        .unwrap();
    opened.close().await;
    // The guards came with it.
    let head: [u8; 16] = std::fs::read(&copy).unwrap()[..16].try_into().unwrap();
    assert_eq!(&head[..4], b"D55\x01");
    let mut by_hand = desk::by_hand_with(&copy, &another).await;
    let refused = sqlx::raw_sql("delete from ledger").execute(&mut by_hand).await.expect_err("refused");
    assert!(refused.to_string().contains("append-only"), "{refused}");
    by_hand.close().await.unwrap();
}

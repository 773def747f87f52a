//! One story, told on both engines: what a desk relies on from its store.
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

#[path = "support/story_lists.rs"]
mod story_lists;

use casebook::{append, day, issuing, letter, opened, passphrase, recorded};
use docket::casework::Event;
use docket::store::{Append, MailOutcome, MailState, NewMail, Store, StoreError, Viewer, WorklistFilter};
use story_lists::{
    settings_and_staff_are_kept, the_catalogue_keeps_revisions, the_library_is_searched,
    the_worklist_finds_cases,
};

#[tokio::test]
async fn the_story_on_an_encrypted_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("desk of Žofie 100%?#.docket");
    let store = Store::create(&file, &passphrase()).await.expect("a desk");
    tell(&store).await;
    store.close().await;
    let again = Store::open(&file, &passphrase()).await.expect("opens again");
    the_end(&again).await;
    again.close().await;
    let names: Vec<_> = std::fs::read_dir(folder.path())
        .expect("the folder")
        .flatten()
        .map(|entry| entry.file_name())
        .collect();
    assert_eq!(names, ["desk of Žofie 100%?#.docket"], "one file is the whole desk");
}

#[tokio::test]
async fn the_story_on_an_offices_server() {
    let Some(cluster) = postgres::PrivateCluster::start() else {
        return;
    };
    let url = cluster.url();
    let store = Store::connect_office(&url).await.expect("an office");
    tell(&store).await;
    store.close().await;
    let again = Store::connect_office(&url).await.expect("joins again");
    the_end(&again).await;
    again.close().await;
}

/// The chapters, in order; each relies on the ones before.
async fn tell(store: &Store) {
    a_new_desk_is_empty(store).await;
    cases_are_numbered_and_recorded(store).await;
    a_stale_change_is_refused_with_who_and_when(store).await;
    what_is_refused_leaves_nothing_behind(store).await;
    a_letter_is_kept_byte_for_byte(store).await;
    a_letter_goes_through_the_outbox(store).await;
    the_worklist_finds_cases(store).await;
    the_catalogue_keeps_revisions(store).await;
    the_library_is_searched(store).await;
    settings_and_staff_are_kept(store).await;
}

async fn a_new_desk_is_empty(store: &Store) {
    assert_eq!(store.count_open(&Viewer::default()).await.unwrap(), 0);
    assert_eq!(store.events("USPS-2026-00001").await.unwrap(), []);
    let page = store.worklist(&WorklistFilter::default()).await.unwrap();
    assert_eq!((page.rows.len(), page.total, page.next_page), (0, 0, None));
    assert_eq!(store.verify_ledger().await.unwrap().entries, 0);
}

async fn cases_are_numbered_and_recorded(store: &Store) {
    assert_eq!(store.next_number("USPS", 2026).await.unwrap(), "USPS-2026-00001");
    // Asking again takes nothing: a number is given away only with its case.
    assert_eq!(store.next_number("USPS", 2026).await.unwrap(), "USPS-2026-00001");

    let events = vec![
        recorded(1, opened("USPS-2026-00001", "usps", "Žofie Okonkwo-Hašek")),
        recorded(2, Event::NoteAdded { text: "The envelope was torn; nothing is missing.".to_owned() }),
    ];
    store.append(append("USPS-2026-00001", "Žofie Okonkwo-Hašek", 0, events.clone())).await.unwrap();
    assert_eq!(store.events("USPS-2026-00001").await.unwrap(), events);
    assert_eq!(store.next_number("USPS", 2026).await.unwrap(), "USPS-2026-00002");
    assert_eq!(store.next_number("USPS", 2027).await.unwrap(), "USPS-2027-00001");
    assert_eq!(store.next_number("SSA", 2026).await.unwrap(), "SSA-2026-00001");

    let same = vec![recorded(1, opened("USPS-2026-00001", "usps", "Nguyễn Thị Hoa"))];
    let taken = store.append(append("USPS-2026-00001", "Nguyễn Thị Hoa", 0, same)).await;
    assert!(matches!(taken, Err(StoreError::NumberTaken { .. })), "{taken:?}");
    let other = vec![recorded(1, opened("SSA-2026-00001", "ssa", "Nguyễn Thị Hoa"))];
    store.append(append("SSA-2026-00001", "Nguyễn Thị Hoa", 0, other)).await.unwrap();
    assert_eq!(store.count_open(&Viewer::default()).await.unwrap(), 2);
}

async fn a_stale_change_is_refused_with_who_and_when(store: &Store) {
    let note = |version| recorded(version, Event::NoteAdded { text: "Called back.".to_owned() });
    let stale = append("USPS-2026-00001", "Žofie Okonkwo-Hašek", 1, vec![note(2)]);
    match store.append(stale).await {
        Err(StoreError::ChangedElsewhere { version, by, at }) => {
            assert_eq!((version, by.as_str()), (2, "Ayşe Şahin"));
            assert_eq!(at, "2026-03-02T14:30:02.000000000Z");
        }
        other => panic!("a stale change was not refused: {other:?}"),
    }
    let ahead = append("USPS-2026-00001", "Žofie Okonkwo-Hašek", 7, vec![note(8)]);
    assert!(matches!(store.append(ahead).await, Err(StoreError::ChangedElsewhere { version: 2, .. })));
    let unknown = append("USPS-2026-00099", "Nobody", 3, vec![note(4)]);
    assert!(matches!(store.append(unknown).await, Err(StoreError::OutOfOrder { .. })));
    let gap = append("USPS-2026-00001", "Žofie Okonkwo-Hašek", 2, vec![note(4)]);
    assert!(matches!(store.append(gap).await, Err(StoreError::OutOfOrder { .. })));
    let nothing = append("USPS-2026-00001", "Žofie Okonkwo-Hašek", 2, vec![]);
    assert!(matches!(store.append(nothing).await, Err(StoreError::OutOfOrder { .. })));
    assert_eq!(store.events("USPS-2026-00001").await.unwrap().len(), 2);
}

async fn what_is_refused_leaves_nothing_behind(store: &Store) {
    // The letter's bytes are not those of its hash: neither its event nor the row may stay.
    let mut false_letter = letter("letter-false", b"%PDF-1.7 as checked");
    let issued = issuing(&false_letter);
    false_letter.bytes = b"%PDF-1.7 as changed afterwards".to_vec();
    let false_bytes = Append {
        letter: Some(false_letter),
        ..append("SSA-2026-00001", "Somebody Else", 1, vec![recorded(2, issued)])
    };
    assert!(matches!(store.append(false_bytes).await, Err(StoreError::LetterMismatch { .. })));
    // The letter is true, but no event issues it.
    let note = Event::NoteAdded { text: "Never recorded.".to_owned() };
    let no_event = Append {
        letter: Some(letter("letter-false", b"%PDF-1.7 as checked")),
        ..append("SSA-2026-00001", "Somebody Else", 1, vec![recorded(2, note)])
    };
    assert!(matches!(store.append(no_event).await, Err(StoreError::LetterMismatch { .. })));
    // The outcome is of a message that does not exist: the same.
    let batch = Append {
        mail_state: Some(MailOutcome { id: "no such".to_owned(), state: MailState::Sent, reason: None }),
        ..append(
            "SSA-2026-00001",
            "Somebody Else",
            1,
            vec![recorded(2, Event::NoteAdded { text: "Never recorded.".to_owned() })],
        )
    };
    assert!(matches!(store.append(batch).await, Err(StoreError::NotWaiting)));
    assert_eq!(store.events("SSA-2026-00001").await.unwrap().len(), 1);
    let filter = WorklistFilter { search: Some("somebody".to_owned()), ..WorklistFilter::default() };
    assert_eq!(store.worklist(&filter).await.unwrap().total, 0);
    assert_eq!(store.letter("SSA-2026-00001", "letter-false").await.unwrap(), None);
}

fn issued(version: u32, id: &str, bytes: &[u8]) -> Append {
    let new = letter(id, bytes);
    let event = issuing(&new);
    let batch = append("USPS-2026-00001", "Žofie Okonkwo-Hašek", version - 1, vec![recorded(version, event)]);
    Append { letter: Some(new), ..batch }
}

async fn a_letter_is_kept_byte_for_byte(store: &Store) {
    let every_byte: Vec<u8> = (0..=255).cycle().take(70_000).collect();
    store.append(issued(3, "letter-1", &every_byte)).await.unwrap();
    let kept = store.letter("USPS-2026-00001", "letter-1").await.unwrap().expect("the letter");
    assert_eq!(kept.bytes, every_byte);
    assert_eq!((kept.name.as_str(), kept.dated), ("Acknowledgement", day("2026-03-02")));
    // A letter is found only under its own case.
    assert_eq!(store.letter("SSA-2026-00001", "letter-1").await.unwrap(), None);
}

async fn a_letter_goes_through_the_outbox(store: &Store) {
    let message = b"From: desk@example.org\r\n\r\n\0\xff".to_vec();
    let queued = Append {
        mail: Some(NewMail {
            id: "mail-1".to_owned(),
            letter: "letter-1".to_owned(),
            from: "desk@example.org".to_owned(),
            to: "zofie@example.org".to_owned(),
            message_id: "<1@example.org>".to_owned(),
            message: message.clone(),
            queued_on: day("2026-03-02"),
        }),
        ..append(
            "USPS-2026-00001",
            "Žofie Okonkwo-Hašek",
            3,
            vec![recorded(4, Event::LetterQueued { letter: "letter-1".to_owned(), forms: Vec::new() })],
        )
    };
    store.append(queued).await.unwrap();
    assert_eq!(store.mail_message("mail-1").await.unwrap(), Some(message));
    assert_eq!(store.mail_message("mail-2").await.unwrap(), None);

    let failed = MailOutcome {
        id: "mail-1".to_owned(),
        state: MailState::Failed,
        reason: Some("The server is away.".to_owned()),
    };
    store.set_outbox_state(&failed).await.unwrap();
    let row = store.outbox().await.unwrap().remove(0);
    assert_eq!(
        (row.state, row.tries, row.reason.as_deref()),
        (MailState::Failed, 1, Some("The server is away."))
    );
    assert_eq!((row.letter_name.as_str(), row.to.as_str()), ("Acknowledgement", "zofie@example.org"));

    let sent = |version: u32| Append {
        mail_state: Some(MailOutcome { id: "mail-1".to_owned(), state: MailState::Sent, reason: None }),
        ..append(
            "USPS-2026-00001",
            "Žofie Okonkwo-Hašek",
            version - 1,
            vec![recorded(
                version,
                Event::LetterEmailed {
                    letter: "letter-1".to_owned(),
                    message_id: "<1@example.org>".to_owned(),
                },
            )],
        )
    };
    store.append(sent(5)).await.unwrap();
    let row = store.outbox().await.unwrap().remove(0);
    assert_eq!((row.state, row.tries, row.reason), (MailState::Sent, 2, None));
    // Once sent it is never marked or sent again.
    assert!(matches!(store.append(sent(6)).await, Err(StoreError::NotWaiting)));
    assert!(matches!(store.set_outbox_state(&failed).await, Err(StoreError::NotWaiting)));
    assert_eq!(store.events("USPS-2026-00001").await.unwrap().len(), 5);
}

/// What must still be there when the desk is opened again.
async fn the_end(store: &Store) {
    let events = store.events("USPS-2026-00001").await.unwrap();
    assert_eq!(events.iter().map(|event| event.version).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert_eq!(
        store.letter("USPS-2026-00001", "letter-1").await.unwrap().expect("the letter").bytes.len(),
        70_000
    );
    assert_eq!(store.setting("agencies").await.unwrap().as_deref(), Some("usps,ssa"));
    let report = store.verify_ledger().await.unwrap();
    assert_eq!(report.broken, None);
    // Seven events of cases, four imports, three corrections made or withdrawn, three entries of staff.
    assert_eq!((report.entries, report.letters), (17, 1));
}

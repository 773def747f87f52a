//! Papers of a case, and what is left when it is disposed of. On both engines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test stops where something is not as it should be"
)]

#[path = "support/casebook.rs"]
mod casebook;
#[path = "support/engines.rs"]
mod engines;
#[path = "support/postgres.rs"]
mod postgres;

use casebook::{append, day, issuing, letter, opened, recorded, stamp};
use docket::casework::{Event, State};
use docket::store::{
    Append, Disposal, LARGEST_PAPER, NewPaper, PersonProbe, PersonRole, PersonSeen, Store, StoreError,
    Viewer, WorklistFilter,
};
use engines::on_both;
use sha2::{Digest, Sha256};

const NUMBER: &str = "USPS-2026-00001";
const NAME: &str = "Žofie Okonkwo-Hašek";

fn paper(id: &str, bytes: &[u8], identity: bool) -> NewPaper {
    NewPaper {
        id: id.to_owned(),
        name: "scan of Žofie.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        sha256: Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
        bytes: bytes.to_vec(),
        identity,
        added_on: day("2026-03-02"),
        destroy_after: identity.then(|| day("2026-04-01")),
    }
}

fn note(version: u32, text: &str) -> Append {
    let event = Event::NoteAdded { text: text.to_owned() };
    append(NUMBER, NAME, version - 1, vec![recorded(version, event)])
}

fn with(version: u32, papers: Vec<NewPaper>) -> Append {
    let named = papers.iter().map(|paper| paper.sha256.as_str()).collect::<Vec<_>>().join(", ");
    Append { papers, ..note(version, &format!("Papers came: {named}.")) }
}

fn destroying(version: u32, id: &str) -> Append {
    Append { destroyed_papers: vec![id.to_owned()], ..note(version, &format!("Destroyed: {id}.")) }
}

async fn takes_in(store: &Store) {
    let mut batch = append(NUMBER, NAME, 0, vec![recorded(1, opened(NUMBER, "usps", NAME))]);
    batch.row.people = vec![PersonSeen {
        role: PersonRole::Requester,
        name: NAME.to_owned(),
        address: vec!["14 Lantern Hollow".to_owned()],
        email: None,
        identifiers: vec!["987-65-4320".to_owned()],
    }];
    store.append(batch).await.unwrap();
}

#[tokio::test]
async fn a_paper_is_kept_as_it_came_and_an_identity_paper_can_be_destroyed() {
    on_both(async |store| {
        takes_in(store).await;
        let licence = paper("id-1", b"%PDF a driver's licence", true);
        let scan = paper("scan-1", &[7; 100_000], false);
        store.append(with(2, vec![licence.clone(), scan.clone()])).await.unwrap();
        let bytes = async |id: &str| store.paper_bytes(NUMBER, id).await.unwrap();
        assert_eq!(bytes("id-1").await, Some(licence.bytes.clone()));
        assert_eq!(bytes("scan-1").await, Some(scan.bytes));
        assert_eq!(store.paper_bytes("USPS-2026-00002", "id-1").await.unwrap(), None, "only under its case");
        assert_eq!(store.verify_ledger().await.unwrap().broken, None);

        // Nothing says its name in a log.
        assert!(!format!("{licence:?} {:?}", store.papers_of(NUMBER).await.unwrap()).contains("Žofie"));

        assert_eq!(store.papers_to_destroy(day("2026-04-01")).await.unwrap(), []);
        let due = store.papers_to_destroy(day("2026-04-02")).await.unwrap();
        assert_eq!(due.iter().map(|paper| paper.id.as_str()).collect::<Vec<_>>(), ["id-1"]);
        // An event must say so.
        let silent = Append { destroyed_papers: vec!["id-1".to_owned()], ..note(3, "Nothing to see.") };
        assert!(matches!(store.append(silent).await, Err(StoreError::PaperMismatch { .. })));
        store.append(destroying(3, "id-1")).await.unwrap();
        assert_eq!(bytes("id-1").await, None);
        assert_eq!(store.papers_of(NUMBER).await.unwrap()[0].destroyed_on, Some(day("2026-03-02")));
        assert!(matches!(store.append(destroying(4, "id-1")).await, Err(StoreError::NotThere { .. })));
        assert_eq!(store.papers_to_destroy(day("2026-04-02")).await.unwrap(), []);
        assert_eq!(store.verify_ledger().await.unwrap().broken, None);
    })
    .await;
}

#[tokio::test]
async fn a_paper_that_is_not_what_the_event_says_is_refused_with_everything() {
    on_both(async |store| {
        takes_in(store).await;
        let mut changed = paper("scan-1", b"as read", false);
        let unnamed = Append { papers: vec![changed.clone()], ..note(2, "A letter came.") };
        assert!(matches!(store.append(unnamed).await, Err(StoreError::PaperMismatch { .. })));
        changed.bytes = b"as changed".to_vec();
        assert!(matches!(store.append(with(2, vec![changed])).await, Err(StoreError::PaperMismatch { .. })));
        let large = paper("scan-2", &vec![0; LARGEST_PAPER + 1], false);
        assert!(matches!(store.append(with(2, vec![large])).await, Err(StoreError::PaperTooLarge)));
        assert_eq!(store.events(NUMBER).await.unwrap().len(), 1);
        assert_eq!(store.papers_of(NUMBER).await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn a_disposed_case_leaves_its_proof_and_nothing_else() {
    on_both(async |store| {
        takes_in(store).await;
        let acknowledgement = letter("letter-1", b"%PDF-1.7 Dear Ms. Hasek");
        let issued = append(NUMBER, NAME, 1, vec![recorded(2, issuing(&acknowledgement))]);
        store.append(Append { letter: Some(acknowledgement), ..issued }).await.unwrap();
        store
            .append(with(3, vec![paper("id-1", b"licence", true), paper("scan-1", b"scan", false)]))
            .await
            .unwrap();
        store.append(destroying(4, "id-1")).await.unwrap();
        let mut close =
            append(NUMBER, NAME, 4, vec![recorded(5, Event::Closed { note: "Done.".to_owned() })]);
        close.row.state = State::Closed;
        close.row.closed = true;
        close.row.next_by = None;
        close.row.dispose_after = Some(day("2032-03-02"));
        store.append(close).await.unwrap();
        assert!(store.cases_to_dispose(day("2032-03-02")).await.unwrap().is_empty());
        assert_eq!(store.cases_to_dispose(day("2032-03-03")).await.unwrap()[0].number, NUMBER);

        let disposal = Disposal {
            case_number: NUMBER.to_owned(),
            expected_version: 5,
            authority: "GRS 4.2, item 020".to_owned(),
            approved_by: "Ayşe Şahin".to_owned(),
            stamp: stamp(),
        };
        let stale = Disposal { expected_version: 4, ..disposal.clone() };
        assert!(matches!(store.dispose(&stale).await, Err(StoreError::ChangedElsewhere { version: 5, .. })));
        let unknown = Disposal { case_number: "USPS-2026-00009".to_owned(), ..disposal.clone() };
        assert!(matches!(store.dispose(&unknown).await, Err(StoreError::NotThere { .. })));
        let certificate = store.dispose(&disposal).await.unwrap();
        let kinds: Vec<_> = certificate.entries.iter().map(|part| part.kind.as_str()).collect();
        assert_eq!(kinds, ["opened", "letter-issued", "note-added", "note-added", "closed"]);
        assert_eq!((certificate.letters.len(), certificate.papers.len()), (1, 2));

        assert!(matches!(store.events(NUMBER).await, Err(StoreError::Disposed { .. })));
        assert!(matches!(store.letter(NUMBER, "letter-1").await, Err(StoreError::Disposed { .. })));
        assert_eq!(store.paper_bytes(NUMBER, "scan-1").await.unwrap(), None);
        assert!(store.papers_of(NUMBER).await.unwrap().iter().all(|paper| paper.name.is_empty()));
        let everything = WorklistFilter { closed: true, ..WorklistFilter::of_everything() };
        let row = store.worklist(&everything).await.unwrap().rows.remove(0);
        assert_eq!((row.values.requester.as_str(), row.values.state), ("", State::Closed));
        for words in ["hasek", "00001", "transcript"] {
            let found = WorklistFilter { search: Some(words.to_owned()), ..everything.clone() };
            assert_eq!(store.worklist(&found).await.unwrap().total, 0, "{words}");
        }
        let probe = PersonProbe {
            name: NAME.to_owned(),
            identifiers: vec!["987-65-4320".to_owned()],
            ..PersonProbe::default()
        };
        assert_eq!(store.persons_like(&probe, &Viewer::of_everything()).await.unwrap(), []);
        assert!(matches!(store.dispose(&disposal).await, Err(StoreError::Disposed { .. })));
        assert!(matches!(store.append(note(6, "Once more.")).await, Err(StoreError::Disposed { .. })));
        let report = store.verify_ledger().await.unwrap();
        assert_eq!((report.broken, report.entries), (None, 6));
    })
    .await;
}

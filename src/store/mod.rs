//! The ledger and its rows: one desk in an encrypted SQLite file, or an office on PostgreSQL, with one set of queries.
//!
//! One transaction appends the events *and* updates the row that lists read *and* keeps the letter or message that
//! goes with it, so a crash leaves all or nothing. The queries stand in `sql/`; only connection set-up and the
//! search of the library differ between the engines (`sqlite.rs`, `postgres.rs`). Deliberately absent: any rule of law, any clock, any decision.

mod append;
mod backup;
mod bulk;
mod bulk_line;
mod by_system;
mod case_words;
mod catalogue;
mod chain;
mod corrections;
mod desk_entries;
mod disclosures;
mod disposal;
mod drafts;
mod error;
mod filter;
mod incoming;
mod ledger_export;
mod letters;
mod library;
mod numbers;
mod open;
mod outbox;
mod overrides;
mod papers;
mod people;
mod person_links;
mod postgres;
mod rows;
mod saved_views;
mod schema;
mod sealing;
mod search;
mod settings;
mod sqlite;
mod staff;
mod verify;
mod viewer;
mod wordings;
mod worklist;
mod workload;
mod writer;

pub use append::{Append, Stamp};
pub use backup::free_name;
pub use bulk::{BulkCase, BulkEvent, BulkLetter, BulkSecret, BulkWriter};
pub use by_system::{CasesOfSystem, ClosedCase};
pub use catalogue::{ImportRecord, SavedRevisions};
pub use disclosures::{Disclosure, DisclosureSubject, NewDisclosure, Recipient, StoredDisclosure};
pub use disposal::{Disposal, DisposalCertificate, DisposedPart};
pub use drafts::FormDraft;
pub use error::StoreError;
pub use incoming::{IncomingForm, SetAside, StoredIncoming};
pub use letters::{DraftKey, NewLetter, StoredDraft, StoredLetter};
pub use library::{
    LIBRARY_PAGE, LIBRARY_TEXTS, LibraryAgency, LibraryFilter, LibraryPage, LibraryRevision, LibrarySystem,
};
pub use outbox::{MailOutcome, MailState, NewMail, QueuedMail};
pub use overrides::{OverridesMark, RefreshedRow, StoredOverride};
pub use papers::{LARGEST_PAPER, NewPaper, Paper};
pub use people::{Likeness, PERSONS_LIKE, PersonHit, PersonProbe, PersonRole, PersonSeen};
pub use person_links::{NewPersonLink, PersonLink};
pub use rows::{CaseRowValues, StoredRow};
pub use saved_views::SavedView;
pub use verify::{Broken, LedgerReport};
pub use viewer::Viewer;
pub use wordings::{WordingEntry, WordingMark};
pub use worklist::{MOST_COUNTED, MOST_FOUND, PAGE_ROWS, Whose, WorklistFilter, WorklistPage};
pub use workload::Counted;

use sqlx::AnyPool;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use self::writer::FileWriter;
use crate::accounts::DeskKey;

/// A desk's store. Clones share the same connections.
#[derive(Clone)]
pub struct Store {
    pool: AnyPool,
    engine: Engine,
    /// The secret under which identifiers are hashed.
    salt: Arc<str>,
}

/// Which engine holds the desk.
#[derive(Clone)]
enum Engine {
    /// An encrypted file.
    File { path: Arc<PathBuf>, key: Arc<DeskKey>, writer: FileWriter },
    /// An office's server.
    Office,
}

impl Store {
    /// The desk's file; nothing for an office's server.
    pub fn file(&self) -> Option<&Path> {
        match &self.engine {
            Engine::File { path, .. } => Some(path.as_path()),
            Engine::Office => None,
        }
    }

    /// Closes every connection and folds the write-ahead log into the file.
    pub async fn close(self) {
        if let Engine::File { writer, .. } = &self.engine {
            writer.close().await;
        }
        self.pool.close().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::Passphrase;

    /// The window runs commands on several threads: this compiles only where their work can move between them.
    #[expect(dead_code, reason = "it is the compiler that tests it")]
    fn every_answer_can_be_awaited_on_any_thread(
        store: &Store,
        file: &Path,
        passphrase: &Passphrase,
        batch: Append,
    ) {
        fn on_any_thread(_: impl Future + Send) {}
        on_any_thread(Store::create(file, passphrase));
        on_any_thread(Store::open(file, passphrase));
        on_any_thread(Store::connect_office(""));
        on_any_thread(store.append(batch));
        on_any_thread(store.events(""));
        on_any_thread(store.worklist(&WorklistFilter { agency: None, ..WorklistFilter::default() }));
        on_any_thread(store.verify_ledger());
        on_any_thread(store.backup_to(file));
        on_any_thread(store.copy_under(file, passphrase));
    }
}

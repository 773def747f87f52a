//! One printing under way: how far it is, and whether somebody asked to stop it.

use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use tokio::sync::Notify;

/// How far a printing is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct PrintProgress {
    /// How many letters are to be printed.
    pub total: u32,
    /// How many of them the print service has finished, printed or not.
    pub done: u32,
    /// What happens now, as a sentence: which case is being printed, or why the printer stands still.
    pub words: String,
    /// Whether the printer stands still, so that a person must look at it or stop the printing.
    pub stuck: bool,
    /// Whether it was asked to stop.
    pub stopping: bool,
}

/// A printing under way. Clones share it: one side prints, the other looks and may stop it.
#[derive(Debug, Clone, Default)]
pub struct PrintRun(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    progress: Mutex<PrintProgress>,
    stopped: Notify,
}

impl PrintRun {
    /// How far it is.
    pub fn progress(&self) -> PrintProgress {
        self.0.progress.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Asks it to stop: the job that is under way is cancelled, and nothing more is handed over.
    pub fn stop(&self) {
        self.change(|progress| progress.stopping = true);
        self.0.stopped.notify_waiters();
    }

    /// Whether it was asked to stop.
    pub fn is_stopping(&self) -> bool {
        self.0.progress.lock().unwrap_or_else(PoisonError::into_inner).stopping
    }

    pub(crate) fn change(&self, change: impl FnOnce(&mut PrintProgress)) {
        change(&mut self.0.progress.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Waits for so long, or until it is asked to stop.
    pub(crate) async fn pause(&self, length: std::time::Duration) {
        let stopped = self.0.stopped.notified();
        if !self.is_stopping() {
            let _ = tokio::time::timeout(length, stopped).await;
        }
    }
}

//! The one connection that writes to a file, and the transactions on it.
//!
//! What it has read stays in its memory, while every other connection reads anew after each writing. It stands in no
//! pool: a pool asks a connection whether it lives each time that it is given back, for which the next writing waits.

use std::sync::Arc;
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, Connection, Transaction};
use tokio::sync::{Mutex, MutexGuard};
use tokio::time::timeout;

use super::chain::Head;
use super::{Engine, Store, StoreError};

/// How long a writing may wait for another one of this program.
const TURN: Duration = Duration::from_secs(30);

/// The writing connection of a file, shared by the store's clones; nothing in it once the desk is closed.
#[derive(Clone)]
pub(super) struct FileWriter(Arc<Mutex<Option<FileConnection>>>);

/// The connection, with the newest entry of the ledger where it was this one that wrote it.
pub(super) struct FileConnection {
    connection: AnyConnection,
    newest: Option<Head>,
}

/// The connection of whoever writes now.
pub(super) enum Writer<'a> {
    File(MutexGuard<'a, Option<FileConnection>>),
    Office(PoolConnection<Any>),
}

impl FileWriter {
    pub(super) fn new(connection: AnyConnection) -> Self {
        Self(Arc::new(Mutex::new(Some(FileConnection { connection, newest: None }))))
    }

    /// Closes it, when nobody writes any more.
    pub(super) async fn close(&self) {
        if let Some(file) = self.0.lock().await.take()
            && let Err(error) = file.connection.close().await
        {
            tracing::warn!(cause = %error, "the connection that writes did not close well");
        }
    }
}

impl Store {
    /// Waits for the turn to write.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where another writing takes too long.
    pub(super) async fn writer(&self) -> Result<Writer<'_>, StoreError> {
        Ok(match &self.engine {
            Engine::File { writer, .. } => {
                let turn = timeout(TURN, writer.0.lock()).await;
                Writer::File(turn.map_err(|_| sqlx::Error::PoolTimedOut)?)
            }
            Engine::Office => Writer::Office(self.pool.acquire().await?),
        })
    }
}

impl Writer<'_> {
    /// The connection to a file with the newest entry that it wrote, for a statement that is whole by itself.
    pub(super) fn newest(&mut self) -> Option<(&mut AnyConnection, &mut Option<Head>)> {
        match self {
            Self::File(file) => file.as_mut().map(|file| (&mut file.connection, &mut file.newest)),
            Self::Office(_) => None,
        }
    }

    /// Begins a transaction that will write. SQLite is told so at once: a transaction that turns from reading to
    /// writing fails instead of waiting when another has written in between.
    pub(super) async fn begin(&mut self) -> Result<Transaction<'_, Any>, StoreError> {
        Ok(match self {
            Self::File(file) => {
                let file = file.as_mut().ok_or(sqlx::Error::PoolClosed)?;
                file.newest = None;
                file.connection.begin_with("BEGIN IMMEDIATE").await?
            }
            Self::Office(connection) => connection.begin().await?,
        })
    }
}

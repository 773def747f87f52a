//! Making a desk, opening one, and joining an office.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::schema::{self, Dialect};
use super::{Engine, Store, StoreError, postgres, settings, sqlite};
use crate::accounts::{DeskKey, Passphrase, Salt};

impl Store {
    /// Makes a new desk: an encrypted file that only its owner may read.
    ///
    /// # Errors
    /// [`StoreError::Exists`] where a file of that name exists, [`StoreError::PassphraseTooShort`], and what the
    /// system refuses; whatever was begun is removed again.
    pub async fn create(file: &Path, passphrase: &Passphrase) -> Result<Self, StoreError> {
        prepare_engines();
        passphrase.long_enough()?;
        let path = place(file)?;
        make_private(&path)?;
        let made = Self::found(&path, passphrase).await;
        if made.is_err() {
            remove_unfinished(&path);
        }
        made
    }

    async fn found(path: &Path, passphrase: &Passphrase) -> Result<Self, StoreError> {
        let key = derive(passphrase, Salt::random().map_err(StoreError::Key)?).await?;
        Self::connect(path, key).await
    }

    /// Opens a desk. Where it refuses, no byte of the file has changed.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::NotADesk`], [`StoreError::WrongPassphrase`], [`StoreError::Damaged`],
    /// [`StoreError::NewerDesk`].
    pub async fn open(file: &Path, passphrase: &Passphrase) -> Result<Self, StoreError> {
        prepare_engines();
        let salt = sqlite::read_salt(file)?;
        let path = place(file)?;
        let key = derive(passphrase, salt).await?;
        match sqlite::probe(&path, &key).await? {
            None => {
                return Err(StoreError::NotADesk { file: path, why: "its making was never finished" });
            }
            version => schema::refuse_newer(version)?,
        }
        Self::connect(&path, key).await
    }

    async fn connect(path: &Path, key: DeskKey) -> Result<Self, StoreError> {
        sqlite::write_ahead(path, &key).await?;
        let key = Arc::new(key);
        let pool = sqlite::pool(path, Arc::clone(&key)).await?;
        schema::migrate(&pool, Dialect::Sqlite).await?;
        let salt = settings::salt(&pool).await?.into();
        let writer = sqlite::writer(path, &key).await?;
        Ok(Self { pool, engine: Engine::File { path: Arc::new(path.to_owned()), key, writer }, salt })
    }

    /// Joins an office's desk on a PostgreSQL server, and brings its tables up to date.
    ///
    /// # Errors
    /// [`StoreError::OfficeAddress`] where the address cannot be used or asks for a connection without TLS,
    /// [`StoreError::Office`] where the server does not answer, [`StoreError::NewerDesk`].
    pub async fn connect_office(url: &str) -> Result<Self, StoreError> {
        prepare_engines();
        let pool = postgres::pool(url).await?;
        let version = schema::version(&mut *pool.acquire().await?).await?;
        schema::refuse_newer(version)?;
        schema::migrate(&pool, Dialect::Postgres).await?;
        let salt = settings::salt(&pool).await?.into();
        Ok(Self { pool, engine: Engine::Office, salt })
    }
}

/// Makes the engines ready, before the first connection.
///
/// OpenSSL must not tidy up when the process ends: a connection may still be closing on another thread then.
pub(super) fn prepare_engines() {
    openssl_sys::init();
    sqlx::any::install_default_drivers();
}

/// Derives the key on a thread that may be busy.
pub(super) async fn derive(passphrase: &Passphrase, salt: Salt) -> Result<DeskKey, StoreError> {
    let passphrase = passphrase.clone();
    tokio::task::spawn_blocking(move || DeskKey::derive(&passphrase, salt))
        .await
        .map_err(|error| StoreError::System {
            what: "The desk could not be unlocked.",
            source: std::io::Error::other(error),
        })?
        .map_err(StoreError::Key)
}

/// Makes an empty file that only its owner may read.
pub(super) fn make_private(path: &Path) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|source| match source.kind() {
        ErrorKind::AlreadyExists => StoreError::Exists { file: path.to_owned() },
        _ => StoreError::System { what: "The desk's file could not be made.", source },
    })?;
    Ok(())
}

/// The path in full, so that a later change of the working folder changes nothing.
pub(super) fn place(file: &Path) -> Result<PathBuf, StoreError> {
    std::path::absolute(file)
        .map_err(|source| StoreError::System { what: "The desk's folder could not be found.", source })
}

/// Removes a file that was begun, with what SQLite put beside it.
pub(super) fn remove_unfinished(path: &Path) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        if let Err(error) = std::fs::remove_file(&name)
            && error.kind() != ErrorKind::NotFound
        {
            tracing::warn!(cause = %error, "an unfinished desk could not be removed");
        }
    }
}

//! A copy of the desk as it is at this moment, while people go on working; under the same passphrase or another.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sqlx::Row;

use super::open::{derive, make_private, place, prepare_engines, remove_unfinished};
use super::{Engine, Store, StoreError, schema, sqlite};
use crate::accounts::{DeskKey, Passphrase, Salt};

impl Store {
    /// Writes an encrypted copy, reads it back, and only then gives it its name. The same passphrase opens it.
    ///
    /// # Errors
    /// [`StoreError::Exists`] where a file of that name exists, [`StoreError::BackupIsTheOffices`] for an office's
    /// server, and what the system refuses; then nothing is left behind.
    pub async fn backup_to(&self, file: &Path) -> Result<(), StoreError> {
        let Engine::File { key, .. } = &self.engine else {
            return Err(StoreError::BackupIsTheOffices);
        };
        self.copy_to(file, key, async |name| {
            sqlx::query("VACUUM INTO $1").bind(name).execute(&self.pool).await?;
            Ok(())
        })
        .await
    }

    /// Writes a copy that another passphrase opens, under a key and a salt of its own: the way to change a desk's
    /// passphrase. The desk itself still opens with the old one, until the office deletes it.
    ///
    /// # Errors
    /// As [`Store::backup_to`], and [`StoreError::PassphraseTooShort`].
    pub async fn copy_under(&self, file: &Path, passphrase: &Passphrase) -> Result<(), StoreError> {
        let Engine::File { path, key, .. } = &self.engine else {
            return Err(StoreError::BackupIsTheOffices);
        };
        passphrase.long_enough()?;
        let new_key = derive(passphrase, Salt::random().map_err(StoreError::Key)?).await?;
        self.copy_to(file, &new_key, async |name| sqlite::export(path, key, name, &new_key).await).await
    }

    /// Opens a copy of this desk with the desk's own key, to look at it; the desk itself stays open.
    ///
    /// # Errors
    /// [`StoreError::WrongPassphrase`] where the copy was made under another passphrase or of another desk, and as
    /// [`Store::open`].
    pub async fn open_copy(&self, file: &Path) -> Result<Store, StoreError> {
        let Engine::File { key, .. } = &self.engine else {
            return Err(StoreError::BackupIsTheOffices);
        };
        sqlite::read_salt(file)?;
        let path = place(file)?;
        schema::refuse_newer(sqlite::probe(&path, key).await?)?;
        let pool = sqlite::pool(&path, Arc::clone(key)).await?;
        let writer = sqlite::writer(&path, key).await?;
        let engine = Engine::File { path: Arc::new(path), key: Arc::clone(key), writer };
        Ok(Store { pool, engine, salt: Arc::clone(&self.salt) })
    }

    /// The number and the hash of the newest entry of the ledger.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn ledger_head(&self) -> Result<(u64, String), StoreError> {
        let row = sqlx::query(include_str!("sql/read_head.sql")).fetch_one(&self.pool).await?;
        let seq: i64 = row.try_get("seq")?;
        Ok((u64::try_from(seq).unwrap_or_default(), row.try_get("hash")?))
    }

    /// The hash of an entry of the ledger; nothing where there is none of that number.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn ledger_hash(&self, seq: u64) -> Result<Option<String>, StoreError> {
        let row = sqlx::query(include_str!("sql/ledger_hash.sql"))
            .bind(i64::try_from(seq).unwrap_or(i64::MAX))
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| Ok(row.try_get("hash")?)).transpose()
    }

    /// Puts a backup into the place of a desk that nobody has open; the desk's own file is kept beside it, under the name
    /// that is answered. Nothing is kept where there was no file.
    ///
    /// The backup is copied first and read back with its passphrase; only then is the old file renamed.
    ///
    /// # Errors
    /// [`StoreError::InUse`] where another program has the desk open, and as [`Store::open`] for the backup. The desk is
    /// as it was then.
    pub async fn put_back(
        desk: &Path,
        backup: &Path,
        passphrase: &Passphrase,
        kept_name: &str,
    ) -> Result<Option<PathBuf>, StoreError> {
        prepare_engines();
        let (desk, backup) = (place(desk)?, place(backup)?);
        let key = derive(passphrase, sqlite::read_salt(&backup)?).await?;
        schema::refuse_newer(sqlite::probe(&backup, &key).await?)?;
        let log = with_suffix(&desk, "-wal");
        // A crash leaves a log that opening and closing folds in; one that stays belongs to a program that is working.
        if log.exists()
            && let Ok(store) = Store::open(&desk, passphrase).await
        {
            store.close().await;
            if log.exists() {
                return Err(StoreError::InUse);
            }
        }
        let unfinished = unfinished_name(&desk);
        remove_unfinished(&unfinished);
        make_private(&unfinished)?;
        let put = async {
            fs::copy(&backup, &unfinished).map_err(not_written)?;
            sqlite::probe(&unfinished, &key).await?;
            let kept = if desk.exists() {
                let kept = free_name(&desk.with_file_name(kept_name));
                fs::rename(&desk, &kept).map_err(not_written)?;
                for suffix in ["-wal", "-shm"] {
                    let beside = with_suffix(&desk, suffix);
                    if beside.exists() {
                        fs::rename(beside, with_suffix(&kept, suffix)).map_err(not_written)?;
                    }
                }
                Some(kept)
            } else {
                None
            };
            match keep(&unfinished, &desk) {
                Ok(()) => Ok(kept),
                Err(error) => {
                    if let Some(kept) = kept {
                        fs::rename(kept, &desk).map_err(not_written)?;
                    }
                    Err(not_written(error))
                }
            }
        }
        .await;
        if put.is_err() {
            remove_unfinished(&unfinished);
        }
        put
    }

    /// Lets `write` fill a new file, reads it back with `key`, and only then gives it its name.
    async fn copy_to(
        &self,
        file: &Path,
        key: &DeskKey,
        write: impl AsyncFnOnce(&str) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let target = place(file)?;
        if fs::exists(&target).map_err(not_written)? {
            return Err(StoreError::Exists { file: target });
        }
        let unfinished = unfinished_name(&target);
        let name = unfinished.to_str().ok_or(StoreError::NotADesk {
            file: target.clone(),
            why: "its name holds characters that are not Unicode",
        })?;
        make_private(&unfinished)?;
        let copied = async {
            write(name).await?;
            match sqlite::probe(&unfinished, key).await? {
                Some(version) if version == schema::known_version() => {}
                _ => return Err(StoreError::unreadable("the copy could not be read back")),
            }
            keep(&unfinished, &target).map_err(not_written)
        };
        let copied = copied.await;
        if copied.is_err() {
            remove_unfinished(&unfinished);
        }
        copied
    }
}

/// The name itself, or with `-2`, `-3` … before its ending, so that no file is overwritten.
pub fn free_name(wanted: &Path) -> PathBuf {
    let stem = wanted.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let ending =
        wanted.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    std::iter::once(wanted.to_owned())
        .chain((2_u32..).map(|count| wanted.with_file_name(format!("{stem}-{count}{ending}"))))
        .find(|name| !name.exists())
        .unwrap_or_else(|| wanted.to_owned())
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

pub(super) fn unfinished_name(target: &Path) -> PathBuf {
    with_suffix(target, ".unfinished")
}

/// Gives the copy its name once it is on the disk.
pub(super) fn keep(unfinished: &Path, target: &Path) -> io::Result<()> {
    File::options().write(true).open(unfinished)?.sync_all()?;
    fs::rename(unfinished, target)?;
    #[cfg(unix)]
    if let Some(folder) = target.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

pub(super) fn not_written(source: io::Error) -> StoreError {
    StoreError::System { what: "The copy could not be written.", source }
}

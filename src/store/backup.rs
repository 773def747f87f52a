//! A copy of the desk as it is at this moment, while people go on working; under the same passphrase or another.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::open::{derive, make_private, place, remove_unfinished};
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
        let Engine::File { path, key } = &self.engine else {
            return Err(StoreError::BackupIsTheOffices);
        };
        passphrase.long_enough()?;
        let new_key = derive(passphrase, Salt::random().map_err(StoreError::Key)?).await?;
        self.copy_to(file, &new_key, async |name| sqlite::export(path, key, name, &new_key).await).await
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

fn unfinished_name(target: &Path) -> PathBuf {
    let mut name = OsString::from(target);
    name.push(".unfinished");
    PathBuf::from(name)
}

/// Gives the copy its name once it is on the disk.
fn keep(unfinished: &Path, target: &Path) -> io::Result<()> {
    File::options().write(true).open(unfinished)?.sync_all()?;
    fs::rename(unfinished, target)?;
    #[cfg(unix)]
    if let Some(folder) = target.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn not_written(source: io::Error) -> StoreError {
    StoreError::System { what: "The copy could not be written.", source }
}

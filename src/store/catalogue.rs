//! The catalogue: revisions of systems of records that were imported. The built-in ones are not stored.

use std::collections::BTreeSet;

use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};

use super::append::{NewEntry, write_entry};
use super::{Engine, Stamp, Store, StoreError, library, sqlite};
use crate::notices::{Catalogue, Revision, number_key};

/// Who imported what, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRecord {
    /// Who and when.
    pub stamp: Stamp,
    /// The names of the files, without folders.
    pub files: Vec<String>,
}

/// What saving did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SavedRevisions {
    /// How many are new.
    pub added: u32,
    /// How many were known, and were read again.
    pub known: u32,
}

impl Store {
    /// Keeps imported revisions, and records the import in the ledger. A revision that is known (same agency, system,
    /// day and source) is replaced by how it reads now. The rows of the library follow; `built_in` are the systems that
    /// the program knows without any file.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn save_revisions(
        &self,
        revisions: &[Revision],
        import: &ImportRecord,
        built_in: &Catalogue,
    ) -> Result<SavedRevisions, StoreError> {
        let mut writer = self.writer().await?;
        let (mut transaction, mut head) = writer.begin_entry().await?;
        let mut saved = SavedRevisions { added: 0, known: 0 };
        let mut keys = BTreeSet::new();
        for revision in revisions {
            let effective_from = revision.effective_from.to_string();
            let row = sqlx::query(include_str!("sql/revision_known.sql"))
                .bind(&revision.agency)
                .bind(&revision.system.number)
                .bind(&effective_from)
                .bind(&revision.source)
                .fetch_one(&mut *transaction)
                .await?;
            match row.try_get::<i64, _>("known")? {
                0 => saved.added += 1,
                _ => saved.known += 1,
            }
            let body = serde_json::to_string(revision)
                .map_err(|_| StoreError::unreadable("a revision cannot be written"))?;
            let key = number_key(&revision.system.number);
            if let Some(prior) = &revision.system.prior_number {
                self.renumber(&mut transaction, &number_key(prior), &key).await?;
            }
            sqlx::query(include_str!("sql/save_revision.sql"))
                .bind(&revision.agency)
                .bind(&key)
                .bind(&revision.system.number)
                .bind(&effective_from)
                .bind(&revision.source)
                .bind(body)
                .execute(&mut *transaction)
                .await?;
            keys.insert(key);
        }
        for key in &keys {
            library::shelve(self, &mut transaction, key, built_in).await?;
        }
        let systems: Vec<_> = revisions
            .iter()
            .map(|revision| {
                serde_json::json!({
                    "agency": revision.agency,
                    "number": revision.system.number,
                    "effective_from": revision.effective_from,
                    "source": revision.source,
                })
            })
            .collect();
        let body =
            serde_json::json!({ "event": "notices-imported", "files": import.files, "systems": systems });
        let entry = NewEntry {
            case: None,
            stamp: &import.stamp,
            event_type: "notices-imported".to_owned(),
            body: body.to_string(),
        };
        write_entry(&mut transaction, &mut head, entry).await?;
        transaction.commit().await?;
        Ok(saved)
    }

    /// A system that gets another number takes its earlier revisions along.
    async fn renumber(
        &self,
        transaction: &mut Transaction<'_, Any>,
        prior: &str,
        key: &str,
    ) -> Result<(), StoreError> {
        sqlx::query(include_str!("sql/rename_revisions.sql"))
            .bind(prior)
            .bind(key)
            .execute(&mut **transaction)
            .await?;
        if let Engine::File { .. } = self.engine {
            sqlx::query(sqlite::FORGET_LIBRARY_WORDS).bind(prior).execute(&mut **transaction).await?;
        }
        sqlx::query(include_str!("sql/forget_library_system.sql"))
            .bind(prior)
            .execute(&mut **transaction)
            .await?;
        Ok(())
    }

    /// The imported revisions of these agencies, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where one cannot be read back.
    pub async fn revisions(&self, agencies: &[&str]) -> Result<Vec<Revision>, StoreError> {
        let rows = sqlx::query(include_str!("sql/revisions.sql"))
            .bind(format!(",{},", agencies.join(",")))
            .fetch_all(&self.pool)
            .await?;
        rows.iter().map(read_revision).collect()
    }

    /// The imported revisions of one system, whoever's it is, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where one cannot be read back.
    pub async fn revisions_of(&self, number: &str) -> Result<Vec<Revision>, StoreError> {
        let rows = sqlx::query(include_str!("sql/revisions_of.sql"))
            .bind(number_key(number))
            .fetch_all(&self.pool)
            .await?;
        rows.iter().map(read_revision).collect()
    }
}

pub(super) fn read_revision(row: &AnyRow) -> Result<Revision, StoreError> {
    let body: String = row.try_get("body")?;
    serde_json::from_str(&body)
        .map_err(|_| StoreError::unreadable("a revision of the catalogue cannot be read"))
}

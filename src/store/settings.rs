//! Settings of the desk.
//!
//! In a desk's file they are encrypted with everything else. On an office's server a mail password stands as it is:
//! the server's disk and its backups must be encrypted by the office.

use sqlx::{Any, AnyPool, Row, Transaction};

use super::chain::hex;
use super::desk_entries::write_desk_entry;
use super::{Stamp, Store, StoreError};

/// The setting that holds the secret under which identifiers are hashed.
const SALT: &str = "identifier-salt";

/// The secret of the desk under which identifiers are hashed; made when the desk is first opened.
pub(super) async fn salt(pool: &AnyPool) -> Result<String, StoreError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)
        .map_err(|error| StoreError::Key(crate::accounts::KeyError::NoRandomness(error)))?;
    let known = async || sqlx::query(include_str!("sql/setting.sql")).bind(SALT).fetch_optional(pool).await;
    if known().await?.is_none() {
        sqlx::query(include_str!("sql/set_setting_once.sql"))
            .bind(SALT)
            .bind(hex(&bytes))
            .execute(pool)
            .await?;
    }
    match known().await? {
        Some(row) => Ok(row.try_get("value")?),
        None => Err(StoreError::unreadable("the secret of the desk cannot be read")),
    }
}

impl Store {
    /// A setting; nothing where it was never set.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        let row = sqlx::query(include_str!("sql/setting.sql")).bind(key).fetch_optional(&self.pool).await?;
        row.map(|row| Ok(row.try_get("value")?)).transpose()
    }

    /// Sets a setting.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn set_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let mut writer = self.writer().await?;
        let mut transaction = writer.begin().await?;
        set(&mut transaction, key, value).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Sets a setting that the ledger records, in an entry of this type.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn set_recorded_setting(
        &self,
        key: &str,
        value: &str,
        event_type: &str,
        stamp: &Stamp,
    ) -> Result<(), StoreError> {
        let mut writer = self.writer().await?;
        let (mut transaction, mut head) = writer.begin_entry().await?;
        let body = serde_json::json!({ "event": event_type, "value": value });
        write_desk_entry(&mut transaction, &mut head, stamp, event_type, body.to_string()).await?;
        set(&mut transaction, key, value).await?;
        Ok(transaction.commit().await?)
    }
}

/// Sets a setting within a transaction that writes more than it.
pub(super) async fn set(
    transaction: &mut Transaction<'_, Any>,
    key: &str,
    value: &str,
) -> Result<(), StoreError> {
    sqlx::query(include_str!("sql/set_setting.sql"))
        .bind(key)
        .bind(value)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

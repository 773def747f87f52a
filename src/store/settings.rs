//! Settings of the desk, and its staff.
//!
//! In a desk's file they are encrypted with everything else. On an office's server a mail password stands as it is:
//! the server's disk and its backups must be encrypted by the office.

use sqlx::Row;

use super::append::{NewEntry, move_head, take_head, write_entry};
use super::{Stamp, Store, StoreError};
use crate::accounts::StaffMember;

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
        let mut transaction = self.begin_writing().await?;
        sqlx::query(include_str!("sql/set_setting.sql"))
            .bind(key)
            .bind(value)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// The staff, by name.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where one cannot be read back.
    pub async fn staff(&self) -> Result<Vec<StaffMember>, StoreError> {
        let rows = sqlx::query(include_str!("sql/staff.sql")).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| {
                let roles: String = row.try_get("roles")?;
                Ok(StaffMember {
                    name: row.try_get("name")?,
                    title: row.try_get("title")?,
                    roles: serde_json::from_str(&roles)
                        .map_err(|_| StoreError::unreadable("the roles of the staff cannot be read"))?,
                })
            })
            .collect()
    }

    /// Adds a member of the staff, or changes title and roles of one of that name; recorded in the ledger.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn add_staff(&self, member: &StaffMember, stamp: &Stamp) -> Result<(), StoreError> {
        let unreadable = |_| StoreError::unreadable("the roles of the staff cannot be written");
        let roles = serde_json::to_string(&member.roles).map_err(unreadable)?;
        let mut transaction = self.begin_writing().await?;
        let mut head = take_head(&mut transaction).await?;
        sqlx::query(include_str!("sql/save_staff.sql"))
            .bind(&member.name)
            .bind(&member.title)
            .bind(roles)
            .execute(&mut *transaction)
            .await?;
        let body = serde_json::json!({ "event": "staff-saved", "member": member });
        let entry =
            NewEntry { case: None, stamp, event_type: "staff-saved".to_owned(), body: body.to_string() };
        write_entry(&mut transaction, &mut head, entry).await?;
        move_head(&mut transaction, &head).await?;
        transaction.commit().await?;
        Ok(())
    }
}

//! The staff of the desk. Whoever once worked here stays in the list, so that the history can be read.

use sqlx::{Any, Row, Transaction};

use super::desk_entries::write_desk_entry;
use super::{Stamp, Store, StoreError};
use crate::accounts::StaffMember;

impl Store {
    /// The staff, in the order in which they came; those who no longer work here too.
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
                    unit: row.try_get("unit")?,
                    active: row.try_get::<i64, _>("active")? == 1,
                })
            })
            .collect()
    }

    /// Adds a member of the staff, or changes one of that name altogether; recorded in the ledger.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn add_staff(&self, member: &StaffMember, stamp: &Stamp) -> Result<(), StoreError> {
        let mut writer = self.writer().await?;
        let (mut transaction, mut head) = writer.begin_entry().await?;
        let body = serde_json::json!({ "event": "staff-saved", "member": member });
        write_desk_entry(&mut transaction, &mut head, stamp, "staff-saved", body.to_string()).await?;
        save(&mut transaction, member).await?;
        Ok(transaction.commit().await?)
    }

    /// Changes title, roles, unit and whether they work here of a member of the staff; recorded in the ledger.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] where there is nobody of that name.
    pub async fn change_staff(&self, member: &StaffMember, stamp: &Stamp) -> Result<(), StoreError> {
        if !self.staff().await?.iter().any(|known| known.name == member.name) {
            return Err(StoreError::NotThere { what: "member of the staff of that name" });
        }
        self.add_staff(member, stamp).await
    }

    /// Takes the desk from a member of the staff who no longer works here. What they did stays in the history.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] where nobody of that name works here.
    pub async fn deactivate_staff(&self, name: &str, reason: &str, stamp: &Stamp) -> Result<(), StoreError> {
        let mut writer = self.writer().await?;
        let (mut transaction, mut head) = writer.begin_entry().await?;
        let body = serde_json::json!({ "event": "staff-left", "name": name, "reason": reason });
        write_desk_entry(&mut transaction, &mut head, stamp, "staff-left", body.to_string()).await?;
        let done = sqlx::query(include_str!("sql/deactivate_staff.sql"))
            .bind(name)
            .execute(&mut *transaction)
            .await?;
        if done.rows_affected() != 1 {
            return Err(StoreError::NotThere { what: "member of the staff of that name" });
        }
        Ok(transaction.commit().await?)
    }
}

async fn save(transaction: &mut Transaction<'_, Any>, member: &StaffMember) -> Result<(), StoreError> {
    let roles = serde_json::to_string(&member.roles)
        .map_err(|_| StoreError::unreadable("the roles of the staff cannot be written"))?;
    sqlx::query(include_str!("sql/save_staff.sql"))
        .bind(&member.name)
        .bind(&member.title)
        .bind(roles)
        .bind(&member.unit)
        .bind(i64::from(member.active))
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

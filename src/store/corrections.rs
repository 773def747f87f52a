//! Corrections of what was understood of notices; each taking and withdrawing stands in the ledger.

use sqlx::Row;

use super::append::{NewEntry, write_entry};
use super::{Stamp, Store, StoreError};
use crate::notices::{Corrected, NoticeCorrection, number_key};

impl Store {
    /// Keeps a correction, in the place of an earlier one of the same fact of the same revision.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn save_notice_correction(
        &self,
        correction: &NoticeCorrection,
        stamp: &Stamp,
    ) -> Result<(), StoreError> {
        let unwritten = |_| StoreError::unreadable("a correction cannot be written");
        let value = serde_json::to_string(&correction.corrected).map_err(unwritten)?;
        let body = serde_json::json!({ "event": "notice-corrected", "correction": correction });
        let mut writer = self.writer().await?;
        let (mut transaction, mut head) = writer.begin_entry().await?;
        sqlx::query(include_str!("sql/save_correction.sql"))
            .bind(&correction.id)
            .bind(number_key(&correction.number))
            .bind(&correction.number)
            .bind(correction.effective_from.to_string())
            .bind(correction.corrected.fact())
            .bind(value)
            .bind(&correction.reason)
            .bind(&correction.by)
            .bind(correction.on.to_string())
            .execute(&mut *transaction)
            .await?;
        let entry =
            NewEntry { case: None, stamp, event_type: "notice-corrected".to_owned(), body: body.to_string() };
        write_entry(&mut transaction, &mut head, entry).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Takes a correction back; says whether there was one of that id.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn withdraw_notice_correction(
        &self,
        id: &str,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<bool, StoreError> {
        let mut writer = self.writer().await?;
        let (mut transaction, mut head) = writer.begin_entry().await?;
        let gone = sqlx::query(include_str!("sql/withdraw_correction.sql"))
            .bind(id)
            .execute(&mut *transaction)
            .await?;
        if gone.rows_affected() == 0 {
            return Ok(false);
        }
        let body = serde_json::json!({ "event": "correction-withdrawn", "correction": id, "reason": reason });
        let entry = NewEntry {
            case: None,
            stamp,
            event_type: "correction-withdrawn".to_owned(),
            body: body.to_string(),
        };
        write_entry(&mut transaction, &mut head, entry).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// The corrections in force, oldest first; with a number, of that system alone.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where one cannot be read back.
    pub async fn notice_corrections(
        &self,
        number: Option<&str>,
    ) -> Result<Vec<NoticeCorrection>, StoreError> {
        let rows = sqlx::query(include_str!("sql/corrections.sql"))
            .bind(number.map(number_key).unwrap_or_default())
            .fetch_all(&self.pool)
            .await?;
        rows.iter()
            .map(|row| {
                let unreadable = || StoreError::unreadable("a correction of a notice cannot be read");
                let (day, on): (String, String) = (row.try_get("effective_from")?, row.try_get("on_day")?);
                let body: String = row.try_get("body")?;
                let corrected: Corrected = serde_json::from_str(&body).map_err(|_| unreadable())?;
                Ok(NoticeCorrection {
                    id: row.try_get("id")?,
                    number: row.try_get("number")?,
                    effective_from: day.parse().map_err(|_| unreadable())?,
                    corrected,
                    reason: row.try_get("reason")?,
                    by: row.try_get("by_name")?,
                    on: on.parse().map_err(|_| unreadable())?,
                })
            })
            .collect()
    }
}

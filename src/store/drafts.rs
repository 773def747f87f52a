//! What somebody typed into a form and has not yet given to the desk: kept so that a crash or a lock loses nothing.

use sqlx::Row;

use super::{Store, StoreError};

/// What was typed into a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormDraft {
    /// The fields, as JSON of the form.
    pub body: String,
    /// The instant at which it was kept, ISO 8601 in UTC.
    pub saved_at: String,
}

impl Store {
    /// Keeps what somebody typed into a form, in the place of what stood there. `case_number` is empty for a form about no
    /// case.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn save_draft(
        &self,
        staff: &str,
        form: &str,
        case_number: &str,
        draft: &FormDraft,
    ) -> Result<(), StoreError> {
        let values = [staff, form, case_number, &draft.body, &draft.saved_at];
        self.change(include_str!("sql/save_draft.sql"), &values).await
    }

    /// What somebody typed into a form; nothing where the form was given or left empty.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn draft_of(&self, staff: &str, form: &str) -> Result<Option<FormDraft>, StoreError> {
        let row = sqlx::query(include_str!("sql/draft.sql"))
            .bind(staff)
            .bind(form)
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| Ok(FormDraft { body: row.try_get("body")?, saved_at: row.try_get("saved_at")? }))
            .transpose()
    }

    /// Forgets what somebody typed into a form.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn forget_draft(&self, staff: &str, form: &str) -> Result<(), StoreError> {
        self.change(include_str!("sql/forget_draft.sql"), &[staff, form]).await
    }
}

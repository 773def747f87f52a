//! What a member of the staff keeps for themselves: saved filters of the worklist, and the cases that they watch.

use sqlx::Row;

use super::{Store, StoreError};

/// A filter of the worklist that somebody saved under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// Its name.
    pub name: String,
    /// The filter, as JSON.
    pub filter: String,
}

impl Store {
    /// Saves a filter under a name, in the place of one of that name.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn save_view(&self, staff: &str, view: &SavedView) -> Result<(), StoreError> {
        self.change(include_str!("sql/save_view.sql"), &[staff, &view.name, &view.filter]).await
    }

    /// Forgets a saved filter; nothing happens where there is none of that name.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn forget_view(&self, staff: &str, name: &str) -> Result<(), StoreError> {
        self.change(include_str!("sql/forget_view.sql"), &[staff, name]).await
    }

    /// Somebody's saved filters, by name.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn views_of(&self, staff: &str) -> Result<Vec<SavedView>, StoreError> {
        let rows = sqlx::query(include_str!("sql/views.sql")).bind(staff).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| Ok(SavedView { name: row.try_get("name")?, filter: row.try_get("filter")? }))
            .collect()
    }

    /// Begins to watch a case, or ends it.
    ///
    /// # Errors
    /// What the database refuses; a case that does not exist.
    pub async fn watch(&self, case_number: &str, staff: &str, on: bool) -> Result<(), StoreError> {
        let sql = if on { include_str!("sql/watch.sql") } else { include_str!("sql/unwatch.sql") };
        self.change(sql, &[case_number, staff]).await
    }

    /// Who watches a case, by name.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn watchers_of(&self, case_number: &str) -> Result<Vec<String>, StoreError> {
        let rows =
            sqlx::query(include_str!("sql/watchers.sql")).bind(case_number).fetch_all(&self.pool).await?;
        rows.iter().map(|row| Ok(row.try_get("staff")?)).collect()
    }

    /// The numbers of the cases that somebody watches.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn watched_by(&self, staff: &str) -> Result<std::collections::BTreeSet<String>, StoreError> {
        let rows = sqlx::query(include_str!("sql/watched.sql")).bind(staff).fetch_all(&self.pool).await?;
        rows.iter().map(|row| Ok(row.try_get("case_number")?)).collect()
    }

    pub(super) async fn change(&self, sql: &'static str, values: &[&str]) -> Result<(), StoreError> {
        let mut writer = self.writer().await?;
        let mut transaction = writer.begin().await?;
        let mut query = sqlx::query(sql);
        for value in values {
            query = query.bind((*value).to_owned());
        }
        query.execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(())
    }
}

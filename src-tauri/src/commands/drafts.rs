//! Forms that are not finished.

use docket::desk::DraftView;

use super::{Answer, Here};

/// Keeps what was typed into a form.
#[tauri::command]
#[specta::specta]
pub async fn save_draft(office: Here<'_>, form: String, number: Option<String>, body: String) -> Answer<()> {
    office.desk().await?.save_draft(&form, number.as_deref(), &body).await
}

/// What was typed into a form; nothing where it was given or never begun.
#[tauri::command]
#[specta::specta]
pub async fn draft(office: Here<'_>, form: String) -> Answer<Option<DraftView>> {
    office.desk().await?.form_draft(&form).await
}

/// Forgets what was typed into a form.
#[tauri::command]
#[specta::specta]
pub async fn forget_draft(office: Here<'_>, form: String) -> Answer<()> {
    office.desk().await?.forget_draft(&form).await
}

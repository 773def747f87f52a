//! What concerns many cases of the worklist at once, and what each member of the staff keeps of it.

use docket::casework::Command;
use docket::desk::{BulkLine, SavedFilter, Selected};

use super::{Answer, Here};

/// What a command would do to each chosen case. Nothing is recorded.
#[tauri::command]
#[specta::specta]
pub async fn preview_together(
    office: Here<'_>,
    selection: Vec<Selected>,
    command: Command,
) -> Answer<Vec<BulkLine>> {
    office.desk().await?.preview_together(&selection, &command).await
}

/// Gives a command to each chosen case; those that refuse it stay as they are.
#[tauri::command]
#[specta::specta]
pub async fn act_together(
    office: Here<'_>,
    selection: Vec<Selected>,
    command: Command,
) -> Answer<Vec<BulkLine>> {
    office.desk().await?.act_together(&selection, &command).await
}

/// The saved filters of whoever works here.
#[tauri::command]
#[specta::specta]
pub async fn filters(office: Here<'_>) -> Answer<Vec<SavedFilter>> {
    office.desk().await?.filters().await
}

/// Saves a filter of the worklist under a name.
#[tauri::command]
#[specta::specta]
pub async fn save_filter(office: Here<'_>, name: String, filter: String) -> Answer<Vec<SavedFilter>> {
    office.desk().await?.save_filter(&name, &filter).await
}

/// Forgets a saved filter.
#[tauri::command]
#[specta::specta]
pub async fn forget_filter(office: Here<'_>, name: String) -> Answer<Vec<SavedFilter>> {
    office.desk().await?.forget_filter(&name).await
}

/// Begins to watch a case, or ends it. Answers with who watches it.
#[tauri::command]
#[specta::specta]
pub async fn watch(office: Here<'_>, number: String, on: bool) -> Answer<Vec<String>> {
    office.desk().await?.watch(&number, on).await
}

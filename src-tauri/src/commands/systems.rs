//! The catalogue of systems of records, and the notices that fill it.

use std::path::PathBuf;

use chrono::NaiveDate;
use docket::desk::{Comparison, ImportReport, LibraryAgencyView, SystemView, SystemsPage, SystemsQuery};
use docket::notices::Corrected;
use tauri::AppHandle;

use super::{Answer, Here};
use crate::dialogs;

/// A page of the library, or of the part of it with these words.
#[tauri::command]
#[specta::specta]
pub async fn systems(office: Here<'_>, query: SystemsQuery) -> Answer<SystemsPage> {
    office.desk().await?.systems(&query).await
}

/// The agencies whose systems the library holds.
#[tauri::command]
#[specta::specta]
pub async fn library_agencies(office: Here<'_>) -> Answer<Vec<LibraryAgencyView>> {
    office.desk().await?.library_agencies().await
}

/// Puts a fact of a revision right by hand.
#[tauri::command]
#[specta::specta]
pub async fn correct_notice(
    office: Here<'_>,
    number: String,
    effective_from: NaiveDate,
    corrected: Corrected,
    reason: String,
) -> Answer<SystemView> {
    office.desk().await?.correct_notice(&number, effective_from, corrected, &reason).await
}

/// Takes a correction back.
#[tauri::command]
#[specta::specta]
pub async fn withdraw_notice_correction(office: Here<'_>, id: String, reason: String) -> Answer<()> {
    office.desk().await?.withdraw_notice_correction(&id, &reason).await
}

/// One system as it stands on a day; today where none is named.
#[tauri::command]
#[specta::specta]
pub async fn system(office: Here<'_>, number: String, on: Option<NaiveDate>) -> Answer<SystemView> {
    office.desk().await?.system(&number, on).await
}

/// What changed between two revisions of a system.
#[tauri::command]
#[specta::specta]
pub async fn compare(
    office: Here<'_>,
    number: String,
    older: NaiveDate,
    newer: NaiveDate,
) -> Answer<Comparison> {
    office.desk().await?.compare(&number, older, newer).await
}

/// Asks for notices in the system's file dialog and imports them; nothing where the person chose none.
#[tauri::command]
#[specta::specta]
pub async fn choose_and_import_notices(app: AppHandle, office: Here<'_>) -> Answer<Option<ImportReport>> {
    let desk = office.desk().await?;
    match dialogs::choose_notices(&app).await {
        Some(files) => desk.import_notices(&files).await.map(Some),
        None => Ok(None),
    }
}

/// Imports notices that were dropped on the window; any other file is refused.
#[tauri::command]
#[specta::specta]
pub async fn import_notice_files(office: Here<'_>, paths: Vec<PathBuf>) -> Answer<ImportReport> {
    office.desk().await?.import_notices(&office.dropped.claim(&paths)?).await
}

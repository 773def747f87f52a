//! The rulebooks, and the office's corrections to them.

use chrono::NaiveDate;
use docket::desk::{Correction, ListedRule, OverlayPreview};
use docket::law::AgencyId;

use super::{Answer, Here};

/// Every rule that binds an agency as it stands on a day; without a day, as it stands today.
#[tauri::command]
#[specta::specta]
pub async fn rules(office: Here<'_>, agency: AgencyId, on: Option<NaiveDate>) -> Answer<Vec<ListedRule>> {
    office.desk().await?.rules(&agency, on).await
}

/// The corrections of the office, the newest first, with those that were withdrawn.
#[tauri::command]
#[specta::specta]
pub async fn corrections(office: Here<'_>) -> Answer<Vec<Correction>> {
    office.desk().await?.overlays().await
}

/// What a correction would change. Nothing is recorded.
#[tauri::command]
#[specta::specta]
pub async fn preview_correction(office: Here<'_>, text: String) -> Answer<OverlayPreview> {
    office.desk().await?.preview_overlay(&text).await
}

/// Takes a correction into the ledger. It holds at once, from the days that it names.
#[tauri::command]
#[specta::specta]
pub async fn take_correction(office: Here<'_>, text: String, reason: String) -> Answer<Correction> {
    office.desk().await?.take_overlay(&text, &reason).await
}

/// Withdraws a correction. It stays in the ledger.
#[tauri::command]
#[specta::specta]
pub async fn withdraw_correction(office: Here<'_>, id: u32, reason: String) -> Answer<Correction> {
    office.desk().await?.withdraw_overlay(id, &reason).await
}

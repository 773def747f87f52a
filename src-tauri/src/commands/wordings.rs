//! The office's own wording of letters, and the forms that a requester may be sent.

use base64::{Engine, engine::general_purpose::STANDARD};
use docket::desk::{WordingGiven, WordingPreview, WordingView};
use docket::law::AgencyId;
use docket::letters::{FormKind, Language};
use tauri::AppHandle;

use super::{Answer, Here};
use crate::dialogs;

/// Every clause of an agency's letters, with the office's wording beside the program's.
#[tauri::command]
#[specta::specta]
pub async fn wording(office: Here<'_>, agency: AgencyId) -> Answer<WordingView> {
    office.desk().await?.wording(&agency).await
}

/// Which letters of the sample cases would read differently. Nothing is recorded.
#[tauri::command]
#[specta::specta]
pub async fn preview_wording(
    office: Here<'_>,
    agency: AgencyId,
    given: WordingGiven,
) -> Answer<WordingPreview> {
    office.desk().await?.preview_wording(&agency, &given).await
}

/// A letter of the sample cases as PDF, in base64, as it would look with the wording. Nothing is recorded.
#[tauri::command]
#[specta::specta]
pub async fn preview_wording_page(office: Here<'_>, agency: AgencyId, given: WordingGiven) -> Answer<String> {
    Ok(STANDARD.encode(office.desk().await?.preview_wording_pdf(&agency, &given).await?))
}

/// Records a wording, which waits for the approval of another person.
#[tauri::command]
#[specta::specta]
pub async fn propose_wording(office: Here<'_>, agency: AgencyId, given: WordingGiven) -> Answer<WordingView> {
    office.desk().await?.propose_wording(&agency, &given).await
}

/// Approves a version: letters are written with it from then on.
#[tauri::command]
#[specta::specta]
pub async fn approve_wording(office: Here<'_>, agency: AgencyId, version: u32) -> Answer<WordingView> {
    office.desk().await?.approve_wording(&agency, version).await
}

/// Brings an earlier version back, which waits for approval like any other.
#[tauri::command]
#[specta::specta]
pub async fn roll_back_wording(office: Here<'_>, agency: AgencyId, version: u32) -> Answer<WordingView> {
    office.desk().await?.roll_back_wording(&agency, version).await
}

/// Records that an official translator approved the words of another language beside the clauses as they are now.
#[tauri::command]
#[specta::specta]
pub async fn approve_translation(
    office: Here<'_>,
    agency: AgencyId,
    language: Language,
    translator: String,
) -> Answer<WordingView> {
    office.desk().await?.approve_translation(&agency, language, &translator).await
}

/// Saves a blank form where the person says; the answer is the path, or nothing where they chose none.
#[tauri::command]
#[specta::specta]
pub async fn save_form(
    app: AppHandle,
    office: Here<'_>,
    agency: AgencyId,
    kind: FormKind,
    language: Language,
) -> Answer<Option<String>> {
    let bytes = office.desk().await?.form_pdf(&agency, kind, language).await?;
    dialogs::save(&app, &docket::desk::form_file_name(&agency, kind, language), &bytes).await
}

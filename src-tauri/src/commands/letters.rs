//! Letters: preview, issue, save, and into the outbox.

use base64::{Engine, engine::general_purpose::STANDARD};
use docket::desk::{CaseView, LetterAsked, LetterDraft};
use docket::letters::{BlockEdit, FormKind, Language, LetterKind};
use tauri::AppHandle;

use super::{Answer, Here};
use crate::dialogs;

/// The letter as it would be issued now, with its checks.
#[tauri::command]
#[specta::specta]
pub async fn draft_letter(
    office: Here<'_>,
    number: String,
    kind: LetterKind,
    recipient: Option<u32>,
    language: Language,
) -> Answer<LetterDraft> {
    office.desk().await?.draft_letter(&number, LetterAsked { kind, recipient, language }).await
}

/// Keeps paragraphs edited by hand with the draft; the answer is the letter composed and checked anew, with its pages.
#[tauri::command]
#[specta::specta]
pub async fn edit_letter(
    office: Here<'_>,
    number: String,
    kind: LetterKind,
    recipient: Option<u32>,
    language: Language,
    revision: u32,
    edits: Vec<BlockEdit>,
) -> Answer<LetterDraft> {
    let asked = LetterAsked { kind, recipient, language };
    office.desk().await?.edit_letter(&number, asked, revision, &edits).await
}

/// Puts the letter into the ledger. Refused while a check fails.
#[tauri::command]
#[specta::specta]
pub async fn issue_letter(
    office: Here<'_>,
    number: String,
    version: Option<u32>,
    kind: LetterKind,
    recipient: Option<u32>,
    language: Language,
) -> Answer<CaseView> {
    office.desk().await?.issue_letter(&number, version, LetterAsked { kind, recipient, language }).await
}

/// The PDF of an issued letter, in base64.
#[tauri::command]
#[specta::specta]
pub async fn letter_pdf(office: Here<'_>, number: String, letter: String) -> Answer<String> {
    Ok(STANDARD.encode(office.desk().await?.letter_pdf(&number, &letter).await?))
}

/// Saves the PDF where the person says; the answer is the path, or nothing where they chose none.
#[tauri::command]
#[specta::specta]
pub async fn save_letter(
    app: AppHandle,
    office: Here<'_>,
    number: String,
    letter: String,
) -> Answer<Option<String>> {
    let desk = office.desk().await?;
    let name = desk.letter_file_name(&number, &letter).await?;
    dialogs::save(&app, &name, &desk.letter_pdf(&number, &letter).await?).await
}

/// Puts a letter into the outbox, with the blank forms that go with it; it leaves at the next sending.
#[tauri::command]
#[specta::specta]
pub async fn queue_letter(
    office: Here<'_>,
    number: String,
    version: Option<u32>,
    letter: String,
    forms: Vec<FormKind>,
) -> Answer<CaseView> {
    office.desk().await?.queue_letter(&number, version, &letter, &forms).await
}

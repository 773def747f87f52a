//! Scans and files of a case. The page names a paper; only this side reads and writes files.

use std::path::{Path, PathBuf};

use base64::{Engine, engine::general_purpose::STANDARD};
use docket::desk::{CaseView, PaperGiven};
use docket::error::Refusal;
use serde::Serialize;
use tauri::AppHandle;

use super::{Answer, Here};
use crate::dialogs;

/// The endings of files that programs of an office write, and that run nothing by being opened.
const OFFICE_FILES: [&str; 10] = ["doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "eml", "heic", "bmp"];

/// A paper or an attachment as the page shows it.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct PaperShown {
    /// The media type.
    pub media_type: String,
    /// The bytes, in base64.
    pub base64: String,
}

impl PaperShown {
    pub(super) fn new((bytes, media_type): (Vec<u8>, String)) -> Self {
        Self { media_type, base64: STANDARD.encode(bytes) }
    }
}

/// Asks for a file in the system's dialog and attaches it; nothing where the person chose none.
#[tauri::command]
#[specta::specta]
pub async fn choose_and_attach_paper(
    app: AppHandle,
    office: Here<'_>,
    number: String,
    version: Option<u32>,
    identity: bool,
) -> Answer<Option<CaseView>> {
    let desk = office.desk().await?;
    match dialogs::choose_paper(&app).await {
        Some(file) => desk.attach_paper(&number, version, read(&file, identity).await?).await.map(Some),
        None => Ok(None),
    }
}

/// Attaches a file that was dropped on the window; any other is refused.
#[tauri::command]
#[specta::specta]
pub async fn attach_dropped_paper(
    office: Here<'_>,
    number: String,
    version: Option<u32>,
    path: PathBuf,
    identity: bool,
) -> Answer<CaseView> {
    let desk = office.desk().await?;
    let claimed = office.dropped.claim(&[path])?;
    let [file] = claimed.as_slice() else {
        return Err(Refusal::bad_input("path", "Drop one file at a time. Nothing was attached."));
    };
    let attached = match read(file, identity).await {
        Ok(given) => desk.attach_paper(&number, version, given).await,
        Err(refusal) => Err(refusal),
    };
    if attached.is_err() {
        office.dropped.give_back(file);
    }
    attached
}

async fn read(file: &Path, identity: bool) -> Answer<PaperGiven> {
    let bytes = tokio::fs::read(file).await.map_err(|cause| {
        Refusal::failed(
            "The file could not be read. Is it still there, and may you read it? Nothing was attached.",
            &cause.kind(),
        )
    })?;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(PaperGiven { name, bytes, identity })
}

/// What a saved paper's name ends in: by what it is, else as its own name does, where that is one of an office's programs.
pub(super) fn ending(media_type: &str, name: &str) -> &'static str {
    match media_type {
        "application/pdf" => "pdf",
        "image/png" => "png",
        "image/jpeg" => "jpg",
        "image/tiff" => "tiff",
        "text/plain" => "txt",
        _ => {
            let own = Path::new(name).extension().map(|own| own.to_string_lossy().to_lowercase());
            OFFICE_FILES.into_iter().find(|known| own.as_deref() == Some(*known)).unwrap_or("bin")
        }
    }
}

/// A paper, to be looked at.
#[tauri::command]
#[specta::specta]
pub async fn paper(office: Here<'_>, number: String, paper: String) -> Answer<PaperShown> {
    office.desk().await?.paper(&number, &paper).await.map(PaperShown::new)
}

/// Saves a paper where the person says, under the name that it has in the file; nothing where they chose no place.
#[tauri::command]
#[specta::specta]
pub async fn save_paper(
    app: AppHandle,
    office: Here<'_>,
    number: String,
    paper: String,
) -> Answer<Option<String>> {
    let desk = office.desk().await?;
    let (bytes, media_type) = desk.paper(&number, &paper).await?;
    // The name in the file may tell who it is about: the saved copy bears the number of the case instead.
    let papers = desk.case(&number).await?.papers;
    let name = papers.iter().find(|known| known.paper == paper).map(|known| known.name.as_str());
    let ending = ending(&media_type, name.unwrap_or_default());
    dialogs::save(&app, &format!("{number}-paper.{ending}"), &bytes).await
}

/// Destroys a paper and its key now.
#[tauri::command]
#[specta::specta]
pub async fn destroy_paper(
    office: Here<'_>,
    number: String,
    version: Option<u32>,
    paper: String,
    reason: String,
) -> Answer<CaseView> {
    office.desk().await?.destroy_paper(&number, version, &paper, &reason).await
}

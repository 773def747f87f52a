//! The inbox. The page names what waits; only this side reads and writes files.

use std::path::PathBuf;

use docket::desk::{Arrived, CaseView, Inbox, IncomingView, TakenIn};
use tauri::AppHandle;

use super::papers::{PaperShown, ending};
use super::{Answer, Here};
use crate::dialogs;

/// What waits, and what was set aside.
#[tauri::command]
#[specta::specta]
pub async fn inbox(office: Here<'_>) -> Answer<Inbox> {
    office.desk().await?.inbox().await
}

/// A message or scan, to be read.
#[tauri::command]
#[specta::specta]
pub async fn incoming(office: Here<'_>, id: String) -> Answer<IncomingView> {
    office.desk().await?.incoming(&id).await
}

/// Asks for messages and scans in the system's dialog and takes them in; nothing where the person chose none.
#[tauri::command]
#[specta::specta]
pub async fn choose_and_take_in(app: AppHandle, office: Here<'_>) -> Answer<Option<TakenIn>> {
    // A locked desk asks for no file.
    office.desk().await?;
    match dialogs::choose_mail(&app).await {
        Some(files) => office.desk().await?.take_in(&files).await.map(Some),
        None => Ok(None),
    }
}

/// Takes in messages and scans that were dropped on the window; any other file is refused.
#[tauri::command]
#[specta::specta]
pub async fn take_in_dropped(office: Here<'_>, paths: Vec<PathBuf>) -> Answer<TakenIn> {
    let desk = office.desk().await?;
    desk.take_in(&office.dropped.claim_any(&paths)?).await
}

/// An attachment, to be looked at.
#[tauri::command]
#[specta::specta]
pub async fn incoming_part(office: Here<'_>, id: String, part: u32) -> Answer<PaperShown> {
    let (bytes, media_type, _) = office.desk().await?.incoming_part(&id, part).await?;
    Ok(PaperShown::new((bytes, media_type)))
}

/// Saves an attachment where the person says; nothing where they chose no place.
#[tauri::command]
#[specta::specta]
pub async fn save_incoming_part(
    app: AppHandle,
    office: Here<'_>,
    id: String,
    part: u32,
) -> Answer<Option<String>> {
    let (bytes, media_type, name) = office.desk().await?.incoming_part(&id, part).await?;
    // What the sender called it may tell who it is about.
    let name = format!("mail-part-{}.{}", part.saturating_add(1), ending(&media_type, &name));
    dialogs::save(&app, &name, &bytes).await
}

/// Puts a message or scan into the file of a case.
#[tauri::command]
#[specta::specta]
pub async fn file_incoming(
    office: Here<'_>,
    number: String,
    version: Option<u32>,
    id: String,
    identity: Vec<u32>,
) -> Answer<CaseView> {
    let arrived = Arrived { incoming: id, identity };
    office.desk().await?.file_incoming(&number, version, &arrived).await
}

/// Sets something aside that is no request, or is not for this office.
#[tauri::command]
#[specta::specta]
pub async fn set_aside_incoming(office: Here<'_>, id: String, why: String) -> Answer<Inbox> {
    office.desk().await?.set_aside_incoming(&id, &why).await
}

/// Lets something wait again that was set aside.
#[tauri::command]
#[specta::specta]
pub async fn put_back_incoming(office: Here<'_>, id: String) -> Answer<Inbox> {
    office.desk().await?.put_back_incoming(&id).await
}

/// Destroys something that was set aside.
#[tauri::command]
#[specta::specta]
pub async fn destroy_incoming(office: Here<'_>, id: String) -> Answer<Inbox> {
    office.desk().await?.destroy_incoming(&id).await
}

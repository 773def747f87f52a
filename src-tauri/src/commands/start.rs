//! Opening and locking a desk.

use docket::desk::{Desk, DeskView, NewDesk};
use serde::Serialize;
use tauri::AppHandle;

use super::windows::tell_all;
use super::{Answer, Here};
use crate::region;
use crate::state::Office;

/// What there is before a desk is open.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct StartStatus {
    /// Whether this user has made a desk.
    pub has_desk: bool,
    /// Whether the practice desk exists.
    pub has_practice: bool,
    /// The desk that is open; nothing while it is locked.
    pub open: Option<DeskView>,
    /// Whose habits of dates and numbers this computer has, as a language tag: `en-US`.
    pub region: String,
}

/// Says which desks there are, which is open, and whose habits of dates and numbers the computer has.
#[tauri::command]
#[specta::specta]
pub async fn start_status(office: Here<'_>) -> Answer<StartStatus> {
    let open = match office.open_desk().await {
        Some(desk) => Some(desk.view().await?),
        None => None,
    };
    Ok(StartStatus {
        has_desk: office.desk_file().exists(),
        has_practice: office.practice_file().exists(),
        open,
        region: region::of_system(),
    })
}

/// Sits down at a desk, and tells the other windows.
async fn seat(app: &AppHandle, office: &Office, desk: Desk) -> Answer<DeskView> {
    let view = office.seat(desk).await?;
    tell_all(app);
    Ok(view)
}

/// Makes the encrypted desk and opens it. Refused where there is one already.
#[tauri::command]
#[specta::specta]
pub async fn create_desk(
    app: AppHandle,
    office: Here<'_>,
    passphrase: String,
    new_desk: NewDesk,
) -> Answer<DeskView> {
    office.make_folder()?;
    let desk = Desk::create(&office.desk_file(), &passphrase, new_desk, office.clock).await?;
    seat(&app, &office, desk).await
}

/// Opens the desk with its passphrase.
#[tauri::command]
#[specta::specta]
pub async fn unlock(app: AppHandle, office: Here<'_>, passphrase: String) -> Answer<DeskView> {
    let desk = Desk::open(&office.desk_file(), &passphrase, None, office.clock).await?;
    seat(&app, &office, desk).await
}

/// Opens the practice desk, and makes it with its fictitious cases where it is missing.
#[tauri::command]
#[specta::specta]
pub async fn open_practice(app: AppHandle, office: Here<'_>) -> Answer<DeskView> {
    office.make_folder()?;
    let desk = Desk::open_practice(&office.practice_file(), office.clock).await?;
    seat(&app, &office, desk).await
}

/// Closes the desk; the next thing asked is the passphrase.
#[tauri::command]
#[specta::specta]
pub async fn lock(app: AppHandle, office: Here<'_>) -> Answer<()> {
    office.leave().await;
    tell_all(&app);
    Ok(())
}

/// The desk that is open.
#[tauri::command]
#[specta::specta]
pub async fn desk(office: Here<'_>) -> Answer<DeskView> {
    office.desk().await?.view().await
}

/// Sets after how many idle minutes the window locks the desk.
#[tauri::command]
#[specta::specta]
pub async fn set_lock_after(office: Here<'_>, minutes: u32) -> Answer<DeskView> {
    office.desk().await?.set_lock_after(minutes).await
}

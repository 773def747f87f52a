//! Who works at the desk, and who works at it now.

use docket::desk::{DeskView, NewStaff, StaffView};
use tauri::AppHandle;

use super::windows::tell_all;
use super::{Answer, Here};

/// Everybody who works at the desk, and who did.
#[tauri::command]
#[specta::specta]
pub async fn staff(office: Here<'_>) -> Answer<Vec<StaffView>> {
    office.desk().await?.staff().await
}

/// Adds a member of the staff.
#[tauri::command]
#[specta::specta]
pub async fn add_staff(office: Here<'_>, member: NewStaff) -> Answer<Vec<StaffView>> {
    office.desk().await?.add_staff(member).await
}

/// Changes title, roles or unit of a member of the staff.
#[tauri::command]
#[specta::specta]
pub async fn change_staff(office: Here<'_>, member: NewStaff) -> Answer<Vec<StaffView>> {
    office.desk().await?.change_staff(member).await
}

/// Takes a member of the staff off the desk.
#[tauri::command]
#[specta::specta]
pub async fn deactivate_staff(office: Here<'_>, name: String, reason: String) -> Answer<Vec<StaffView>> {
    office.desk().await?.deactivate_staff(&name, &reason).await
}

/// Lets another member of the staff work at this window; what is done from now on is theirs in the ledger.
#[tauri::command]
#[specta::specta]
pub async fn work_as(app: AppHandle, office: Here<'_>, name: String) -> Answer<DeskView> {
    let desk = office.desk().await?.as_member(&name).await?;
    let view = office.hand_over(desk).await?;
    tell_all(&app);
    Ok(view)
}

//! New versions of the program, from the folder where the office lays them.

use docket::desk::VersionPlace;
use docket::versions::NewVersion;

use super::{Answer, Here};

/// Which version runs, and where the office lays new ones.
#[tauri::command]
#[specta::specta]
pub async fn version_place(office: Here<'_>) -> Answer<VersionPlace> {
    office.desk().await?.version_place().await
}

/// Names the folder where the office lays new versions; an empty one means that there is none.
#[tauri::command]
#[specta::specta]
pub async fn set_version_folder(office: Here<'_>, folder: String) -> Answer<VersionPlace> {
    office.desk().await?.set_version_folder(&folder).await
}

/// Looks into that folder for a newer version; nothing where there is none.
#[tauri::command]
#[specta::specta]
pub async fn look_for_version(office: Here<'_>) -> Answer<Option<NewVersion>> {
    office.desk().await?.look_for_version().await
}

/// The same unasked, for who administers the desk; it never refuses but where the desk is locked.
#[tauri::command]
#[specta::specta]
pub async fn version_notice(office: Here<'_>) -> Answer<Option<NewVersion>> {
    Ok(office.desk().await?.version_notice().await)
}

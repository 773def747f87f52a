//! What the desktop does for the desk: it tells of deadlines, follows links, and says when the screen is locked.

use docket::reports::ReminderSettings;
use serde::Serialize;
use tauri::AppHandle;

use super::{Answer, Here};
use crate::links::{self, LinkedPlace};
use crate::{reminding, tray};

/// What this desktop can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DesktopAbilities {
    /// Whether it shows notifications.
    pub notifications: bool,
    /// Whether it says when the screen is locked.
    pub screen_lock: bool,
    /// Whether it shows a tray.
    pub tray: bool,
}

/// What this desktop can do.
#[tauri::command]
#[specta::specta]
pub async fn desktop_abilities(office: Here<'_>) -> Answer<DesktopAbilities> {
    let notifications = tauri::async_runtime::spawn_blocking(reminding::can_notify).await.unwrap_or(false);
    Ok(DesktopAbilities {
        notifications,
        screen_lock: office.listening.hears(),
        tray: tray::can_show().await,
    })
}

/// Keeps the program in the tray when its last window is closed, or no longer. Refused where this desktop shows no tray.
#[tauri::command]
#[specta::specta]
pub async fn keep_in_tray(app: AppHandle, office: Here<'_>, wanted: bool) -> Answer<()> {
    office.tray.keep(&app, wanted).await
}

/// Whether and when whoever works here is told of deadlines.
#[tauri::command]
#[specta::specta]
pub async fn reminder_settings(office: Here<'_>) -> Answer<ReminderSettings> {
    office.desk().await?.reminder_settings().await
}

/// Chooses whether and when whoever works here is told of deadlines.
#[tauri::command]
#[specta::specta]
pub async fn set_reminder_settings(office: Here<'_>, settings: ReminderSettings) -> Answer<()> {
    office.desk().await?.set_reminder_settings(&settings).await?;
    office.remind_now.notify_one();
    Ok(())
}

/// Where the link leads that the program was opened with; nothing where it was opened with none. It waits while the desk is locked.
#[tauri::command]
#[specta::specta]
pub async fn take_link(office: Here<'_>) -> Answer<Option<LinkedPlace>> {
    office.desk().await?;
    office.link.take_up().map(|link| links::read(&link)).transpose()
}

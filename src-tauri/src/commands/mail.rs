//! The outbox and the mail server.

use docket::desk::{MailSettings, OutboxRow, SendReport};

use super::{Answer, Here};

/// The messages, the newest first.
#[tauri::command]
#[specta::specta]
pub async fn outbox(office: Here<'_>) -> Answer<Vec<OutboxRow>> {
    office.desk().await?.outbox().await
}

/// Sends what waits.
#[tauri::command]
#[specta::specta]
pub async fn send_mail(office: Here<'_>) -> Answer<SendReport> {
    office.desk().await?.send_mail().await
}

/// The office's mail server, without its password.
#[tauri::command]
#[specta::specta]
pub async fn mail_settings(office: Here<'_>) -> Answer<Option<MailSettings>> {
    office.desk().await?.mail_settings().await
}

/// Sets the office's mail server.
#[tauri::command]
#[specta::specta]
pub async fn set_mail_settings(office: Here<'_>, settings: MailSettings) -> Answer<()> {
    office.desk().await?.set_mail_settings(settings).await
}

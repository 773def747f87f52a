//! The ledger read and written out, backups, restoring one, and the proof that one can be restored.

use docket::desk::{BackupMade, BackupPlan, BackupsView, Desk, DrillResult, Restored};
use serde::Serialize;
use tauri::AppHandle;

use super::{Answer, Here};
use crate::dialogs;

/// What a reading of the whole ledger found.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct LedgerRead {
    /// How many entries were read.
    pub entries: u32,
    /// How many letters were compared.
    pub letters: u32,
    /// The first fault, as a sentence; nothing where everything is as it was written.
    pub broken: Option<String>,
}

/// How far a reading of the ledger is.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct LedgerProgress {
    /// How many entries were read.
    pub read: u32,
    /// How many there are; 0 while the pages of the file are checked.
    pub of: u32,
}

/// Reads the whole ledger again. `ledger_progress` says how far it is, `stop_reading_ledger` stops it.
#[tauri::command]
#[specta::specta]
pub async fn verify_ledger(office: Here<'_>) -> Answer<LedgerRead> {
    let desk = office.desk().await?;
    office.reading.begin();
    let report = desk.verify_ledger_telling(&|read, of| office.reading.go_on(read, of)).await?;
    Ok(LedgerRead {
        entries: u32::try_from(report.entries).unwrap_or(u32::MAX),
        letters: u32::try_from(report.letters).unwrap_or(u32::MAX),
        broken: report.broken.map(|broken| broken.why),
    })
}

/// How far the reading of the ledger is.
#[tauri::command]
#[specta::specta]
pub async fn ledger_progress(office: Here<'_>) -> Answer<LedgerProgress> {
    let (read, of) = office.reading.place();
    Ok(LedgerProgress { read, of })
}

/// Stops the reading of the ledger at the next thousand entries.
#[tauri::command]
#[specta::specta]
pub async fn stop_reading_ledger(office: Here<'_>) -> Answer<()> {
    office.reading.stop();
    Ok(())
}

/// Writes the ledger out as lines of JSON; nothing where the person chose no file.
#[tauri::command]
#[specta::specta]
pub async fn export_ledger(app: AppHandle, office: Here<'_>) -> Answer<Option<u32>> {
    let desk = office.desk().await?;
    match dialogs::choose_target(&app, "ledger.jsonl").await {
        Some(file) => desk.export_ledger(&file).await.map(Some),
        None => Ok(None),
    }
}

/// How the desk stands with its backups.
#[tauri::command]
#[specta::specta]
pub async fn backups(office: Here<'_>) -> Answer<BackupsView> {
    office.desk().await?.backups().await
}

/// Asks for a folder; nothing where the person chose none.
#[tauri::command]
#[specta::specta]
pub async fn choose_folder(app: AppHandle) -> Answer<Option<String>> {
    Ok(dialogs::choose_folder(&app).await.map(|folder| folder.display().to_string()))
}

/// Says where backups go and how often.
#[tauri::command]
#[specta::specta]
pub async fn plan_backups(office: Here<'_>, plan: Option<BackupPlan>) -> Answer<BackupsView> {
    office.desk().await?.plan_backups(plan).await
}

/// Makes a backup in the folder of the plan.
#[tauri::command]
#[specta::specta]
pub async fn back_up_now(office: Here<'_>) -> Answer<BackupMade> {
    office.desk().await?.back_up_now().await
}

/// Makes a backup where the plan asks for one today.
#[tauri::command]
#[specta::specta]
pub async fn back_up_if_due(office: Here<'_>) -> Answer<Option<BackupMade>> {
    office.desk().await?.back_up_if_due().await
}

/// Restores the newest backup aside and reads it whole.
#[tauri::command]
#[specta::specta]
pub async fn drill(office: Here<'_>) -> Answer<DrillResult> {
    office.desk().await?.drill(None).await
}

/// Asks for a backup and puts it in the place of the desk, which is closed first; nothing where the person chose none.
/// The desk's file of before is kept beside it.
#[tauri::command]
#[specta::specta]
pub async fn restore_backup(
    app: AppHandle,
    office: Here<'_>,
    passphrase: String,
) -> Answer<Option<Restored>> {
    let Some(backup) = dialogs::choose_backup(&app).await else {
        return Ok(None);
    };
    // Which desk is open stands in its own view: the practice desk is restored as itself.
    let file = match office.open_desk().await {
        Some(desk) if desk.view().await?.practice => office.practice_file(),
        _ => office.desk_file(),
    };
    office.leave().await;
    Desk::restore(&file, &backup, &passphrase, office.clock).await.map(Some)
}

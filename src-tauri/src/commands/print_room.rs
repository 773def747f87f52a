//! The print room: printers, what waits for them, and printing with its progress.

use docket::desk::{LetterOfCase, LetterToPrint, PrintReport};
use docket::error::{Code, Refusal};
use docket::printing::{PrintProgress, PrintRun, PrintService, PrintSettings, Printer};
use tauri::AppHandle;

use super::{Answer, Here};
use crate::dialogs;

/// The printers of the office, and how each stands.
#[tauri::command]
#[specta::specta]
pub async fn printers() -> Answer<Vec<Printer>> {
    PrintService::of_this_computer().printers().await
}

/// The letters that wait for the printer. Jobs of an earlier time are asked after first, where a print service answers.
#[tauri::command]
#[specta::specta]
pub async fn letters_to_print(office: Here<'_>) -> Answer<Vec<LetterToPrint>> {
    let desk = office.desk().await?;
    // What is being printed just now is recorded by whoever prints it.
    if office.printing.current().is_none()
        && let Err(refusal) = desk.settle_print_jobs(&PrintService::of_this_computer()).await
        && refusal.code != Code::Failed
    {
        return Err(refusal);
    }
    desk.letters_to_print(None).await
}

/// How whoever works here prints.
#[tauri::command]
#[specta::specta]
pub async fn print_settings(office: Here<'_>) -> Answer<PrintSettings> {
    office.desk().await?.print_settings().await
}

/// Prints letters with their envelopes, and remembers how. It ends when everything is printed, refused or stopped.
#[tauri::command]
#[specta::specta]
pub async fn print_letters(
    office: Here<'_>,
    letters: Vec<LetterOfCase>,
    settings: PrintSettings,
) -> Answer<PrintReport> {
    let desk = office.desk().await?;
    desk.set_print_settings(&settings).await?;
    let run = PrintRun::default();
    if !office.printing.begin(run.clone()) {
        return Err(Refusal::new(
            Code::NotAllowed,
            "Letters are being printed already. Wait for them, or stop that printing first. Nothing more was printed.",
        ));
    }
    let service = PrintService::of_this_computer();
    let report = desk.print_letters(&service, &settings, &letters, None, &run).await;
    office.printing.end();
    report
}

/// How far the printing is; nothing where none is under way.
#[tauri::command]
#[specta::specta]
pub async fn print_progress(office: Here<'_>) -> Answer<Option<PrintProgress>> {
    Ok(office.printing.current().map(|run| run.progress()))
}

/// Stops the printing that is under way; the job at the printer is taken back.
#[tauri::command]
#[specta::specta]
pub async fn stop_printing(office: Here<'_>) -> Answer<()> {
    if let Some(run) = office.printing.current() {
        run.stop();
    }
    Ok(())
}

/// Saves letters with their envelopes as one PDF where the person says; the answer is the path, or nothing where they chose none.
#[tauri::command]
#[specta::specta]
pub async fn save_batch(
    app: AppHandle,
    office: Here<'_>,
    letters: Vec<LetterOfCase>,
    settings: PrintSettings,
) -> Answer<Option<String>> {
    let desk = office.desk().await?;
    let bound = desk.batch_pdf(&letters, &settings).await?;
    dialogs::save(&app, &format!("letters-{}.pdf", office.clock.today()), &bound.bytes).await
}

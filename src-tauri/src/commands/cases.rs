//! The worklist, taking requests in, and working on a case.

use chrono::NaiveDate;
use docket::casework::{Command, Intake};
use docket::desk::{Arrived, CaseView, CertificateView, IntakePreview, Worklist, WorklistQuery};
use docket::law::{AgencyId, Clock};

use super::{Answer, Here};

/// A page of the worklist, the most urgent first.
#[tauri::command]
#[specta::specta]
pub async fn worklist(office: Here<'_>, query: WorklistQuery) -> Answer<Worklist> {
    office.desk().await?.worklist(query).await
}

/// What the program concludes from a request as far as it is typed. Nothing is kept.
#[tauri::command]
#[specta::specta]
pub async fn preview_intake(office: Here<'_>, intake: Intake) -> Answer<IntakePreview> {
    office.desk().await?.preview_intake(intake).await
}

/// Takes a request in, with what of the inbox came with it.
#[tauri::command]
#[specta::specta]
pub async fn open_case(office: Here<'_>, intake: Intake, arrived: Vec<Arrived>) -> Answer<CaseView> {
    office.desk().await?.open_case_with(intake, &arrived).await
}

/// Everything about one case.
#[tauri::command]
#[specta::specta]
pub async fn case_view(office: Here<'_>, number: String) -> Answer<CaseView> {
    office.desk().await?.case(&number).await
}

/// Does something to a case. `version` is the one that the decision was made on.
#[tauri::command]
#[specta::specta]
pub async fn act(
    office: Here<'_>,
    number: String,
    version: Option<u32>,
    command: Command,
) -> Answer<CaseView> {
    office.desk().await?.act(&number, version, command).await
}

/// Where a clock of an agency would end if it began on a day.
#[tauri::command]
#[specta::specta]
pub async fn what_if(office: Here<'_>, agency: AgencyId, clock: String, from: NaiveDate) -> Answer<Clock> {
    office.desk().await?.what_if(&agency, &clock, from).await
}

/// Disposes of a case that another person proposed to dispose of; the answer certifies what was destroyed.
#[tauri::command]
#[specta::specta]
pub async fn dispose(office: Here<'_>, number: String, version: Option<u32>) -> Answer<CertificateView> {
    office.desk().await?.dispose(&number, version).await
}

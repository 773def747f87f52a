//! The workload, and what is due when.

use chrono::NaiveDate;
use docket::desk::{DueDay, Worklist, Workload, WorkloadAsked};
use docket::law::AgencyId;

use super::{Answer, Here};

/// The workload of a period, as far as whoever works may see the cases.
#[tauri::command]
#[specta::specta]
pub async fn workload(office: Here<'_>, asked: WorkloadAsked) -> Answer<Workload> {
    office.desk().await?.workload(&asked).await
}

/// Every day of a stretch, with how many open cases have their next thing due on it.
#[tauri::command]
#[specta::specta]
pub async fn due_calendar(
    office: Here<'_>,
    agency: Option<AgencyId>,
    from: NaiveDate,
    to: NaiveDate,
) -> Answer<Vec<DueDay>> {
    office.desk().await?.due_calendar(agency.as_ref(), from, to).await
}

/// The first open cases whose next thing is due on a day.
#[tauri::command]
#[specta::specta]
pub async fn cases_due(office: Here<'_>, agency: Option<AgencyId>, on: NaiveDate) -> Answer<Worklist> {
    office.desk().await?.cases_due(agency.as_ref(), on).await
}

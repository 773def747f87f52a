//! The accounting of disclosures.

use docket::desk::{AccountingAsked, AccountingLine, DisclosureGiven};

use super::{Answer, Here};

/// The accounting of a subject, the oldest entry first.
#[tauri::command]
#[specta::specta]
pub async fn accounting(office: Here<'_>, asked: AccountingAsked) -> Answer<Vec<AccountingLine>> {
    office.desk().await?.accounting(asked).await
}

/// Enters a disclosure, and answers with the accounting of its subject.
#[tauri::command]
#[specta::specta]
pub async fn enter_disclosure(office: Here<'_>, given: DisclosureGiven) -> Answer<Vec<AccountingLine>> {
    office.desk().await?.enter_disclosure(given).await
}

/// Strikes a wrong entry; it stays in the ledger with the reason.
#[tauri::command]
#[specta::specta]
pub async fn strike_disclosure(office: Here<'_>, id: String, reason: String) -> Answer<()> {
    office.desk().await?.strike_disclosure(&id, &reason).await
}

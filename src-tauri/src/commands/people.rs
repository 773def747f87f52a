//! The people of a case beside those of other cases.

use docket::desk::{PeopleOfCase, PersonView, WordOnPeople};

use super::{Answer, Here};

/// Who of other cases is like the people of a case, and what is striking about it.
#[tauri::command]
#[specta::specta]
pub async fn people(office: Here<'_>, number: String) -> Answer<PeopleOfCase> {
    office.desk().await?.people(&number).await
}

/// The requester, subject or representative of a case, across cases.
#[tauri::command]
#[specta::specta]
pub async fn person(office: Here<'_>, number: String, role: String) -> Answer<PersonView> {
    office.desk().await?.person(&number, &role).await
}

/// Records a person's word that the people of two cases are the same, or are not.
#[tauri::command]
#[specta::specta]
pub async fn say_of_people(office: Here<'_>, number: String, word: WordOnPeople) -> Answer<PeopleOfCase> {
    office.desk().await?.say_of_people(&number, word).await
}

/// Takes such a word back.
#[tauri::command]
#[specta::specta]
pub async fn unsay_of_people(
    office: Here<'_>,
    number: String,
    id: u32,
    reason: String,
) -> Answer<PeopleOfCase> {
    office.desk().await?.unsay_of_people(&number, id, &reason).await
}

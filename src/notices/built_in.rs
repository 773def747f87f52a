//! The systems that the program knows without any file: facts in our own words, so that a fresh copy can route.
//!
//! The published words come with an imported notice, which then takes the place of the revision of the same day.

use chrono::NaiveDate;
use serde::Deserialize;

use super::NoticeRefusal;
use super::model::{Manager, NotificationRule, Revision, Section, SystemText};

const FILES: &[&str] = &[
    include_str!("built_in/usps-890-000.toml"),
    include_str!("built_in/usps-100-600.toml"),
    include_str!("built_in/ssa-60-0383.toml"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    agency: String,
    number: String,
    name: String,
    revision: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    effective_from: NaiveDate,
    /// Why the day is as it is, where no document tells it.
    date_assumed: Option<String>,
    cite: Option<String>,
    managers: Vec<Manager>,
    locations: Vec<String>,
    notification: Vec<NotificationRule>,
    retrieval_identifiers: Vec<String>,
    access_cites: Vec<String>,
    contest_cites: Vec<String>,
    exemptions: Vec<String>,
    history: Vec<String>,
    sections: Vec<Section>,
}

/// Every built-in revision.
pub(super) fn revisions() -> Result<Vec<Revision>, NoticeRefusal> {
    let mut revisions = Vec::new();
    for text in FILES {
        let file: File = toml::from_str(text).map_err(|error| {
            NoticeRefusal(format!("The built-in facts on a system cannot be read: {error}"))
        })?;
        for entry in file.revision {
            let exempt = !entry.exemptions.is_empty();
            revisions.push(Revision {
                agency: file.agency.clone(),
                agency_name: None,
                effective_from: entry.effective_from,
                source: match entry.date_assumed {
                    Some(why) => format!("built-in ({why})"),
                    None => "built-in".to_owned(),
                },
                published_words: false,
                cite: entry.cite,
                system: SystemText {
                    number: file.number.clone(),
                    name: file.name.clone(),
                    managers: entry.managers,
                    locations: entry.locations,
                    sections: entry.sections,
                    notification: entry.notification,
                    retrieval_identifiers: entry.retrieval_identifiers,
                    access_cites: entry.access_cites,
                    contest_cites: entry.contest_cites,
                    exemptions: entry.exemptions,
                    exempt,
                    history: entry.history,
                    ..SystemText::default()
                },
            });
        }
    }
    Ok(revisions)
}

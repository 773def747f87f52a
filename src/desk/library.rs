//! The catalogue of systems of records: showing, comparing, importing notices.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::{
    Comparison, Desk, ImportReport, ImportedFile, OfficeView, RevisionRow, SectionComparison, SystemRow,
    SystemView,
};
use crate::error::{Code, Refusal};
use crate::law::{AgencyId, Law};
use crate::notices::{self, Catalogue, ReadNotice, Revision};
use crate::store::{ImportRecord, Store};

/// The largest file that is read as a notice, in bytes.
const LARGEST_NOTICE: u64 = 20 * 1024 * 1024;
/// The most files in one import.
const MOST_FILES: usize = 500;

/// The built-in systems and all imported revisions.
pub(super) async fn catalogue(store: &Store) -> Result<Catalogue, Refusal> {
    Ok(Catalogue::built_in()?.with(store.revisions().await?))
}

/// Reads one file as a notice; changes nothing.
///
/// # Errors
/// Where it is missing, too large, or no notice of a system of records.
pub async fn read_notice(file: &Path) -> Result<ReadNotice, Refusal> {
    let name =
        file.file_name().map_or_else(|| "the file".to_owned(), |name| name.to_string_lossy().into_owned());
    let about = tokio::fs::metadata(file).await.map_err(|_| {
        Refusal::not_found(format!(
            "{name} could not be opened. Check that it is still there; nothing was changed."
        ))
    })?;
    if !about.is_file() {
        return Err(Refusal::bad_input(
            "file",
            format!("{name} is not a file. Choose the notices themselves."),
        ));
    }
    if about.len() > LARGEST_NOTICE {
        return Err(Refusal::bad_input(
            "file",
            format!("{name} is larger than 20 MB, which no notice is. Nothing was read or changed."),
        ));
    }
    let bytes = tokio::fs::read(file)
        .await
        .map_err(|cause| Refusal::failed(&format!("{name} could not be read."), &cause))?;
    Ok(notices::read_bytes(&name, &bytes)?)
}

impl Desk {
    /// The systems of the desk's agencies; with words, those whose number, name or sections have them all.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn systems(&self, search: Option<&str>) -> Result<Vec<SystemRow>, Refusal> {
        let catalogue = self.shelf().await?.catalogue;
        let words: Vec<String> =
            search.unwrap_or_default().split_whitespace().map(str::to_lowercase).collect();
        let mut rows = Vec::new();
        for number in catalogue.numbers() {
            let revisions = catalogue.revisions(number);
            let Some(newest) = revisions.last() else { continue };
            let agency = AgencyId::new(newest.agency.clone());
            if self.room.agencies.contains(&agency) && has_all(newest, &words) {
                rows.push(SystemRow {
                    agency,
                    number: newest.system.number.clone(),
                    name: newest.system.name.clone(),
                    revisions: revisions.iter().map(revision_row).collect(),
                });
            }
        }
        Ok(rows)
    }

    /// One system as it stands on a day; without a day, as it stands now.
    ///
    /// # Errors
    /// Where the catalogue has no such system.
    pub async fn system(&self, number: &str, on: Option<NaiveDate>) -> Result<SystemView, Refusal> {
        let catalogue = self.shelf().await?.catalogue;
        let on = on.unwrap_or_else(|| self.clock.today());
        let revision = catalogue.in_force(number, on).ok_or_else(|| no_such_system(number))?;
        Ok(system_view(revision, catalogue.revisions(number)))
    }

    /// Two revisions of a system, word by word.
    ///
    /// # Errors
    /// Where the catalogue has no such system or revisions.
    pub async fn compare(
        &self,
        number: &str,
        older: NaiveDate,
        newer: NaiveDate,
    ) -> Result<Comparison, Refusal> {
        let catalogue = self.shelf().await?.catalogue;
        let revisions = catalogue.revisions(number);
        let of = |day: NaiveDate| {
            revisions.iter().find(|revision| revision.effective_from == day).ok_or_else(|| {
                Refusal::not_found(format!("The catalogue has no revision of {number} of {day}."))
            })
        };
        let (older, newer) = (of(older)?, of(newer)?);
        let sections = notices::compare(&older.system, &newer.system)
            .into_iter()
            .map(|section| SectionComparison {
                key: section.key,
                heading: section.heading,
                changed: section.changed,
                runs: section.runs,
            })
            .collect();
        Ok(Comparison {
            number: newer.system.number.clone(),
            older: revision_row(older),
            newer: revision_row(newer),
            sections,
        })
    }

    /// Reads notices into the catalogue. A file that is no notice is named with the reason; the others are taken.
    ///
    /// # Errors
    /// Where the store fails; nothing is imported then.
    pub async fn import_notices(&self, files: &[PathBuf]) -> Result<ImportReport, Refusal> {
        if files.is_empty() || files.len() > MOST_FILES {
            return Err(Refusal::new(
                Code::BadInput,
                format!("Choose between one and {MOST_FILES} notices."),
            ));
        }
        let law = self.law_in_force().await?;
        let mut report = ImportReport { files: Vec::new() };
        let mut revisions = Vec::new();
        for file in files {
            let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            let imported = match read_notice(file).await {
                Err(refusal) => refused(name, refusal.message),
                Ok(read) => {
                    let found = revisions_of(&read, &law.law);
                    if found.is_empty() {
                        refused(
                            name,
                            "Its agency is none whose rulebook is loaded. Nothing was imported from it."
                                .to_owned(),
                        )
                    } else {
                        let systems = found.iter().map(revision_words).collect();
                        let not_understood = found
                            .iter()
                            .flat_map(|revision| revision.system.not_understood.clone())
                            .collect();
                        revisions.extend(found);
                        ImportedFile { file: name, systems, not_understood, refused: None }
                    }
                }
            };
            report.files.push(imported);
        }
        if !revisions.is_empty() {
            let files =
                report.files.iter().filter(|file| file.refused.is_none()).map(|file| file.file.clone());
            let import =
                ImportRecord { stamp: super::stamp(&self.room.staff, self.clock), files: files.collect() };
            self.room.store.save_revisions(&revisions, &import).await?;
            *self.room.catalogue.write().await = Arc::new(catalogue(&self.room.store).await?);
        }
        Ok(report)
    }
}

/// The revisions that a notice makes of systems whose agency has a rulebook.
pub fn revisions_of(read: &ReadNotice, law: &Law) -> Vec<Revision> {
    let names: Vec<(&str, Vec<&str>)> =
        law.agencies().map(|book| (book.id().as_str(), book.printed_names())).collect();
    let agencies: Vec<(&str, &[&str])> = names.iter().map(|(id, names)| (*id, names.as_slice())).collect();
    let mut revisions = notices::revisions_of(read, &agencies);
    revisions.retain(|revision| names.iter().any(|(id, _)| *id == revision.agency));
    revisions
}

fn refused(file: String, reason: String) -> ImportedFile {
    ImportedFile { file, systems: Vec::new(), not_understood: Vec::new(), refused: Some(reason) }
}

fn revision_words(revision: &Revision) -> String {
    format!(
        "{}, {}: revision of {}",
        revision.system.number,
        revision.system.name,
        revision.effective_from.format("%-d %B %Y")
    )
}

fn no_such_system(number: &str) -> Refusal {
    Refusal::not_found(format!(
        "The catalogue has no system “{number}”. Search for it, or import its notice."
    ))
}

fn has_all(revision: &Revision, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let system = &revision.system;
    let mut text = format!("{} {} ", system.number, system.name).to_lowercase();
    for section in &system.sections {
        text.push_str(&section.text.to_lowercase());
        text.push(' ');
    }
    words.iter().all(|word| text.contains(word.as_str()))
}

fn revision_row(revision: &Revision) -> RevisionRow {
    RevisionRow {
        effective_from: revision.effective_from,
        source: revision.source.clone(),
        published_words: revision.published_words,
        cite: revision.cite.clone(),
    }
}

fn system_view(revision: &Revision, all: &[Revision]) -> SystemView {
    let system = &revision.system;
    SystemView {
        agency: AgencyId::new(revision.agency.clone()),
        number: system.number.clone(),
        name: system.name.clone(),
        revision: revision_row(revision),
        revisions: all.iter().map(revision_row).collect(),
        managers: system.managers.clone(),
        locations: system.locations.clone(),
        offices: system
            .notification
            .iter()
            .map(|rule| OfficeView {
                subject: rule.subject.clone(),
                office: rule.office.clone(),
                address: rule.address.clone(),
                particulars: rule.particulars.clone(),
                quote: rule.quote.clone(),
            })
            .collect(),
        retrieval_identifiers: system.retrieval_identifiers.clone(),
        access_cites: system.access_cites.clone(),
        contest_cites: system.contest_cites.clone(),
        exemptions: system.exemptions.clone(),
        history: system.history.clone(),
        sections: system.sections.clone(),
        not_understood: system.not_understood.clone(),
    }
}

//! Reading notices, and importing them into the library.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Desk, ImportReport, ImportedFile};
use crate::error::{Code, Refusal};
use crate::law::{AgencyId, Law};
use crate::notices::{self, Catalogue, ReadNotice, Revision};
use crate::store::{ImportRecord, Store};

/// The largest file that is read as a notice, in bytes.
const LARGEST_NOTICE: u64 = 20 * 1024 * 1024;
/// The most files in one import.
const MOST_FILES: usize = 500;

/// The systems by which the desk routes: those of its agencies, built-in and imported, with what was put right by hand.
pub(super) async fn catalogue(
    store: &Store,
    built_in: &Catalogue,
    agencies: &[AgencyId],
) -> Result<Catalogue, Refusal> {
    let ours: Vec<&str> = agencies.iter().map(AgencyId::as_str).collect();
    let imported = store.revisions(&ours).await?;
    Ok(built_in.clone().with(imported).corrected(&store.notice_corrections(None).await?))
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
                    let systems = found.iter().map(revision_words).collect();
                    let not_understood =
                        found.iter().flat_map(|revision| revision.system.not_understood.clone()).collect();
                    revisions.extend(found);
                    ImportedFile { file: name, systems, not_understood, refused: None }
                }
            };
            report.files.push(imported);
        }
        if !revisions.is_empty() {
            let files =
                report.files.iter().filter(|file| file.refused.is_none()).map(|file| file.file.clone());
            let import =
                ImportRecord { stamp: super::stamp(&self.member.staff, self.clock), files: files.collect() };
            self.room.store.save_revisions(&revisions, &import, &self.room.built_in_systems).await?;
            self.read_catalogue_anew().await?;
        }
        Ok(report)
    }

    pub(super) async fn read_catalogue_anew(&self) -> Result<(), Refusal> {
        let room = &self.room;
        let anew = catalogue(&room.store, &room.built_in_systems, &room.agencies).await?;
        *room.catalogue.write().await = Arc::new(anew);
        Ok(())
    }
}

/// The revisions that a notice makes, of whatever agency: the library keeps them all, and the desk routes by its own.
pub fn revisions_of(read: &ReadNotice, law: &Law) -> Vec<Revision> {
    let names: Vec<(&str, Vec<&str>)> =
        law.agencies().map(|book| (book.id().as_str(), book.printed_names())).collect();
    let agencies: Vec<(&str, &[&str])> = names.iter().map(|(id, names)| (*id, names.as_slice())).collect();
    notices::revisions_of(read, &agencies)
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

//! What a command is given to read: JSON from a file or from standard input, and notices that stand for a catalogue.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::Value;

use docket::desk::{read_notice, revisions_of};
use docket::error::Refusal;
use docket::law::{AgencyId, Law};
use docket::notices::{Catalogue, Revision};

/// Reads a JSON file; `-` is standard input.
pub fn json(file: &Path) -> Result<Value, Refusal> {
    let text = if file.as_os_str() == "-" {
        std::io::read_to_string(std::io::stdin())
    } else {
        std::fs::read_to_string(file)
    };
    let text = text.map_err(|_| {
        Refusal::bad_input(
            "file",
            "The file with the fields could not be read. Check its name; nothing was changed.",
        )
    })?;
    serde_json::from_str(&text).map_err(|cause| {
        Refusal::bad_input(
            "file",
            format!(
                "The file is not JSON (line {}, column {}). Nothing was changed.",
                cause.line(),
                cause.column()
            ),
        )
    })
}

/// Reads a JSON file of one shape; `shape` says which, as the end of a sentence.
pub fn json_of<T: DeserializeOwned>(file: &Path, shape: &str) -> Result<T, Refusal> {
    serde_json::from_value(json(file)?).map_err(|cause| {
        Refusal::bad_input("file", format!("The file does not fit: {cause}. It needs {shape}."))
    })
}

/// The system of an agency as its notice in force on a day has it.
pub fn system_of<'c>(
    catalogue: &'c Catalogue,
    number: &str,
    agency: &AgencyId,
    on: NaiveDate,
) -> Result<&'c Revision, Refusal> {
    let revision = catalogue.in_force(number, on).filter(|revision| revision.agency == agency.as_str());
    revision.ok_or_else(|| {
        Refusal::not_found(format!(
            "The catalogue has no system “{number}” of “{agency}”, so nobody can say what its notice says. \
             Name its notice with --catalog."
        ))
    })
}

/// The built-in catalogue with these notices over it.
pub async fn catalogue(files: &[PathBuf], law: &Law) -> Result<Catalogue, Refusal> {
    let mut revisions = Vec::new();
    for file in files {
        revisions.extend(revisions_of(&read_notice(file).await?, law));
    }
    Ok(Catalogue::built_in()?.with(revisions))
}

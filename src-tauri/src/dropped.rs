//! The files that a person dropped on the window. The page may have these read and no other: a page that was made to
//! name `/etc/passwd` gets a refusal.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use docket::error::Refusal;

/// The largest file that is looked at: as large as a paper may be.
const LARGEST: u64 = docket::store::LARGEST_PAPER as u64;

/// Files dropped and not yet used.
#[derive(Debug, Default)]
pub struct Dropped(Mutex<HashSet<PathBuf>>);

impl Dropped {
    /// Remembers what was dropped; what was dropped before is forgotten.
    pub fn remember(&self, paths: &[PathBuf]) {
        let mut kept = self.kept();
        kept.clear();
        kept.extend(paths.iter().cloned());
    }

    /// Hands out files that were dropped, once each. All must be there, be plain files, and be no larger than a paper may be.
    pub fn claim(&self, paths: &[PathBuf]) -> Result<Vec<PathBuf>, Refusal> {
        let mut kept = self.kept_if_all(paths)?;
        for path in paths {
            check(path)?;
        }
        Ok(paths.iter().filter_map(|path| kept.take(path)).collect())
    }

    /// Hands out files that were dropped, once each, for whoever says of each by itself what is wrong with it.
    pub fn claim_any(&self, paths: &[PathBuf]) -> Result<Vec<PathBuf>, Refusal> {
        let mut kept = self.kept_if_all(paths)?;
        Ok(paths.iter().filter_map(|path| kept.take(path)).collect())
    }

    /// Takes back a file that was claimed and then not used, so that it can be tried again.
    pub fn give_back(&self, path: &Path) {
        self.kept().insert(path.to_owned());
    }

    /// What is kept, where all of these are among it.
    fn kept_if_all(&self, paths: &[PathBuf]) -> Result<MutexGuard<'_, HashSet<PathBuf>>, Refusal> {
        let kept = self.kept();
        if !paths.is_empty() && paths.iter().all(|path| kept.contains(path)) {
            return Ok(kept);
        }
        Err(Refusal::bad_input(
            "paths",
            "Only files that you drop on this window are read. Drop them once more, or choose them with the button. Nothing was changed.",
        ))
    }

    fn kept(&self) -> MutexGuard<'_, HashSet<PathBuf>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn check(path: &Path) -> Result<(), Refusal> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let refuse = |why: &str| Err(Refusal::bad_input("paths", format!("“{name}” {why} Nothing was changed.")));
    match std::fs::metadata(path) {
        Err(_) => refuse("is no longer there, or cannot be read. Drop it once more."),
        Ok(file) if !file.is_file() => refuse("is a folder, not a file. Drop the files in it."),
        Ok(file) if file.len() > LARGEST => refuse(
            "is larger than 25 MB. Take a smaller one: the text of the notice, or a scan with fewer dots.",
        ),
        Ok(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(answer: Result<Vec<PathBuf>, Refusal>) -> String {
        answer.unwrap_err().message
    }

    #[test]
    fn a_dropped_file_can_be_used_once() {
        let temp = tempfile::tempdir().unwrap();
        let file = temp.path().join("notice.txt");
        std::fs::write(&file, "SYSTEM NAME AND NUMBER").unwrap();
        let dropped = Dropped::default();
        dropped.remember(std::slice::from_ref(&file));
        assert_eq!(dropped.claim(std::slice::from_ref(&file)), Ok(vec![file.clone()]));
        assert!(message(dropped.claim(std::slice::from_ref(&file))).contains("Drop them once more"));
        dropped.give_back(&file);
        assert_eq!(
            dropped.claim(std::slice::from_ref(&file)),
            Ok(vec![file]),
            "it was not used the first time"
        );
    }

    #[test]
    fn a_file_that_nobody_dropped_is_refused_even_where_it_exists() {
        let temp = tempfile::tempdir().unwrap();
        let file = temp.path().join("secret.txt");
        std::fs::write(&file, "x").unwrap();
        assert!(message(Dropped::default().claim(&[file])).contains("Only files that you drop"));
    }

    #[test]
    fn a_folder_a_missing_file_and_a_huge_file_are_refused_by_name() {
        let temp = tempfile::tempdir().unwrap();
        let huge = temp.path().join("huge.txt");
        std::fs::File::create(&huge).unwrap().set_len(LARGEST + 1).unwrap();
        let gone = temp.path().join("gone.txt");
        let dropped = Dropped::default();
        dropped.remember(&[temp.path().to_owned(), huge.clone(), gone.clone()]);
        assert!(message(dropped.claim(&[temp.path().to_owned()])).contains("is a folder"));
        assert!(message(dropped.claim(&[huge])).contains("“huge.txt” is larger than 25 MB"));
        assert!(message(dropped.claim(&[gone])).contains("“gone.txt” is no longer there"));
    }
}

//! New versions of the program, from the folder where the office lays them: looked for, compared with what the office wrote down,
//! and shown. Nothing is fetched from anywhere else, nothing is copied, and nothing is started.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use semver::Version;
use serde::Serialize;
use sha2::{Digest, Sha256};
use tokio::sync::oneshot;
use tokio::time::timeout;

use super::{Desk, stamp};
use crate::casework::Role;
use crate::error::{Code, Refusal};
use crate::versions::{Fitting, NewVersion, SUMS, newest};

/// The setting that holds the folder; empty where the office names none.
const FOLDER: &str = "version-folder";
/// The program that runs.
const RUNNING: &str = env!("CARGO_PKG_VERSION");
/// How long a folder may take to answer: one on a server that is away may never do so.
const PATIENCE_WITH_FOLDER: Duration = Duration::from_secs(10);
/// How long reading a package may take.
const PATIENCE_WITH_PACKAGE: Duration = Duration::from_secs(90);
/// The longest path of a folder.
const LONGEST_PATH: usize = 1_000;
/// The most files that a folder for new versions has.
const MOST_FILES: usize = 10_000;
/// The longest list of sums, in bytes.
const LONGEST_SUMS: u64 = 1_000_000;

/// Which version runs, and where the office lays new ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct VersionPlace {
    /// The version that runs.
    pub running: String,
    /// The folder; empty where the office names none, and then the program looks nowhere.
    pub folder: String,
    /// Whether whoever works here may name another.
    pub may_change: bool,
}

impl Desk {
    /// Which version runs, and where the office lays new ones.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn version_place(&self) -> Result<VersionPlace, Refusal> {
        Ok(VersionPlace {
            running: RUNNING.to_owned(),
            folder: self.room.store.setting(FOLDER).await?.unwrap_or_default(),
            may_change: self.member.actor.is(Role::Administrator),
        })
    }

    /// Names the folder where the office lays new versions, or with no words that there is none. The ledger records it.
    ///
    /// # Errors
    /// Where whoever asks does not administer the desk, or the folder is not there.
    pub async fn set_version_folder(&self, folder: &str) -> Result<VersionPlace, Refusal> {
        self.keeps_the_desk("says where new versions of the program are laid")?;
        let folder = folder.trim();
        if !folder.is_empty() {
            let whole = Path::new(folder).is_absolute() && folder.len() <= LONGEST_PATH;
            if !whole || folder.chars().any(char::is_control) {
                return Err(Refusal::bad_input(
                    "folder",
                    "Write the whole path of the folder, from the disk or the server on. Nothing was changed.",
                ));
            }
            let there = PathBuf::from(folder);
            beside(PATIENCE_WITH_FOLDER, move |_| names_in(&there))
                .await
                .map_err(|refusal| Refusal { field: Some("folder".to_owned()), ..refusal })?;
        }
        if self.version_place().await?.folder != folder {
            let stamp = stamp(&self.member.staff, self.clock);
            self.room.store.set_recorded_setting(FOLDER, folder, "version-folder-named", &stamp).await?;
        }
        self.version_place().await
    }

    /// Looks into the office's folder for a version that is newer and fits this computer; nothing where there is none.
    ///
    /// # Errors
    /// Where the office names no folder, it does not answer, or the package is not what the office wrote down.
    pub async fn look_for_version(&self) -> Result<Option<NewVersion>, Refusal> {
        self.looks(PATIENCE_WITH_PACKAGE).await
    }

    /// The same unasked, for who administers the desk: nothing for others, where the office names no folder, and where something
    /// stands in the way.
    pub async fn version_notice(&self) -> Option<NewVersion> {
        let place = self.version_place().await.ok()?;
        if !place.may_change || place.folder.is_empty() {
            return None;
        }
        match self.looks(PATIENCE_WITH_FOLDER).await {
            Ok(found) => found,
            Err(refusal) => {
                tracing::info!(code = %refusal.code.as_str(), "the folder for new versions told nothing");
                None
            }
        }
    }

    async fn looks(&self, patience: Duration) -> Result<Option<NewVersion>, Refusal> {
        let place = self.version_place().await?;
        if place.folder.is_empty() {
            return Err(Refusal::new(
                Code::NotFound,
                "The office names no folder for new versions, so the program looks nowhere. An administrator names one under Settings.",
            ));
        }
        beside(patience, move |stopped| look(Path::new(&place.folder), stopped)).await
    }
}

fn look(folder: &Path, stopped: &AtomicBool) -> Result<Option<NewVersion>, Refusal> {
    let running = Version::parse(RUNNING)
        .map_err(|cause| Refusal::failed("The version of this program could not be read.", &cause))?;
    let names = names_in(folder)?;
    let sums = if names.iter().any(|name| name == SUMS) { Some(sums_in(folder)?) } else { None };
    let best = if std::env::var_os("APPIMAGE").is_some() {
        ".appimage"
    } else if Path::new("/etc/debian_version").exists() {
        ".deb"
    } else {
        ".rpm"
    };
    let fitting = Fitting::to(std::env::consts::OS, std::env::consts::ARCH, best);
    let Some(found) = newest(&names, sums.as_deref(), &running, &fitting)? else { return Ok(None) };
    let sum = sum_of(&folder.join(&found.file), stopped)
        .map_err(|cause| away("The new version could not be read.", &cause))?;
    found.is_as_written_down(&sum)?;
    Ok(Some(found))
}

/// The names of the files of a folder. A link to elsewhere is none of them: only this folder is read.
fn names_in(folder: &Path) -> Result<Vec<String>, Refusal> {
    let missing = |cause: std::io::Error| {
        away("There is no such folder, or it cannot be reached or read from here.", &cause)
    };
    let mut names = Vec::new();
    for file in std::fs::read_dir(folder).map_err(missing)? {
        let file = file.map_err(missing)?;
        if !file.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        if names.len() == MOST_FILES {
            return Err(Refusal::bad_input(
                "folder",
                "The folder has too many files. Lay new versions into a folder of their own. Nothing was changed.",
            ));
        }
        names.extend(file.file_name().into_string());
    }
    Ok(names)
}

fn sums_in(folder: &Path) -> Result<String, Refusal> {
    let mut bytes = Vec::new();
    File::open(folder.join(SUMS))
        .and_then(|file| file.take(LONGEST_SUMS).read_to_end(&mut bytes))
        .map_err(|cause| away("The list SHA256SUMS could not be read.", &cause))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn sum_of(file: &Path, stopped: &AtomicBool) -> std::io::Result<String> {
    let mut file = File::open(file)?;
    let mut sum = Sha256::new();
    let mut bytes = vec![0; 1 << 20];
    loop {
        if stopped.load(Ordering::Relaxed) {
            return Err(std::io::ErrorKind::TimedOut.into());
        }
        match file.read(&mut bytes)? {
            0 => break,
            read => sum.update(&bytes[..read]),
        }
    }
    Ok(sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Does what may take forever on a thread of its own: a server that hangs holds that thread and nothing else of the program.
async fn beside<T: Send + 'static>(
    patience: Duration,
    work: impl FnOnce(&AtomicBool) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    let stop = Arc::new(AtomicBool::new(false));
    let (tell, told) = oneshot::channel();
    let stopped = Arc::clone(&stop);
    std::thread::Builder::new()
        .name("versions".to_owned())
        .spawn(move || drop(tell.send(work(&stopped))))
        .map_err(|cause| Refusal::failed("The folder for new versions could not be looked at.", &cause))?;
    if let Ok(Ok(answer)) = timeout(patience, told).await {
        return answer;
    }
    stop.store(true, Ordering::Relaxed);
    Err(Refusal::new(
        Code::Failed,
        "The folder for new versions did not answer in time. Is its server there? Nothing was changed; try again later.",
    ))
}

/// What the system says of a folder that is elsewhere is no failure of the program, so the log has the kind of it and no path.
fn away(sentence: &str, cause: &std::io::Error) -> Refusal {
    tracing::info!(cause = %cause.kind(), "the folder for new versions could not be read");
    Refusal::new(Code::NotFound, format!("{sentence} Nothing was changed."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_folder_that_never_answers_is_given_up_and_told_to_stop() {
        let (tell, told) = std::sync::mpsc::channel();
        let answer = beside(Duration::from_millis(50), move |stopped| {
            while !stopped.load(Ordering::Relaxed) {
                std::thread::yield_now();
            }
            let _ = tell.send(());
            Ok(())
        })
        .await;
        assert!(answer.unwrap_err().message.contains("did not answer in time"));
        told.recv_timeout(Duration::from_secs(20)).expect("the thread hears that nobody waits any more");
    }

    #[test]
    fn a_package_that_takes_too_long_to_read_is_read_no_further() {
        let temp = tempfile::tempdir().unwrap();
        let file = temp.path().join("package");
        std::fs::write(&file, "test").unwrap();
        let sum = sum_of(&file, &AtomicBool::new(false)).unwrap();
        assert_eq!(sum, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
        assert!(sum_of(&file, &AtomicBool::new(true)).is_err());
    }
}

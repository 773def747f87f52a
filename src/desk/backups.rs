//! The ledger read and written out, backups, and the proof that a backup can be restored.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Desk;
use crate::accounts::{Passphrase, Salt};
use crate::casework::Role;
use crate::clock::Clock;
use crate::error::{Code, Refusal};
use crate::store::{LedgerReport, Store, StoreError, free_name};

/// The setting that holds where and how often, as JSON.
const PLAN: &str = "backup-plan";
/// The setting that holds the newest backup, as JSON.
const LAST: &str = "backup-last";
/// The setting that holds the newest proof, as JSON.
const DRILL: &str = "backup-drill";
/// What the names of backups begin with; only files of such names are ever cleared away.
const PREFIX: &str = "docket-backup-";
/// The ending of a desk's file.
const ENDING: &str = "desk";

/// Where backups go, and how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct BackupPlan {
    /// The folder, best on another disk.
    pub folder: String,
    /// A new one after so many days.
    pub every_days: u32,
    /// So many are kept; older ones are cleared away.
    pub keep: u32,
}

/// A backup that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct BackupMade {
    /// The file.
    pub file: String,
    /// The civil day.
    pub on: NaiveDate,
    /// Who made it.
    pub by: String,
    /// How many entries of the ledger it holds.
    pub entries: u32,
}

/// What came of restoring a backup aside and reading it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct DrillResult {
    /// The civil day.
    pub on: NaiveDate,
    /// Who asked for it.
    pub by: String,
    /// The backup.
    pub file: String,
    /// How many entries were read.
    pub entries: u32,
    /// How many letters were compared.
    pub letters: u32,
    /// How many entries the desk has that the backup does not.
    pub behind: u32,
    /// Whether the backup can be restored, and is of this desk.
    pub passed: bool,
    /// The same as a sentence.
    pub words: String,
}

/// How the desk stands with its backups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct BackupsView {
    /// Whether this desk is a file that the program backs up; an office's server is backed up by its administrator.
    pub is_file: bool,
    /// Where and how often; nothing where nobody said.
    pub plan: Option<BackupPlan>,
    /// The newest one.
    pub last: Option<BackupMade>,
    /// Whether the plan asks for one today.
    pub due: bool,
    /// The newest proof that one can be restored.
    pub drill: Option<DrillResult>,
}

/// A backup that was put in the place of a desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Restored {
    /// How many entries its ledger has.
    pub entries: u32,
    /// Where the desk's file of before is kept; nothing where there was none.
    pub kept: Option<String>,
}

impl Desk {
    /// Recomputes the chain of the ledger, telling after each thousand entries how far it is; where `told` says no, it stops.
    ///
    /// # Errors
    /// Where it was stopped, or the store fails.
    pub async fn verify_ledger_telling(
        &self,
        told: &(dyn Fn(u64, u64) -> bool + Send + Sync),
    ) -> Result<LedgerReport, Refusal> {
        Ok(self.room.store.verify_ledger_telling(told).await?)
    }

    /// Writes the ledger as lines of JSON into a new file, which is not encrypted, and answers how many entries it has.
    ///
    /// # Errors
    /// Where whoever asks does not administer the desk, or the file exists or cannot be written.
    pub async fn export_ledger(&self, file: &Path) -> Result<u32, Refusal> {
        self.keeps_the_desk("writes its ledger out")?;
        Ok(small(self.room.store.export_ledger(file).await?))
    }

    /// How the desk stands with its backups.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn backups(&self) -> Result<BackupsView, Refusal> {
        let plan: Option<BackupPlan> = self.kept(PLAN).await?;
        let last: Option<BackupMade> = self.kept(LAST).await?;
        let today = self.clock.today();
        let due = plan.as_ref().is_some_and(|plan| {
            last.as_ref().is_none_or(|last| last.on + Days::new(u64::from(plan.every_days)) <= today)
        });
        let is_file = self.room.store.file().is_some();
        Ok(BackupsView { is_file, due: due && is_file, plan, last, drill: self.kept(DRILL).await? })
    }

    /// Says where backups go and how often, or that nothing is planned.
    ///
    /// # Errors
    /// Where whoever asks does not administer the desk, the folder is missing, or a number is out of range.
    pub async fn plan_backups(&self, plan: Option<BackupPlan>) -> Result<BackupsView, Refusal> {
        self.keeps_the_desk("says where its backups go")?;
        if let Some(plan) = &plan {
            if !Path::new(&plan.folder).is_dir() {
                return Err(Refusal::bad_input(
                    "folder",
                    "There is no such folder. Make it, or choose another.",
                ));
            }
            if !(1..=366).contains(&plan.every_days) {
                return Err(Refusal::bad_input("every_days", "Choose from 1 to 366 days."));
            }
            if !(1..=1_000).contains(&plan.keep) {
                return Err(Refusal::bad_input("keep", "Choose how many to keep, from 1 to 1000."));
            }
        }
        self.keep(PLAN, &plan).await?;
        self.backups().await
    }

    /// Writes an encrypted copy of the desk as it is now, while people go on working.
    ///
    /// # Errors
    /// Where the file exists or cannot be written, or the desk is an office's server. Nothing is left behind then.
    pub async fn backup_to(&self, file: &Path) -> Result<BackupMade, Refusal> {
        let store = &self.room.store;
        store.backup_to(file).await?;
        let copy = store.open_copy(file).await?;
        let head = copy.ledger_head().await;
        copy.close().await;
        let made = BackupMade {
            file: file.display().to_string(),
            on: self.clock.today(),
            by: self.member.staff.name.clone(),
            entries: small(head?.0),
        };
        self.keep(LAST, &Some(made.clone())).await?;
        Ok(made)
    }

    /// The same into the folder of the plan, clearing away what is more than the plan keeps.
    ///
    /// # Errors
    /// Where nothing is planned, and as [`Desk::backup_to`].
    pub async fn back_up_now(&self) -> Result<BackupMade, Refusal> {
        let plan: Option<BackupPlan> = self.kept(PLAN).await?;
        let Some(plan) = plan else {
            return Err(Refusal::bad_input(
                "folder",
                "Nobody has said where backups go. Choose a folder first.",
            ));
        };
        let name = format!("{PREFIX}{}.{ENDING}", self.clock.today());
        let made = self.backup_to(&free_name(&Path::new(&plan.folder).join(name))).await?;
        for old in self.own_backups(&plan).into_iter().skip(plan.keep as usize) {
            if let Err(error) = std::fs::remove_file(old) {
                tracing::warn!(cause = %error.kind(), "an old backup could not be cleared away");
            }
        }
        Ok(made)
    }

    /// Makes a backup where the plan asks for one; nothing where it does not.
    ///
    /// # Errors
    /// As [`Desk::back_up_now`].
    pub async fn back_up_if_due(&self) -> Result<Option<BackupMade>, Refusal> {
        if self.backups().await?.due { self.back_up_now().await.map(Some) } else { Ok(None) }
    }

    /// Restores a backup aside and reads it whole: the newest of the plan's folder, or the newest that was made, or the one
    /// that is named. The copy is removed again; the result is kept.
    ///
    /// # Errors
    /// Where there is no backup, or the desk is an office's server. That a backup cannot be restored is no error, but
    /// stands in the result.
    pub async fn drill(&self, backup: Option<&Path>) -> Result<DrillResult, Refusal> {
        let store = &self.room.store;
        let Some(desk) = store.file() else {
            return Err(StoreError::BackupIsTheOffices.into());
        };
        let backup = match backup {
            Some(file) => file.to_owned(),
            None => self.newest_backup().await?,
        };
        let aside = free_name(&desk.with_file_name("restore-proof.desk"));
        let read = self.read_aside(&backup, &aside).await;
        for suffix in ["", "-wal", "-shm"] {
            let mut name = aside.clone().into_os_string();
            name.push(suffix);
            if let Err(error) = std::fs::remove_file(&name)
                && error.kind() != std::io::ErrorKind::NotFound
            {
                tracing::warn!(cause = %error.kind(), "the copy of a restore proof could not be removed");
            }
        }
        let (entries, letters, behind, passed, words) = match read {
            Ok(read) => read,
            Err(refusal) => (0, 0, 0, false, refusal.message),
        };
        let result = DrillResult {
            on: self.clock.today(),
            by: self.member.staff.name.clone(),
            file: backup.display().to_string(),
            entries,
            letters,
            behind,
            passed,
            words,
        };
        self.keep(DRILL, &Some(result.clone())).await?;
        Ok(result)
    }

    async fn read_aside(
        &self,
        backup: &Path,
        aside: &Path,
    ) -> Result<(u32, u32, u32, bool, String), Refusal> {
        tokio::fs::copy(backup, aside)
            .await
            .map_err(|cause| Refusal::failed("The backup could not be copied to be read.", &cause.kind()))?;
        let copy = self.room.store.open_copy(aside).await?;
        let told =
            async { Ok::<_, StoreError>((copy.verify_ledger().await?, copy.ledger_head().await?)) }.await;
        copy.close().await;
        let (report, (end, hash)) = told?;
        let (entries, letters) = (small(report.entries), small(report.letters));
        if let Some(broken) = report.broken {
            let words = format!("The backup can be opened, but is not as it was written. {}", broken.why);
            return Ok((entries, letters, 0, false, words));
        }
        if self.room.store.ledger_hash(end).await?.as_ref() != Some(&hash) && end > 0 {
            let words = "The backup is whole, but not of this desk: its newest entry is not in this ledger.";
            return Ok((entries, letters, 0, false, words.to_owned()));
        }
        let behind = small(self.room.store.ledger_head().await?.0.saturating_sub(end));
        let words = format!(
            "The backup was restored aside and read whole: {entries} entries and {letters} letters are as they were written.{}",
            if behind == 0 { String::new() } else { format!(" The desk has {behind} entries more.") }
        );
        Ok((entries, letters, behind, true, words))
    }

    async fn newest_backup(&self) -> Result<PathBuf, Refusal> {
        let plan: Option<BackupPlan> = self.kept(PLAN).await?;
        let in_folder = plan.as_ref().and_then(|plan| self.own_backups(plan).into_iter().next());
        let last: Option<BackupMade> = self.kept(LAST).await?;
        in_folder.or(last.map(|last| PathBuf::from(last.file))).filter(|file| file.exists()).ok_or_else(
            || Refusal::not_found("There is no backup to restore. Make one first, or name its file."),
        )
    }

    /// Puts a backup in the place of a desk that nobody has open, after reading it whole. The desk's file of before is kept
    /// beside it.
    ///
    /// # Errors
    /// Where the passphrase does not open the backup, the backup is not as it was written, or a program has the desk open.
    /// The desk is as it was then.
    pub async fn restore(
        desk: &Path,
        backup: &Path,
        passphrase: &str,
        clock: Clock,
    ) -> Result<Restored, Refusal> {
        let passphrase = Passphrase::new(passphrase.to_owned());
        let aside = free_name(&desk.with_file_name("restore-proof.desk"));
        Store::put_back(&aside, backup, &passphrase, "restore-proof-before.desk").await?;
        let read = async {
            let copy = Store::open(&aside, &passphrase).await?;
            let report = copy.verify_ledger().await;
            copy.close().await;
            report
        }
        .await;
        let kept_name = format!("before-restore-{}.{ENDING}", clock.today());
        let put = match read {
            Ok(LedgerReport { broken: Some(broken), .. }) => Err(Refusal::new(
                Code::DamagedDesk,
                format!(
                    "The backup is not as it was written. {} Nothing was changed; try an older one.",
                    broken.why
                ),
            )),
            Ok(report) => Store::put_back(desk, &aside, &passphrase, &kept_name)
                .await
                .map(|kept| Restored {
                    entries: small(report.entries),
                    kept: kept.map(|kept| kept.display().to_string()),
                })
                .map_err(Refusal::from),
            Err(error) => Err(error.into()),
        };
        if let Err(error) = tokio::fs::remove_file(&aside).await {
            tracing::warn!(cause = %error.kind(), "the copy of a restore could not be removed");
        }
        put
    }

    pub(super) fn keeps_the_desk(&self, what: &str) -> Result<(), Refusal> {
        if self.member.actor.is(Role::Administrator) {
            return Ok(());
        }
        Err(Refusal::new(
            Code::NotAllowed,
            format!("Only an administrator of the desk {what}. Nothing was changed."),
        ))
    }

    async fn kept<T: serde::de::DeserializeOwned>(&self, setting: &str) -> Result<Option<T>, Refusal> {
        let text = self.room.store.setting(setting).await?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()).flatten())
    }

    /// This desk's backups in the folder of the plan, the newest first. Several desks may have one folder: a desk knows its
    /// own by the salt that its file and its backups begin with.
    fn own_backups(&self, plan: &BackupPlan) -> Vec<PathBuf> {
        let own = self.room.store.file().and_then(salt_of);
        in_folder(plan).into_iter().filter(|file| own.is_some() && salt_of(file) == own).collect()
    }

    async fn keep<T: Serialize>(&self, setting: &str, value: &Option<T>) -> Result<(), Refusal> {
        let text = serde_json::to_string(value)
            .map_err(|cause| Refusal::failed("The setting could not be written.", &cause))?;
        Ok(self.room.store.set_setting(setting, &text).await?)
    }
}

/// The backups in the folder of the plan, the newest first by the day in their names, then by their numbers.
fn in_folder(plan: &BackupPlan) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(&plan.folder) else { return Vec::new() };
    let mut found: Vec<(NaiveDate, u32, PathBuf)> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let (day, count) = day_of_name(path.file_name()?.to_str()?)?;
            Some((day, count, path))
        })
        .collect();
    found.sort();
    found.into_iter().rev().map(|(.., path)| path).collect()
}

/// What the file of a desk begins with; nothing where it is none or cannot be read.
fn salt_of(file: &Path) -> Option<Salt> {
    let mut head = [0; Salt::LENGTH];
    File::open(file).ok()?.read_exact(&mut head).ok()?;
    Salt::read(head).ok()
}

/// `docket-backup-2026-11-26-2.desk`: the day, and which of that day; nothing for every other name.
fn day_of_name(name: &str) -> Option<(NaiveDate, u32)> {
    let middle = name.strip_prefix(PREFIX)?.strip_suffix(&format!(".{ENDING}"))?;
    let day = middle.get(..10)?.parse().ok()?;
    match middle.get(10..)? {
        "" => Some((day, 1)),
        more => Some((day, more.strip_prefix('-')?.parse().ok()?)),
    }
}

fn small(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_backups_are_known_as_backups() {
        let day = "2026-11-26".parse().ok();
        assert_eq!(day_of_name("docket-backup-2026-11-26.desk"), day.map(|day| (day, 1)));
        assert_eq!(day_of_name("docket-backup-2026-11-26-12.desk"), day.map(|day| (day, 12)));
        for other in [
            "office.desk",
            "docket-backup-2026-11-26.txt",
            "docket-backup-2026-11-26x.desk",
            "docket-backup-.desk",
        ] {
            assert_eq!(day_of_name(other), None, "{other}");
        }
    }
}

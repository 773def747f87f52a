//! What the window holds between two commands: the desk that is open, and where its files are.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use docket::clock::Clock;
use docket::desk::{Desk, DeskView};
use docket::error::{Code, Refusal};
use tokio::sync::{Notify, RwLock};

use crate::dropped::Dropped;
use crate::links::Waiting;
use crate::printing::Printing;
use crate::session::Listening;
use crate::tray::Tray;

/// The office at which this window sits.
pub struct Office {
    desk: RwLock<Option<Desk>>,
    times_left: AtomicU32,
    folder: PathBuf,
    /// Where today comes from.
    pub clock: Clock,
    /// The files that were dropped on the window and not yet used.
    pub dropped: Dropped,
    /// How far a reading of the ledger is.
    pub reading: Reading,
    /// The printing under way.
    pub printing: Printing,
    /// The link that the program was opened with and that nobody followed yet.
    pub link: Waiting,
    /// Whether the system says when the screen is locked.
    pub listening: Arc<Listening>,
    /// The icon in the tray.
    pub tray: Tray,
    /// Wakes whoever tells of deadlines.
    pub remind_now: Notify,
}

/// How far a reading of the ledger is, and whether it should stop.
#[derive(Default)]
pub struct Reading {
    read: AtomicU32,
    of: AtomicU32,
    stopped: AtomicBool,
}

impl Reading {
    /// A new reading begins.
    pub fn begin(&self) {
        self.read.store(0, Ordering::Relaxed);
        self.of.store(0, Ordering::Relaxed);
        self.stopped.store(false, Ordering::Relaxed);
    }

    /// Notes how many entries of how many were read; whether to go on.
    pub fn go_on(&self, read: u64, of: u64) -> bool {
        self.read.store(u32::try_from(read).unwrap_or(u32::MAX), Ordering::Relaxed);
        self.of.store(u32::try_from(of).unwrap_or(u32::MAX), Ordering::Relaxed);
        !self.stopped.load(Ordering::Relaxed)
    }

    /// The reading stops at the next place where it asks.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// How many entries of how many were read.
    pub fn place(&self) -> (u32, u32) {
        (self.read.load(Ordering::Relaxed), self.of.load(Ordering::Relaxed))
    }
}

impl Office {
    /// An office whose files are in `folder`, with no desk open.
    pub fn new(folder: PathBuf, clock: Clock) -> Self {
        Self {
            desk: RwLock::new(None),
            times_left: AtomicU32::new(0),
            folder,
            clock,
            dropped: Dropped::default(),
            reading: Reading::default(),
            printing: Printing::default(),
            link: Waiting::default(),
            listening: Arc::default(),
            tray: Tray::default(),
            remind_now: Notify::new(),
        }
    }

    /// The folder of the desks and the log.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The encrypted desk of this user.
    pub fn desk_file(&self) -> PathBuf {
        self.folder.join("office.desk")
    }

    /// The desk with the fictitious cases.
    pub fn practice_file(&self) -> PathBuf {
        self.folder.join("practice.desk")
    }

    /// Makes the folder where it is missing; nobody but this user can look into it.
    pub fn make_folder(&self) -> Result<(), Refusal> {
        let mut folder = std::fs::DirBuilder::new();
        folder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
        folder.create(&self.folder).map_err(|cause| {
            Refusal::failed(
                "The folder for the desk could not be made. Is the disk full or read-only?",
                &cause,
            )
        })
    }

    /// The desk that is open, or nothing.
    pub async fn open_desk(&self) -> Option<Desk> {
        self.desk.read().await.clone()
    }

    /// The desk that is open, or the refusal that tells the page to ask for the passphrase.
    pub async fn desk(&self) -> Result<Desk, Refusal> {
        self.open_desk().await.ok_or_else(|| {
            Refusal::new(Code::Locked, "The desk is locked. Enter the passphrase to go on; nothing was lost.")
        })
    }

    /// Sits down at a desk; one that was open before is closed.
    pub async fn seat(&self, desk: Desk) -> Result<DeskView, Refusal> {
        let view = desk.view().await?;
        if let Some(before) = self.desk.write().await.replace(desk) {
            before.close().await;
        }
        self.remind_now.notify_one();
        Ok(view)
    }

    /// Lets another member of the staff sit at the desk that is open. Its file stays open: `desk` is the same desk.
    pub async fn hand_over(&self, desk: Desk) -> Result<DeskView, Refusal> {
        let view = desk.view().await?;
        *self.desk.write().await = Some(desk);
        Ok(view)
    }

    /// Closes the desk that is open, if one is.
    pub async fn leave(&self) {
        self.leave_unless(|| false).await;
    }

    /// How often a desk was left so far.
    pub fn times_left(&self) -> u32 {
        self.times_left.load(Ordering::Relaxed)
    }

    /// Closes the desk that is open, but not where one was left since somebody counted: whoever opened it again meanwhile stays.
    /// Whether one was closed.
    pub async fn leave_where_nobody_left(&self, since: u32) -> bool {
        self.leave_unless(|| self.times_left() != since).await
    }

    async fn leave_unless(&self, stays: impl FnOnce() -> bool) -> bool {
        let mut seat = self.desk.write().await;
        if stays() {
            return false;
        }
        let Some(desk) = seat.take() else { return false };
        self.times_left.fetch_add(1, Ordering::Relaxed);
        desk.close().await;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn without_an_open_desk_every_question_is_answered_with_locked() {
        let office = Office::new(PathBuf::from("unused"), Clock::System);
        assert_eq!(office.desk().await.map(|_| ()).unwrap_err().code, Code::Locked);
    }

    #[tokio::test]
    async fn a_desk_that_is_left_is_locked_and_can_be_opened_again() {
        let temp = tempfile::tempdir().unwrap();
        let office = Office::new(temp.path().to_owned(), Clock::System);
        office.leave().await;
        let new = docket::desk::NewDesk {
            agencies: vec![docket::law::AgencyId::new("usps")],
            name: "Ayşe Şahin".to_owned(),
            title: String::new(),
        };
        let desk = Desk::create(&office.desk_file(), "a sentence to keep", new, office.clock).await.unwrap();
        assert_eq!(office.seat(desk).await.unwrap().name, "Ayşe Şahin");
        office.leave().await;
        assert_eq!(office.desk().await.map(|_| ()).unwrap_err().code, Code::Locked);
        let again = Desk::open(&office.desk_file(), "a sentence to keep", None, office.clock).await.unwrap();
        assert!(office.seat(again).await.is_ok());
    }

    #[tokio::test]
    async fn a_desk_that_was_left_and_opened_again_is_not_locked_for_the_screen_that_was_locked_before() {
        let temp = tempfile::tempdir().unwrap();
        let office = Office::new(temp.path().to_owned(), Clock::System);
        let practice = || async { Desk::open_practice(&office.practice_file(), office.clock).await.unwrap() };
        office.seat(practice().await).await.unwrap();
        let screen_locked = office.times_left();
        office.leave().await;
        office.seat(practice().await).await.unwrap();
        assert!(!office.leave_where_nobody_left(screen_locked).await);
        assert!(office.open_desk().await.is_some());
        assert!(office.leave_where_nobody_left(office.times_left()).await);
        assert!(office.open_desk().await.is_none());
    }

    #[tokio::test]
    async fn another_member_sits_down_at_the_same_desk_and_only_one_who_works_there() {
        let temp = tempfile::tempdir().unwrap();
        let office = Office::new(temp.path().to_owned(), Clock::System);
        let new = docket::desk::NewDesk {
            agencies: vec![docket::law::AgencyId::new("usps")],
            name: "Ayşe Şahin".to_owned(),
            title: String::new(),
        };
        let desk = Desk::create(&office.desk_file(), "a sentence to keep", new, office.clock).await.unwrap();
        office.seat(desk).await.unwrap();
        let second = docket::desk::NewStaff {
            name: "Siân O'Neill".to_owned(),
            title: String::new(),
            roles: vec![docket::casework::Role::Approver],
            unit: String::new(),
        };
        office.desk().await.unwrap().add_staff(second).await.unwrap();
        let handed = office.desk().await.unwrap().as_member("Siân O'Neill").await.unwrap();
        assert_eq!(office.hand_over(handed).await.unwrap().name, "Siân O'Neill");
        let here = office.desk().await.unwrap();
        assert_eq!(here.view().await.unwrap().name, "Siân O'Neill");
        assert_eq!(here.as_member("Nobody").await.map(|_| ()).unwrap_err().code, Code::NotFound);
    }

    #[cfg(unix)]
    #[test]
    fn the_folder_is_closed_to_other_users() {
        use std::os::unix::fs::PermissionsExt;
        let temp = tempfile::tempdir().unwrap();
        let office = Office::new(temp.path().join("a/b"), Clock::System);
        office.make_folder().unwrap();
        office.make_folder().unwrap();
        let mode = std::fs::metadata(office.folder()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}

//! The front desk: every use case, called by the window and the command line alike.
//!
//! It fetches from the store, asks the pure rooms, and appends what they decide. No rule of law stands here.

mod accounting;
mod backups;
mod case_views;
mod cases;
mod correspondence;
mod disposal;
mod drafts;
mod forms;
mod inbox;
mod incoming_views;
mod known_letters;
mod letter_facts;
mod library;
mod mail_papers;
mod mailroom;
mod papers;
mod people;
mod person;
mod practice;
mod practice_mail;
mod practice_many;
mod practice_patterns;
mod print_room;
mod refusals;
mod reminders;
mod rulebooks;
mod staff;
mod system_views;
mod systems;
mod together;
mod versions;
mod views;
mod wording_pictures;
mod wordings;
mod workload;

pub use accounting::{AccountingAsked, AccountingLine, DisclosureGiven};
pub use backups::{BackupMade, BackupPlan, BackupsView, DrillResult, Restored};
pub use case_views::CaseView;
pub use correspondence::LetterAsked;
pub use disposal::{CertificateView, CertifiedPart};
pub use drafts::DraftView;
pub use forms::form_file_name;
pub use incoming_views::*;
pub use known_letters::KnownLetter;
pub use library::{read_notice, revisions_of};
pub use papers::PaperGiven;
pub use people::{LikePerson, PeopleOfCase, SaidOfPeople, WordOnPeople};
pub use person::{AddressOfPerson, CaseOfPerson, PersonView};
pub use practice::{PRACTICE_APPROVER, PRACTICE_PASSPHRASE, PracticeRequest, read_request};
pub use print_room::{LetterOfCase, LetterToPrint, NotPrinted, PrintReport};
pub use staff::{NewStaff, StaffView};
pub use system_views::*;
pub use together::{BulkLine, SavedFilter, Selected};
pub use versions::VersionPlace;
pub use views::*;
pub use wording_pictures::{PictureGiven, PicturesGiven, SignatureGiven};
pub use wordings::{WordingGiven, WordingPreview, WordingView};
pub use workload::WorkloadAsked;

use rulebooks::LawInForce;
use wordings::WordingsInForce;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::RwLock;

use crate::accounts::{Passphrase, StaffMember};
use crate::casework::{AccountingEntry, Actor, Case, Ground, Role};
use crate::clock::Clock;
use crate::error::{Code, Refusal};
use crate::law::{AgencyId, Law};
use crate::letters::{ClauseBook, Typesetter};
use crate::notices::Catalogue;
use crate::store::{Stamp, Store, Viewer};

/// The setting that holds the agencies of the desk.
const AGENCIES: &str = "agencies";
/// The setting that marks a practice desk.
const PRACTICE: &str = "practice";
/// The setting that holds after how many idle minutes the window locks the desk.
const LOCK_AFTER: &str = "lock-after-minutes";
/// After how many idle minutes a desk locks whose office set nothing.
const LOCK_AFTER_DEFAULT: u32 = 15;
/// The longest that an idle desk stays open, in minutes.
const LOCK_AFTER_MOST: u32 = 120;

/// An open desk. Clones share it.
#[derive(Clone)]
pub struct Desk {
    room: Arc<Room>,
    member: Arc<Member>,
    clock: Clock,
}

/// Who works at the desk.
struct Member {
    staff: StaffMember,
    /// What they may do, as casework asks it.
    actor: Actor,
}

impl Member {
    fn new(staff: StaffMember) -> Arc<Member> {
        Arc::new(Member { actor: actor_of(&staff), staff })
    }
}

struct Room {
    store: Store,
    /// The rulebooks that come with the program.
    built_in: Law,
    /// These with the office's corrections laid over them.
    law: RwLock<Arc<LawInForce>>,
    /// The clauses of the program.
    clauses: ClauseBook,
    /// The office's own wording of them.
    wordings: RwLock<Arc<WordingsInForce>>,
    typesetter: Typesetter,
    /// The systems that the program knows without any file.
    built_in_systems: Catalogue,
    catalogue: RwLock<Arc<Catalogue>>,
    agencies: Vec<AgencyId>,
    practice: bool,
}

/// The law, the catalogue, the day and who works here, held for as long as one use case takes; with what the accounting of
/// disclosures has on the subject of the case that it is about.
struct Shelf {
    law: Arc<LawInForce>,
    catalogue: Arc<Catalogue>,
    today: chrono::NaiveDate,
    member: Arc<Member>,
    accounting: Vec<AccountingEntry>,
}

impl Shelf {
    fn ground(&self) -> Ground<'_> {
        Ground {
            law: &self.law.law,
            catalogue: &self.catalogue,
            today: self.today,
            actor: &self.member.actor,
            accounting: &self.accounting,
        }
    }
}

/// What a member of the staff may do; one whose roles nobody recorded works cases and approves nothing.
fn actor_of(staff: &StaffMember) -> Actor {
    let mut roles: Vec<Role> = staff.roles.iter().filter_map(|role| role.parse().ok()).collect();
    if roles.is_empty() {
        roles.push(Role::Specialist);
    }
    Actor { name: staff.name.clone(), roles, unit: staff.unit.clone() }
}

/// The roles of whoever makes a desk: all that one person can hold alone.
fn first_roles() -> Vec<String> {
    [Role::Specialist, Role::Approver, Role::Administrator]
        .iter()
        .map(|role| role.as_str().to_owned())
        .collect()
}

fn stamp(staff: &StaffMember, clock: Clock) -> Stamp {
    Stamp { at: clock.now(), on: clock.today(), by: staff.name.clone() }
}

/// The folder in which the desks of this user lie: `DOCKET_DATA`, or the system's place for a program's data.
///
/// # Errors
/// Where the system names no home folder.
pub fn data_folder() -> Result<PathBuf, Refusal> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = set("DOCKET_DATA") {
        return Ok(folder);
    }
    let base = if cfg!(windows) {
        set("APPDATA")
    } else if cfg!(target_os = "macos") {
        set("HOME").map(|home| home.join("Library/Application Support"))
    } else {
        set("XDG_DATA_HOME").or_else(|| set("HOME").map(|home| home.join(".local/share")))
    };
    base.map(|base| base.join("docket-552a")).ok_or_else(|| {
        Refusal::new(Code::Failed, "The system names no home folder. Name the desk's file with --desk.")
    })
}

impl Desk {
    /// Makes a new desk in `file` and opens it.
    ///
    /// # Errors
    /// Where the file exists, the passphrase is too short, or an agency has no rulebook. No file is left behind then.
    pub async fn create(file: &Path, passphrase: &str, new: NewDesk, clock: Clock) -> Result<Desk, Refusal> {
        Self::create_as(file, passphrase, new, clock, false).await
    }

    async fn create_as(
        file: &Path,
        passphrase: &str,
        new: NewDesk,
        clock: Clock,
        practice: bool,
    ) -> Result<Desk, Refusal> {
        let law = Law::built_in()?;
        if new.agencies.is_empty() {
            return Err(Refusal::bad_input(
                "agencies",
                "Choose at least one agency whose requests you answer.",
            ));
        }
        for agency in &new.agencies {
            law.rulebook(agency)?;
        }
        let name = new.name.trim();
        if name.is_empty() || name.chars().count() > 200 {
            return Err(Refusal::bad_input("name", "Give your name: the ledger records who did what."));
        }
        let staff = StaffMember {
            name: name.to_owned(),
            title: new.title.trim().to_owned(),
            roles: first_roles(),
            unit: String::new(),
            active: true,
        };
        let passphrase = Passphrase::for_new_desk(passphrase.to_owned())?;
        if let Some(folder) = file.parent() {
            tokio::fs::create_dir_all(folder)
                .await
                .map_err(|cause| Refusal::failed("The folder for the desk could not be made.", &cause))?;
        }
        let store = Store::create(file, &passphrase).await?;
        let agencies: Vec<&str> = new.agencies.iter().map(AgencyId::as_str).collect();
        store.set_setting(AGENCIES, &agencies.join(",")).await?;
        if practice {
            store.set_setting(PRACTICE, "yes").await?;
        }
        store.add_staff(&staff, &stamp(&staff, clock)).await?;
        Self::furnish(store, law, staff, clock).await
    }

    /// Opens the desk in `file`, as the staff member of this name, or as the first where none is named.
    ///
    /// # Errors
    /// Where the passphrase is wrong, or the file is no desk, cut short, or of a newer version. Nothing is changed then.
    pub async fn open(
        file: &Path,
        passphrase: &str,
        as_name: Option<&str>,
        clock: Clock,
    ) -> Result<Desk, Refusal> {
        let store = Store::open(file, &Passphrase::new(passphrase.to_owned())).await?;
        Self::enter(store, as_name, clock).await
    }

    /// Joins the office's shared database, as the staff member of this name, and adds them where they are new.
    ///
    /// # Errors
    /// Where the database cannot be reached.
    pub async fn join_office(url: &str, new: NewDesk, clock: Clock) -> Result<Desk, Refusal> {
        let store = Store::connect_office(url).await?;
        let first = store.setting(AGENCIES).await?.is_none();
        if first {
            let agencies: Vec<&str> = new.agencies.iter().map(AgencyId::as_str).collect();
            store.set_setting(AGENCIES, &agencies.join(",")).await?;
        }
        let staff = StaffMember {
            name: new.name.trim().to_owned(),
            title: new.title.trim().to_owned(),
            roles: if first { first_roles() } else { vec![Role::Specialist.as_str().to_owned()] },
            unit: String::new(),
            active: true,
        };
        if !store.staff().await?.iter().any(|member| member.name == staff.name) {
            store.add_staff(&staff, &stamp(&staff, clock)).await?;
        }
        Self::enter(store, Some(&staff.name), clock).await
    }

    async fn enter(store: Store, as_name: Option<&str>, clock: Clock) -> Result<Desk, Refusal> {
        let mut staff = store.staff().await?;
        staff.retain(|member| member.active);
        let member = match as_name {
            None => staff.into_iter().next(),
            Some(name) => staff.into_iter().find(|member| member.name == name),
        };
        let member = member.ok_or_else(|| {
            Refusal::not_found("Nobody of that name works at this desk. Check --as, or leave it out.")
        })?;
        Self::furnish(store, Law::built_in()?, member, clock).await
    }

    async fn furnish(store: Store, law: Law, staff: StaffMember, clock: Clock) -> Result<Desk, Refusal> {
        let agencies = store.setting(AGENCIES).await?.unwrap_or_default();
        let agencies: Vec<AgencyId> =
            agencies.split(',').filter(|id| !id.is_empty()).map(AgencyId::new).collect();
        let practice = store.setting(PRACTICE).await?.is_some();
        let built_in_systems = Catalogue::built_in()?;
        store.shelve_built_in(&built_in_systems).await?;
        let catalogue = library::catalogue(&store, &built_in_systems, &agencies).await?;
        let in_force = LawInForce::of(&store, &law).await?;
        let clauses = ClauseBook::built_in()?;
        let wordings = WordingsInForce::of(&store, &clauses).await?;
        Ok(Desk {
            room: Arc::new(Room {
                store,
                built_in: law,
                law: RwLock::new(Arc::new(in_force)),
                clauses,
                wordings: RwLock::new(Arc::new(wordings)),
                typesetter: Typesetter::new()?,
                built_in_systems,
                catalogue: RwLock::new(Arc::new(catalogue)),
                agencies,
                practice,
            }),
            member: Member::new(staff),
            clock,
        })
    }

    /// Who works here, for whom, and on which day.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn view(&self) -> Result<DeskView, Refusal> {
        let room = &self.room;
        let shelf = self.shelf().await?;
        let mut agencies = Vec::new();
        for id in &room.agencies {
            agencies.push(AgencyView { id: id.clone(), name: shelf.law.law.rulebook(id)?.name().to_owned() });
        }
        let open = room.store.count_open(&self.viewer()).await?;
        Ok(DeskView {
            agencies,
            name: self.member.staff.name.clone(),
            title: self.member.staff.title.clone(),
            practice: room.practice,
            today: self.clock.today(),
            open_cases: open,
            systems: u32::try_from(shelf.catalogue.numbers().count()).unwrap_or(u32::MAX),
            corrections_left_out: [
                shelf.law.left_out_words(),
                self.wordings_in_force().await?.left_out_words(),
            ]
            .concat(),
            unit: self.member.staff.unit.clone(),
            lock_after_minutes: self.lock_after().await?,
        })
    }

    async fn lock_after(&self) -> Result<u32, Refusal> {
        let set = self.room.store.setting(LOCK_AFTER).await?;
        Ok(set.and_then(|minutes| minutes.parse().ok()).unwrap_or(LOCK_AFTER_DEFAULT))
    }

    /// Sets after how many minutes without a key or a move of the mouse the window locks the desk.
    ///
    /// # Errors
    /// Where it is not between one minute and two hours. Nothing is changed then.
    pub async fn set_lock_after(&self, minutes: u32) -> Result<DeskView, Refusal> {
        if !(1..=LOCK_AFTER_MOST).contains(&minutes) {
            return Err(Refusal::bad_input(
                "minutes",
                format!("Choose between 1 and {LOCK_AFTER_MOST} minutes. Nothing was changed."),
            ));
        }
        self.room.store.set_setting(LOCK_AFTER, &minutes.to_string()).await?;
        self.view().await
    }

    /// Who looks at lists and searches.
    fn viewer(&self) -> Viewer {
        let Member { staff, actor } = &*self.member;
        let unit = Some(staff.unit.clone()).filter(|unit| !unit.is_empty());
        Viewer { name: staff.name.clone(), sees_restricted: actor.sees_restricted(), unit }
    }

    /// Closes the desk; everything is on the disk already.
    pub async fn close(self) {
        self.room.store.clone().close().await;
    }

    /// Recomputes the chain of the ledger.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn verify_ledger(&self) -> Result<crate::store::LedgerReport, Refusal> {
        Ok(self.room.store.verify_ledger().await?)
    }

    /// What every decision is made on: the law with the office's corrections, the catalogue, and today.
    ///
    /// Another member of the office, or another program on this desk, may have taken a correction: that is asked each
    /// time, and costs a count of a few rows.
    async fn shelf(&self) -> Result<Shelf, Refusal> {
        let catalogue = Arc::clone(&*self.room.catalogue.read().await);
        Ok(Shelf {
            law: self.law_in_force().await?,
            catalogue,
            today: self.clock.today(),
            member: Arc::clone(&self.member),
            accounting: Vec::new(),
        })
    }

    /// The same for a case, with what the accounting of disclosures has on its subject.
    async fn shelf_for(&self, case: &Case) -> Result<Shelf, Refusal> {
        Ok(Shelf { accounting: self.accounting_of(case).await?, ..self.shelf().await? })
    }

    fn answers_for(&self, agency: &AgencyId) -> Result<(), Refusal> {
        if self.room.agencies.contains(agency) {
            return Ok(());
        }
        Err(Refusal::bad_input(
            "agency",
            format!("This desk does not answer for “{agency}”. Nothing was changed."),
        ))
    }
}

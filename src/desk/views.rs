//! What the desk shows: the replies that the window and the command line print. No rule is applied here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::casework::{Asked, MisfitOffer, State, TriageOffer};
use crate::error::Refusal;
use crate::law::{AgencyId, IdentityAnswer, Kind, Requirement, terms};
use crate::letters::{BlockChange, BlockEdit, Check, FormKind, Language, LetterBlock, LetterKind};
use crate::routing::RouteAnswer;

/// What a new desk is made with.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct NewDesk {
    /// The agencies whose requests it answers.
    pub agencies: Vec<AgencyId>,
    /// The name of the staff member.
    pub name: String,
    /// Their title, for letters that they sign.
    #[serde(default)]
    pub title: String,
}

/// The desk that is open.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct DeskView {
    /// The agencies, in rulebook order.
    pub agencies: Vec<AgencyView>,
    /// Who is working.
    pub name: String,
    /// Their title.
    pub title: String,
    /// Whether it is the practice desk.
    pub practice: bool,
    /// Today in the agency's time zone.
    pub today: NaiveDate,
    /// How many cases are open.
    pub open_cases: u32,
    /// How many systems the catalogue has.
    pub systems: u32,
    /// The office's corrections to the rulebooks that could not be laid over those of this program, one sentence each.
    pub corrections_left_out: Vec<String>,
    /// The unit of whoever is working; empty for none.
    pub unit: String,
    /// After how many minutes without a key or a move of the mouse the window locks.
    pub lock_after_minutes: u32,
}

/// An agency, for lists and headings.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AgencyView {
    /// `usps`.
    pub id: AgencyId,
    /// `U.S. Postal Service`.
    pub name: String,
}

terms! {
    /// How near the next thing is.
    Nearness {
        /// Its day has passed.
        Overdue = "overdue" => "Overdue",
        /// It is due today.
        Today = "today" => "Today",
        /// It is due by the end of the seventh day from today.
        ThisWeek = "this-week" => "This week",
        /// It is due later, or no day is set.
        Later = "later" => "Later",
        /// The case is closed.
        Closed = "closed" => "Closed",
    }
}

/// One row of the worklist.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CaseRow {
    /// `USPS-2026-00042`.
    pub number: String,
    /// The version that a command on it must name.
    pub version: u32,
    /// Whose request.
    pub agency: AgencyId,
    /// What is asked.
    pub kinds: Vec<Kind>,
    /// The requester's name.
    pub requester: String,
    /// The system's number, once confirmed.
    pub system: Option<String>,
    /// Where it stands.
    pub state: State,
    /// The next step, in words.
    pub next: String,
    /// By when.
    pub next_by: Option<NaiveDate>,
    /// The group it belongs to.
    pub nearness: Nearness,
    /// Working days from today to that day; negative when it has passed.
    pub working_days_left: Option<i32>,
    /// Day 0.
    pub received: NaiveDate,
    /// Who has it; empty for nobody.
    pub assignee: String,
    /// Whether it is shown only to those who need to know.
    pub restricted: bool,
    /// Whether it is held.
    pub held: bool,
    /// Whether I watch it.
    pub watched: bool,
}

/// What the worklist should show.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(default)]
pub struct WorklistQuery {
    /// Only this agency.
    pub agency: Option<AgencyId>,
    /// Only cases at this step.
    pub state: Option<State>,
    /// Only cases with these words in number, names, system or text.
    pub search: Option<String>,
    /// Closed cases as well.
    pub closed: bool,
    /// The `next_page` of the page before.
    pub after: Option<String>,
    /// Whose cases: `mine`, `my-unit`, `nobody`, or the name of a member of the staff; everybody's where it is left out.
    pub whose: Option<String>,
    /// Only cases with this next step: `write-letter:acknowledgement`.
    pub step: Option<String>,
    /// Only cases whose most urgent clock is this one.
    pub clock: Option<String>,
    /// Only cases of this unit.
    pub unit: Option<String>,
    /// Only cases that I watch.
    pub watched: bool,
    /// Only cases whose next thing is this near.
    pub due: Option<Nearness>,
}

/// A page of the worklist, ordered by when the next thing is due.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Worklist {
    /// At most 100 rows.
    pub rows: Vec<CaseRow>,
    /// How many there are in all, as far as they were counted.
    pub total: u32,
    /// Whether there are more than were counted.
    pub more_than_total: bool,
    /// Where the next page begins; nothing on the last one.
    pub next_page: Option<String>,
}

pub use crate::casework::{CaseClock, ClockStatus, FieldProblem, NextStep};

/// One line of a case's history.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct HistoryLine {
    /// The number of the event.
    pub version: u32,
    /// The instant, ISO 8601 in the agency's time zone.
    pub at: String,
    /// The civil day.
    pub on: NaiveDate,
    /// Who.
    pub by: String,
    /// What, as the rest of a sentence that begins with the name: `recorded a signed certification of identity.`
    pub words: String,
    /// Whether it was taken back later.
    pub undone: bool,
}

/// A letter that can be written, or why it cannot.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LetterOffer {
    /// What it is for.
    pub kind: LetterKind,
    /// `Acknowledgement`.
    pub name: String,
    /// Why it cannot be written now; nothing where it can.
    pub why_not: Option<String>,
    /// The blank forms that can go with it.
    pub forms: Vec<FormKind>,
    /// The languages that it can be written in.
    pub languages: Vec<Language>,
}

/// What the program concludes while a request is being typed.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct IntakePreview {
    /// What the rules ask of this requester.
    pub identity: IdentityAnswer,
    /// Everything that is asked: by the rule, and by the notice of the likeliest system besides.
    pub asked: Vec<Asked>,
    /// The roads that the words of the request point to, for a person to confirm; none of them is a denial.
    pub misfits: Vec<MisfitOffer>,
    /// The requirements that the evidence does not meet.
    pub unmet: Vec<Requirement>,
    /// Systems and offices.
    pub route: RouteAnswer,
    /// Under which law the request is answered.
    pub triage: TriageOffer,
    /// How many cases the letter becomes.
    pub cases: u32,
    /// Every clock that will run.
    pub clocks: Vec<CaseClock>,
    /// What the rule asks first.
    pub next: Vec<NextStep>,
    /// What is wrong with the form as typed, field by field.
    pub problems: Vec<FieldProblem>,
}

/// A letter before it is issued.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LetterDraft {
    /// What it is for.
    pub kind: LetterKind,
    /// Its title.
    pub title: String,
    /// Its language.
    pub language: Language,
    /// Its blocks with their citations, as they will print.
    pub blocks: Vec<LetterBlock>,
    /// The same blocks in the words of the clauses, before anybody edited one by hand.
    pub composed: Vec<LetterBlock>,
    /// What was edited by hand.
    pub edits: Vec<BlockEdit>,
    /// What was edited of words that are not there any more; none of it stands in the letter.
    pub set_aside: Vec<BlockEdit>,
    /// The edited blocks against the words of their clauses.
    pub changes: Vec<BlockChange>,
    /// How often the edits were kept; whoever keeps them next names this number.
    pub revision: u32,
    /// Who kept them last; nothing where nobody did.
    pub edited_by: Option<String>,
    /// Its checks.
    pub checks: Vec<Check>,
    /// Whether every check passed.
    pub ready: bool,
    /// Why it cannot be issued yet although it can be drafted; nothing where it can.
    pub why_not_issue: Option<String>,
    /// The page as it will print: the PDF in base64.
    pub pdf_base64: String,
    /// The number of pages.
    pub pages: u32,
}

impl LetterDraft {
    /// The bytes of the page as it will print.
    ///
    /// # Errors
    /// Where they are not as the typesetter wrote them.
    pub fn pdf(&self) -> Result<Vec<u8>, Refusal> {
        use base64::Engine;
        base64::engine::general_purpose::STANDARD
            .decode(&self.pdf_base64)
            .map_err(|cause| Refusal::failed("The page could not be read back.", &cause))
    }
}

pub use crate::law::{
    FieldChange, ListedRule, OverlayChange, RuleField, RuleKind, RuleVersion, VersionState,
};

/// What a correction to the rulebooks would do.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct OverlayPreview {
    /// The rules that it changes, field by field.
    pub changes: Vec<OverlayChange>,
    /// How many open cases would show another next step, or another day for it.
    pub open_cases: u32,
}

/// A correction of the office to the rulebooks, as it was taken.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Correction {
    /// Its number, from 1, in the order in which they were taken.
    pub id: u32,
    /// The overlay, in TOML.
    pub text: String,
    /// Why it was taken.
    pub reason: String,
    /// The civil day on which it was taken.
    pub taken_on: NaiveDate,
    /// Who took it.
    pub taken_by: String,
    /// Who withdrew it; nothing while it holds.
    pub withdrawn: Option<CorrectionWithdrawn>,
    /// Why it is left out although nobody withdrew it; nothing where it is laid.
    pub left_out: Option<String>,
    /// The rules that it changes; none where it is left out.
    pub changes: Vec<OverlayChange>,
}

/// That a correction was withdrawn.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CorrectionWithdrawn {
    /// The civil day.
    pub on: NaiveDate,
    /// Who.
    pub by: String,
    /// Why.
    pub reason: String,
}

pub use crate::reports::{CaseLife, DueDay, Workload};

pub use crate::mail::{MailSecurity, MailSettings};
pub use crate::store::MailState;

/// One message of the outbox.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct OutboxRow {
    /// Its id.
    pub id: String,
    /// The case.
    pub case_number: String,
    /// The letter's id.
    pub letter: String,
    /// `Grant of access`.
    pub letter_name: String,
    /// To whom.
    pub to: String,
    /// Where it stands.
    pub state: MailState,
    /// How often it was tried.
    pub tries: u32,
    /// Why it was not taken.
    pub reason: Option<String>,
    /// The civil day on which it was queued.
    pub queued_on: NaiveDate,
}

/// What a sending did.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SendReport {
    /// How many the server took.
    pub sent: u32,
    /// How many it did not take.
    pub failed: u32,
}

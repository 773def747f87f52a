//! What the desk shows: the replies that the window and the command line print. No rule is applied here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::casework::{
    Asked, Delay, Determination, EvidenceAtHand, LetterIssued, MisfitOffer, Person, RoutedTo, Search, Sent,
    State,
};
use crate::law::{
    AgencyId, Capacity, Channel, IdentityAnswer, IdentityFacts, Kind, Requirement, Sensitivity, terms,
};
use crate::letters::{Check, LetterBlock, LetterKind};
use crate::notices::{Manager, Section};
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
}

/// What the worklist should show.
#[derive(Debug, Clone, Default, Deserialize)]
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
}

/// A page of the worklist, ordered by when the next thing is due.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Worklist {
    /// At most 100 rows.
    pub rows: Vec<CaseRow>,
    /// How many there are in all.
    pub total: u32,
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
}

/// Everything about one case.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CaseView {
    /// `USPS-2026-00042`.
    pub number: String,
    /// The version that a command must name.
    pub version: u32,
    /// Where it stands.
    pub state: State,
    /// Whose request.
    pub agency: AgencyId,
    /// What is asked.
    pub kinds: Vec<Kind>,
    /// Day 0.
    pub received: NaiveDate,
    /// How it came.
    pub channel: Channel,
    /// In what capacity.
    pub capacity: Capacity,
    /// How sensitive.
    pub sensitivity: Sensitivity,
    /// What else is known that changes what must be proved.
    pub facts: IdentityFacts,
    /// Who asks.
    pub requester: Person,
    /// About whom, where another.
    pub subject: Option<Person>,
    /// The words.
    pub text: String,
    /// What was given so that the record can be found; a Social Security number is shown masked.
    pub particulars: BTreeMap<String, String>,
    /// What the rules ask of this requester.
    pub identity: IdentityAnswer,
    /// Everything that is asked of this requester: by the rule, and by the notice of the system besides.
    pub asked: Vec<Asked>,
    /// The roads that the words of the request point to, for a person to confirm; none of them is a denial.
    pub misfits: Vec<MisfitOffer>,
    /// The requirements, as the contract of the command line names them.
    pub requirements: Vec<Requirement>,
    /// The requirements that no evidence meets yet.
    pub unmet: Vec<Requirement>,
    /// The proof at hand.
    pub evidence: Vec<EvidenceAtHand>,
    /// When identity was found proved.
    pub identity_verified: Option<NaiveDate>,
    /// The system and office, once confirmed.
    pub routing: Option<RoutedTo>,
    /// What the program proposes, until a person has confirmed.
    pub proposal: Option<RouteAnswer>,
    /// When the office was asked.
    pub sent: Option<Sent>,
    /// What it answered.
    pub search: Option<Search>,
    /// What was decided.
    pub determination: Option<Determination>,
    /// Why the answer takes longer, and until when.
    pub delay: Option<Delay>,
    /// The letters issued, oldest first.
    pub letters: Vec<LetterIssued>,
    /// The letters that can be written now, or why not.
    pub offers: Vec<LetterOffer>,
    /// The clocks, the most urgent first.
    pub clocks: Vec<CaseClock>,
    /// What the rule asks next, the first first.
    pub next: Vec<NextStep>,
    /// What happened, oldest first.
    pub history: Vec<HistoryLine>,
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
    /// Its blocks with their citations.
    pub blocks: Vec<LetterBlock>,
    /// Its checks.
    pub checks: Vec<Check>,
    /// Whether every check passed.
    pub ready: bool,
    /// The page as it will print: the PDF in base64.
    pub pdf_base64: String,
    /// The number of pages.
    pub pages: u32,
}

/// One row of the catalogue.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SystemRow {
    /// Whose system.
    pub agency: AgencyId,
    /// `USPS 890.000`.
    pub number: String,
    /// Its name.
    pub name: String,
    /// The days of its revisions, oldest first.
    pub revisions: Vec<RevisionRow>,
}

/// One revision of a system.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct RevisionRow {
    /// The day from which requests are routed by it.
    pub effective_from: NaiveDate,
    /// `built-in` or the document.
    pub source: String,
    /// Whether it has the published words.
    pub published_words: bool,
    /// Federal Register citation or document number.
    pub cite: Option<String>,
}

/// One system as it stands on a day.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SystemView {
    /// Whose system.
    pub agency: AgencyId,
    /// `USPS 890.000`.
    pub number: String,
    /// Its name.
    pub name: String,
    /// The revision shown.
    pub revision: RevisionRow,
    /// All its revisions, oldest first.
    pub revisions: Vec<RevisionRow>,
    /// The managers.
    pub managers: Vec<Manager>,
    /// The locations.
    pub locations: Vec<String>,
    /// Which subject matter goes to which office.
    pub offices: Vec<OfficeView>,
    /// By what records are retrieved.
    pub retrieval_identifiers: Vec<String>,
    /// Regulations of the access procedures.
    pub access_cites: Vec<String>,
    /// Regulations of the contesting procedures.
    pub contest_cites: Vec<String>,
    /// Exemptions claimed.
    pub exemptions: Vec<String>,
    /// Earlier notices.
    pub history: Vec<String>,
    /// The published words.
    pub sections: Vec<Section>,
    /// What could not be understood.
    pub not_understood: Vec<String>,
}

/// Where inquiries on some subject matter go.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct OfficeView {
    /// The subject matter; nothing for every other matter.
    pub subject: Option<String>,
    /// The office.
    pub office: String,
    /// Its address.
    pub address: String,
    /// What the requester must give.
    pub particulars: Vec<String>,
    /// The sentence of the notice.
    pub quote: String,
}

/// Two revisions side by side.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Comparison {
    /// The system's number.
    pub number: String,
    /// The older one.
    pub older: RevisionRow,
    /// The newer one.
    pub newer: RevisionRow,
    /// Section by section, in printed order.
    pub sections: Vec<SectionComparison>,
}

/// One section in two revisions.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SectionComparison {
    /// The section's key.
    pub key: String,
    /// The heading as printed in the newer one, or the older where it is gone.
    pub heading: String,
    /// Whether anything but white space differs.
    pub changed: bool,
    /// The words, in order: what is in both, what only in the older, what only in the newer.
    pub runs: Vec<Run>,
}

pub use crate::notices::Run;

/// What an import did.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ImportReport {
    /// File by file.
    pub files: Vec<ImportedFile>,
}

/// What came of one file.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ImportedFile {
    /// The file's name.
    pub file: String,
    /// The systems that were added or already known, in words: `USPS 890.000, revision of 1 July 2020`.
    pub systems: Vec<String>,
    /// What could not be understood.
    pub not_understood: Vec<String>,
    /// Why nothing was imported, where nothing was.
    pub refused: Option<String>,
}

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

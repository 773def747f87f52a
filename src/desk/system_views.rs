//! What the desk shows of systems of records: the library, one system, two revisions, an import.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::casework::State;
use crate::law::AgencyId;
pub use crate::notices::Run;
use crate::notices::{Corrected, Manager, NoticeCorrection, Section};

/// Which part of the library is asked for.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(default)]
pub struct SystemsQuery {
    /// Words, each from its beginning, all of which must stand in the newest revision.
    pub search: Option<String>,
    /// Only this agency; `None` for those of the desk.
    pub agency: Option<AgencyId>,
    /// Every agency of the library, where none is named.
    pub all_agencies: bool,
    /// How many systems to leave out: those of the pages before.
    pub after: u32,
}

/// A page of the library.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SystemsPage {
    /// Where words are searched, systems with them in number and name first; else by agency and number.
    pub rows: Vec<SystemRow>,
    /// How many there are on all pages.
    pub total: u32,
    /// The `after` of the next page; nothing on the last one.
    pub next_page: Option<u32>,
}

/// An agency of the library.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LibraryAgencyView {
    /// Its short name.
    pub id: AgencyId,
    /// Its name.
    pub name: String,
    /// How many systems of it the library has.
    pub systems: u32,
    /// Whether the desk answers its requests.
    pub ours: bool,
}

/// One row of the library.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SystemRow {
    /// Whose system.
    pub agency: AgencyId,
    /// `USPS 890.000`.
    pub number: String,
    /// Its name.
    pub name: String,
    /// Whether it has been rescinded.
    pub rescinded: bool,
    /// The days of its revisions, oldest first.
    pub revisions: Vec<RevisionRow>,
    /// Where the words stand that were searched; nothing where they stand in number and name.
    pub found: Option<FoundWords>,
}

/// The sentence that a search found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct FoundWords {
    /// The heading of its section.
    pub heading: String,
    /// The sentence, shortened where it is long.
    pub quote: String,
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
    /// The agency's name.
    pub agency_name: String,
    /// `USPS 890.000`.
    pub number: String,
    /// Its name.
    pub name: String,
    /// Whether it has been rescinded.
    pub rescinded: bool,
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
    /// Where in these words each fact stands; none for a fact that was put right by hand.
    pub places: Vec<FactPlace>,
    /// What could not be understood.
    pub not_understood: Vec<String>,
    /// What a person put right in this revision; the facts above are as put right.
    pub corrections: Vec<NoticeCorrectionView>,
    /// The open cases about it, the most urgent first.
    pub open_cases: Vec<CaseOfSystem>,
    /// How long closed cases took, by the office that they went to.
    pub times: Vec<OfficeTimes>,
}

/// Where a fact stands in the published words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct FactPlace {
    /// The fact by its field and its place in the field's list, counted from nought: `managers/0`, `notification/0/office`.
    pub fact: String,
    /// The section's key.
    pub section: String,
    /// The first character, counted from nought.
    pub start: u32,
    /// The character after the last.
    pub end: u32,
}

/// A correction with the fact as it was understood.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct NoticeCorrectionView {
    /// The correction.
    pub correction: NoticeCorrection,
    /// The fact as the program read it.
    pub as_read: Corrected,
    /// The day of the earlier revision in which it was made, where it was carried into this one: only a part was changed
    /// since, and the published words of the fact are the same.
    pub carried_from: Option<NaiveDate>,
}

/// An open case about a system.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CaseOfSystem {
    /// `USPS-2026-00042`.
    pub number: String,
    /// Who asks.
    pub requester: String,
    /// Where it stands.
    pub state: State,
    /// The next step, in words.
    pub next: String,
    /// By when.
    pub next_by: Option<NaiveDate>,
    /// Whether another revision was in force when it was received than is now.
    pub earlier_revision: bool,
}

/// How long the closed cases about a system took at one office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct OfficeTimes {
    /// The office; nothing for cases that were closed before they were routed.
    pub office: Option<String>,
    /// How many cases.
    pub closed: u32,
    /// The median of the calendar days from receipt to closing.
    pub median_days: u32,
    /// The most days that one took.
    pub longest_days: u32,
    /// When the newest was closed.
    pub last_closed: NaiveDate,
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
    /// Whether the address is the manager's, because the procedure names the office without one.
    pub resolved: bool,
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

//! What a notice says, once read.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A document of the Federal Register (or a text taken from it) with the systems that it describes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadNotice {
    /// The file's name as given, without its folder.
    pub file: String,
    /// The document itself.
    pub notice: Notice,
    /// The systems, in printed order.
    pub systems: Vec<SystemText>,
}

/// The head of a notice.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Notice {
    /// The agency as printed.
    pub agency: String,
    /// The ACTION line as printed.
    pub action: String,
    /// The day of publication, where the document tells it.
    pub published: Option<NaiveDate>,
    /// The Federal Register document number.
    pub fr_doc: Option<String>,
    /// The Federal Register citation of the notice itself (`85 FR 33208`).
    pub fr_cite: Option<String>,
    /// The DATES paragraph as printed: it says from when the notice holds.
    #[serde(default)]
    pub dates: Option<String>,
    /// The day on which the document was filed for publication, where it tells that.
    #[serde(default)]
    pub filed: Option<NaiveDate>,
}

/// One system of records as a notice describes it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SystemText {
    /// `USPS 890.000`, `60-0383`.
    pub number: String,
    /// The name without the number.
    pub name: String,
    /// The officials named as managers.
    pub managers: Vec<Manager>,
    /// Where the records are.
    pub locations: Vec<String>,
    /// The published words, section by section, in printed order.
    pub sections: Vec<Section>,
    /// Which subject matter goes to which office, and what must be given.
    pub notification: Vec<NotificationRule>,
    /// By what the records are retrieved, as noun phrases.
    pub retrieval_identifiers: Vec<String>,
    /// The regulations that the access procedures cite.
    pub access_cites: Vec<String>,
    /// The regulations that the contesting procedures cite.
    pub contest_cites: Vec<String>,
    /// The exemptions claimed, as cited.
    pub exemptions: Vec<String>,
    /// Whether the notice claims any exemption.
    pub exempt: bool,
    /// Federal Register citations of earlier notices, in printed order.
    pub history: Vec<String>,
    /// What could not be understood, one sentence each, with its section.
    pub not_understood: Vec<String>,
    /// Whether the notice changes only some sections: what it does not name keeps its earlier words.
    #[serde(default)]
    pub amends: bool,
    /// Whether this is the whole text that such a change made of the revision before it.
    #[serde(default)]
    pub made_whole: bool,
    /// Whether the notice ends the system.
    #[serde(default)]
    pub rescinded: bool,
    /// The number that the system had before this notice, where the notice gives it another.
    #[serde(default)]
    pub prior_number: Option<String>,
    /// Where in the sections each fact stands.
    #[serde(default)]
    pub places: Vec<Place>,
    /// The appendices of the notice that the sections point to (`Appendix E`), with their words.
    #[serde(default)]
    pub appendices: Vec<Section>,
}

impl SystemText {
    /// The published words of a section, by its key (`notification_procedure`).
    pub fn section(&self, key: &str) -> Option<&str> {
        self.sections.iter().find(|section| section.key == key).map(|section| section.text.as_str())
    }

    /// The published words at a place; nothing where the place lies outside of its section.
    pub fn words_at(&self, place: &Place) -> Option<&str> {
        super::places::words(self, place)
    }
}

/// Where a fact stands in the published words of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The fact by its field and its place in the field's list, counted from nought: `managers/0`, `access_cites/1`,
    /// `notification/0` for the sentence, `notification/0/office`, `notification/0/subject`, `notification/0/particulars/2`.
    pub fact: String,
    /// The section's key.
    pub section: String,
    /// The first character, counted from nought.
    pub start: usize,
    /// The character after the last.
    pub end: usize,
}

/// One section in the published words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Section {
    /// The folded key: `system_location`, `system_manager`, `authority`, `purpose`, `categories_of_individuals`,
    /// `categories_of_records`, `record_sources`, `routine_uses`, `storage`, `retrieval`, `retention`, `safeguards`,
    /// `record_access_procedures`, `contesting_record_procedures`, `notification_procedure`, `exemptions`, `history`,
    /// `security_classification`; besides them `consumer_reporting_agencies`, `policies_and_practices` (the old container),
    /// `changes`, `reason` and `summary_of_purpose`. A heading for notification and access in one is
    /// `notification_procedure`, one for access and amendment `record_access_procedures`; `heading` tells.
    pub key: String,
    /// The heading as printed.
    pub heading: String,
    /// The words as printed; lines of one paragraph joined, paragraphs parted by a blank line.
    pub text: String,
}

/// An official or office that a notice names as system manager.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Manager {
    /// The title or the office.
    pub title: String,
    /// The postal address on one line, parts parted by commas.
    pub address: String,
    /// The subject matter as printed, where the official has only a part of the records.
    #[serde(default)]
    pub scope: Option<String>,
}

/// Where inquiries on some subject matter go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct NotificationRule {
    /// The subject matter as printed (`information pertaining to sales`); nothing where it is every other matter.
    pub subject: Option<String>,
    /// The office or official.
    pub office: String,
    /// The address, the manager's where the notice names the manager without one.
    pub address: String,
    /// What the requester must give so that the record can be found.
    pub particulars: Vec<String>,
    /// The sentence of the notice that says so.
    pub quote: String,
    /// Whether the procedure names the office without an address, and it was taken from the manager of that title.
    #[serde(default)]
    pub resolved: bool,
}

/// A system at a date: either the built-in facts in our own words, or an imported notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// The short name of the agency that keeps the system.
    pub agency: String,
    /// The agency's name as the notice prints it.
    #[serde(default)]
    pub agency_name: Option<String>,
    /// The day from which requests are routed by it.
    pub effective_from: NaiveDate,
    /// Where it comes from: `built-in` or the document (`2020-11639`, or the file's name).
    pub source: String,
    /// Whether the sections hold the published words.
    pub published_words: bool,
    /// Federal Register citation or document number of the notice, where known.
    pub cite: Option<String>,
    /// What it says.
    pub system: SystemText,
}

//! What `docket notice read --json` prints, in the shape of the command line's contract.

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::model::{Manager, ReadNotice, Section, SystemText};

/// A read notice as the command line prints it.
#[derive(Debug, serde::Serialize)]
pub struct NoticeJson<'a> {
    file: &'a str,
    notice: HeadJson<'a>,
    systems: Vec<SystemJson<'a>>,
}

#[derive(Debug, serde::Serialize)]
struct HeadJson<'a> {
    agency: &'a str,
    action: &'a str,
    published: Option<NaiveDate>,
    fr_doc: Option<&'a str>,
    fr_cite: Option<&'a str>,
}

/// One system as the command line prints it: the sections as a map in printed order.
#[derive(Debug, serde::Serialize)]
pub struct SystemJson<'a> {
    number: &'a str,
    name: &'a str,
    managers: &'a [Manager],
    locations: &'a [String],
    sections: SectionsJson<'a>,
    notification: Vec<RuleJson<'a>>,
    retrieval_identifiers: &'a [String],
    access_cites: &'a [String],
    contest_cites: &'a [String],
    exemptions: &'a [String],
    exempt: bool,
    history: &'a [String],
    not_understood: &'a [String],
    amends: bool,
    rescinded: bool,
    prior_number: Option<&'a str>,
    places: Vec<PlaceJson<'a>>,
    appendices: Vec<AppendixJson<'a>>,
}

#[derive(Debug, serde::Serialize)]
struct PlaceJson<'a> {
    fact: &'a str,
    section: &'a str,
    start: usize,
    end: usize,
    quote: &'a str,
}

#[derive(Debug, serde::Serialize)]
struct AppendixJson<'a> {
    heading: &'a str,
    text: &'a str,
}

#[derive(Debug, serde::Serialize)]
struct RuleJson<'a> {
    subject: Option<&'a str>,
    office: &'a str,
    address: &'a str,
    particulars: &'a [String],
    quote: &'a str,
    resolved: bool,
}

#[derive(Debug)]
struct SectionsJson<'a>(&'a [Section]);

impl Serialize for SectionsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for section in self.0 {
            map.serialize_entry(&section.key, &section.text)?;
        }
        map.end()
    }
}

impl<'a> From<&'a ReadNotice> for NoticeJson<'a> {
    fn from(read: &'a ReadNotice) -> Self {
        Self {
            file: &read.file,
            notice: HeadJson {
                agency: &read.notice.agency,
                action: &read.notice.action,
                published: read.notice.published,
                fr_doc: read.notice.fr_doc.as_deref(),
                fr_cite: read.notice.fr_cite.as_deref(),
            },
            systems: read.systems.iter().map(SystemJson::from).collect(),
        }
    }
}

impl<'a> From<&'a SystemText> for SystemJson<'a> {
    fn from(system: &'a SystemText) -> Self {
        Self {
            number: &system.number,
            name: &system.name,
            managers: &system.managers,
            locations: &system.locations,
            sections: SectionsJson(&system.sections),
            notification: system
                .notification
                .iter()
                .map(|rule| RuleJson {
                    subject: rule.subject.as_deref(),
                    office: &rule.office,
                    address: &rule.address,
                    particulars: &rule.particulars,
                    quote: &rule.quote,
                    resolved: rule.resolved,
                })
                .collect(),
            retrieval_identifiers: &system.retrieval_identifiers,
            access_cites: &system.access_cites,
            contest_cites: &system.contest_cites,
            exemptions: &system.exemptions,
            exempt: system.exempt,
            history: &system.history,
            not_understood: &system.not_understood,
            amends: system.amends,
            rescinded: system.rescinded,
            prior_number: system.prior_number.as_deref(),
            places: system
                .places
                .iter()
                .map(|place| PlaceJson {
                    fact: &place.fact,
                    section: &place.section,
                    start: place.start,
                    end: place.end,
                    quote: system.words_at(place).unwrap_or_default(),
                })
                .collect(),
            appendices: system
                .appendices
                .iter()
                .map(|appendix| AppendixJson { heading: &appendix.heading, text: &appendix.text })
                .collect(),
        }
    }
}

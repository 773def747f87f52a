//! What an answer in IPP says: its status, its groups of attributes, their values.

use ipp::attribute::IppAttributeGroup;
use ipp::model::{DelimiterTag, StatusCode};
use ipp::parser::IppParser;
use ipp::reader::IppReader;
use ipp::request::IppRequestResponse;
use ipp::value::IppValue;

/// An answer of the print service.
pub(super) struct Answer(IppRequestResponse);

impl Answer {
    /// Reads an answer; nothing where it is no IPP.
    pub(super) fn read(bytes: Vec<u8>) -> Option<Self> {
        IppParser::new(IppReader::new(std::io::Cursor::new(bytes))).parse().ok().map(Self)
    }

    pub(super) fn status(&self) -> StatusCode {
        self.0.header().status_code()
    }

    /// One group for each printer.
    pub(super) fn printers(&self) -> impl Iterator<Item = Group<'_>> {
        self.0.attributes().groups_of(DelimiterTag::PrinterAttributes).map(Group)
    }

    /// What is said of the job.
    pub(super) fn job(&self) -> Option<Group<'_>> {
        self.0.attributes().first_of(DelimiterTag::JobAttributes).map(Group)
    }
}

/// The attributes of one printer or job.
#[derive(Clone, Copy)]
pub(super) struct Group<'a>(&'a IppAttributeGroup);

impl<'a> Group<'a> {
    /// The value in words; empty where it is not said.
    pub(super) fn text(self, name: &str) -> String {
        self.list(name).into_iter().next().unwrap_or_default()
    }

    /// The values in words, without the `none` that stands for no value.
    pub(super) fn list(self, name: &str) -> Vec<String> {
        self.values(name)
            .filter_map(|value| match value {
                IppValue::Keyword(word) | IppValue::NameWithoutLanguage(word) => Some(word.to_string()),
                IppValue::TextWithoutLanguage(text) => Some(text.to_string()),
                IppValue::NameWithLanguage { name, .. } => Some(name.to_string()),
                IppValue::TextWithLanguage { text, .. } => Some(text.to_string()),
                IppValue::Uri(uri) => Some(uri.to_string()),
                _ => None,
            })
            .filter(|word| word != "none")
            .collect()
    }

    /// The number or the value of the enumeration.
    pub(super) fn number(self, name: &str) -> Option<i32> {
        self.values(name).find_map(|value| match value {
            IppValue::Integer(number) | IppValue::Enum(number) => Some(*number),
            _ => None,
        })
    }

    /// Yes or no.
    pub(super) fn says(self, name: &str) -> Option<bool> {
        self.values(name).find_map(|value| match value {
            IppValue::Boolean(yes) => Some(*yes),
            _ => None,
        })
    }

    fn values(self, name: &str) -> impl Iterator<Item = &'a IppValue> {
        self.0.get(name).into_iter().flat_map(|attribute| attribute.value())
    }
}

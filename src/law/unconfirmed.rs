//! The words of entries that nobody has checked against their source: no letter may say them.
//!
//! The rules themselves pass such entries over; this list lets the letters' checks prove that none came in by another way,
//! such as a paragraph edited by hand.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

use super::{AgencyId, Law, LawError, in_force::Entry, pages::Pages};

/// Words that only an unchecked entry has.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnconfirmedWords {
    /// The words: an office, a line of an address, a prescribed text, a citation.
    pub text: String,
    /// The paragraph that the entry names.
    pub cite: String,
}

/// What the entries say, those that somebody checked and those that nobody did.
#[derive(Default)]
struct Said {
    confirmed: BTreeSet<String>,
    unconfirmed: BTreeSet<UnconfirmedWords>,
}

impl Law {
    /// The words that stand in unchecked entries of an agency's rulebook or of the federal one, and in no checked entry,
    /// as of a day. Schedules for the office's own papers are left out: no letter speaks of them.
    ///
    /// # Errors
    /// [`LawError::NoRulebook`].
    pub fn unconfirmed_words(
        &self,
        agency: &AgencyId,
        on: NaiveDate,
    ) -> Result<Vec<UnconfirmedWords>, LawError> {
        let mut said = Said::default();
        macro_rules! read_each {
            ($($kind:ident),+) => {
                $(said.read(self.entries(agency, |pages: &Pages| &pages.$kind)?, on);)+
            };
        }
        read_each!(
            office,
            clock,
            cure,
            identity_road,
            identity,
            fee,
            appeal,
            extension,
            suit,
            standing,
            misfit
        );
        read_each!(exemption, disclosure, wording);
        let Said { confirmed, unconfirmed } = said;
        let spoken_for = |text: &str| confirmed.iter().any(|known| known.contains(&text.to_lowercase()));
        Ok(unconfirmed.into_iter().filter(|words| !spoken_for(&words.text)).collect())
    }
}

impl Said {
    fn read<'a, T: Entry + Serialize + 'a>(&mut self, entries: impl Iterator<Item = &'a T>, on: NaiveDate) {
        for entry in entries {
            let mut texts = Vec::new();
            if let Ok(Value::Object(fields)) = serde_json::to_value(entry) {
                let own = fields.iter().filter(|(name, _)| {
                    !name.starts_with("effective_")
                        && !matches!(name.as_str(), "source" | "note" | "key" | "id")
                });
                own.for_each(|(_, value)| strings(value, &mut texts));
            }
            // Words that were checked for another day are known words; a doubt holds only on the days of the entry.
            if !entry.unconfirmed() {
                self.confirmed.extend(texts.iter().map(|text| text.to_lowercase()));
            } else if entry.holds_on(on) {
                // A single word, such as the name of a value, tells nothing by itself.
                let telling = texts.into_iter().filter(|text| text.contains(' '));
                let cite = entry.cite().to_owned();
                self.unconfirmed.extend(telling.map(|text| UnconfirmedWords { text, cite: cite.clone() }));
            }
        }
    }
}

fn strings(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(text.trim().trim_end_matches('.').to_owned()),
        Value::Array(list) => list.iter().for_each(|value| strings(value, into)),
        Value::Object(fields) => fields.values().for_each(|value| strings(value, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

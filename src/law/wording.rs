//! Words that a rule prescribes: a reply to be given whether or not a record exists, a declaration to be signed.

use serde::Serialize;

use super::in_force::entry;

/// Words that a rule prescribes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Wording {
    /// The words; `{name}` stands where a name goes.
    pub text: String,
    /// Whether nothing may be added that tells more.
    pub nothing_more: bool,
    /// The paragraph.
    pub cite: String,
}

impl Wording {
    /// The words with the name in its place.
    pub fn for_name(&self, name: &str) -> String {
        self.text.replace("{name}", name)
    }
}

entry! {
    /// Words that a rule prescribes.
    WordingEntry(key) {
        /// The name by which the program asks for them.
        key: String,
        /// The words.
        text: String,
        /// Whether nothing may be added that tells more.
        #[serde(default)]
        nothing_more: bool,
    }
}

impl From<&WordingEntry> for Wording {
    fn from(entry: &WordingEntry) -> Self {
        Self { text: entry.text.clone(), nothing_more: entry.nothing_more, cite: entry.cite.clone() }
    }
}

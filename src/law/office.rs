//! Offices and officials, as letters name them.

use serde::{Deserialize, Serialize};

use super::in_force::entry;

/// An office with its postal address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Office {
    /// The office or official, as a letter names it.
    pub title: String,
    /// The postal address, line by line.
    pub address: Vec<String>,
}

entry! {
    /// An office or official.
    OfficeEntry(key) {
        /// The name by which the rulebook speaks of it.
        key: String,
        /// As a letter names it.
        title: String,
        /// Line by line.
        address: Vec<String>,
    }
}

impl From<&OfficeEntry> for Office {
    fn from(entry: &OfficeEntry) -> Self {
        Self { title: entry.title.clone(), address: entry.address.clone() }
    }
}

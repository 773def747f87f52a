//! The staff of the desk.

use serde::{Deserialize, Serialize};

/// Somebody who works at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffMember {
    /// The name, as letters and the history show it; it names the person in this desk.
    pub name: String,
    /// The title, for letters that they sign; empty for none.
    pub title: String,
    /// What they may do, in the words of the office.
    pub roles: Vec<String>,
    /// The unit of the office that they work in; empty for none.
    #[serde(default)]
    pub unit: String,
    /// Whether they still work here.
    #[serde(default = "still")]
    pub active: bool,
}

fn still() -> bool {
    true
}

//! What the office's own papers say.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a system manager or custodian is asked to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskFacts {
    /// What is asked, as sentences: `Search for the records of her orders from 2024 to 2026.`
    pub asked: String,
    /// The day by which the answer must be back.
    pub answer_by: NaiveDate,
    /// The particulars to search by; a Social Security number is masked when the paper is written.
    #[serde(default)]
    pub particulars: Vec<Particular>,
}

/// One particular by which a record can be found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particular {
    /// `date of birth`.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// One station of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Station {
    /// The office or official.
    pub office: String,
    /// What they do: `search and attest`.
    pub action: String,
    /// By when.
    pub by: Option<NaiveDate>,
}

/// What was disposed of, without a person's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisposalFacts {
    /// The day.
    pub on: NaiveDate,
    /// The records schedule or rule that allows it.
    pub authority: String,
    /// What was destroyed, one line each.
    pub items: Vec<DisposedItem>,
}

/// One paper or file that was destroyed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisposedItem {
    /// Its kind: `Acknowledgement`; never a person.
    pub kind: String,
    /// Its date.
    pub dated: NaiveDate,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
}

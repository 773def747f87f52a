//! What a letter says of other people and offices: earlier recipients, representatives, other agencies.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What an earlier recipient got, and why they are told now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecipientFacts {
    /// The day of the disclosure.
    pub disclosed: NaiveDate,
    /// What was disclosed: `the street address and the date of the first order`.
    pub what: String,
    /// `correction` or `dispute`.
    pub notice: String,
}

/// Who receives a medical record in the place of the subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepresentativeFacts {
    /// The name.
    pub name: String,
    /// `physician`, `health professional`, `medical doctor`, `representative`.
    pub role: String,
    /// The address, line by line.
    pub address: Vec<String>,
    /// The day on which the record is sent.
    pub sent: NaiveDate,
    /// The number of pages of the record.
    pub pages: u32,
    /// Whether the record is a minor's, for which a parent or guardian asked (20 CFR 401.55(c)(2)).
    #[serde(default)]
    pub minor: bool,
}

/// One disclosure, as the accounting shows it (5 U.S.C. 552a(c)(1)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisclosureFacts {
    /// The day.
    pub on: NaiveDate,
    /// Its nature: what was disclosed, and how.
    pub nature: String,
    /// Its purpose.
    pub purpose: String,
    /// The name of the person or agency.
    pub to: String,
    /// Their address, on one line.
    pub address: String,
}

/// Where a request went, or should be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralFacts {
    /// The agency or office.
    pub to: String,
    /// Its address, line by line.
    pub address: Vec<String>,
    /// Why, as a sentence.
    pub why: String,
    /// The day on which the request was forwarded; nothing where the requester is asked to write there.
    pub sent: Option<NaiveDate>,
    /// Whether only a part of the request goes there, and the rest is answered here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub part: bool,
}

/// The road by which a request is answered that the Privacy Act does not reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoadFacts {
    /// Why the Privacy Act does not answer it, and what does, in the rulebook's sentences for the requester.
    pub tell: String,
    /// The paragraph.
    pub cite: String,
    /// The day by which an answer under the Freedom of Information Act is due; nothing where that Act does not answer.
    #[serde(default)]
    pub answer_by: Option<NaiveDate>,
}

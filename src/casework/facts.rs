//! The facts that events and the case hold: people, items, parts, recipients, disclosures.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::{Guard, Outcome};
use crate::law::{AgencyId, Capacity, Channel, DisclosureBasis, IdentityFacts, Kind, Sensitivity};

/// A person as the case keeps them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Person {
    /// The name as the person writes it.
    pub name: String,
    /// The postal address, line by line.
    pub address: Vec<String>,
    /// The e-mail address.
    pub email: Option<String>,
}

/// Whom the requester named to receive a medical record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Representative {
    /// Who it is.
    pub person: Person,
    /// What the person is.
    pub occupation: String,
    /// Whether it is a health professional.
    pub health_professional: bool,
    /// Whether it is a member of the family.
    pub family_member: bool,
}

/// A record or part, numbered from 1 within its case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Item {
    /// Its number in the case, from 1.
    pub item: u32,
    /// What it is, as a phrase.
    pub what: String,
    /// How many pages a copy has.
    pub pages: u32,
    /// Whether it is about other people as well.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub concerns_others: bool,
    /// Whether it is a medical record.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub medical: bool,
}

/// The decision on one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Part {
    /// The item's number.
    pub item: u32,
    /// What was decided.
    pub outcome: Outcome,
    /// The reason, or what was changed.
    pub words: String,
    /// The exemption under which it is denied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exemption: Option<ExemptionUsed>,
    /// Whether the denial protects a confidential source.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reveals_source: bool,
    /// How what is about other people was kept back.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub others: String,
}

/// An exemption as it was applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ExemptionUsed {
    /// The subsection of the Act.
    pub statute: String,
    /// The agency's rule.
    pub rule: String,
    /// The reason in the rule's words.
    pub reason: String,
    /// What must be given all the same.
    pub must_give: Option<String>,
    /// Whether counsel signs off.
    pub counsel_signs: bool,
}

/// An item as it was weighed under both Acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct WeighedItem {
    /// The item's number.
    pub item: u32,
    /// The Privacy Act's grounds to withhold it.
    pub privacy_act: Vec<crate::law::Ground>,
    /// The Freedom of Information Act's grounds to withhold it.
    pub foia: Vec<crate::law::Ground>,
}

/// Somebody who had the record before, numbered from 1 within the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Recipient {
    /// The number in the case, from 1.
    pub recipient: u32,
    /// The person or agency.
    pub name: String,
    /// The postal address, line by line.
    pub address: Vec<String>,
    /// The day of the disclosure.
    pub disclosed_on: Option<NaiveDate>,
}

/// An entry of the accounting of disclosures, as the desk keeps it for a subject and a system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AccountingEntry {
    /// Its id.
    pub id: String,
    /// The day.
    pub on: NaiveDate,
    /// The nature of the disclosure.
    pub nature: String,
    /// The purpose.
    pub purpose: String,
    /// The person or agency.
    pub name: String,
    /// Its address.
    pub address: String,
    /// On what ground.
    pub basis: DisclosureBasis,
}

/// An entry as it was taken into a request for the accounting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct EntryTaken {
    /// The entry.
    pub entry: AccountingEntry,
    /// Whether the requester is shown it.
    pub shown: bool,
    /// Why, in a sentence.
    pub why: String,
    /// The paragraph.
    pub cite: String,
}

/// A request as it was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// `USPS-2026-00042`.
    pub number: String,
    /// Whose request.
    pub agency: AgencyId,
    /// What is asked.
    pub kinds: Vec<Kind>,
    /// Day 0.
    pub received: NaiveDate,
    /// How it came.
    pub channel: Channel,
    /// In what capacity.
    pub capacity: Capacity,
    /// How sensitive.
    pub sensitivity: Sensitivity,
    /// Whether staff know the requester.
    pub personally_known: bool,
    /// What else was known that changes what must be proved.
    #[serde(default, skip_serializing_if = "IdentityFacts::is_empty")]
    pub facts: IdentityFacts,
    /// Who asks.
    pub requester: Person,
    /// About whom, where another.
    pub subject: Option<Person>,
    /// The words.
    pub text: String,
    /// What was given so that the record can be found.
    pub particulars: BTreeMap<String, String>,
    /// The date that the letter bears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<NaiveDate>,
    /// The date of the postmark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postmarked: Option<NaiveDate>,
    /// The office that had it first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_office: Option<String>,
    /// The day on which it reached the right office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reached_office: Option<NaiveDate>,
    /// Whom the requester named to receive a medical record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<Representative>,
    /// The cases of the other requests in the same letter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub linked: Vec<String>,
    /// Why nothing may give away whether there is a record, where the rule says so from the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guard: Option<Guard>,
}

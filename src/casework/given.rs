//! What is given to the desk: a request as it is taken in, and the pieces of commands.

use chrono::NaiveDate;
use serde::Deserialize;

use super::Outcome;
use crate::law::{AgencyId, Capacity, Channel, Evidence, IdentityFacts, Kind, Sensitivity};

/// A request as it is taken in: what stands in the letter, and how it came.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Intake {
    /// Whose request it is to answer.
    pub agency: AgencyId,
    /// What is asked; the first is the main one.
    pub kinds: Vec<Kind>,
    /// The day of receipt: day 0 of the clocks.
    pub received: NaiveDate,
    /// How it came.
    pub channel: Channel,
    /// In what capacity the requester asks.
    pub capacity: Capacity,
    /// How sensitive the record is.
    #[serde(default = "ordinary")]
    pub sensitivity: Sensitivity,
    /// Who asks.
    pub requester: PersonGiven,
    /// The individual that the records are about, where another than the requester.
    #[serde(default)]
    pub subject: Option<PersonGiven>,
    /// What the person wrote.
    pub text: String,
    /// What the person gave so that the record can be found: `ssn`, `chat_date`, …
    #[serde(default)]
    pub particulars: std::collections::BTreeMap<String, String>,
    /// The proof that came with the request.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// Whether the staff member knows the requester personally.
    #[serde(default)]
    pub personally_known: bool,
    /// What else is known that changes what must be proved: whose guardian, a minor's age, proof on file.
    #[serde(default)]
    pub facts: IdentityFacts,
    /// The date that the letter bears.
    #[serde(default)]
    pub dated: Option<NaiveDate>,
    /// The date of the postmark.
    #[serde(default)]
    pub postmarked: Option<NaiveDate>,
    /// The office that had it first, where it went astray inside the agency.
    #[serde(default)]
    pub first_office: Option<String>,
    /// The day on which it reached the right office, where that was later than the receipt.
    #[serde(default)]
    pub reached_office: Option<NaiveDate>,
    /// Whom the requester named to receive a medical record.
    #[serde(default)]
    pub representative: Option<RepresentativeGiven>,
    /// Other requests in the same letter that run on clocks of their own: each becomes a case beside this one.
    #[serde(default)]
    pub also: Vec<AlsoAsked>,
}

fn ordinary() -> Sensitivity {
    Sensitivity::Ordinary
}

/// Another request in the same letter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct AlsoAsked {
    /// What is asked.
    pub kinds: Vec<Kind>,
    /// The words of the letter that ask it.
    pub text: String,
    /// How sensitive that record is.
    #[serde(default = "ordinary")]
    pub sensitivity: Sensitivity,
}

/// A person as given in a request.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct PersonGiven {
    /// The name as the person writes it.
    pub name: String,
    /// The postal address, line by line.
    #[serde(default)]
    pub address: Vec<String>,
    /// The e-mail address.
    #[serde(default)]
    pub email: Option<String>,
}

/// Whom a requester names to receive a medical record.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct RepresentativeGiven {
    /// Who it is.
    pub person: PersonGiven,
    /// What the person is: `family physician`, `nurse`, `friend`.
    pub occupation: String,
    /// Whether it is a health professional.
    #[serde(default)]
    pub health_professional: bool,
    /// Whether it is a member of the family.
    #[serde(default)]
    pub family_member: bool,
}

/// A record or part that the search found, or that the requester contests.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ItemGiven {
    /// What it is, as a phrase that a letter can use: `the chat transcript of 3 March 2026`.
    pub what: String,
    /// How many pages a copy has.
    #[serde(default)]
    pub pages: u32,
    /// Whether it is about other people as well.
    #[serde(default)]
    pub concerns_others: bool,
    /// Whether it is a medical record.
    #[serde(default)]
    pub medical: bool,
}

/// The decision on one item.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct PartDecided {
    /// The number of the item, from 1, as the search recorded it.
    pub item: u32,
    /// What was decided.
    pub outcome: Outcome,
    /// For a refusal the reason, for an amendment what was changed; a phrase or sentences for the letter.
    #[serde(default)]
    pub words: String,
    /// For a denial the subsection of the Act: `5 U.S.C. 552a(k)(6)`.
    #[serde(default)]
    pub exemption: Option<String>,
    /// Whether the denial protects a confidential source (20 CFR 401.85(c)(3)).
    #[serde(default)]
    pub reveals_source: bool,
    /// For a record about other people as well: how what is theirs was kept back.
    #[serde(default)]
    pub others: String,
}

/// An item as weighed under both Acts; see [`crate::law::worksheet`].
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ItemWeighed {
    /// The number of the item.
    pub item: u32,
    /// The Privacy Act's grounds to withhold it; empty where that Act gives access.
    #[serde(default)]
    pub privacy_act: Vec<crate::law::Ground>,
    /// The Freedom of Information Act's grounds to withhold it; empty where that Act gives access.
    #[serde(default)]
    pub foia: Vec<crate::law::Ground>,
}

/// Somebody who had the record before.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct RecipientGiven {
    /// The person or agency.
    pub name: String,
    /// The postal address, line by line.
    #[serde(default)]
    pub address: Vec<String>,
    /// The day of the disclosure.
    #[serde(default)]
    pub disclosed_on: Option<NaiveDate>,
}

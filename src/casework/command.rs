//! What staff can do to a case. Each command becomes events, or is refused with the reason and the rule.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::law::{AgencyId, Capacity, Channel, Evidence, IdentityFacts, Kind, Sensitivity, terms};

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
}

fn ordinary() -> Sensitivity {
    Sensitivity::Ordinary
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

terms! {
    /// What was decided on one record or part.
    Outcome {
        /// Access is given.
        Granted = "granted" => "granted",
        /// The record was corrected as asked.
        Amended = "amended" => "amended",
        /// The amendment is refused.
        Refused = "refused" => "refused",
        /// Access is denied.
        Denied = "denied" => "denied",
        /// No record was found.
        NoRecord = "no-record" => "no record found",
    }
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
}

/// A command of casework. `docket case do N COMMAND --file F` reads the fields from the file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(tag = "command", rename_all = "kebab-case", rename_all_fields = "snake_case", deny_unknown_fields)]
pub enum Command {
    /// Record proof that came with the request or later.
    RecordEvidence {
        /// What it is.
        evidence: Evidence,
        /// A note on it: the kind of document, the date on it. Never a number from it.
        #[serde(default)]
        note: String,
    },
    /// Confirm that identity and authority are proved; refused while a requirement is unmet.
    VerifyIdentity {
        /// A note for the file.
        #[serde(default)]
        note: String,
    },
    /// Confirm the system of records and the office.
    Route {
        /// The system's number, in the catalogue.
        system: String,
        /// One of the offices that its notice names; the address and the sentence come from the notice.
        office: String,
    },
    /// Send the request to the office, which is to answer by a date of the office's own.
    SendToOffice {
        /// The suspense date.
        answer_by: NaiveDate,
    },
    /// Record what the system manager found, and how they searched.
    RecordSearch {
        /// Who searched: name and title.
        by: String,
        /// Where they searched.
        where_searched: String,
        /// How: by which keys.
        how: String,
        /// The day of their answer.
        on: NaiveDate,
        /// What they found; empty where there is no record.
        items: Vec<ItemGiven>,
    },
    /// Decide on every item.
    Decide {
        /// The decision, item by item; empty where there is no record.
        parts: Vec<PartDecided>,
        /// The name of the official responsible.
        official: String,
        /// The official's title.
        title: String,
    },
    /// Record why the answer takes longer, and until when, for the delay notice.
    RecordDelay {
        /// The reason, as a clause that follows "because".
        reason: String,
        /// The day by which the answer is expected.
        expected: NaiveDate,
    },
    /// Record that everyone who had the record before was told of the amendment or dispute, or that there was nobody.
    RecordRecipientsTold {
        /// The day.
        on: NaiveDate,
        /// Who was told and how, or that the accounting lists nobody.
        how: String,
    },
    /// Record that a letter left the office by post.
    RecordPosted {
        /// The letter's id.
        letter: String,
        /// The day.
        on: NaiveDate,
    },
    /// Record that the requester withdrew.
    Withdraw {
        /// What they said.
        note: String,
    },
    /// Close the case.
    Close {
        /// A note for the file.
        #[serde(default)]
        note: String,
    },
    /// Add a note to the file.
    AddNote {
        /// The note.
        text: String,
    },
}

//! Everything that a letter may say, frozen: made by the desk from the case, the law and the notice.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::LetterKind;

/// The facts of one letter. What is `None` or empty is not known, and a clause that needs it fails its check.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LetterFacts {
    /// What the letter is for.
    pub kind: LetterKind,
    /// The short name of the agency: `usps`, `ssa`.
    pub agency: String,
    /// The date on the letter.
    pub date: NaiveDate,
    /// The sending office, as the letterhead prints it.
    pub letterhead: Letterhead,
    /// `USPS-2026-00042`.
    pub case_number: String,
    /// To whom the letter goes: the requester.
    pub addressee: Addressee,
    /// The individual that the records are about, where another than the addressee.
    pub subject_name: Option<String>,
    /// `access`, `amendment`, … in words: `access`.
    pub request_kind: String,
    /// The day of receipt.
    pub received: NaiveDate,
    /// `by mail`, …
    pub channel_words: String,
    /// The system searched or to be searched.
    pub system: Option<SystemFacts>,
    /// The system manager whom the notice names, with the address, on one line.
    #[serde(default)]
    pub system_manager: Option<String>,
    /// The office that handles the request: the one the notice names.
    pub handling_office: Option<String>,
    /// What is still missing, one phrase each, for the request for what is missing.
    pub missing: Vec<Missing>,
    /// Until when the missing things may be sent.
    pub cure_by: Option<NaiveDate>,
    /// The search: where, how, by whom.
    pub search: Option<SearchFacts>,
    /// What was decided, part by part.
    pub parts: Vec<PartFacts>,
    /// How access is given.
    pub access: Option<AccessFacts>,
    /// The charge for copies.
    pub fee: Option<FeeFacts>,
    /// Why the answer takes longer, and until when.
    pub delay: Option<DelayFacts>,
    /// Appeal or review, for denials and refusals.
    pub appeal: Option<AppealFacts>,
    /// Who signs.
    pub signer: Signer,
    /// Names of other people in the case: none of them may stand in the letter.
    pub other_names: Vec<String>,
    /// The help line of the privacy office, where the rulebook has one.
    pub help_office: Option<String>,
    /// Words that nobody has checked against their source: none of them may stand in the letter. They belong to the
    /// rulebook of the day and not to the letter, and are not kept with it.
    #[serde(skip)]
    pub unconfirmed: Vec<String>,
}

/// The sending office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letterhead {
    /// `United States Postal Service`.
    pub agency: String,
    /// `Privacy and Records Management Office`.
    pub office: String,
    /// The address, line by line.
    pub address: Vec<String>,
}

/// To whom a letter goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressee {
    /// The name as the person writes it.
    pub name: String,
    /// The postal address, line by line.
    pub address: Vec<String>,
}

/// The system of records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SystemFacts {
    /// `USPS 890.000`.
    pub number: String,
    /// Its name.
    pub name: String,
}

/// One thing that the requester must still give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// What, as a phrase: `a signed certification of identity, or a notarized statement`.
    pub what: String,
    /// The paragraph or notice that asks it.
    pub cite: String,
}

/// The search attestation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchFacts {
    /// The official who searched, with title.
    pub by: String,
    /// Where: files, databases, offices.
    pub where_searched: String,
    /// How: by which keys.
    pub how: String,
    /// The day of the answer.
    pub on: NaiveDate,
    /// Whether a record was found.
    pub found: bool,
}

/// What was decided on one record or part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartFacts {
    /// What it is: `the chat transcript of 3 March 2026`.
    pub what: String,
    /// `granted`, `amended`, `refused`; `refused-claim-evidence` for evidence or a finding in a claim (20 CFR 401.65(b));
    /// in an answer to a request for notification `neither-confirm-nor-deny`, or `minor-medical` for a parent's request
    /// for a minor's medical record (20 CFR 401.55(c)(2)(iii)).
    pub outcome: String,
    /// The reason for a refusal; what was changed for an amendment.
    pub words: String,
}

/// How access is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessFacts {
    /// `copies` or `inspection`.
    pub how: String,
    /// The number of pages enclosed.
    pub pages: u32,
    /// Where and when to inspect.
    pub where_and_when: Option<String>,
}

/// The charge for copies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeeFacts {
    /// The amount in cents.
    pub cents: u32,
    /// How it was reckoned, as one sentence.
    pub basis: String,
    /// The paragraph.
    pub cite: String,
}

/// A delay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelayFacts {
    /// The reason, as a clause that follows "because".
    pub reason: String,
    /// The day by which the answer is expected.
    pub expected: NaiveDate,
}

/// The right of appeal or review, as the letter states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppealFacts {
    /// `appeal` or `review`.
    pub name: String,
    /// The official's title.
    pub to: String,
    /// The official's address, line by line.
    pub address: Vec<String>,
    /// `90 calendar days`; nothing where the rule sets no limit.
    pub within: Option<String>,
    /// `the date of this letter`.
    pub counted_from: Option<String>,
    /// The last day, where it can be reckoned from the date of the letter.
    pub last_day: Option<NaiveDate>,
    /// What the letter of appeal should have.
    pub should_have: Vec<String>,
    /// Whether a statement of disagreement may be given instead.
    pub statement_in_lieu: bool,
    /// The paragraphs.
    pub cites: Vec<String>,
}

/// Who signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// The official's name.
    pub name: String,
    /// The official's title.
    pub title: String,
}

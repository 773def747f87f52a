//! What a letter says of appeal, review, court and the statement of disagreement.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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

/// The appeal or review that a letter decides or extends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppealDecisionFacts {
    /// `appeal` or `review`.
    pub name: String,
    /// The day on which the appeal or review was received.
    pub received: NaiveDate,
    /// The date of the decision that it was against; nothing where nobody had answered.
    pub against: Option<NaiveDate>,
    /// `granted`, `granted-in-part`, `upheld`; empty while it is not decided.
    #[serde(default)]
    pub outcome: String,
    /// The reasons, as one or more sentences.
    #[serde(default)]
    pub reasons: String,
}

/// More time for an appeal or review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtensionFacts {
    /// The reason, as a clause that follows "because".
    pub reason: String,
    /// The day by which the decision is expected.
    pub expected: NaiveDate,
    /// The official who approved it.
    pub approver: String,
    /// The official's title.
    pub approver_title: String,
    /// The paragraph.
    pub cite: String,
}

/// The court's look at a final decision (5 U.S.C. 552a(g)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourtFacts {
    /// `two years`.
    pub within: String,
    /// The last day, reckoned from the date of the decision.
    pub last_day: Option<NaiveDate>,
    /// The paragraphs.
    pub cites: Vec<String>,
}

/// A statement of disagreement (5 U.S.C. 552a(d)(3)-(4)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementFacts {
    /// The day on which it was filed with the record.
    pub filed: NaiveDate,
    /// What it disputes: `the date of the first order`.
    pub about: String,
    /// The agency's own concise reasons that go with it, as sentences; nothing where it gives none.
    #[serde(default)]
    pub agency_reasons: Option<String>,
    /// The number of its pages.
    pub pages: u32,
}

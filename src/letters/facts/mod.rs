//! Everything that a letter may say, frozen: made by the desk from the case, the law and the notice.

mod office;
mod others;
mod second_look;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::LetterKind;
use super::office_pictures::LetterPictures;
pub use office::*;
pub use others::*;
pub use second_look::*;

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
    /// To whom the letter goes.
    pub addressee: Addressee,
    /// The requester, where the letter goes to somebody else; where it goes to the requester, it may be left out.
    #[serde(default)]
    pub requester_name: Option<String>,
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
    /// The day of the determination: no letter with a decision is dated before it.
    #[serde(default)]
    pub decided: Option<NaiveDate>,
    /// What was done under the Freedom of Information Act with a request that is denied.
    #[serde(default)]
    pub foia: Option<FoiaFacts>,
    /// The appeal or review that the letter decides, extends or sends up.
    #[serde(default)]
    pub appeal_decision: Option<AppealDecisionFacts>,
    /// More time for an appeal or review.
    #[serde(default)]
    pub extension: Option<ExtensionFacts>,
    /// The court's look at a final decision.
    #[serde(default)]
    pub court: Option<CourtFacts>,
    /// The statement of disagreement.
    #[serde(default)]
    pub statement: Option<StatementFacts>,
    /// What an earlier recipient got, where the letter goes to one.
    #[serde(default)]
    pub recipient: Option<RecipientFacts>,
    /// Who receives a medical record in the place of the subject.
    #[serde(default)]
    pub representative: Option<RepresentativeFacts>,
    /// The accounting of disclosures, without what may be held back.
    #[serde(default)]
    pub disclosures: Vec<DisclosureFacts>,
    /// Where the request went, or should be sent.
    #[serde(default)]
    pub forwarded_to: Option<ReferralFacts>,
    /// The road by which the request is answered where the Privacy Act does not reach it.
    #[serde(default)]
    pub road: Option<RoadFacts>,
    /// The day on which the requester withdrew the request.
    #[serde(default)]
    pub withdrawn: Option<NaiveDate>,
    /// The date of the letter that asked for what is missing, where the case is closed because nothing came; the day by
    /// which it should have come is `cure_by`.
    #[serde(default)]
    pub asked_for_missing: Option<NaiveDate>,
    /// What the system manager or custodian is asked to do.
    #[serde(default)]
    pub task: Option<TaskFacts>,
    /// The stations of the file.
    #[serde(default)]
    pub stations: Vec<Station>,
    /// The papers that go with this one, one phrase each.
    #[serde(default)]
    pub papers: Vec<String>,
    /// What was disposed of.
    #[serde(default)]
    pub disposal: Option<DisposalFacts>,
    /// The official translator who approved the words of the letter in another language than English.
    #[serde(default)]
    pub translation_approved_by: Option<String>,
    /// Whether the envelope has a window, through which the letter shows the address.
    #[serde(default)]
    pub window_envelope: bool,
    /// Who signs.
    pub signer: Signer,
    /// The seal of the letterhead and, on an issued letter, the signature of whoever signs.
    #[serde(default, skip_serializing_if = "LetterPictures::is_empty")]
    pub pictures: LetterPictures,
    /// Names of other people in the case: none of them may stand in the letter.
    pub other_names: Vec<String>,
    /// The help line of the privacy office, where the rulebook has one.
    pub help_office: Option<String>,
    /// Words that nobody has checked against their source: none of them may stand in the letter. They belong to the
    /// rulebook of the day and not to the letter, and are not kept with it.
    #[serde(skip)]
    pub unconfirmed: Vec<String>,
}

impl LetterFacts {
    /// Nothing but the kind, the agency and the date: what a caller starts from, so that it names only what it knows.
    pub fn bare(kind: LetterKind, agency: &str, date: NaiveDate) -> Self {
        Self {
            kind,
            agency: agency.to_owned(),
            date,
            letterhead: Letterhead { agency: String::new(), office: String::new(), address: Vec::new() },
            case_number: String::new(),
            addressee: Addressee { name: String::new(), address: Vec::new() },
            requester_name: None,
            subject_name: None,
            request_kind: String::new(),
            received: date,
            channel_words: String::new(),
            system: None,
            system_manager: None,
            handling_office: None,
            missing: Vec::new(),
            cure_by: None,
            search: None,
            parts: Vec::new(),
            access: None,
            fee: None,
            delay: None,
            appeal: None,
            decided: None,
            foia: None,
            appeal_decision: None,
            extension: None,
            court: None,
            statement: None,
            recipient: None,
            representative: None,
            disclosures: Vec::new(),
            forwarded_to: None,
            road: None,
            withdrawn: None,
            asked_for_missing: None,
            task: None,
            stations: Vec::new(),
            papers: Vec::new(),
            disposal: None,
            translation_approved_by: None,
            window_envelope: false,
            signer: Signer { name: String::new(), title: String::new() },
            pictures: LetterPictures::default(),
            other_names: Vec::new(),
            help_office: None,
            unconfirmed: Vec::new(),
        }
    }
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartFacts {
    /// What it is: `the chat transcript of 3 March 2026`.
    pub what: String,
    /// `granted`, `amended`, `refused`; in a denial `denied` (by an exemption, or for the reason in `words`),
    /// `denied-litigation` (5 U.S.C. 552a(d)(5)), `denied-source` (20 CFR 401.85(c)(3)), `no-record`,
    /// `no-personal-information`; `refused-claim-evidence` for evidence or a finding in a claim (20 CFR 401.65(b));
    /// in an answer to a request for notification `neither-confirm-nor-deny`, or `minor-medical` for a parent's request
    /// for a minor's medical record (20 CFR 401.55(c)(2)(iii)).
    pub outcome: String,
    /// The reason for a refusal; what was changed for an amendment.
    pub words: String,
    /// The exemption by which the part is denied.
    #[serde(default)]
    pub exemption: Option<ExemptionFacts>,
}

/// The exemption that is the ground of a denial.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExemptionFacts {
    /// The subsection of the Act: `5 U.S.C. 552a(k)(6)`.
    pub statute: String,
    /// The agency's rule, current: `39 CFR 266.8(b)(5)`.
    pub rule: String,
    /// Why, as a sentence.
    pub reason: String,
    /// What must be given all the same, as a sentence.
    #[serde(default)]
    pub must_give: Option<String>,
    /// The exemption of the Freedom of Information Act that lets it be withheld too: `5 U.S.C. 552(b)(6)`.
    #[serde(default)]
    pub foia: Option<String>,
}

/// What was done under the Freedom of Information Act with what the Privacy Act does not give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoiaFacts {
    /// What came of it, as sentences.
    pub words: String,
    /// The right of appeal under that Act, where it is known.
    #[serde(default)]
    pub appeal: Option<AppealFacts>,
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
    /// More time under the Freedom of Information Act, where it was had for unusual circumstances.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more_time: Option<MoreTimeFacts>,
}

/// More time under the Freedom of Information Act (5 U.S.C. 552(a)(6)(B)(i)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoreTimeFacts {
    /// The unusual circumstances, each as a clause.
    pub unusual: Vec<String>,
    /// `10 working days`.
    pub days: String,
    /// The paragraph.
    pub cite: String,
}

/// Who signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// The official's name.
    pub name: String,
    /// The official's title.
    pub title: String,
}

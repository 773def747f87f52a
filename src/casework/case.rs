//! The case as the fold of its events.

use chrono::NaiveDate;
use std::collections::BTreeMap;

use super::{
    AccountingEntry, Appeal, Approval, Companion, ConsentGiven, Delay, Determination, EntryTaken,
    EvidenceAtHand, FeeDue, FoiaExtension, Guard, Guarded, HeldBefore, Incoming, Inspection, LastStep,
    LetterIssued, MedicalReview, Opening, Overruled, Paper, Person, RecipientOfRecord, Referral,
    Representative, Returned, RoutedTo, Search, Sent, Statement, Task, Triage, WeighedItem,
};
use crate::law::{AgencyId, Capacity, Channel, IdentityFacts, Kind, Sensitivity, terms};

terms! {
    /// Where a case stands: the step that is now at hand.
    State {
        /// Identity or authority is not yet proved.
        Identity = "identity" => "Identity",
        /// The system of records is not yet confirmed.
        System = "system" => "System",
        /// The office has not yet been asked, or has not yet answered.
        Search = "search" => "Search",
        /// Nothing is decided yet.
        Decision = "decision" => "Decision",
        /// A second person has not yet approved what was drafted.
        Approval = "approval" => "Approval",
        /// The letter is not yet issued.
        Letter = "letter" => "Letter",
        /// The letter has not yet left the office.
        Dispatch = "dispatch" => "Dispatch",
        /// The requester asked for a second look, which is not yet decided.
        Appeal = "appeal" => "Appeal",
        /// The answer has left the office.
        Answered = "answered" => "Answered",
        /// The case is closed.
        Closed = "closed" => "Closed",
    }
}

/// A case: everything that its events say.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// `USPS-2026-00042`.
    pub number: String,
    /// How many events it has.
    pub version: u32,
    /// Whose request.
    pub agency: AgencyId,
    /// What is asked.
    pub kinds: Vec<Kind>,
    /// Day 0.
    pub received: NaiveDate,
    /// The civil day on which it was taken in.
    pub opened_on: NaiveDate,
    /// How it came.
    pub channel: Channel,
    /// In what capacity.
    pub capacity: Capacity,
    /// How sensitive.
    pub sensitivity: Sensitivity,
    /// Whether staff know the requester.
    pub personally_known: bool,
    /// What else is known that changes what must be proved.
    pub facts: IdentityFacts,
    /// Who asks.
    pub requester: Person,
    /// About whom, where another.
    pub subject: Option<Person>,
    /// Whom the requester named to receive a medical record.
    pub representative: Option<Representative>,
    /// Who comes along to an inspection.
    pub companion: Option<Companion>,
    /// Names and addresses that held before, oldest first.
    pub held_before: Vec<HeldBefore>,
    /// The words.
    pub text: String,
    /// What was given so that the record can be found.
    pub particulars: BTreeMap<String, String>,
    /// The date that the letter bears.
    pub dated: Option<NaiveDate>,
    /// The date of the postmark.
    pub postmarked: Option<NaiveDate>,
    /// The office that had it first.
    pub first_office: Option<String>,
    /// The day on which it reached the right office.
    pub reached_office: Option<NaiveDate>,
    /// The cases that belong to this one.
    pub linked: Vec<String>,
    /// The road, once a person confirmed it.
    pub triage: Option<Triage>,
    /// Later letters of the requester, oldest first.
    pub incoming: Vec<Incoming>,
    /// Scans and files, oldest first.
    pub papers: Vec<Paper>,
    /// The proof at hand.
    pub evidence: Vec<EvidenceAtHand>,
    /// When and by whom identity was found proved.
    pub identity_verified: Option<Approval>,
    /// When and by whom it was found proved a second time.
    pub identity_reviewed: Option<Approval>,
    /// The subject's consent.
    pub consent: Option<ConsentGiven>,
    /// The system and office.
    pub routing: Option<RoutedTo>,
    /// The suspense date, once the office was asked.
    pub sent: Option<Sent>,
    /// The office's answer.
    pub search: Option<Search>,
    /// The accounting of disclosures, once it was taken.
    pub accounting: Option<Vec<EntryTaken>>,
    /// To whom it was referred, oldest first.
    pub referrals: Vec<Referral>,
    /// What the medical reviewer found.
    pub medical: Option<MedicalReview>,
    /// Whether the answer about a minor's medical record is the prescribed one, whether or not there is a record.
    pub minor_medical: bool,
    /// The exemption under which the agency neither confirms nor denies.
    pub guarded: Option<Guarded>,
    /// The inspection, once it was arranged.
    pub inspection: Option<Inspection>,
    /// The items as weighed under both Acts.
    pub weighed: Vec<WeighedItem>,
    /// When and by whom counsel signed off.
    pub counsel: Option<Approval>,
    /// What was decided.
    pub determination: Option<Determination>,
    /// Why the draft of a decision was last sent back, until it is decided anew.
    pub returned: Option<Returned>,
    /// Why the answer takes longer, and until when.
    pub delay: Option<Delay>,
    /// More time under the Freedom of Information Act; it is had once.
    pub foia_extension: Option<FoiaExtension>,
    /// The days on which a record was amended or a dispute noted.
    pub changed_on: Vec<NaiveDate>,
    /// The notation of dispute.
    pub dispute_noted: Option<NaiveDate>,
    /// The statement of disagreement.
    pub statement: Option<Statement>,
    /// Those who had the record before.
    pub recipients: Vec<RecipientOfRecord>,
    /// When earlier recipients were told of the newest change.
    pub recipients_told: Option<NaiveDate>,
    /// Every day on which all of them had been told.
    pub told_on: Vec<NaiveDate>,
    /// Disclosures that this case made.
    pub disclosures: Vec<AccountingEntry>,
    /// The second looks, oldest first.
    pub appeals: Vec<Appeal>,
    /// The charge, once it was reckoned.
    pub fee: Option<FeeDue>,
    /// The letters issued, oldest first.
    pub letters: Vec<LetterIssued>,
    /// Whether the requester withdrew.
    pub withdrawn: Option<NaiveDate>,
    /// The day of closing.
    pub closed: Option<NaiveDate>,
    /// The day of the newest reopening.
    pub reopened: Option<NaiveDate>,
    /// Why it is held; nothing where it is not.
    pub hold: Option<String>,
    /// Who has it; empty for nobody.
    pub assignee: String,
    /// The unit that has it; empty for none.
    pub unit: String,
    /// Whether a person kept it to those who need to know.
    pub kept_close: bool,
    /// The office's own tasks.
    pub tasks: Vec<Task>,
    /// The steps that were left out, with the reasons.
    pub overruled: Vec<Overruled>,
    /// Who proposed disposal.
    pub disposal_proposed: Option<Approval>,
    /// The newest step that stands.
    pub last_step: Option<LastStep>,
}

impl Case {
    /// The case at its opening.
    pub fn begun(opening: &Opening, version: u32, opened_on: NaiveDate, by: &str) -> Case {
        let opening = opening.clone();
        Case {
            number: opening.number,
            version,
            agency: opening.agency,
            kinds: opening.kinds,
            received: opening.received,
            opened_on,
            channel: opening.channel,
            capacity: opening.capacity,
            sensitivity: opening.sensitivity,
            personally_known: opening.personally_known,
            facts: opening.facts,
            requester: opening.requester,
            subject: opening.subject,
            representative: opening.representative,
            companion: None,
            held_before: Vec::new(),
            text: opening.text,
            particulars: opening.particulars,
            dated: opening.dated,
            postmarked: opening.postmarked,
            first_office: opening.first_office,
            reached_office: opening.reached_office,
            linked: opening.linked,
            triage: None,
            incoming: Vec::new(),
            papers: Vec::new(),
            evidence: Vec::new(),
            identity_verified: None,
            identity_reviewed: None,
            consent: None,
            routing: None,
            sent: None,
            search: None,
            accounting: None,
            referrals: Vec::new(),
            medical: None,
            minor_medical: opening.guard == Some(Guard::MinorMedical),
            guarded: None,
            inspection: None,
            weighed: Vec::new(),
            counsel: None,
            determination: None,
            returned: None,
            delay: None,
            foia_extension: None,
            changed_on: Vec::new(),
            dispute_noted: None,
            statement: None,
            recipients: Vec::new(),
            recipients_told: None,
            told_on: Vec::new(),
            disclosures: Vec::new(),
            appeals: Vec::new(),
            fee: None,
            letters: Vec::new(),
            withdrawn: None,
            closed: None,
            reopened: None,
            hold: None,
            assignee: by.to_owned(),
            unit: String::new(),
            kept_close: false,
            tasks: Vec::new(),
            overruled: Vec::new(),
            disposal_proposed: None,
            last_step: None,
        }
    }

    /// The individual that the records are about.
    pub fn subject_person(&self) -> &Person {
        self.subject.as_ref().unwrap_or(&self.requester)
    }

    /// The newest second look.
    pub fn appeal(&self) -> Option<&Appeal> {
        self.appeals.last()
    }
}

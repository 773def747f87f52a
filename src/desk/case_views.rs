//! One case as the desk shows it to a member of the staff.

use chrono::{NaiveDate, Utc};
use serde::Serialize;
use std::collections::BTreeMap;

use super::{CaseClock, CaseLife, Desk, HistoryLine, LetterOffer, NextStep};
use crate::casework::{
    self, AccountingEntry, ActionOffer, Appeal, Approval, Asked, Case, CommandName, Companion, ConsentGiven,
    Delay, Determination, EntryTaken, Event, EvidenceAtHand, FeeDue, Ground, Guard, HeldBefore, Incoming,
    Inspection, Keep, LetterIssued, MedicalReview, MisfitOffer, MoreFoiaTime, Overruled, Paper, Person,
    RecipientOfRecord, Recorded, Referral, Representative, Returned, RoutedTo, Search, Sent, State,
    Statement, SystemChanged, Task, Triage, TriageOffer, WeighedItem, more_foia_time,
};
use crate::error::Refusal;
use crate::law::{
    AgencyId, AppealSubject, Capacity, Channel, Exemption, IdentityAnswer, IdentityFacts, Kind, Requirement,
    Sensitivity,
};
use crate::letters::{FormKind, Language, LetterKind};
use crate::reports;
use crate::routing::RouteAnswer;

/// Everything about one case.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CaseView {
    /// `USPS-2026-00042`.
    pub number: String,
    /// The version that a command must name.
    pub version: u32,
    /// Where it stands.
    pub state: State,
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
    /// What else is known that changes what must be proved.
    pub facts: IdentityFacts,
    /// Who asks.
    pub requester: Person,
    /// About whom, where another.
    pub subject: Option<Person>,
    /// The words.
    pub text: String,
    /// What was given so that the record can be found; a Social Security number is shown masked.
    pub particulars: BTreeMap<String, String>,
    /// What the rules ask of this requester.
    pub identity: IdentityAnswer,
    /// Everything that is asked of this requester: by the rule, and by the notice of the system besides.
    pub asked: Vec<Asked>,
    /// The roads that the words of the request point to, for a person to confirm; none of them is a denial.
    pub misfits: Vec<MisfitOffer>,
    /// The requirements, as the contract of the command line names them.
    pub requirements: Vec<Requirement>,
    /// The requirements that no evidence meets yet.
    pub unmet: Vec<Requirement>,
    /// The proof at hand.
    pub evidence: Vec<EvidenceAtHand>,
    /// When identity was found proved.
    pub identity_verified: Option<NaiveDate>,
    /// Who found it, and when.
    pub identity_confirmed: Option<Approval>,
    /// Who found it a second time, and when.
    pub identity_reviewed: Option<Approval>,
    /// The system and office, once confirmed.
    pub routing: Option<RoutedTo>,
    /// What the program proposes, until a person has confirmed.
    pub proposal: Option<RouteAnswer>,
    /// When the office was asked.
    pub sent: Option<Sent>,
    /// What it answered.
    pub search: Option<Search>,
    /// What was decided.
    pub determination: Option<Determination>,
    /// Why the answer takes longer, and until when.
    pub delay: Option<Delay>,
    /// Until when the time under the Freedom of Information Act could be extended; nothing where it cannot.
    pub more_foia_time: Option<MoreFoiaTime>,
    /// What changed in the system since the case was routed; nothing where nothing did.
    pub system_changed: Option<SystemChanged>,
    /// The letters issued, oldest first.
    pub letters: Vec<LetterIssued>,
    /// The letters that can be written now, or why not.
    pub offers: Vec<LetterOffer>,
    /// The clocks, the most urgent first.
    pub clocks: Vec<CaseClock>,
    /// What the rule asks next, the first first.
    pub next: Vec<NextStep>,
    /// The blank forms that fit the case as it stands.
    pub forms: Vec<FormKind>,
    /// What happened, oldest first.
    pub history: Vec<HistoryLine>,
    /// Its life as a line: how long it stood at which step, and what came on the way.
    pub life: CaseLife,
    /// Whom the requester named to receive a medical record.
    pub representative: Option<Representative>,
    /// Who comes along to an inspection.
    pub companion: Option<Companion>,
    /// Names and addresses that held before, oldest first.
    pub held_before: Vec<HeldBefore>,
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
    /// The road that the program proposes.
    pub triage_offer: TriageOffer,
    /// Later letters of the requester, oldest first.
    pub incoming: Vec<Incoming>,
    /// Scans and files, oldest first.
    pub papers: Vec<Paper>,
    /// The subject's consent.
    pub consent: Option<ConsentGiven>,
    /// The accounting of disclosures as taken into the case, oldest first.
    pub accounting: Vec<EntryTaken>,
    /// To whom it was referred, oldest first.
    pub referrals: Vec<Referral>,
    /// What the medical reviewer found.
    pub medical: Option<MedicalReview>,
    /// Why nothing may give away whether there is a record.
    pub guard: Option<Guard>,
    /// Whether what would give that away is left out of this view.
    pub concealed: bool,
    /// The inspection.
    pub inspection: Option<Inspection>,
    /// The exemptions that may be applied in this case.
    pub exemptions: Vec<Exemption>,
    /// The items as weighed under both Acts.
    pub weighed: Vec<WeighedItem>,
    /// Who signed off as counsel, and when.
    pub counsel: Option<Approval>,
    /// Whether what was drafted is a denial or refusal, which a second person approves.
    pub adverse: bool,
    /// Why the draft was sent back, until it is decided anew.
    pub returned: Option<Returned>,
    /// The statement of disagreement.
    pub statement: Option<Statement>,
    /// When the dispute was noted.
    pub dispute_noted: Option<NaiveDate>,
    /// Those who had the record before.
    pub recipients: Vec<RecipientOfRecord>,
    /// When all of them were told of the newest change.
    pub recipients_told: Option<NaiveDate>,
    /// Disclosures that this case made.
    pub disclosures: Vec<AccountingEntry>,
    /// The second looks, oldest first.
    pub appeals: Vec<Appeal>,
    /// Against what a second look can be asked now.
    pub appealable: Option<AppealSubject>,
    /// The charge.
    pub fee: Option<FeeDue>,
    /// When the requester withdrew.
    pub withdrawn: Option<NaiveDate>,
    /// When it was closed.
    pub closed: Option<NaiveDate>,
    /// Why it is held.
    pub hold: Option<String>,
    /// Who has it; empty for nobody.
    pub assignee: String,
    /// The unit that has it; empty for none.
    pub unit: String,
    /// Whether it is shown only to those who need to know.
    pub restricted: bool,
    /// The office's own tasks.
    pub tasks: Vec<Task>,
    /// The steps that were left out.
    pub overruled: Vec<Overruled>,
    /// Through which day its papers are kept.
    pub keep: Keep,
    /// Who proposed disposal, and when.
    pub disposal_proposed: Option<Approval>,
    /// Every command, with the reason where it cannot be given now.
    pub actions: Vec<ActionOffer>,
    /// What can be undone, as the rest of a sentence that begins with the name; nothing where nothing can.
    pub undo: Option<String>,
}

impl Desk {
    /// Everything that this member of the staff may see of a case.
    pub(super) fn case_view(
        &self,
        case: &Case,
        events: &[Recorded],
        ground: &Ground<'_>,
    ) -> Result<CaseView, Refusal> {
        let concealed = case.conceals_existence_from(ground.actor);
        let identity = case.identity(ground)?;
        let unmet = if case.identity_verified.is_some() {
            Vec::new()
        } else {
            identity.unmet(&case.evidence_kinds()).into_iter().cloned().collect()
        };
        let proposal = if case.routing.is_none() { Some(self.route_for(case, ground)?) } else { None };
        let next = casework::next_steps(case, ground)?;
        let forms = casework::forms_that_fit(case, &next, ground)?;
        let mut offers = Vec::new();
        for kind in LetterKind::ALL {
            let why_not = casework::why_not(case, *kind, None, Language::English, ground)?;
            let forms = casework::forms_with(*kind, &forms);
            offers.push(LetterOffer {
                kind: *kind,
                name: kind.words().to_owned(),
                why_not,
                forms,
                languages: Language::of(*kind).to_vec(),
            });
        }
        Ok(CaseView {
            number: case.number.clone(),
            version: case.version,
            state: case.state(ground)?,
            agency: case.agency.clone(),
            kinds: case.kinds.clone(),
            received: case.received,
            channel: case.channel,
            capacity: case.capacity,
            sensitivity: case.sensitivity,
            facts: case.facts.clone(),
            requester: case.requester.clone(),
            subject: case.subject.clone(),
            text: case.text.clone(),
            particulars: case
                .particulars
                .iter()
                .map(|(name, value)| (name.clone(), casework::shown(name, value)))
                .collect(),
            asked: case.asked(
                &identity,
                proposal
                    .as_ref()
                    .and_then(|route| route.candidates.first())
                    .map(|candidate| candidate.system.as_str()),
                ground,
            ),
            misfits: casework::misfits(&case.text, &case.kinds, ground.law, &case.agency, case.received)?,
            requirements: identity.requirements.clone(),
            identity,
            unmet,
            evidence: case.evidence.clone(),
            identity_verified: case.identity_verified.as_ref().map(|verified| verified.on),
            identity_confirmed: case.identity_verified.clone(),
            identity_reviewed: case.identity_reviewed.clone(),
            routing: case.routing.clone(),
            proposal,
            sent: case.sent.clone(),
            search: case.search.clone().filter(|_| !concealed),
            determination: case
                .determination
                .clone()
                .map(|made| if concealed { without_parts(made) } else { made }),
            delay: case.delay.clone(),
            more_foia_time: more_foia_time(case, ground).ok(),
            system_changed: casework::system_changed(case, ground),
            letters: case
                .letters
                .iter()
                .filter(|letter| !concealed || !gives_away(letter.kind))
                .cloned()
                .collect(),
            offers,
            clocks: casework::clocks(case, ground)?,
            next,
            forms,
            history: history(events, concealed),
            life: reports::life(case, events, ground)?,
            representative: case.representative.clone(),
            companion: case.companion.clone(),
            held_before: case.held_before.clone(),
            dated: case.dated,
            postmarked: case.postmarked,
            first_office: case.first_office.clone(),
            reached_office: case.reached_office,
            linked: case.linked.clone(),
            triage: case.triage.clone(),
            triage_offer: casework::triage_offer(case, ground)?,
            incoming: case.incoming.clone(),
            papers: case.papers.clone(),
            consent: case.consent.clone(),
            accounting: case.accounting.clone().unwrap_or_default(),
            referrals: case.referrals.clone(),
            medical: case.medical.clone().filter(|_| !concealed),
            guard: case.guard(),
            concealed,
            inspection: case.inspection.clone(),
            exemptions: casework::exemptions(case, ground)?,
            weighed: if concealed { Vec::new() } else { case.weighed.clone() },
            counsel: case.counsel.clone(),
            adverse: case.is_adverse(),
            returned: case.returned.clone(),
            statement: case.statement.clone(),
            dispute_noted: case.dispute_noted,
            recipients: case.recipients.clone(),
            recipients_told: case.recipients_told,
            disclosures: if concealed { Vec::new() } else { case.disclosures.clone() },
            appeals: case.appeals.clone(),
            appealable: case.can_be_appealed(),
            fee: case.fee.clone(),
            withdrawn: case.withdrawn,
            closed: case.closed,
            hold: case.hold.clone(),
            assignee: case.assignee.clone(),
            unit: case.unit.clone(),
            restricted: case.is_restricted(),
            tasks: case.tasks.clone(),
            overruled: case.overruled.clone(),
            keep: casework::keep_through(case, ground)?,
            disposal_proposed: case.disposal_proposed.clone(),
            actions: casework::actions(case, ground),
            undo: undo_offer(case, events, ground),
        })
    }
}

/// Whether a letter tells by its mere existence that there is a record.
fn gives_away(kind: LetterKind) -> bool {
    matches!(kind, LetterKind::MedicalTransmittal | LetterKind::MinorNote | LetterKind::Tasking)
}

/// A determination that does not tell what was found.
fn without_parts(made: Determination) -> Determination {
    Determination { parts: Vec::new(), ..made }
}

/// What the last step recorded, where whoever looks can take it back: they recorded it, so it is told as it was.
fn undo_offer(case: &Case, events: &[Recorded], ground: &Ground<'_>) -> Option<String> {
    casework::may(case, CommandName::Undo, ground).ok()?;
    let step = case.last_step.as_ref()?;
    let first = events.iter().find(|recorded| recorded.version == step.from)?;
    Some(casework::history_words(&first.event))
}

/// The history, with what was taken back marked as such.
fn history(events: &[Recorded], concealed: bool) -> Vec<HistoryLine> {
    let standing = casework::standing_events(events);
    let stands =
        |recorded: &Recorded| standing.binary_search_by_key(&recorded.version, |kept| kept.version).is_ok();
    let line = |recorded| history_line(recorded, concealed, stands(recorded));
    events.iter().map(line).collect()
}

fn history_line(recorded: &Recorded, concealed: bool, stands: bool) -> HistoryLine {
    let at: chrono::DateTime<Utc> = recorded.at;
    HistoryLine {
        version: recorded.version,
        at: at.with_timezone(&chrono_tz::America::New_York).format("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        on: recorded.on,
        by: recorded.by.clone(),
        words: if concealed {
            casework::history_words_concealed(&recorded.event)
        } else {
            casework::history_words(&recorded.event)
        },
        undone: !stands && !matches!(recorded.event, Event::Undone { .. }),
    }
}

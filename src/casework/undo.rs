//! Undo: a slip is taken back by whoever made it, on the same day, while it is the last step of the case and nothing has left
//! the office by it. The ledger keeps both: what was recorded, and that it was taken back (a decision of this program; what is
//! put right later is recorded anew, with its reason).

use chrono::NaiveDate;

use super::{Case, Event, Recorded, day};
use crate::error::{Code, Refusal};

use super::decide::Ground;

/// The newest step that stands: what one command recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastStep {
    /// The version of its first event.
    pub from: u32,
    /// The version of its last event.
    pub to: u32,
    /// Who recorded it.
    pub by: String,
    /// The civil day.
    pub on: NaiveDate,
    /// Why it stays as it is; nothing where it can be taken back.
    pub stays: Option<&'static str>,
}

/// The events that stand, in their order: without those that were taken back, and without the taking back.
pub fn standing(events: &[Recorded]) -> Vec<&Recorded> {
    let mut standing: Vec<&Recorded> = Vec::with_capacity(events.len());
    for recorded in events {
        match recorded.event {
            Event::Undone { from, to } => standing.retain(|kept| !(from..=to).contains(&kept.version)),
            _ => standing.push(recorded),
        }
    }
    standing
}

/// The newest step among the events that stand: events of one person at one instant are of one command.
pub(super) fn last_step(standing: &[&Recorded]) -> Option<LastStep> {
    let last = standing.last()?;
    let of_it = standing.iter().rev().take_while(|one| one.at == last.at && one.by == last.by);
    let from = of_it.clone().map(|one| one.version).min()?;
    Some(LastStep {
        from,
        to: last.version,
        by: last.by.clone(),
        on: last.on,
        stays: of_it.filter_map(|one| stays(&one.event)).last(),
    })
}

/// Whether the last step of the case can be taken back by whoever acts.
pub(super) fn may(case: &Case, ground: &Ground<'_>) -> Result<(), Refusal> {
    let refused = |message: String| Err(Refusal::new(Code::NotAllowed, message));
    let Some(step) = &case.last_step else {
        return refused("There is nothing to undo in this case.".to_owned());
    };
    if let Some(why) = step.stays {
        return refused(format!("{why} Nothing was changed."));
    }
    if step.by != ground.actor.name {
        return refused(format!(
            "{} recorded the last step, and only who recorded it can undo it. Nothing was changed.",
            step.by
        ));
    }
    if step.on != ground.today {
        return refused(format!(
            "The last step was recorded on {}. Undo is for a slip of the same day; record it anew, as it should be. Nothing was changed.",
            day(step.on)
        ));
    }
    Ok(())
}

/// What follows from undo, once it may be.
pub(super) fn decide(case: &Case) -> Vec<Event> {
    case.last_step.iter().map(|step| Event::Undone { from: step.from, to: step.to }).collect()
}

/// Why what was recorded stays: it has left the office, or something outside of the case rests on it.
fn stays(event: &Event) -> Option<&'static str> {
    match event {
        Event::Opened(_) => Some(
            "The request came, and the ledger keeps that. If it was taken in by mistake, record a withdrawal or close it with a note.",
        ),
        Event::LetterIssued { .. } => {
            Some("The letter is issued as it stands, and may have left the office. Write a new letter.")
        }
        Event::LetterPosted { .. } | Event::LetterQueued { .. } | Event::LetterEmailed { .. } => {
            Some("The letter has left the office or is on its way.")
        }
        Event::LetterPrinted { .. } | Event::LetterNotPrinted { .. } => {
            Some("The printer’s answer is recorded as it came.")
        }
        Event::SentToOffice { .. } | Event::OfficeReminded { .. } => {
            Some("The office that holds the records has been asked. Tell it if it need not search.")
        }
        Event::Referred { .. } => {
            Some("The request was handed on. Tell the office or agency that has it now.")
        }
        Event::AppealSentUp { .. } => {
            Some("The copies are with the reviewing official. Tell them if they need not look.")
        }
        Event::RecipientTold { .. } | Event::RecipientsTold { .. } => {
            Some("Earlier recipients have been told.")
        }
        Event::DisclosureMade { .. } => Some(
            "The accounting of disclosures keeps what it was told (5 U.S.C. 552a(c)(2)). If the entry is wrong, strike it there, with the reason.",
        ),
        Event::PaperAttached { .. } => Some(
            "The paper is in the file. Where it does not belong there, destroy it: that is recorded too.",
        ),
        Event::PaperDestroyed { .. } => Some("The paper is destroyed, and its key with it."),
        Event::CaseLinked { .. } => Some("The other case says too that they belong together."),
        Event::Undone { .. }
        | Event::EvidenceRecorded { .. }
        | Event::EvidenceRejected { .. }
        | Event::IdentityVerified { .. }
        | Event::IdentityReviewed { .. }
        | Event::RepresentativeNamed { .. }
        | Event::CompanionNamed { .. }
        | Event::PersonChanged { .. }
        | Event::Triaged { .. }
        | Event::LetterReceived { .. }
        | Event::Routed { .. }
        | Event::SearchRecorded { .. }
        | Event::AccountingTaken { .. }
        | Event::MedicalReviewed { .. }
        | Event::ExistenceGuarded { .. }
        | Event::ConsentRecorded { .. }
        | Event::InspectionArranged { .. }
        | Event::InspectionHeld { .. }
        | Event::Weighed { .. }
        | Event::CounselSigned { .. }
        | Event::Decided { .. }
        | Event::DecisionApproved { .. }
        | Event::DecisionReturned { .. }
        | Event::DelayRecorded { .. }
        | Event::DisputeNoted { .. }
        | Event::StatementFiled { .. }
        | Event::ReasonsAdded { .. }
        | Event::RecipientsListed { .. }
        | Event::RecipientsSpared { .. }
        | Event::RecordAmended { .. }
        | Event::AppealReceived { .. }
        | Event::ReviewExtended { .. }
        | Event::AppealDecided { .. }
        | Event::FeeAssessed { .. }
        | Event::FeePaid { .. }
        | Event::LetterArrived { .. }
        | Event::Withdrawn { .. }
        | Event::Closed { .. }
        | Event::Reopened { .. }
        | Event::SensitivityChanged { .. }
        | Event::HoldPlaced { .. }
        | Event::HoldReleased { .. }
        | Event::Assigned { .. }
        | Event::Restricted { .. }
        | Event::RestrictionLifted { .. }
        | Event::TaskAdded { .. }
        | Event::TaskFinished { .. }
        | Event::StepOverruled { .. }
        | Event::DisposalProposed { .. }
        | Event::NoteAdded { .. } => None,
    }
}

//! From events to the case. Folding decides nothing: what the ledger holds has happened.

mod afterwards;
mod decision;
mod letters;
mod people;
mod search;

use super::{Approval, Case, Event, Guard, Overruled, Recorded, Task, undo};

impl Case {
    /// The case that these events tell of; `None` where they do not begin with its opening. What was undone has no part in it.
    pub fn fold(events: &[Recorded]) -> Option<Case> {
        let standing = undo::standing(events);
        let (first, rest) = standing.split_first()?;
        let Event::Opened(opening) = &first.event else { return None };
        let mut case = Case::begun(opening, first.version, first.on, &first.by);
        for recorded in rest {
            case.apply(recorded);
        }
        case.version = events.last()?.version;
        case.last_step = undo::last_step(&standing);
        Some(case)
    }

    fn apply(&mut self, recorded: &Recorded) {
        match &recorded.event {
            Event::EvidenceRecorded { .. }
            | Event::EvidenceRejected { .. }
            | Event::IdentityVerified { .. }
            | Event::IdentityReviewed { .. }
            | Event::RepresentativeNamed { .. }
            | Event::CompanionNamed { .. }
            | Event::PersonChanged { .. }
            | Event::PaperAttached { .. }
            | Event::PaperDestroyed { .. }
            | Event::ConsentRecorded { .. } => self.apply_people(recorded),
            Event::Triaged { .. }
            | Event::LetterReceived { .. }
            | Event::Routed { .. }
            | Event::SentToOffice { .. }
            | Event::OfficeReminded { .. }
            | Event::SearchRecorded { .. }
            | Event::AccountingTaken { .. }
            | Event::Referred { .. }
            | Event::MedicalReviewed { .. }
            | Event::ExistenceGuarded { .. }
            | Event::InspectionArranged { .. }
            | Event::InspectionHeld { .. } => self.apply_search(recorded),
            Event::Weighed { .. }
            | Event::CounselSigned { .. }
            | Event::Decided { .. }
            | Event::DecisionApproved { .. }
            | Event::DecisionReturned { .. }
            | Event::DelayRecorded { .. }
            | Event::FeeAssessed { .. }
            | Event::FeePaid { .. } => self.apply_decision(recorded),
            Event::DisputeNoted { .. }
            | Event::StatementFiled { .. }
            | Event::ReasonsAdded { .. }
            | Event::RecipientsListed { .. }
            | Event::RecipientTold { .. }
            | Event::RecipientsTold { .. }
            | Event::RecipientsSpared { .. }
            | Event::RecordAmended { .. }
            | Event::DisclosureMade { .. }
            | Event::AppealReceived { .. }
            | Event::AppealSentUp { .. }
            | Event::ReviewExtended { .. }
            | Event::AppealDecided { .. } => self.apply_afterwards(recorded),
            Event::LetterIssued { .. }
            | Event::LetterPosted { .. }
            | Event::LetterArrived { .. }
            | Event::LetterQueued { .. }
            | Event::LetterEmailed { .. }
            | Event::LetterPrinted { .. }
            | Event::LetterNotPrinted { .. } => self.apply_letter(recorded),
            Event::Opened(_)
            | Event::Undone { .. }
            | Event::Withdrawn { .. }
            | Event::Closed { .. }
            | Event::Reopened { .. }
            | Event::SensitivityChanged { .. }
            | Event::HoldPlaced { .. }
            | Event::HoldReleased { .. }
            | Event::Assigned { .. }
            | Event::Restricted { .. }
            | Event::RestrictionLifted { .. }
            | Event::CaseLinked { .. }
            | Event::TaskAdded { .. }
            | Event::TaskFinished { .. }
            | Event::StepOverruled { .. }
            | Event::DisposalProposed { .. }
            | Event::NoteAdded { .. } => self.apply_file(recorded),
        }
    }

    fn apply_file(&mut self, recorded: &Recorded) {
        let on = recorded.on;
        match &recorded.event {
            Event::Withdrawn { .. } => self.withdrawn = Some(on),
            Event::Closed { .. } => self.closed = Some(on),
            Event::Reopened { .. } => {
                self.closed = None;
                self.withdrawn = None;
                self.reopened = Some(on);
                self.disposal_proposed = None;
            }
            Event::SensitivityChanged { sensitivity, guard, .. } => {
                self.sensitivity = *sensitivity;
                self.minor_medical = *guard == Some(Guard::MinorMedical);
            }
            Event::HoldPlaced { reason } => {
                self.hold = Some(reason.clone());
                self.disposal_proposed = None;
            }
            Event::HoldReleased { .. } => self.hold = None,
            Event::Assigned { to, unit, .. } => {
                self.assignee.clone_from(to);
                self.unit.clone_from(unit);
            }
            Event::Restricted { .. } => self.kept_close = true,
            Event::RestrictionLifted { .. } => self.kept_close = false,
            Event::CaseLinked { number, .. } if !self.linked.contains(number) => {
                self.linked.push(number.clone());
            }
            Event::TaskAdded { text, by, who } => {
                let task = u32::try_from(self.tasks.len()).unwrap_or(u32::MAX).saturating_add(1);
                self.tasks.push(Task { task, text: text.clone(), by: *by, who: who.clone(), done: None });
            }
            Event::TaskFinished { task, .. } => {
                if let Some(task) = self.tasks.iter_mut().find(|known| known.task == *task) {
                    task.done = task.done.or(Some(on));
                }
            }
            Event::StepOverruled { step, reason } => self.overruled.push(Overruled {
                step: step.clone(),
                reason: reason.clone(),
                by: approval(recorded),
            }),
            Event::DisposalProposed { .. } => self.disposal_proposed = Some(approval(recorded)),
            _ => {}
        }
    }
}

fn approval(recorded: &Recorded) -> Approval {
    Approval { by: recorded.by.clone(), on: recorded.on }
}

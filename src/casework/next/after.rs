//! After the decision: appeal, recipients, statement, disclosures, inspection, closing.

use super::super::{AppealOutcome, NextStep, Outcome, State};
use super::Steps;
use super::waits::{accounting_entry_waits, amendment_after_appeal_waits, dispute_waits, recipients_wait};
use crate::law::{LawError, Trigger};
use crate::letters::LetterKind;

impl Steps<'_> {
    /// A second look that is not decided.
    pub(super) fn appeal(&self, list: &mut Vec<NextStep>) -> Result<(), LawError> {
        let Some(appeal) = self.case.appeal() else { return Ok(()) };
        let by = self.due_of(Trigger::ReviewDecided);
        if appeal.sent_up.is_none() {
            if self
                .case
                .newest(LetterKind::AppealTransmittal)
                .is_none_or(|issued| issued.dated < appeal.received)
            {
                list.push(self.letter(
                    LetterKind::AppealTransmittal,
                    "Put the copies together for the reviewing official",
                    "The official decides on the request, the first decision and what was written since.",
                    by,
                ));
            }
            list.push(self.step(
                "send-appeal-up",
                "Send the copies up",
                "The reviewing official decides; this office sends what the decision rests on.",
                by,
            ));
        }
        if appeal.extension.is_some() {
            let told =
                self.case.newest(LetterKind::Extension).is_some_and(|issued| issued.dated >= appeal.received);
            if !told {
                list.push(self.letter(
                    LetterKind::Extension,
                    "Tell the requester of the extension",
                    "The time was extended: the requester is told the reason and the expected day.",
                    appeal.extension.as_ref().map(|extension| extension.from),
                ));
            }
        }
        let expected = appeal.extension.as_ref().map(|extension| extension.expected);
        list.push(self.step(
            "decide-appeal",
            "Record the decision on the appeal",
            "The reviewing official decides, in writing, with the reasons.",
            by.or(expected),
        ));
        Ok(())
    }

    /// What follows the decision, and the closing.
    pub(super) fn after(&self, state: State, list: &mut Vec<NextStep>) -> Result<(), LawError> {
        let case = self.case;
        let decided_appeal = case.appeal().and_then(|appeal| appeal.decision.as_ref());
        if let Some(decision) = decided_appeal {
            match state {
                State::Approval => self.approval(list),
                State::Letter => {
                    if let Some(kind) = case.final_letter() {
                        let why = match decision.outcome {
                            AppealOutcome::Upheld => {
                                "The requester is told the decision, the reasons, and the way to the court."
                            }
                            AppealOutcome::Granted | AppealOutcome::GrantedInPart => {
                                "The requester is told the decision and what follows from it."
                            }
                        };
                        list.push(self.letter(
                            kind,
                            &format!("Write the letter: {}", kind.words()),
                            why,
                            self.nearest(),
                        ));
                    }
                }
                _ => {}
            }
        }
        self.medical(list);
        if amendment_after_appeal_waits(case) {
            list.push(self.step(
                "record-amended",
                "Amend the record as the decision on appeal says",
                "The record was found wrong: it is amended, and earlier recipients are told.",
                self.due_of(Trigger::RecordAmended),
            ));
        }
        self.statement(list);
        if recipients_wait(case) {
            self.recipients(list);
        }
        if let Some(cite) = accounting_entry_waits(case, self.ground)? {
            let mut step = self.step(
                "record-disclosure",
                "Enter the disclosure in the accounting",
                "The record went to somebody other than the requester; the accounting must show it.",
                None,
            );
            step.cite = cite;
            list.push(step);
        }
        if let Some(inspection) = case.inspection.as_ref().filter(|inspection| inspection.held.is_none()) {
            list.push(self.step(
                "record-inspection",
                "Record the inspection",
                "The requester comes to see the records.",
                Some(inspection.on),
            ));
        }
        let held_up = recipients_wait(case)
            || amendment_after_appeal_waits(case)
            || dispute_waits(case)
            || accounting_entry_waits(case, self.ground)?.is_some();
        if state == State::Answered && !held_up {
            list.push(self.step("close", "Close the case", self.closing_reason(), None));
        }
        Ok(())
    }

    /// The letters that go with a medical record beside the answer itself (20 CFR 401.55(b)(1)(ii), (c)(2)).
    fn medical(&self, list: &mut Vec<NextStep>) {
        let case = self.case;
        let to_other = case
            .determination
            .as_ref()
            .is_some_and(|made| made.parts.iter().any(|part| part.outcome == Outcome::ToRepresentative));
        if !to_other || case.representative.is_none() || case.approval_wanted() {
            return;
        }
        if case.newest(LetterKind::MedicalTransmittal).is_none() {
            list.push(self.letter(
                LetterKind::MedicalTransmittal,
                "Send the record to the person named",
                "The person reviews it with the requester, and may not keep it back.",
                self.nearest(),
            ));
        }
        if case.minor_medical && case.newest(LetterKind::MinorNote).is_none() {
            list.push(self.letter(
                LetterKind::MinorNote,
                "Write the note to the minor",
                "A reasonable effort is made to tell the minor, apart from the parent.",
                None,
            ));
        }
    }

    fn statement(&self, list: &mut Vec<NextStep>) {
        let case = self.case;
        let Some(statement) = &case.statement else { return };
        if dispute_waits(case) {
            list.push(self.step(
                "note-dispute",
                "Mark the disputed part of the record",
                "Whoever gets the record from now on sees that it is disputed, with the statement.",
                None,
            ));
        }
        let told =
            case.newest(LetterKind::StatementFiled).is_some_and(|issued| issued.dated >= statement.received);
        if !told {
            list.push(self.letter(
                LetterKind::StatementFiled,
                "Tell the requester that the statement is filed",
                "The requester hears what becomes of the statement.",
                None,
            ));
        }
    }

    /// Each earlier recipient gets a letter of their own; where the accounting lists nobody, that is recorded.
    fn recipients(&self, list: &mut Vec<NextStep>) {
        let case = self.case;
        let by = self.due_of(Trigger::RecipientsTold);
        let why = "The record was amended or disputed: whoever received it before must be told.";
        let mut listed = false;
        for recipient in case.recipients.iter().filter(|recipient| recipient.told_on.is_none()) {
            listed = true;
            let number = recipient.recipient.recipient;
            let changed = case.changed_on.last().copied();
            let written = case.letters_of_record().any(|letter| {
                letter.kind == LetterKind::RecipientNotice
                    && letter.recipient == Some(number)
                    && changed.is_none_or(|on| letter.dated >= on)
            });
            let words = format!("Tell {} of it", recipient.recipient.name);
            let mut step = if written {
                self.step(
                    "tell-recipient",
                    &words,
                    "The letter is written; record when and how it was delivered.",
                    by,
                )
            } else {
                self.letter(LetterKind::RecipientNotice, &words, why, by)
            };
            step.recipient = Some(number);
            list.push(step);
        }
        if !listed {
            list.push(self.step("record-recipients-told", "Tell those who had the record before", why, by));
        }
    }

    fn closing_reason(&self) -> &'static str {
        if self.case.withdrawn.is_some() {
            "The requester withdrew."
        } else if self.case.ending_letter() == Some(LetterKind::ClosedUnanswered) {
            "What was asked for did not come. The requester may ask again."
        } else {
            "The requester has the answer. The time for an appeal runs on; a closed case can still be found."
        }
    }
}

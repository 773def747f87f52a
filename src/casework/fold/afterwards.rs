//! What follows a decision, recipients and appeal: the fold of these events.

use crate::casework::{
    Appeal, AppealDecision, Case, Event, RecipientOfRecord, Recorded, ReviewExtension, Statement,
};

impl Case {
    pub(super) fn apply_afterwards(&mut self, recorded: &Recorded) {
        let on = recorded.on;
        match &recorded.event {
            Event::DisputeNoted { on, .. } => {
                self.dispute_noted = Some(*on);
                self.record_changed(*on);
            }
            Event::StatementFiled { received, words, in_lieu } => {
                self.statement = Some(Statement {
                    received: *received,
                    words: words.clone(),
                    in_lieu: *in_lieu,
                    reasons: None,
                    on,
                });
            }
            Event::ReasonsAdded { words } => {
                if let Some(statement) = &mut self.statement {
                    statement.reasons = Some(words.clone());
                }
            }
            Event::RecipientsListed { recipients } => {
                for recipient in recipients {
                    self.recipients.push(RecipientOfRecord {
                        recipient: recipient.clone(),
                        told_on: None,
                        how: String::new(),
                        proof: String::new(),
                    });
                }
                self.recipients_told = None;
            }
            Event::RecipientTold { recipient, on, how, proof } => self.told(*recipient, *on, how, proof),
            Event::RecipientsTold { on, .. } | Event::RecipientsSpared { on, .. } => self.all_told(*on),
            Event::RecordAmended { on, .. } => {
                if let Some(appeal) = self.appeals.last_mut() {
                    appeal.amended = appeal.amended.or(Some(*on));
                }
                self.record_changed(*on);
            }
            Event::DisclosureMade { entry } => self.disclosures.push(entry.clone()),
            Event::AppealReceived { of, dated, postmarked, received, text, last_day, late_reason } => {
                self.appeals.push(Appeal {
                    of: *of,
                    dated: *dated,
                    postmarked: *postmarked,
                    received: *received,
                    text: text.clone(),
                    last_day: *last_day,
                    late_reason: late_reason.clone(),
                    sent_up: None,
                    extension: None,
                    decision: None,
                    amended: None,
                });
                self.closed = None;
            }
            Event::AppealSentUp { .. } => {
                if let Some(appeal) = self.appeals.last_mut() {
                    appeal.sent_up = appeal.sent_up.or(Some(on));
                }
            }
            Event::ReviewExtended { clock, from, reason, expected, approver, title } => {
                if let Some(appeal) = self.appeals.last_mut() {
                    appeal.extension = Some(ReviewExtension {
                        clock: clock.clone(),
                        from: *from,
                        reason: reason.clone(),
                        expected: *expected,
                        approver: approver.clone(),
                        title: title.clone(),
                        on,
                    });
                }
            }
            Event::AppealDecided { outcome, words, official, title, on } => {
                if let Some(appeal) = self.appeals.last_mut() {
                    appeal.decision = Some(AppealDecision {
                        outcome: *outcome,
                        words: words.clone(),
                        official: official.clone(),
                        title: title.clone(),
                        on: *on,
                        by: recorded.by.clone(),
                        approved: None,
                    });
                }
                self.returned = None;
            }
            _ => {}
        }
    }

    /// A change of the record makes everybody who had it before untold again.
    pub(super) fn record_changed(&mut self, on: chrono::NaiveDate) {
        self.changed_on.push(on);
        self.recipients_told = None;
        for recipient in &mut self.recipients {
            recipient.told_on = None;
        }
    }

    pub(super) fn told(&mut self, number: u32, on: chrono::NaiveDate, how: &str, proof: &str) {
        if let Some(recipient) = self.recipients.iter_mut().find(|known| known.recipient.recipient == number)
        {
            recipient.told_on = recipient.told_on.or(Some(on));
            how.clone_into(&mut recipient.how);
            proof.clone_into(&mut recipient.proof);
        }
        let last = self.recipients.iter().map(|known| known.told_on).collect::<Option<Vec<_>>>();
        if let Some(last) = last.and_then(|days| days.into_iter().max())
            && self.recipients_told.is_none()
        {
            self.all_told(last);
        }
    }

    fn all_told(&mut self, on: chrono::NaiveDate) {
        self.recipients_told = Some(on);
        self.told_on.push(on);
    }
}

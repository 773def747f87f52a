//! Road, office, search and what was found: the fold of these events.

use super::approval;
use crate::casework::{
    Case, Event, Guarded, Incoming, Inspection, MedicalReview, Recorded, Referral, RoutedTo, Search, Sent,
    Triage,
};

impl Case {
    pub(super) fn apply_search(&mut self, recorded: &Recorded) {
        let on = recorded.on;
        match &recorded.event {
            Event::Triaged { road, misfit, reason } => {
                self.triage = Some(Triage { road: *road, misfit: *misfit, reason: reason.clone(), on });
            }
            Event::LetterReceived { about, received, channel, text } => self.incoming.push(Incoming {
                about: *about,
                received: *received,
                channel: *channel,
                text: text.clone(),
            }),
            Event::Routed { system, system_name, revision, office, address, quote, reason } => {
                self.routing = Some(RoutedTo {
                    system: system.clone(),
                    system_name: system_name.clone(),
                    revision: *revision,
                    office: office.clone(),
                    address: address.clone(),
                    quote: quote.clone(),
                    reason: reason.clone(),
                    on,
                });
                // A request that goes to another office has not been sent there yet.
                self.sent = None;
            }
            Event::SentToOffice { answer_by } => {
                self.sent = Some(Sent { on, answer_by: *answer_by, reminded: None });
            }
            Event::OfficeReminded { answer_by, .. } => {
                if let Some(sent) = &mut self.sent {
                    sent.reminded = Some(on);
                    sent.answer_by = answer_by.unwrap_or(sent.answer_by);
                }
            }
            Event::SearchRecorded { by, where_searched, how, on: answered, items, not_searched } => {
                self.search = Some(Search {
                    by: by.clone(),
                    where_searched: where_searched.clone(),
                    how: how.clone(),
                    on: *answered,
                    items: items.clone(),
                    not_searched: not_searched.clone(),
                });
                // What was weighed and signed off was another set of items.
                self.weighed.clear();
                self.counsel = None;
            }
            Event::AccountingTaken { entries } => self.accounting = Some(entries.clone()),
            Event::Referred { to, address, why, whole, cite } => self.referrals.push(Referral {
                to: to.clone(),
                address: address.clone(),
                why: why.clone(),
                whole: *whole,
                cite: cite.clone(),
                on,
            }),
            Event::MedicalReviewed { finding, by, on, note } => {
                self.medical =
                    Some(MedicalReview { finding: *finding, by: by.clone(), on: *on, note: note.clone() });
            }
            Event::ExistenceGuarded { statute, rule, .. } => {
                self.guarded = Some(Guarded {
                    statute: statute.clone(),
                    rule: rule.clone(),
                    decided: approval(recorded),
                });
            }
            Event::InspectionArranged { place, on, time } => {
                self.inspection =
                    Some(Inspection { place: place.clone(), on: *on, time: time.clone(), held: None });
            }
            Event::InspectionHeld { on, .. } => {
                if let Some(inspection) = &mut self.inspection {
                    inspection.held = Some(*on);
                }
            }
            _ => {}
        }
    }
}

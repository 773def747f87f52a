//! What was weighed, decided, delayed and charged: the fold of these events.

use super::approval;
use crate::casework::{
    Case, Delay, Determination, Event, FeeDue, FoiaExtension, Outcome, Part, Recorded, Returned,
};

impl Case {
    pub(super) fn apply_decision(&mut self, recorded: &Recorded) {
        let on = recorded.on;
        match &recorded.event {
            Event::Weighed { items } => {
                for item in items {
                    self.weighed.retain(|known| known.item != item.item);
                    self.weighed.push(item.clone());
                }
            }
            Event::CounselSigned { .. } => self.counsel = Some(approval(recorded)),
            Event::Decided { parts, official, title } => {
                self.determination = Some(Determination {
                    words: self.determination_words(parts).to_owned(),
                    parts: parts.clone(),
                    official: official.clone(),
                    title: title.clone(),
                    on,
                    by: recorded.by.clone(),
                    approved: None,
                });
                self.returned = None;
                if parts.iter().any(|part| part.outcome == Outcome::Amended) {
                    self.record_changed(on);
                }
            }
            Event::DecisionApproved { .. } => {
                let approved = Some(approval(recorded));
                match self.appeals.last_mut().and_then(|appeal| appeal.decision.as_mut()) {
                    Some(decision) => decision.approved = approved,
                    None => {
                        if let Some(determination) = &mut self.determination {
                            determination.approved = approved;
                        }
                    }
                }
            }
            Event::DecisionReturned { reason } => {
                self.returned = Some(Returned { reason: reason.clone(), by: approval(recorded) });
                match self.appeals.last_mut() {
                    Some(appeal) if appeal.decision.is_some() => appeal.decision = None,
                    _ => self.determination = None,
                }
            }
            Event::DelayRecorded { reason, expected, unusual } => {
                if !unusual.is_empty() && self.foia_extension.is_none() {
                    self.foia_extension = Some(FoiaExtension { unusual: unusual.clone(), on, noticed: None });
                }
                self.delay = Some(Delay { reason: reason.clone(), expected: *expected, on });
            }
            Event::FeeAssessed { pages, cents, basis, cite } => {
                let (paid, paid_on) = self.fee.as_ref().map_or((0, None), |fee| (fee.paid, fee.paid_on));
                self.fee = Some(FeeDue {
                    pages: *pages,
                    cents: *cents,
                    basis: basis.clone(),
                    cite: cite.clone(),
                    paid,
                    paid_on,
                });
            }
            Event::FeePaid { on, cents } => {
                if let Some(fee) = &mut self.fee {
                    fee.paid = fee.paid.saturating_add(*cents);
                    fee.paid_on = Some(*on);
                }
            }
            _ => {}
        }
    }

    /// The determination in one phrase, from its parts.
    fn determination_words(&self, parts: &[Part]) -> &'static str {
        let has = |outcome| parts.iter().any(|part| part.outcome == outcome);
        let all =
            |wanted: fn(Outcome) -> bool| !parts.is_empty() && parts.iter().all(|part| wanted(part.outcome));
        if self.guard().is_some() {
            return "answered without saying whether there is a record";
        }
        if self.main_kind() == crate::law::Kind::Accounting {
            return "accounting given";
        }
        if parts.is_empty() {
            let found = self.search.as_ref().is_some_and(|search| !search.items.is_empty());
            return if found { "record found" } else { "no record found" };
        }
        if all(|outcome| outcome == Outcome::Granted) {
            "granted"
        } else if all(|outcome| outcome == Outcome::ToRepresentative) {
            "sent to the person named"
        } else if all(|outcome| outcome == Outcome::Amended) {
            "amended"
        } else if all(Outcome::refuses_amendment) {
            "refused"
        } else if parts.iter().any(|part| part.outcome.refuses_amendment()) {
            "refused in part"
        } else if all(|outcome| outcome == Outcome::NoRecord) {
            "no record found"
        } else if all(Outcome::is_adverse) {
            "denied"
        } else if has(Outcome::Granted) || has(Outcome::ToRepresentative) {
            if parts.iter().any(|part| part.outcome.is_adverse()) { "granted in part" } else { "granted" }
        } else {
            "decided"
        }
    }
}

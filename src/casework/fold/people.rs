//! Who asks, about whom, and what proves it: the fold of these events.

use super::approval;
use crate::casework::{
    Case, Companion, ConsentGiven, Event, EvidenceAtHand, HeldBefore, Paper, Person, PersonRole, Recorded,
};

impl Case {
    pub(super) fn apply_people(&mut self, recorded: &Recorded) {
        match &recorded.event {
            Event::EvidenceRecorded { evidence, note, requirement, paper } => {
                self.evidence.push(EvidenceAtHand {
                    evidence: *evidence,
                    note: note.clone(),
                    requirement: requirement.clone(),
                    paper: paper.clone(),
                    by: recorded.by.clone(),
                    on: recorded.on,
                });
            }
            Event::EvidenceRejected { evidence, .. } => {
                self.evidence.retain(|at_hand| at_hand.evidence != *evidence);
                // What was confirmed rested on it: somebody looks again.
                self.identity_verified = None;
                self.identity_reviewed = None;
            }
            Event::IdentityVerified { .. } => self.identity_verified = Some(approval(recorded)),
            Event::IdentityReviewed { .. } => self.identity_reviewed = Some(approval(recorded)),
            Event::RepresentativeNamed { representative } => {
                if let Some(before) = self.representative.replace(representative.clone()) {
                    self.held_before.push(held(
                        PersonRole::Representative,
                        before.person,
                        recorded,
                        "named anew",
                    ));
                }
            }
            Event::CompanionNamed { name, statement_signed } => {
                self.companion = Some(Companion { name: name.clone(), statement_signed: *statement_signed });
            }
            Event::PersonChanged { role, person, reason } => {
                let place = match role {
                    PersonRole::Requester => Some(&mut self.requester),
                    PersonRole::Subject => self.subject.as_mut(),
                    PersonRole::Representative => self.representative.as_mut().map(|named| &mut named.person),
                    PersonRole::Companion => None,
                };
                if let Some(place) = place {
                    let before = std::mem::replace(place, person.clone());
                    self.held_before.push(held(*role, before, recorded, reason));
                }
            }
            Event::PaperAttached { paper, name, media_type, sha256, size, identity, destroy_after } => {
                self.papers.push(Paper {
                    paper: paper.clone(),
                    name: name.clone(),
                    media_type: media_type.clone(),
                    sha256: sha256.clone(),
                    size: *size,
                    identity: *identity,
                    destroy_after: *destroy_after,
                    destroyed: None,
                    on: recorded.on,
                });
            }
            Event::PaperDestroyed { paper, .. } => {
                if let Some(paper) = self.papers.iter_mut().find(|known| known.paper == *paper) {
                    paper.destroyed = paper.destroyed.or(Some(recorded.on));
                }
            }
            Event::ConsentRecorded { given_by, to_whom, what, timeframe, signed_on } => {
                self.consent = Some(ConsentGiven {
                    given_by: *given_by,
                    to_whom: to_whom.clone(),
                    what: what.clone(),
                    timeframe: timeframe.clone(),
                    signed_on: *signed_on,
                });
            }
            _ => {}
        }
    }
}

fn held(role: PersonRole, person: Person, recorded: &Recorded, reason: &str) -> HeldBefore {
    HeldBefore { role, person, until: recorded.on, reason: reason.to_owned() }
}

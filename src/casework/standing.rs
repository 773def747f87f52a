//! How a case stands: the step at hand, and what identity still wants. Derived, never stored in the ledger.

use super::intake::identity_for;
use super::{Case, Ground, Outcome, State};
use crate::law::{Evidence, IdentityAnswer, IdentityQuestion, Kind, LawError};
use crate::letters::LetterKind;

impl Case {
    /// What the rules ask of this requester, by the law of the day of receipt.
    ///
    /// # Errors
    /// Where no rulebook answers for the agency and the day.
    pub fn identity(&self, ground: &Ground<'_>) -> Result<IdentityAnswer, LawError> {
        identity_for(
            &self.kinds,
            &|kind| IdentityQuestion {
                agency: self.agency.clone(),
                kind,
                channel: self.channel,
                capacity: self.capacity,
                sensitivity: self.sensitivity,
                personally_known: self.personally_known,
                facts: self.facts.clone(),
            },
            self.received,
            ground,
        )
    }

    /// The kinds of evidence at hand.
    pub fn evidence_kinds(&self) -> Vec<Evidence> {
        self.evidence.iter().map(|at_hand| at_hand.evidence).collect()
    }

    /// Whether work on the records may begin: identity proved, or no rule asks for proof.
    ///
    /// # Errors
    /// Where no rulebook answers for the agency and the day.
    pub fn identity_settled(&self, ground: &Ground<'_>) -> Result<bool, LawError> {
        Ok(self.identity_verified.is_some() || !self.identity(ground)?.required)
    }

    /// The step at hand.
    ///
    /// # Errors
    /// Where no rulebook answers for the agency and the day.
    pub fn state(&self, ground: &Ground<'_>) -> Result<State, LawError> {
        Ok(if self.closed.is_some() {
            State::Closed
        } else if self.withdrawn.is_some() {
            State::Answered
        } else if !self.identity_settled(ground)? {
            State::Identity
        } else if self.routing.is_none() {
            State::System
        } else if self.search.is_none() {
            State::Search
        } else if self.determination.is_none() {
            State::Decision
        } else {
            match self.decision_letter_issued() {
                None => State::Letter,
                Some(issued) if issued.dispatched().is_none() => State::Dispatch,
                Some(_) => State::Answered,
            }
        })
    }

    /// The office that has the request: the one confirmed, and until then the agency's privacy office, to which a
    /// request may always be sent (39 CFR 266.5(a)(1)).
    ///
    /// # Errors
    /// Where the agency has no rulebook.
    pub fn handling_office(&self, ground: &Ground<'_>) -> Result<String, LawError> {
        Ok(match &self.routing {
            Some(to) => to.office.clone(),
            None => ground.law.rulebook(&self.agency)?.privacy_office_near(ground.today).title,
        })
    }

    /// What is mainly asked: the most demanding of the kinds.
    pub fn main_kind(&self) -> Kind {
        [Kind::Amendment, Kind::Access, Kind::Accounting]
            .into_iter()
            .find(|kind| self.kinds.contains(kind))
            .unwrap_or(Kind::Notification)
    }

    /// The letter that carries the decision; nothing while nothing is decided.
    pub fn decision_letter(&self) -> Option<LetterKind> {
        let determination = self.determination.as_ref()?;
        Some(match self.main_kind() {
            Kind::Amendment if determination.parts.iter().any(|part| part.outcome == Outcome::Refused) => {
                LetterKind::AmendmentRefused
            }
            Kind::Amendment => LetterKind::Amended,
            Kind::Notification => LetterKind::Notification,
            Kind::Access | Kind::Accounting => LetterKind::Grant,
        })
    }

    /// The issued letter that carries the decision.
    pub fn decision_letter_issued(&self) -> Option<&super::LetterIssued> {
        let kind = self.decision_letter()?;
        self.letters.iter().find(|issued| issued.kind == kind)
    }
}

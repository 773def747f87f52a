//! How a case stands: the step at hand, who may see it, and what identity still wants. Derived, never stored in the ledger.

use chrono::NaiveDate;

use super::intake::identity_for;
use super::{Actor, AppealOutcome, Case, Ground, Guard, LetterIssued, Outcome, Road, State};
use crate::law::{Capacity, Evidence, IdentityAnswer, IdentityQuestion, Kind, LawError, Sensitivity};
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

    /// Whether work on the records may begin: identity proved, and where the record is sensitive proved a second time;
    /// or no rule asks for proof.
    ///
    /// # Errors
    /// Where no rulebook answers for the agency and the day.
    pub fn identity_settled(&self, ground: &Ground<'_>) -> Result<bool, LawError> {
        if self.identity_verified.is_some() {
            return Ok(!self.second_review_wanted());
        }
        Ok(!self.identity(ground)?.required)
    }

    /// Whether a second person must still look at the proof of identity: for medical records, and where even the
    /// existence of a record is private (a decision of this program, as 20 CFR 401.45(b)(7) asks for more).
    pub fn second_review_wanted(&self) -> bool {
        self.sensitivity != Sensitivity::Ordinary
            && self.identity_verified.is_some()
            && self.identity_reviewed.is_none()
    }

    /// Whether a third party asks, whom only the subject's consent lets have the record (5 U.S.C. 552a(b)).
    pub fn needs_consent(&self) -> bool {
        self.capacity == Capacity::ThirdParty && self.consent.is_none()
    }

    /// Why nothing may give away whether there is a record; nothing where everything may be said.
    pub fn guard(&self) -> Option<Guard> {
        if self.guarded.is_some() {
            Some(Guard::Neither)
        } else if self.minor_medical {
            Some(Guard::MinorMedical)
        } else {
            None
        }
    }

    /// Whether the case is shown only to those who need to know of it.
    pub fn is_restricted(&self) -> bool {
        self.kept_close || self.sensitivity != Sensitivity::Ordinary || self.guarded.is_some()
    }

    /// Whether this person may see the case (5 U.S.C. 552a(b)(1): officers "who have a need for the record").
    pub fn may_be_seen_by(&self, actor: &Actor) -> bool {
        !self.is_restricted() || self.assignee == actor.name || actor.sees_restricted()
    }

    /// Whether the existence of a record is kept from this person: it is guarded, and the case is not theirs to decide.
    pub fn conceals_existence_from(&self, actor: &Actor) -> bool {
        self.guard().is_some() && self.assignee != actor.name && !actor.sees_restricted()
    }

    /// The step at hand.
    ///
    /// # Errors
    /// Where no rulebook answers for the agency and the day.
    pub fn state(&self, ground: &Ground<'_>) -> Result<State, LawError> {
        if self.closed.is_some() {
            return Ok(State::Closed);
        }
        if let Some(state) = self.state_of_appeal() {
            return Ok(state);
        }
        if self.withdrawn.is_some() {
            return Ok(State::Answered);
        }
        if let Some(kind) = self.ending_letter() {
            return Ok(letter_state(self.newest(kind)));
        }
        Ok(if !self.identity_settled(ground)? {
            State::Identity
        } else if self.routing.is_none() {
            State::System
        } else if self.search_is_open() {
            State::Search
        } else if self.determination.is_none() {
            State::Decision
        } else if self.approval_wanted() {
            State::Approval
        } else {
            letter_state(self.decision_letter_issued())
        })
    }

    /// Where the newest second look stands; nothing where there is none, or it is answered and nothing more is due.
    fn state_of_appeal(&self) -> Option<State> {
        let appeal = self.appeal()?;
        if appeal.decision.is_none() {
            return Some(State::Appeal);
        }
        if self.approval_wanted() {
            return Some(State::Approval);
        }
        Some(letter_state(self.final_letter_issued()))
    }

    /// Whether the office has not yet answered. Where the agency neither confirms nor denies, nothing is searched for the
    /// answer's sake.
    fn search_is_open(&self) -> bool {
        match self.main_kind() {
            _ if self.guarded.is_some() => false,
            Kind::Accounting => self.accounting.is_none(),
            Kind::Notification | Kind::Access | Kind::Amendment => self.search.is_none(),
        }
    }

    /// The letter that ends the case without a determination: another road, a referral of the whole, no answer.
    pub fn ending_letter(&self) -> Option<LetterKind> {
        if self.triage.as_ref().is_some_and(|triage| matches!(triage.road, Road::Foia | Road::Neither)) {
            return Some(LetterKind::FoiaRoute);
        }
        if self.referrals.last().is_some_and(|referral| referral.whole) {
            return Some(LetterKind::Referral);
        }
        self.newest(LetterKind::ClosedUnanswered).map(|_| LetterKind::ClosedUnanswered)
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

    /// Whether what was drafted is a denial or a refusal, which a second person approves.
    pub fn is_adverse(&self) -> bool {
        if let Some(decision) = self.appeal().and_then(|appeal| appeal.decision.as_ref()) {
            return decision.outcome != AppealOutcome::Granted;
        }
        let Some(determination) = &self.determination else { return false };
        self.guarded.is_some()
            || determination.parts.iter().any(|part| part.outcome.is_adverse())
            || (self.main_kind() == Kind::Access && self.guard().is_none() && determination.parts.is_empty())
    }

    /// Whether a second person must still approve what was drafted.
    pub fn approval_wanted(&self) -> bool {
        let approved = match self.appeal().and_then(|appeal| appeal.decision.as_ref()) {
            Some(decision) => decision.approved.is_some(),
            None => self.determination.as_ref().is_none_or(|determination| determination.approved.is_some()),
        };
        self.is_adverse() && !approved
    }

    /// The day on which the first decision stood: the approval where a second person approves it, else the decision itself.
    /// Nothing while none stands.
    pub fn decided_on(&self) -> Option<NaiveDate> {
        let made = self.determination.as_ref()?;
        match &made.approved {
            Some(approval) => Some(approval.on),
            // A second look is taken at a decision that stood.
            None if self.appeal().is_none() && self.approval_wanted() => None,
            None => Some(made.on),
        }
    }

    /// Who drafted what waits for approval.
    pub fn drafter(&self) -> Option<&str> {
        match self.appeal().and_then(|appeal| appeal.decision.as_ref()) {
            Some(decision) => Some(&decision.by),
            None => self.determination.as_ref().map(|determination| determination.by.as_str()),
        }
    }

    /// The letter that carries the decision; nothing while nothing is decided.
    pub fn decision_letter(&self) -> Option<LetterKind> {
        let parts = &self.determination.as_ref()?.parts;
        if self.guard().is_some() {
            return Some(LetterKind::Notification);
        }
        let any = |wanted: fn(Outcome) -> bool| parts.iter().any(|part| wanted(part.outcome));
        Some(match self.main_kind() {
            Kind::Amendment if any(Outcome::refuses_amendment) => LetterKind::AmendmentRefused,
            Kind::Amendment => LetterKind::Amended,
            Kind::Notification => LetterKind::Notification,
            Kind::Accounting => LetterKind::Accounting,
            Kind::Access if any(Outcome::is_adverse) || parts.is_empty() => {
                let source =
                    parts.iter().filter(|part| part.outcome.is_adverse()).all(|part| part.reveals_source);
                if source && !parts.is_empty() { LetterKind::ConfidentialSource } else { LetterKind::Denial }
            }
            Kind::Access if any(|outcome| outcome == Outcome::ToRepresentative) => {
                LetterKind::MedicalRepresentative
            }
            Kind::Access => LetterKind::Grant,
        })
    }

    /// The issued letter that carries the decision.
    pub fn decision_letter_issued(&self) -> Option<&LetterIssued> {
        let kind = self.decision_letter()?;
        let reopened =
            self.reopened.filter(|on| self.determination.as_ref().is_some_and(|made| made.on >= *on));
        self.letters_of_record()
            .rev()
            .find(|issued| issued.kind == kind && reopened.is_none_or(|on| issued.dated >= on))
    }

    /// The letter that carries the decision on a second look.
    pub fn final_letter(&self) -> Option<LetterKind> {
        self.appeal()?.decision.as_ref()?;
        Some(match self.main_kind() {
            Kind::Amendment => LetterKind::FinalAmendment,
            Kind::Access | Kind::Notification | Kind::Accounting => LetterKind::FinalAccess,
        })
    }

    /// The issued letter that carries the decision on the newest second look.
    pub fn final_letter_issued(&self) -> Option<&LetterIssued> {
        let kind = self.final_letter()?;
        let before = self.appeals.len().saturating_sub(1);
        self.letters_of_record().filter(|issued| issued.kind == kind).nth(before)
    }

    /// The newest issued letter of a kind.
    pub fn newest(&self, kind: LetterKind) -> Option<&LetterIssued> {
        self.letters_of_record().rev().find(|issued| issued.kind == kind)
    }

    /// The letters that carry what the rules ask, oldest first: without those in another language that stand beside them.
    pub fn letters_of_record(&self) -> impl DoubleEndedIterator<Item = &LetterIssued> {
        self.letters.iter().filter(|issued| issued.language.is_english())
    }

    /// The day on which the answer left the office: the decision, or the letter that ended the case otherwise.
    pub fn answered_on(&self) -> Option<NaiveDate> {
        let issued = match self.ending_letter() {
            Some(kind) => self.newest(kind),
            None => self.decision_letter_issued(),
        };
        issued.and_then(LetterIssued::dispatched)
    }

    /// The day through which what is missing may be sent; nothing where nobody was asked for it, or it was answered since.
    ///
    /// # Errors
    /// Where the rulebook sets no time.
    pub fn cure_by(&self, ground: &Ground<'_>) -> Result<Option<NaiveDate>, LawError> {
        let Some(asked) = self.newest(LetterKind::Deficiency).and_then(LetterIssued::dispatched) else {
            return Ok(None);
        };
        if self.incoming.iter().any(|letter| letter.received >= asked) {
            return Ok(None);
        }
        let (days, _) = ground.law.rulebook(&self.agency)?.cure_days_on(asked)?;
        Ok(Some(asked + chrono::Days::new(u64::from(days))))
    }
}

fn letter_state(issued: Option<&LetterIssued>) -> State {
    match issued {
        None => State::Letter,
        Some(issued) if issued.dispatched().is_none() => State::Dispatch,
        Some(_) => State::Answered,
    }
}

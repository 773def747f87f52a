//! What the rule asks next, of whom, by when: the panel that a new clerk can follow.

use chrono::NaiveDate;

use super::clocks::clocks;
use super::correspondence::undispatched;
use super::{Case, CaseClock, Ground, NextStep, Outcome, State};
use crate::law::{DutyOf, LawError, Trigger};
use crate::letters::{LetterKind, Missing};
use crate::routing::particulars_missing;

/// Working days before its last safe day from which an acknowledgement or a notice of delay comes before other work.
const PRESSING: i32 = 2;

/// What the rule asks next, the first first; empty only when the case is closed.
///
/// # Errors
/// Where no rulebook answers for the agency and the day.
pub fn next_steps(case: &Case, ground: &Ground<'_>) -> Result<Vec<NextStep>, LawError> {
    let state = case.state(ground)?;
    if state == State::Closed {
        return Ok(Vec::new());
    }
    let clocks = clocks(case, ground)?;
    let steps = Steps { case, ground, clocks: &clocks };
    let mut list = Vec::new();
    if case.withdrawn.is_none() {
        steps.dispatch(&mut list);
        steps.at_hand(state, &mut list)?;
        steps.acknowledgement(state, &mut list)?;
        steps.delay(state, &mut list)?;
    }
    if recipients_wait(case) {
        list.push(steps.step(
            "record-recipients-told",
            "Tell those who had the record before",
            "The record was amended: whoever received it before must be told of the correction.",
            steps.due_of(Trigger::RecipientsTold),
            None,
        ));
    }
    if state == State::Answered && !recipients_wait(case) {
        list.push(steps.step("close", "Close the case", steps.closing_reason(), None, None));
    }
    Ok(list)
}

/// What is missing before the request can be worked on: proof, and particulars that the notice asks.
///
/// # Errors
/// Where no rulebook answers for the agency and the day.
pub fn missing(case: &Case, ground: &Ground<'_>) -> Result<Vec<Missing>, LawError> {
    let mut missing = Vec::new();
    if case.identity_verified.is_none() {
        let identity = case.identity(ground)?;
        for requirement in identity.unmet(&case.evidence_kinds()) {
            missing.push(Missing { what: requirement.words.clone(), cite: requirement.cite.clone() });
        }
    }
    if let Some(routing) = &case.routing
        && case.search.is_none()
        && let Some(revision) = ground.catalogue.in_force(&routing.system, case.received)
        && let Some(rule) = revision.system.notification.iter().find(|rule| rule.office == routing.office)
    {
        let given = particulars_given(case);
        missing.extend(
            particulars_missing(rule, &given)
                .into_iter()
                .map(|what| Missing { what, cite: format!("{}, notification procedure", routing.system) }),
        );
    }
    Ok(missing)
}

/// The names of what the requester gave: the particulars, and what the head of the letter gives anyway.
pub fn particulars_given(case: &Case) -> Vec<String> {
    let mut given: Vec<String> = case.particulars.keys().cloned().collect();
    given.push("name".to_owned());
    if !case.requester.address.is_empty() {
        given.push("address".to_owned());
    }
    if case.requester.email.is_some() {
        given.push("email".to_owned());
    }
    given
}

/// Whether earlier recipients of an amended record still have to be told.
pub(super) fn recipients_wait(case: &Case) -> bool {
    case.recipients_told.is_none()
        && case
            .determination
            .as_ref()
            .is_some_and(|decided| decided.parts.iter().any(|part| part.outcome == Outcome::Amended))
}

struct Steps<'a> {
    case: &'a Case,
    ground: &'a Ground<'a>,
    clocks: &'a [CaseClock],
}

impl Steps<'_> {
    /// Letters that are issued and have not left the office come first: a letter in the drawer answers nobody.
    fn dispatch(&self, list: &mut Vec<NextStep>) {
        for letter in undispatched(self.case) {
            let why = if letter.queued {
                "It waits in the outbox; it counts as sent when the mail server has taken it."
            } else {
                "It is issued but has not left the office: print and post it, or e-mail it."
            };
            list.push(self.step(
                "dispatch-letter",
                &format!("Send the letter: {}", letter.name),
                why,
                self.nearest(),
                Some(letter.kind),
            ));
        }
    }

    /// The step that the state itself asks.
    fn at_hand(&self, state: State, list: &mut Vec<NextStep>) -> Result<(), LawError> {
        match state {
            State::Identity => self.identity(list)?,
            State::System => list.push(self.step(
                "route",
                "Confirm the system of records and the office",
                "The request goes to the official whom the published notice names; a person confirms which.",
                self.nearest(),
                None,
            )),
            State::Search => self.search(list)?,
            State::Decision => list.push(self.step(
                "decide",
                "Decide",
                "The office has answered. Decide on what it found and name the official responsible.",
                self.nearest(),
                None,
            )),
            State::Letter => {
                let kind = self.case.decision_letter();
                let name = kind.map_or("the decision", LetterKind::words);
                list.push(self.step(
                    "write-letter",
                    &format!("Write the letter: {name}"),
                    "It is decided. The requester must be told in writing.",
                    self.nearest(),
                    kind,
                ));
            }
            State::Dispatch | State::Answered | State::Closed => {}
        }
        Ok(())
    }

    fn identity(&self, list: &mut Vec<NextStep>) -> Result<(), LawError> {
        let identity = self.case.identity(self.ground)?;
        let unmet = identity.unmet(&self.case.evidence_kinds());
        let Some(requirement) = unmet.first() else {
            list.push(self.step(
                "verify-identity",
                "Confirm that identity is proved",
                "Everything that the rule asks is recorded; a person looks at it and confirms.",
                self.nearest(),
                None,
            ));
            return Ok(());
        };
        let mut record = self.step(
            "record-evidence",
            "Record the proof of identity",
            &requirement.words,
            self.nearest(),
            None,
        );
        record.cite.clone_from(&requirement.cite);
        list.push(record);
        list.push(self.ask_for_more("Proof that the rule asks did not come with the request."));
        Ok(())
    }

    fn search(&self, list: &mut Vec<NextStep>) -> Result<(), LawError> {
        let office = self.case.routing.as_ref().map_or("the office", |routing| routing.office.as_str());
        match &self.case.sent {
            None => {
                list.push(self.step(
                    "send-to-office",
                    &format!("Send the request to the {office}"),
                    "The office that the notice names searches its records and answers.",
                    self.nearest(),
                    None,
                ));
                if !missing(self.case, self.ground)?.is_empty() {
                    list.push(
                        self.ask_for_more("The notice asks for particulars that the request does not give."),
                    );
                }
            }
            Some(sent) => list.push(self.step(
                "record-search",
                &format!("Record what the {office} found"),
                "It was asked; its answer tells where and how it searched and what it found.",
                Some(sent.answer_by),
                None,
            )),
        }
        Ok(())
    }

    fn ask_for_more(&self, why: &str) -> NextStep {
        let kind = LetterKind::Deficiency;
        self.step("write-letter", "Ask the requester for what is missing", why, self.nearest(), Some(kind))
    }

    /// The acknowledgement stands after identity and routing, unless its day is near.
    fn acknowledgement(&self, state: State, list: &mut Vec<NextStep>) -> Result<(), LawError> {
        let waiting = self.case.letters.iter().any(|letter| letter.kind == LetterKind::Acknowledgement);
        let Some(clock) = self.open_clock(Trigger::AcknowledgementSent) else { return Ok(()) };
        if waiting || self.case.determination.is_some() {
            return Ok(());
        }
        let step = self.step(
            "write-letter",
            "Acknowledge the request",
            "The rule asks that the requester hear soon that the request came, and who has it.",
            Some(clock.clock.send_by),
            Some(LetterKind::Acknowledgement),
        );
        let first = clock.working_days_left <= PRESSING || matches!(state, State::Search | State::Decision);
        let sent = self.case.sent.is_some();
        list.insert(if first || sent { 0 } else { list.len() }, step);
        Ok(())
    }

    /// Where the answer will take longer than the rule's time, the requester is told why and until when.
    fn delay(&self, state: State, list: &mut Vec<NextStep>) -> Result<(), LawError> {
        let told = self.case.letters.iter().any(|letter| letter.kind == LetterKind::Delay);
        let Some(clock) = self.open_clock(Trigger::DelayNoticeSent) else { return Ok(()) };
        let pressing = clock.working_days_left <= PRESSING;
        if told || self.case.determination.is_some() || !(pressing || self.case.delay.is_some()) {
            return Ok(());
        }
        let (step, words, letter) = if self.case.delay.is_some() {
            ("write-letter", "Write the delay notice", Some(LetterKind::Delay))
        } else {
            ("record-delay", "Say why the answer takes longer", None)
        };
        let why =
            "The answer will not go out in time: the requester is told the reason and the expected day.";
        let step = self.step(step, words, why, Some(clock.clock.send_by), letter);
        list.insert(if pressing && state != State::Decision { 0 } else { list.len() }, step);
        Ok(())
    }

    fn closing_reason(&self) -> &'static str {
        if self.case.withdrawn.is_some() {
            "The requester withdrew."
        } else {
            "The requester has the answer. The time for an appeal runs on; a closed case can still be found."
        }
    }

    fn open_clock(&self, met_by: Trigger) -> Option<&CaseClock> {
        let rules = self.ground.law.clock_rules(&self.case.agency, self.case.received).ok()?;
        self.clocks.iter().find(|clock| {
            clock.status.is_open()
                && rules.iter().any(|rule| rule.id == clock.clock.clock && rule.met_by.contains(&met_by))
        })
    }

    fn due_of(&self, met_by: Trigger) -> Option<NaiveDate> {
        self.open_clock(met_by).map(|clock| clock.clock.send_by)
    }

    /// The nearest day of the agency's open clocks, or our own suspense.
    fn nearest(&self) -> Option<NaiveDate> {
        self.clocks
            .iter()
            .filter(|clock| clock.status.is_open() && clock.clock.duty == DutyOf::Agency)
            .map(|clock| clock.clock.send_by)
            .min()
    }

    fn step(
        &self,
        step: &str,
        words: &str,
        why: &str,
        by: Option<NaiveDate>,
        letter: Option<LetterKind>,
    ) -> NextStep {
        let key = letter
            .filter(|_| step == "write-letter")
            .map_or_else(|| step.to_owned(), |kind| format!("{step}:{kind}"));
        let cite = self
            .ground
            .law
            .rulebook(&self.case.agency)
            .ok()
            .and_then(|book| book.step_cite(&key, self.case.main_kind(), self.case.received))
            .unwrap_or_default()
            .to_owned();
        NextStep { step: step.to_owned(), words: words.to_owned(), why: why.to_owned(), by, cite, letter }
    }
}

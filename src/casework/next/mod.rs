//! What the rule asks next, of whom, by when: the panel that a new clerk can follow.
//!
//! `before` is the way to the decision, `after` what follows it, `waits` what holds the closing of a case up.

mod after;
mod before;
mod waits;

use chrono::NaiveDate;

use super::clocks::clocks;
use super::{Case, CaseClock, Ground, NextStep, State};
use crate::law::{DutyOf, LawError, Misfit, Sensitivity, Trigger};
use crate::letters::{LetterKind, Missing};
use crate::routing::particulars_missing;

pub(super) use waits::{
    accounting_entry_waits, amendment_after_appeal_waits, dispute_waits, recipients_wait,
};

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
    steps.dispatch(&mut list);
    match state {
        State::Appeal => steps.appeal(&mut list)?,
        _ if case.withdrawn.is_some() || case.appeal().is_some() => {}
        _ => steps.before(state, &mut list)?,
    }
    steps.after(state, &mut list)?;
    steps.tasks(&mut list);
    list.retain(|step| !case.overruled.iter().any(|overruled| overruled.step == key(step)));
    if list.is_empty() {
        list.push(steps.step(
            "add-note",
            "Decide how to go on",
            "Every step that the program asks was left out.",
            None,
        ));
    }
    Ok(list)
}

/// The name of a step as it is overruled: `write-letter:KIND` for a letter, else the step itself.
pub(super) fn key(step: &NextStep) -> String {
    match (step.step.as_str(), step.letter) {
        ("write-letter", Some(kind)) => format!("write-letter:{kind}"),
        (step, _) => step.to_owned(),
    }
}

/// What a request for everything must still name (20 CFR 401.40(b), (c)).
pub const WANTS_SYSTEM: &str = "the name of the system of records, and of the records in it that you want";
/// Who must still be named where a medical record does not go to the requester (20 CFR 401.55(b)(1)(ii); 39 CFR 266.5(b)(4)).
pub const WANTS_RECEIVER: &str = "the name and address of a physician, another health professional or another responsible \
                                  person who will review the medical record with you";

/// What is missing before the request can be worked on: proof, who receives a medical record, and particulars that the notice
/// asks.
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
    // A request for everything names no system and no record: it is incomplete, and not a denial (20 CFR 401.40(b), (c)).
    if let Some(triage) = case.triage.as_ref().filter(|_| case.routing.is_none())
        && triage.misfit == Some(Misfit::Blanket)
        && let Ok(road) = ground.law.misfit(&case.agency, Misfit::Blanket, case.received)
    {
        missing.push(Missing { what: WANTS_SYSTEM.to_owned(), cite: road.cite });
    }
    let direct =
        case.medical.as_ref().is_none_or(|review| review.finding == super::MedicalFinding::NoAdverseEffect);
    if case.sensitivity == Sensitivity::Medical && !direct && case.representative.is_none() {
        missing.push(Missing { what: WANTS_RECEIVER.to_owned(), cite: medical_cite(case, ground) });
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

/// The paragraph that sends a medical record by a road of its own.
pub(super) fn medical_cite(case: &Case, ground: &Ground<'_>) -> String {
    ground
        .law
        .rulebook(&case.agency)
        .ok()
        .and_then(|book| book.step_cite("record-medical-review", case.main_kind(), case.received))
        .unwrap_or_default()
        .to_owned()
}

struct Steps<'a> {
    case: &'a Case,
    ground: &'a Ground<'a>,
    clocks: &'a [CaseClock],
}

impl Steps<'_> {
    /// Letters that are issued and have not left the office come first: a letter in the drawer answers nobody.
    fn dispatch(&self, list: &mut Vec<NextStep>) {
        for letter in super::correspondence::undispatched(self.case) {
            let why = if letter.queued {
                "It waits in the outbox; it counts as sent when the mail server has taken it."
            } else if letter.printed.is_some() {
                "It is printed; post it and record the day."
            } else {
                "It is issued but has not left the office: print and post it, or e-mail it."
            };
            let mut step = self.step(
                "dispatch-letter",
                &format!("Send the letter: {}", letter.name),
                why,
                self.nearest(),
            );
            step.letter = Some(letter.kind);
            step.recipient = letter.recipient;
            list.push(step);
        }
    }

    /// The office's own tasks.
    fn tasks(&self, list: &mut Vec<NextStep>) {
        for task in self.case.tasks.iter().filter(|task| task.done.is_none()) {
            let mut step = self.step("finish-task", &task.text, "A task of the office’s own.", Some(task.by));
            step.who = (!task.who.is_empty()).then(|| task.who.clone());
            list.push(step);
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

    /// The nearest day of the agency's open clocks.
    fn nearest(&self) -> Option<NaiveDate> {
        self.clocks
            .iter()
            .filter(|clock| clock.status.is_open() && clock.clock.duty == DutyOf::Agency)
            .map(|clock| clock.clock.send_by)
            .min()
    }

    fn letter(&self, kind: LetterKind, words: &str, why: &str, by: Option<NaiveDate>) -> NextStep {
        NextStep {
            letter: Some(kind),
            cite: self.cite(&format!("write-letter:{kind}")),
            ..self.step("write-letter", words, why, by)
        }
    }

    fn step(&self, step: &str, words: &str, why: &str, by: Option<NaiveDate>) -> NextStep {
        NextStep {
            step: step.to_owned(),
            words: words.to_owned(),
            why: why.to_owned(),
            by,
            cite: self.cite(step),
            letter: None,
            recipient: None,
            who: None,
        }
    }

    /// The paragraph that asks a step, by the rulebook.
    fn cite(&self, key: &str) -> String {
        self.ground
            .law
            .rulebook(&self.case.agency)
            .ok()
            .and_then(|book| book.step_cite(key, self.case.main_kind(), self.case.received))
            .unwrap_or_default()
            .to_owned()
    }
}

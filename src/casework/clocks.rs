//! The clocks of a case: one pure function from what has happened to dates.

use chrono::NaiveDate;

use super::{Case, CaseClock, ClockStatus, Ground, Outcome};
use crate::law::{Clock, ClockRule, DutyOf, LawError, Trigger};
use crate::letters::LetterKind;

/// Every clock that the case has started, the most urgent first.
///
/// # Errors
/// Where no rulebook answers for the agency and the day.
pub fn clocks(case: &Case, ground: &Ground<'_>) -> Result<Vec<CaseClock>, LawError> {
    let happened = happened(case);
    let mut clocks = Vec::new();
    for rule in rules(case, ground)? {
        let Some(from) = first(&happened, rule.starts) else { continue };
        let clock = rule.run(from, ground.law.calendar_of(&case.agency)?)?;
        let met_on = rule
            .met_by
            .iter()
            .filter_map(|trigger| happened.iter().find(|(seen, on)| seen == trigger && *on >= from))
            .map(|(_, on)| *on)
            .min();
        let status = status(case, &clock, met_on, ground.today);
        let working_days_left = ground.law.calendar().working_days_between(ground.today, clock.send_by);
        clocks.push(CaseClock { clock, status, met_on, working_days_left });
    }
    clocks.sort_by_key(|clock| (!clock.status.is_open(), clock.clock.send_by, clock.clock.clock.clone()));
    Ok(clocks)
}

/// Whether a rule asks that this request be acknowledged.
pub(super) fn asks_acknowledgement(case: &Case, ground: &Ground<'_>) -> Result<bool, LawError> {
    asks(case, Trigger::AcknowledgementSent, ground)
}

/// Whether a rule asks for a notice where the answer takes longer.
pub(super) fn asks_delay_notice(case: &Case, ground: &Ground<'_>) -> Result<bool, LawError> {
    asks(case, Trigger::DelayNoticeSent, ground)
}

fn asks(case: &Case, trigger: Trigger, ground: &Ground<'_>) -> Result<bool, LawError> {
    Ok(rules(case, ground)?.iter().any(|rule| rule.met_by.contains(&trigger)))
}

fn rules(case: &Case, ground: &Ground<'_>) -> Result<Vec<ClockRule>, LawError> {
    let mut rules = ground.law.clock_rules(&case.agency, case.received)?;
    rules.retain(|rule| case.kinds.iter().any(|kind| rule.kinds.contains(kind)));
    Ok(rules)
}

fn first(happened: &[(Trigger, NaiveDate)], trigger: Trigger) -> Option<NaiveDate> {
    happened.iter().filter(|(seen, _)| *seen == trigger).map(|(_, on)| *on).min()
}

/// What has happened that can start or meet a clock.
fn happened(case: &Case) -> Vec<(Trigger, NaiveDate)> {
    let mut happened = vec![(Trigger::Receipt, case.received)];
    for letter in &case.letters {
        let Some(sent) = letter.dispatched() else { continue };
        match letter.kind {
            LetterKind::Acknowledgement => happened.push((Trigger::AcknowledgementSent, sent)),
            LetterKind::Delay => happened.push((Trigger::DelayNoticeSent, sent)),
            LetterKind::AmendmentRefused => {
                happened.push((Trigger::DecisionSent, sent));
                happened.push((Trigger::RefusalDated, letter.dated));
            }
            other => {
                if other.is_decision() {
                    happened.push((Trigger::DecisionSent, sent));
                }
            }
        }
    }
    if let Some(determination) = &case.determination {
        happened.push((Trigger::Decided, determination.on));
        if determination.parts.iter().any(|part| part.outcome == Outcome::Amended) {
            happened.push((Trigger::RecordAmended, determination.on));
        }
    }
    if let Some(on) = case.recipients_told {
        happened.push((Trigger::RecipientsTold, on));
    }
    happened
}

fn status(case: &Case, clock: &Clock, met_on: Option<NaiveDate>, today: NaiveDate) -> ClockStatus {
    match met_on {
        Some(on) if on <= clock.due => ClockStatus::Met,
        Some(_) => ClockStatus::MetLate,
        None if case.withdrawn.is_some() || case.closed.is_some() => ClockStatus::Ended,
        None if clock.duty == DutyOf::Requester => {
            // A requester's day that is no working day is accepted through the next one.
            let over = today > clock.accept_through.unwrap_or(clock.due);
            if over { ClockStatus::Ended } else { ClockStatus::Running }
        }
        None if today > clock.due => ClockStatus::Overdue,
        None => ClockStatus::Running,
    }
}

impl ClockStatus {
    /// Whether something is still to be done under it.
    pub fn is_open(self) -> bool {
        matches!(self, ClockStatus::Running | ClockStatus::Overdue)
    }
}

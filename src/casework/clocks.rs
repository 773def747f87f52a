//! The clocks of a case: one pure function from what has happened to dates.

use chrono::{Days, NaiveDate};

use super::{Case, CaseClock, ClockStatus, Ground, LetterAbout, LetterIssued};
use crate::law::{AppealSubject, Clock, ClockEvent, ClockRule, DutyOf, Kind, LawError, Toll, Trigger};
use crate::letters::LetterKind;

/// Every clock that the case has started, the most urgent first.
///
/// # Errors
/// Where no rulebook answers for the agency and the day.
pub fn clocks(case: &Case, ground: &Ground<'_>) -> Result<Vec<CaseClock>, LawError> {
    let mut happened = happened(case, ground)?;
    let rules = rules(case, ground)?;
    let mut clocks = Vec::new();
    for rule in &rules {
        for from in starts(case, rule, &happened) {
            let clock = run(case, rule, from, &happened, ground)?;
            clocks.push(clock);
        }
    }
    // An extension begins where the time that it extends ends, so it is run after all others.
    if let Some(trigger) = case.appeal().and_then(|appeal| appeal.extension.as_ref()).map(|extension| {
        let trigger = if case.main_kind() == Kind::Amendment {
            Trigger::ReviewExtended
        } else {
            Trigger::AppealExtended
        };
        (trigger, extension.from)
    }) {
        happened.push(trigger);
        for rule in rules.iter().filter(|rule| rule.starts == trigger.0) {
            clocks.push(run(case, rule, trigger.1, &happened, ground)?);
        }
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

/// The days on which a clock starts: the first of its kind; for a change of the record every one that came when the change
/// before it had been told, since each change is told anew.
fn starts(case: &Case, rule: &ClockRule, happened: &[(Trigger, NaiveDate)]) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> =
        happened.iter().filter(|(seen, _)| *seen == rule.starts).map(|(_, on)| *on).collect();
    days.sort_unstable();
    days.dedup();
    let first = days.first().copied();
    if rule.starts == Trigger::Receipt && rule.latest_after_receipt.is_some() {
        return vec![reached(case, rule)];
    }
    if !matches!(rule.starts, Trigger::RecordAmended | Trigger::DenialDated | Trigger::RefusalDated) {
        // A second appeal runs on its own time.
        return if days.len() > 1 && rule.met_by.contains(&Trigger::ReviewDecided) {
            days
        } else {
            first.into_iter().collect()
        };
    }
    let mut starts: Vec<NaiveDate> = Vec::new();
    for day in days {
        let open = starts.last().is_some_and(|begun| {
            let met = happened
                .iter()
                .filter(|(seen, on)| rule.met_by.contains(seen) && on >= begun)
                .map(|(_, on)| *on)
                .min();
            met.is_none_or(|met| met > day)
        });
        if !open {
            starts.push(day);
        }
    }
    starts
}

/// Day 0 of a clock that counts from arrival at the right office, but at the latest so many days after receipt by any
/// (5 U.S.C. 552(a)(6)(A)).
fn reached(case: &Case, rule: &ClockRule) -> NaiveDate {
    let latest = case.received + Days::new(u64::from(rule.latest_after_receipt.unwrap_or_default()));
    case.reached_office.unwrap_or(case.received).clamp(case.received, latest)
}

fn run(
    case: &Case,
    rule: &ClockRule,
    from: NaiveDate,
    happened: &[(Trigger, NaiveDate)],
    ground: &Ground<'_>,
) -> Result<CaseClock, LawError> {
    let mut clock = rule.run(from, ground.law.calendar_of(&case.agency)?)?;
    let mut stopped = false;
    if rule.may_toll || rule.waits_for_perfection {
        let timeline =
            ground.law.timeline(&case.agency, &rule.id, &clock_events(case, rule, from, ground)?)?;
        stopped = timeline.standing_still.is_some();
        if let (Some(due), Some(due_strict), Some(send_by)) =
            (timeline.due, timeline.due_strict, timeline.send_by)
        {
            clock = Clock { from: timeline.from, due, due_strict, send_by, days: timeline.days, ..clock };
        }
    }
    let met_on = rule
        .met_by
        .iter()
        .filter_map(|trigger| {
            happened.iter().filter(|(seen, on)| seen == trigger && *on >= from).map(|(_, on)| *on).min()
        })
        .min();
    let status = status(case, rule, &clock, met_on, stopped, ground.today);
    let working_days_left = ground.law.calendar().working_days_between(ground.today, clock.send_by);
    Ok(CaseClock { clock, status, met_on, working_days_left })
}

/// What happened to a limit that may stand still or waits until the request is complete.
fn clock_events(
    case: &Case,
    rule: &ClockRule,
    from: NaiveDate,
    ground: &Ground<'_>,
) -> Result<Vec<ClockEvent>, LawError> {
    let mut events = vec![ClockEvent::Started { on: from }];
    if let Some(on) = perfected(case, ground)? {
        events.push(ClockEvent::Perfected { on });
    }
    for asked in case.letters_of_record().filter(|letter| letter.kind == LetterKind::Deficiency) {
        let Some(on) = asked.dispatched() else { continue };
        events.push(ClockEvent::Tolled { on, reason: Toll::Clarification });
        let answered = case
            .incoming
            .iter()
            .filter(|letter| letter.about == LetterAbout::Supplies && letter.received >= on)
            .map(|letter| letter.received)
            .min();
        if let Some(on) = answered {
            events.push(ClockEvent::Resumed { on, reason: Toll::Clarification });
        }
    }
    // Recorded alone, the extension gives no day: the notice does, and only while the time runs.
    if let Some(on) = case.foia_extension.as_ref().and_then(|extended| extended.noticed)
        && let Ok(extension) = ground.law.extension(&case.agency, &rule.id, on)
        && let Some((count, unit)) = extension.adds
    {
        let id = "unusual-circumstances".to_owned();
        events.push(ClockEvent::Extended { on, id, count, unit });
    }
    Ok(events)
}

/// The day on which the last proof came that the rule asks; the day of receipt where nothing is asked or all came with it.
fn perfected(case: &Case, ground: &Ground<'_>) -> Result<Option<NaiveDate>, LawError> {
    let mut last = case.received;
    for requirement in &case.identity(ground)?.requirements {
        let met = case
            .evidence
            .iter()
            .filter(|at_hand| requirement.any_of.contains(&at_hand.evidence))
            .map(|at_hand| if at_hand.on == case.opened_on { case.received } else { at_hand.on })
            .min();
        match met {
            Some(on) => last = last.max(on),
            None => return Ok(None),
        }
    }
    Ok(Some(last))
}

/// What has happened that can start or meet a clock.
fn happened(case: &Case, ground: &Ground<'_>) -> Result<Vec<(Trigger, NaiveDate)>, LawError> {
    let mut happened = vec![(Trigger::Receipt, case.received)];
    if let Some(dated) = case.dated {
        happened.push((Trigger::RequestDated, dated));
    }
    for letter in case.letters_of_record() {
        letter_happened(case, letter, ground, &mut happened)?;
    }
    if let Some(determination) = &case.determination {
        happened.push((Trigger::Decided, determination.on));
    }
    happened.extend(case.changed_on.iter().map(|on| (Trigger::RecordAmended, *on)));
    happened.extend(case.told_on.iter().map(|on| (Trigger::RecipientsTold, *on)));
    for appeal in &case.appeals {
        let review = appeal.of == AppealSubject::Amendment
            || (appeal.of == AppealSubject::Unanswered && case.main_kind() == Kind::Amendment);
        if review {
            happened.push((Trigger::ReviewRequested, appeal.dated));
            happened.push((Trigger::ReviewReceived, appeal.received));
        } else {
            happened.push((Trigger::AppealReceived, appeal.received));
        }
        if let Some(decision) = &appeal.decision {
            happened.push((Trigger::ReviewDecided, decision.on));
        }
    }
    Ok(happened)
}

fn letter_happened(
    case: &Case,
    letter: &LetterIssued,
    ground: &Ground<'_>,
    happened: &mut Vec<(Trigger, NaiveDate)>,
) -> Result<(), LawError> {
    let Some(sent) = letter.dispatched() else { return Ok(()) };
    match letter.kind {
        LetterKind::Acknowledgement => happened.push((Trigger::AcknowledgementSent, sent)),
        LetterKind::Delay => happened.push((Trigger::DelayNoticeSent, sent)),
        LetterKind::AmendmentRefused => {
            happened.push((Trigger::DecisionSent, sent));
            happened.push((Trigger::RefusalDated, letter.dated));
        }
        LetterKind::Grant
        | LetterKind::Amended
        | LetterKind::MedicalRepresentative
        | LetterKind::Accounting => {
            happened.push((Trigger::DecisionSent, sent));
        }
        LetterKind::Denial | LetterKind::ConfidentialSource => {
            happened.push((Trigger::DecisionSent, sent));
            denied(case, letter, ground, happened)?;
        }
        LetterKind::Notification => {
            happened.push((Trigger::DecisionSent, sent));
            // An answer that neither confirms nor denies is a denial of notification, and can be appealed.
            if case.guarded.is_some() {
                denied(case, letter, ground, happened)?;
            }
        }
        // What is no answer starts and meets nothing; what ends a case otherwise is seen in `status`.
        LetterKind::Deficiency
        | LetterKind::Extension
        | LetterKind::FinalAmendment
        | LetterKind::FinalAccess
        | LetterKind::RecipientNotice
        | LetterKind::StatementFiled
        | LetterKind::Referral
        | LetterKind::MedicalTransmittal
        | LetterKind::MinorNote
        | LetterKind::Fee
        | LetterKind::FoiaRoute
        | LetterKind::ConsentReturned
        | LetterKind::Inspection
        | LetterKind::Withdrawal
        | LetterKind::ClosedUnanswered
        | LetterKind::Tasking
        | LetterKind::SearchAttestation
        | LetterKind::RoutingSlip
        | LetterKind::AppealTransmittal
        | LetterKind::DisposalCertificate
        | LetterKind::Envelope
        | LetterKind::CertifiedMail => {}
    }
    Ok(())
}

fn denied(
    case: &Case,
    letter: &LetterIssued,
    ground: &Ground<'_>,
    happened: &mut Vec<(Trigger, NaiveDate)>,
) -> Result<(), LawError> {
    happened.push((Trigger::DenialDated, letter.dated));
    let received = match letter.arrived {
        Some(on) => Some(on),
        None => ground.law.presumed_receipt(&case.agency, letter.dated).ok().map(|(on, _)| on),
    };
    happened.extend(received.map(|on| (Trigger::DenialReceived, on)));
    Ok(())
}

fn status(
    case: &Case,
    rule: &ClockRule,
    clock: &Clock,
    met_on: Option<NaiveDate>,
    stopped: bool,
    today: NaiveDate,
) -> ClockStatus {
    if let Some(on) = met_on {
        // A requester's last day that is no working day is kept by an act on the next one.
        let last = clock.accept_through.unwrap_or(clock.due);
        return if on <= last { ClockStatus::Met } else { ClockStatus::MetLate };
    }
    let answered = case.answered_on();
    let over = case.withdrawn.is_some()
        || case.closed.is_some()
        || (case.ending_letter().is_some() && answered.is_some())
        // Once there is an answer, nobody appeals against there being none.
        || (rule.starts == Trigger::RequestDated && answered.is_some());
    let extended = case
        .appeal()
        .and_then(|appeal| appeal.extension.as_ref())
        .is_some_and(|extension| extension.clock == rule.id && extension.on <= clock.due);
    // Withdrawing or closing does not end an appeal that is open, nor the requester's own time.
    let appeal_open = case.appeal().is_some_and(|appeal| appeal.decision.is_none());
    if rule.duty == DutyOf::Requester {
        let accepted = clock.accept_through.unwrap_or(clock.due);
        return if (over && rule.starts == Trigger::RequestDated) || today > accepted {
            ClockStatus::Ended
        } else {
            ClockStatus::Running
        };
    }
    if over && !(appeal_open && rule.met_by.contains(&Trigger::ReviewDecided)) {
        ClockStatus::Ended
    } else if extended {
        ClockStatus::Extended
    } else if stopped {
        ClockStatus::Stopped
    } else if today > clock.due {
        ClockStatus::Overdue
    } else {
        ClockStatus::Running
    }
}

impl ClockStatus {
    /// Whether something is still to be done under it.
    pub fn is_open(self) -> bool {
        matches!(self, ClockStatus::Running | ClockStatus::Overdue | ClockStatus::Stopped)
    }
}

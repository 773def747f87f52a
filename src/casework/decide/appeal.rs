//! The second look: an appeal or review comes, goes up, is extended, is decided (39 CFR 266.6; 20 CFR 401.70).

use chrono::NaiveDate;

use super::super::{Appeal, Case, Command, Event, LetterIssued, clocks, day};
use super::{Ground, between, needed, not_in_the_future, optional};
use crate::error::{Code, Refusal};
use crate::law::{AppealSubject, Kind, LawError, RefusedOn, SecondLook, Trigger};
use crate::letters::LetterKind;

pub(super) fn decide(case: &Case, command: &Command, ground: &Ground<'_>) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        Command::RecordAppeal { of, dated, postmarked, received, text, late_reason } => {
            let made = Made { of: *of, dated: *dated, postmarked: *postmarked, received: *received };
            record_appeal(case, &made, text, late_reason, ground)?
        }
        Command::SendAppealUp { note } => {
            if case.appeal().is_some_and(|appeal| appeal.sent_up.is_some()) {
                return Err(Refusal::new(
                    Code::NotAllowed,
                    "The copies have already gone up. Nothing was changed.",
                ));
            }
            Event::AppealSentUp { note: optional("note", note)? }
        }
        Command::ExtendReview { reason, expected, approver, title } => {
            extend(case, reason, *expected, approver, title, ground)?
        }
        Command::DecideAppeal { outcome, words, official, title, on } => {
            let received = case.appeal().map_or(case.received, |appeal| appeal.received);
            between("on", *on, received, "The appeal was received", ground)?;
            let official = needed("official", official, "Name the official who decided the appeal.")?;
            if case.determination.as_ref().is_some_and(|first| first.official == official) {
                return Err(Refusal::not_allowed(
                    "That official made the first decision. The second look is another official’s. Nothing was changed.",
                    "5 U.S.C. 552a(d)(2)(B)(ii), (d)(3)",
                ));
            }
            Event::AppealDecided {
                outcome: *outcome,
                words: needed(
                    "words",
                    words,
                    "Give the reasons, or what is to be changed or given: the letter must state it.",
                )?,
                official,
                title: needed("title", title, "Give the official's title: the letter must state it.")?,
                on: *on,
            }
        }
        Command::RecordAmended { on, what } => {
            let decided = case
                .appeal()
                .and_then(|appeal| appeal.decision.as_ref())
                .map_or(case.received, |made| made.on);
            between("on", *on, decided, "The appeal was decided", ground)?;
            let what = needed("what", what, "Say what was changed.")?;
            let amended = Event::RecordAmended { on: *on, what };
            return Ok(std::iter::once(amended)
                .chain(super::afterwards::from_the_accounting(case, ground))
                .collect());
        }
        _ => return Ok(Vec::new()),
    };
    Ok(vec![event])
}

struct Made {
    of: AppealSubject,
    dated: NaiveDate,
    postmarked: Option<NaiveDate>,
    received: NaiveDate,
}

impl Made {
    /// The day that the rule looks at: the postmark where there is one (AS-353, 4-3.4), else the receipt.
    fn on(&self) -> NaiveDate {
        self.postmarked.unwrap_or(self.received)
    }
}

fn record_appeal(
    case: &Case,
    made: &Made,
    text: &str,
    late_reason: &str,
    ground: &Ground<'_>,
) -> Result<Event, Refusal> {
    not_in_the_future("received", made.received, ground)?;
    if made.dated > made.received || made.postmarked.is_some_and(|on| on > made.received) {
        return Err(Refusal::bad_input(
            "dated",
            "The letter cannot be younger than its receipt. Check the dates.",
        ));
    }
    let look = second_look(case, made.of, ground)?;
    if made.received < look.dated {
        return Err(Refusal::bad_input(
            "received",
            format!("The letter that it is made against is dated {}. Check the dates.", look.dated),
        ));
    }
    let text = needed("text", text, "Write down what the letter says.")?;
    let mut late_reason = optional("late_reason", late_reason)?;
    let accepted = look.accept_through.or(look.last_day);
    match accepted {
        Some(last) if made.on() > last && late_reason.is_empty() => {
            return Err(Refusal {
                field: Some("late_reason".to_owned()),
                ..Refusal::not_allowed(
                    format!(
                        "The last day for it was {last}. A late one may be taken: write down why it is, or send it on as it is."
                    ),
                    look.right.cites.join("; "),
                )
            });
        }
        Some(last) if made.on() <= last => late_reason.clear(),
        _ => {}
    }
    Ok(Event::AppealReceived {
        of: made.of,
        dated: made.dated,
        postmarked: made.postmarked,
        received: made.received,
        text,
        last_day: look.last_day,
        late_reason,
    })
}

/// The right to a second look in this case, with its dates.
///
/// # Errors
/// Where nothing was refused of which it could be asked, or the rule knows no such right.
pub fn second_look(case: &Case, of: AppealSubject, ground: &Ground<'_>) -> Result<SecondLook, Refusal> {
    let refused = match of {
        AppealSubject::Amendment => newest(case, &[LetterKind::AmendmentRefused]),
        AppealSubject::Access => newest(case, &[LetterKind::Denial, LetterKind::ConfidentialSource])
            .or_else(|| newest(case, &[LetterKind::Notification]).filter(|_| case.guarded.is_some())),
        AppealSubject::Unanswered => None,
    };
    let (dated, received) = match (of, refused) {
        (AppealSubject::Unanswered, _) if case.answered_on().is_some() => {
            return Err(Refusal::new(
                Code::NotAllowed,
                "The request was answered. Say against what the appeal is.",
            ));
        }
        (AppealSubject::Unanswered, _) => (case.dated.unwrap_or(case.received), None),
        (_, Some(letter)) => (letter.dated, letter.arrived),
        (AppealSubject::Access, None) => {
            return Err(Refusal::new(
                Code::NotAllowed,
                "Access was not denied in this case. Nothing was changed.",
            ));
        }
        (AppealSubject::Amendment, None) => {
            return Err(Refusal::new(
                Code::NotAllowed,
                "No amendment was refused in this case. Nothing was changed.",
            ));
        }
    };
    let question = RefusedOn { of, component: component(case, ground), dated, received };
    ground.law.second_look(&case.agency, &question).map_err(|error| match error {
        LawError::NoSuchRule { .. } => Refusal::new(
            Code::NotAllowed,
            "The rule of this agency knows no such appeal. Nothing was changed.",
        ),
        other => other.into(),
    })
}

/// The part of the agency that decided, where it has its own reviewing official: the one whose office the case was sent to.
pub fn component(case: &Case, ground: &Ground<'_>) -> Option<String> {
    let routing = case.routing.as_ref()?;
    let book = ground.law.rulebook(&case.agency).ok()?;
    book.component_of(&routing.office, &routing.address, ground.today)
}

fn newest<'a>(case: &'a Case, kinds: &[LetterKind]) -> Option<&'a LetterIssued> {
    case.letters_of_record().rev().find(|issued| kinds.contains(&issued.kind))
}

/// More time for the decision: within the rule's grounds and length, before the first time ends, with an approver
/// (5 U.S.C. 552a(d)(3); 20 CFR 401.70(b)(1), (d)).
fn extend(
    case: &Case,
    reason: &str,
    expected: NaiveDate,
    approver: &str,
    title: &str,
    ground: &Ground<'_>,
) -> Result<Event, Refusal> {
    if case.appeal().is_some_and(|appeal: &Appeal| appeal.extension.is_some()) {
        return Err(Refusal::new(
            Code::NotAllowed,
            "The time was already extended, once. Nothing was changed.",
        ));
    }
    let rules = ground.law.clock_rules(&case.agency, case.received)?;
    let decides =
        |id: &str| rules.iter().any(|rule| rule.id == id && rule.met_by.contains(&Trigger::ReviewDecided));
    let mut found = None;
    for clock in clocks(case, ground)? {
        if !clock.status.is_open() || !decides(&clock.clock.clock) {
            continue;
        }
        if let Ok(extension) = ground.law.extension(&case.agency, &clock.clock.clock, ground.today) {
            let better = extension.by_clock.is_some();
            if found.is_none() || better {
                found = Some((clock.clock, extension));
            }
            if better {
                break;
            }
        }
    }
    let Some((clock, extension)) = found else {
        return Err(Refusal::new(
            Code::NotAllowed,
            "No rule lets the time for this decision be extended. Nothing was changed.",
        ));
    };
    if ground.today > clock.due {
        return Err(Refusal::not_allowed(
            format!("The time ended on {}. It can be extended only while it runs.", day(clock.due)),
            extension.cite,
        ));
    }
    if expected <= ground.today {
        return Err(Refusal::bad_input(
            "expected",
            "Give a day in the future by which the decision is expected.",
        ));
    }
    if let Some(by) = &extension.by_clock {
        let longest = ground.law.clock(&case.agency, by, clock.due)?;
        if expected > longest.due {
            return Err(Refusal {
                field: Some("expected".to_owned()),
                ..Refusal::not_allowed(
                    format!(
                        "The rule lets the time be extended through {}, and no longer.",
                        day(longest.due)
                    ),
                    extension.cite,
                )
            });
        }
    }
    let approved_by = format!("Name the official who approved it: {}.", extension.approver);
    Ok(Event::ReviewExtended {
        clock: clock.clock,
        from: clock.due,
        reason: needed("reason", reason, "Give the reason: the notice must state it.")?,
        expected,
        approver: needed("approver", approver, &approved_by)?,
        title: needed("title", title, &approved_by)?,
    })
}

impl Case {
    /// Against what a second look can be asked now; nothing where nothing was refused.
    pub fn can_be_appealed(&self) -> Option<AppealSubject> {
        let refused =
            |kinds: &[LetterKind]| newest(self, kinds).is_some_and(|issued| issued.dispatched().is_some());
        if self.main_kind() == Kind::Amendment && refused(&[LetterKind::AmendmentRefused]) {
            return Some(AppealSubject::Amendment);
        }
        let denied = refused(&[LetterKind::Denial, LetterKind::ConfidentialSource])
            || (self.guarded.is_some() && refused(&[LetterKind::Notification]));
        denied.then_some(AppealSubject::Access)
    }
}

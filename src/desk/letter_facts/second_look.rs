//! What a letter says of appeal and review: the right to one, its extension, its decision, the court.

use super::words;
use crate::casework::{self, AppealOutcome, Case, Ground, Guard};
use crate::error::Refusal;
use crate::law::{AppealRight, AppealSubject, DutyOf, Kind, LawError, Trigger};
use crate::letters::{
    AppealDecisionFacts, AppealFacts, CourtFacts, ExtensionFacts, LetterFacts, LetterKind, StatementFacts,
};

/// Adds what the letter says of appeal, review, court and statement.
pub(super) fn add(
    case: &Case,
    kind: LetterKind,
    ground: &Ground<'_>,
    facts: &mut LetterFacts,
) -> Result<(), Refusal> {
    facts.appeal = right(case, kind, ground)?;
    if matches!(
        kind,
        LetterKind::FinalAmendment
            | LetterKind::FinalAccess
            | LetterKind::Extension
            | LetterKind::AppealTransmittal
    ) {
        facts.appeal_decision = decision(case, kind, ground)?;
    }
    if kind == LetterKind::Extension {
        facts.extension = extension(case, ground);
    }
    if matches!(kind, LetterKind::FinalAmendment | LetterKind::FinalAccess) {
        facts.court = court(case, ground)?;
    }
    let statement = matches!(kind, LetterKind::StatementFiled | LetterKind::RecipientNotice);
    if let Some(filed) = case.statement.as_ref().filter(|_| statement) {
        facts.statement = Some(StatementFacts {
            filed: filed.on,
            about: about(case),
            agency_reasons: filed.reasons.clone(),
            pages: 1,
        });
    }
    Ok(())
}

/// What the statement disputes: the parts that were refused.
pub(super) fn about(case: &Case) -> String {
    let Some(made) = &case.determination else { return words::THE_RECORD.to_owned() };
    let refused: Vec<String> = made
        .parts
        .iter()
        .filter(|part| part.outcome.refuses_amendment())
        .filter_map(|part| {
            let search = case.search.as_ref()?;
            search.items.iter().find(|item| item.item == part.item).map(|item| item.what.clone())
        })
        .collect();
    if refused.is_empty() { words::THE_RECORD.to_owned() } else { refused.join("; ") }
}

/// The right that a denial or refusal must state.
fn right(case: &Case, kind: LetterKind, ground: &Ground<'_>) -> Result<Option<AppealFacts>, Refusal> {
    let of = match kind {
        LetterKind::AmendmentRefused => AppealSubject::Amendment,
        LetterKind::Denial | LetterKind::ConfidentialSource => AppealSubject::Access,
        LetterKind::Notification if case.guard() == Some(Guard::Neither) => AppealSubject::Access,
        LetterKind::AppealTransmittal => match case.appeal() {
            Some(appeal) => appeal.of,
            None => return Ok(None),
        },
        _ => return Ok(None),
    };
    let component = casework::component(case, ground);
    let right = ground.law.rulebook(&case.agency)?.appeal_from(component.as_deref(), of, ground.today)?;
    let mut last_day = None;
    for rule in ground.law.clock_rules(&case.agency, ground.today)? {
        // A window that runs from receipt has no last day that a letter could state.
        let starts = match of {
            AppealSubject::Amendment => rule.starts == Trigger::RefusalDated,
            AppealSubject::Access => rule.starts == Trigger::DenialDated,
            AppealSubject::Unanswered => false,
        };
        let kinds = if of == AppealSubject::Amendment { Kind::Amendment } else { case.main_kind() };
        if rule.duty == DutyOf::Requester && starts && rule.kinds.contains(&kinds) {
            last_day = Some(rule.run(ground.today, ground.law.calendar_of(&case.agency)?)?.due);
        }
    }
    Ok(Some(AppealFacts {
        within: days_words(&right),
        name: right.name,
        to: right.to.title,
        address: right.to.address,
        counted_from: right.counted_from,
        last_day,
        should_have: right.should_have,
        statement_in_lieu: right.statement_in_lieu,
        cites: right.cites,
    }))
}

fn days_words(right: &AppealRight) -> Option<String> {
    Some(words::days(right.within?, right.unit?))
}

fn decision(
    case: &Case,
    kind: LetterKind,
    ground: &Ground<'_>,
) -> Result<Option<AppealDecisionFacts>, Refusal> {
    let Some(appeal) = case.appeal() else { return Ok(None) };
    let book = ground.law.rulebook(&case.agency)?;
    let name = match book.appeal(appeal.of, appeal.received) {
        Ok(right) => right.name,
        Err(LawError::NoSuchRule { .. } | LawError::NotInForce { .. }) => "appeal".to_owned(),
        Err(other) => return Err(other.into()),
    };
    let against = match appeal.of {
        AppealSubject::Unanswered => None,
        AppealSubject::Access | AppealSubject::Amendment => {
            case.decision_letter_issued().map(|issued| issued.dated)
        }
    };
    let decided = matches!(kind, LetterKind::FinalAmendment | LetterKind::FinalAccess);
    let made = appeal.decision.as_ref().filter(|_| decided);
    Ok(Some(AppealDecisionFacts {
        name,
        received: appeal.received,
        against,
        outcome: made.map(|made| made.outcome.as_str().to_owned()).unwrap_or_default(),
        reasons: made.map(|made| made.words.clone()).unwrap_or_default(),
    }))
}

fn extension(case: &Case, ground: &Ground<'_>) -> Option<ExtensionFacts> {
    let extension = case.appeal()?.extension.as_ref()?;
    let rule = ground.law.extension(&case.agency, &extension.clock, extension.on).ok()?;
    Some(ExtensionFacts {
        reason: extension.reason.clone(),
        expected: extension.expected,
        approver: extension.approver.clone(),
        approver_title: extension.title.clone(),
        cite: rule.cite,
    })
}

/// The way to the court, which every last word states that does not grant all (5 U.S.C. 552a(g)(1), (5)).
fn court(case: &Case, ground: &Ground<'_>) -> Result<Option<CourtFacts>, Refusal> {
    let Some(made) = case.appeal().and_then(|appeal| appeal.decision.as_ref()) else { return Ok(None) };
    if made.outcome == AppealOutcome::Granted {
        return Ok(None);
    }
    let suit = ground.law.suit(made.on)?;
    let (last_day, cite) = ground.law.suit_by(made.on)?;
    Ok(Some(CourtFacts { within: words::years(suit.years), last_day: Some(last_day), cites: vec![cite] }))
}

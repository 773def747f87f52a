//! The facts of a letter: gathered from the case, the law and the notice, then frozen.

use super::Desk;
use crate::casework::{self, Case, Ground, Outcome};
use crate::error::Refusal;
use crate::law::{AppealRight, AppealSubject, DutyOf, Kind, Trigger, appeal_right};
use crate::letters::{
    AccessFacts, Addressee, AppealFacts, DelayFacts, FeeFacts, LetterFacts, LetterKind, Letterhead,
    PartFacts, SearchFacts, Signer, SystemFacts,
};

impl Desk {
    /// Everything that a letter of this kind may say of the case, dated today.
    ///
    /// # Errors
    /// Where the rulebook lacks what the letter needs.
    pub(super) fn letter_facts(
        &self,
        case: &Case,
        kind: LetterKind,
        ground: &Ground<'_>,
    ) -> Result<LetterFacts, Refusal> {
        let book = ground.law.rulebook(&case.agency)?;
        let from = book.letter_office_on(ground.today)?;
        let decision = case.decision_letter() == Some(kind);
        let determination = case.determination.as_ref().filter(|_| decision);
        let signer = match determination {
            Some(decided) => Signer { name: decided.official.clone(), title: decided.title.clone() },
            None => Signer { name: self.room.staff.name.clone(), title: self.room.staff.title.clone() },
        };
        let missing =
            if kind == LetterKind::Deficiency { casework::missing(case, ground)? } else { Vec::new() };
        let (cure_days, _) = book.cure_days_on(ground.today)?;
        Ok(LetterFacts {
            kind,
            agency: case.agency.as_str().to_owned(),
            date: ground.today,
            letterhead: Letterhead {
                agency: book.full_name().to_owned(),
                office: from.title,
                address: from.address,
            },
            case_number: case.number.clone(),
            addressee: addressee(case),
            subject_name: case.subject.as_ref().map(|subject| subject.name.clone()),
            request_kind: case.main_kind().words().to_owned(),
            received: case.received,
            channel_words: case.channel.words().to_owned(),
            system: case
                .routing
                .as_ref()
                .map(|to| SystemFacts { number: to.system.clone(), name: to.system_name.clone() }),
            system_manager: system_manager(case, ground),
            handling_office: Some(case.handling_office(ground)?),
            cure_by: (!missing.is_empty()).then(|| ground.today + chrono::Days::new(u64::from(cure_days))),
            missing,
            search: case.search.as_ref().filter(|_| decision).map(|search| SearchFacts {
                by: search.by.clone(),
                where_searched: search.where_searched.clone(),
                how: search.how.clone(),
                on: search.on,
                found: !search.items.is_empty(),
            }),
            parts: parts(case, decision),
            access: access(case, kind),
            fee: self.fee(case, kind, ground)?,
            delay: case
                .delay
                .as_ref()
                .filter(|_| kind == LetterKind::Delay)
                .map(|delay| DelayFacts { reason: delay.reason.clone(), expected: delay.expected }),
            appeal: self.appeal(case, kind, ground)?,
            signer,
            other_names: Vec::new(),
            help_office: book.help_office_on(ground.today),
            unconfirmed: ground
                .law
                .unconfirmed_words(&case.agency, ground.today)?
                .into_iter()
                .map(|words| words.text)
                .collect(),
            ..LetterFacts::bare(kind, case.agency.as_str(), ground.today)
        })
    }

    fn fee(&self, case: &Case, kind: LetterKind, ground: &Ground<'_>) -> Result<Option<FeeFacts>, Refusal> {
        let Some(access) = access(case, kind) else { return Ok(None) };
        let fee = ground.law.fee(&case.agency, access.pages, false, ground.today)?;
        Ok(Some(FeeFacts { cents: fee.cents, basis: fee.basis, cite: fee.cite }))
    }

    fn appeal(
        &self,
        case: &Case,
        kind: LetterKind,
        ground: &Ground<'_>,
    ) -> Result<Option<AppealFacts>, Refusal> {
        if kind != LetterKind::AmendmentRefused {
            return Ok(None);
        }
        let right = appeal_right(ground.law, &case.agency, AppealSubject::Amendment, ground.today)?;
        let mut last_day = None;
        for rule in ground.law.clock_rules(&case.agency, ground.today)? {
            let applies = rule.duty == DutyOf::Requester
                && rule.starts == Trigger::RefusalDated
                && rule.kinds.contains(&Kind::Amendment);
            if applies {
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
}

fn system_manager(case: &Case, ground: &Ground<'_>) -> Option<String> {
    let revision = ground.catalogue.in_force(&case.routing.as_ref()?.system, case.received)?;
    let manager = revision.system.managers.first()?;
    Some(format!("{}, {}", manager.title, manager.address))
}

fn days_words(right: &AppealRight) -> Option<String> {
    Some(format!("{} {}", right.within?, right.unit?.words()))
}

fn addressee(case: &Case) -> Addressee {
    let address = if case.requester.address.is_empty() {
        case.requester.email.clone().into_iter().collect()
    } else {
        case.requester.address.clone()
    };
    Addressee { name: case.requester.name.clone(), address }
}

fn parts(case: &Case, decision: bool) -> Vec<PartFacts> {
    let (Some(determination), Some(search), true) = (&case.determination, &case.search, decision) else {
        return Vec::new();
    };
    let what =
        |item: u32| search.items.iter().find(|found| found.item == item).map(|found| found.what.clone());
    determination
        .parts
        .iter()
        .filter_map(|part| {
            Some(PartFacts {
                what: what(part.item)?,
                outcome: part.outcome.as_str().to_owned(),
                words: part.words.clone(),
                exemption: None,
            })
        })
        .collect()
}

/// Copies of everything that was granted.
fn access(case: &Case, kind: LetterKind) -> Option<AccessFacts> {
    let (determination, search) = (case.determination.as_ref()?, case.search.as_ref()?);
    if kind != LetterKind::Grant {
        return None;
    }
    let granted = |item: u32| {
        determination.parts.iter().any(|part| part.item == item && part.outcome == Outcome::Granted)
    };
    let pages = search.items.iter().filter(|item| granted(item.item)).map(|item| item.pages).sum();
    Some(AccessFacts { how: "copies".to_owned(), pages, where_and_when: None })
}

//! The facts of a letter: gathered from the case, the law and the notice, then frozen.

mod others;
mod second_look;
mod words;

pub(super) use others::addressee;

use super::Desk;
use super::correspondence::LetterAsked;
use crate::casework::{self, Case, Ground, Guard, Outcome, Part, Road, clocks};
use crate::error::Refusal;
use crate::law::LawError;
use crate::letters::{
    AccessFacts, Addressee, Audience, DelayFacts, ExemptionFacts, FeeFacts, FoiaFacts, LetterFacts,
    LetterKind, Letterhead, MoreTimeFacts, PartFacts, RoadFacts, SearchFacts, Signer, SystemFacts,
};

impl Desk {
    /// Everything that a letter of this kind may say of the case, dated today.
    ///
    /// # Errors
    /// Where the rulebook lacks what the letter needs.
    pub(super) fn letter_facts(
        &self,
        case: &Case,
        asked: LetterAsked,
        ground: &Ground<'_>,
    ) -> Result<LetterFacts, Refusal> {
        let kind = asked.kind;
        let book = ground.law.rulebook(&case.agency)?;
        let from = book.letter_office_on(ground.today)?;
        let decision = case.decision_letter() == Some(kind);
        let missing =
            if kind == LetterKind::Deficiency { casework::missing(case, ground)? } else { Vec::new() };
        let (cure_days, _) = book.cure_days_on(ground.today)?;
        let cure_by = match kind {
            LetterKind::ClosedUnanswered => case.cure_by(ground)?,
            _ => (!missing.is_empty()).then(|| ground.today + chrono::Days::new(u64::from(cure_days))),
        };
        let addressee = others::addressee(case, asked);
        let to_requester = kind.audience() == Audience::Requester;
        let mut facts = LetterFacts {
            letterhead: Letterhead {
                agency: book.full_name().to_owned(),
                office: from.title,
                address: from.address,
            },
            case_number: case.number.clone(),
            addressee,
            requester_name: (!to_requester).then(|| case.requester.name.clone()),
            subject_name: case
                .subject
                .as_ref()
                .or((!to_requester).then_some(&case.requester))
                .map(|subject| subject.name.clone()),
            request_kind: case.main_kind().words().to_owned(),
            received: case.received,
            channel_words: case.channel.words().to_owned(),
            system: case
                .routing
                .as_ref()
                .map(|to| SystemFacts { number: to.system.clone(), name: to.system_name.clone() }),
            system_manager: others::system_manager(case, ground),
            handling_office: Some(case.handling_office(ground)?),
            missing,
            cure_by,
            search: search(case, kind),
            parts: parts(case, kind),
            access: access(case, kind),
            fee: self.fee(case, kind, ground)?,
            delay: delay(case, kind, ground),
            decided: decided(case, kind),
            foia: (decision && kind == LetterKind::Denial).then(|| foia(case)).flatten(),
            road: road(case, kind, ground)?,
            withdrawn: case.withdrawn.filter(|_| kind == LetterKind::Withdrawal),
            asked_for_missing: (kind == LetterKind::ClosedUnanswered)
                .then(|| case.newest(LetterKind::Deficiency).map(|asked| asked.dated))
                .flatten(),
            signer: self.signer(case, kind),
            other_names: others::other_names(case, kind),
            help_office: book.help_office_on(ground.today),
            unconfirmed: ground
                .law
                .unconfirmed_words(&case.agency, ground.today)?
                .into_iter()
                .map(|words| words.text)
                .collect(),
            ..LetterFacts::bare(kind, case.agency.as_str(), ground.today)
        };
        second_look::add(case, kind, ground, &mut facts)?;
        others::add(case, asked, ground, &mut facts);
        Ok(facts)
    }

    /// The official of the decision signs it; the one of the appeal signs the last word; everything else, whoever writes it.
    fn signer(&self, case: &Case, kind: LetterKind) -> Signer {
        let staff = &self.member.staff;
        if case.final_letter() == Some(kind)
            && let Some(made) = case.appeal().and_then(|appeal| appeal.decision.as_ref())
        {
            return Signer { name: made.official.clone(), title: made.title.clone() };
        }
        match case.determination.as_ref().filter(|_| case.decision_letter() == Some(kind)) {
            Some(made) => Signer { name: made.official.clone(), title: made.title.clone() },
            None => Signer { name: staff.name.clone(), title: staff.title.clone() },
        }
    }

    fn fee(&self, case: &Case, kind: LetterKind, ground: &Ground<'_>) -> Result<Option<FeeFacts>, Refusal> {
        if let Some(fee) = case.fee.as_ref().filter(|_| matches!(kind, LetterKind::Fee | LetterKind::Grant)) {
            return Ok(Some(FeeFacts { cents: fee.cents, basis: fee.basis.clone(), cite: fee.cite.clone() }));
        }
        let Some(access) = access(case, kind).filter(|access| access.how == "copies") else {
            return Ok(None);
        };
        let fee = ground.law.fee(&case.agency, access.pages, false, ground.today)?;
        Ok(Some(FeeFacts { cents: fee.cents, basis: fee.basis, cite: fee.cite }))
    }
}

/// The search attestation, for the letters that tell of a search.
fn search(case: &Case, kind: LetterKind) -> Option<SearchFacts> {
    let told = case.decision_letter() == Some(kind) && case.guard().is_none();
    case.search.as_ref().filter(|_| told).map(|search| SearchFacts {
        by: search.by.clone(),
        where_searched: search.where_searched.clone(),
        how: search.how.clone(),
        on: search.on,
        found: !search.items.is_empty(),
    })
}

/// Why the answer takes longer, with what the Freedom of Information Act asks of the notice where its time was extended.
fn delay(case: &Case, kind: LetterKind, ground: &Ground<'_>) -> Option<DelayFacts> {
    let delay = case.delay.as_ref().filter(|_| kind == LetterKind::Delay)?;
    let more_time = case.foia_extension.as_ref().and_then(|extended| {
        let open = clocks(case, ground).ok()?;
        let mut rules = open
            .iter()
            .filter_map(|clock| ground.law.extension(&case.agency, &clock.clock.clock, extended.on).ok());
        let (days, cite) = rules.find_map(|rule| rule.adds.map(|days| (days, rule.cite)))?;
        Some(MoreTimeFacts {
            unusual: extended.unusual.iter().map(|unusual| unusual.words().to_owned()).collect(),
            days: words::days(days.0, days.1),
            cite,
        })
    });
    Some(DelayFacts { reason: delay.reason.clone(), expected: delay.expected, more_time })
}

/// The day before which no letter with this decision is dated.
fn decided(case: &Case, kind: LetterKind) -> Option<chrono::NaiveDate> {
    if case.final_letter() == Some(kind) {
        return case.appeal().and_then(|appeal| appeal.decision.as_ref()).map(|made| made.on);
    }
    case.determination.as_ref().filter(|_| case.decision_letter() == Some(kind)).map(|made| made.on)
}

/// What was decided, part by part; where nothing may give a record away, the one outcome that says so.
fn parts(case: &Case, kind: LetterKind) -> Vec<PartFacts> {
    if kind == LetterKind::RecipientNotice {
        let made = case.determination.iter().flat_map(|made| &made.parts);
        return made
            .filter(|part| part.outcome == Outcome::Amended)
            .map(|part| part_facts(case, part))
            .collect();
    }
    let final_access = kind == LetterKind::FinalAccess && case.guard() == Some(Guard::Neither);
    if case.decision_letter() != Some(kind) && !final_access {
        return Vec::new();
    }
    let Some(determination) = &case.determination else { return Vec::new() };
    if let Some(guard) = case.guard() {
        let words = case
            .guarded
            .as_ref()
            .map_or_else(String::new, |guarded| words::may_answer_so(&guarded.rule, &guarded.statute));
        return vec![PartFacts { outcome: guard.as_str().to_owned(), words, ..PartFacts::default() }];
    }
    if kind == LetterKind::Denial && determination.parts.is_empty() {
        return vec![PartFacts {
            what: words::WHAT_WAS_ASKED_FOR.to_owned(),
            outcome: Outcome::NoRecord.as_str().to_owned(),
            ..PartFacts::default()
        }];
    }
    determination.parts.iter().map(|part| part_facts(case, part)).collect()
}

fn part_facts(case: &Case, part: &Part) -> PartFacts {
    let found =
        case.search.as_ref().and_then(|search| search.items.iter().find(|item| item.item == part.item));
    let what = found.map_or_else(|| words::WHAT_WAS_TO_CHANGE.to_owned(), |item| item.what.clone());
    let litigation = part.exemption.as_ref().is_some_and(|used| used.statute == "5 U.S.C. 552a(d)(5)");
    let outcome = match part.outcome {
        Outcome::Denied if part.reveals_source => "denied-source",
        Outcome::Denied if litigation => "denied-litigation",
        Outcome::ToRepresentative => "granted",
        other => other.as_str(),
    };
    let weighed = case.weighed.iter().find(|weighed| weighed.item == part.item);
    let words: Vec<&str> =
        [part.words.as_str(), part.others.as_str()].into_iter().filter(|words| !words.is_empty()).collect();
    PartFacts {
        what,
        outcome: outcome.to_owned(),
        words: words.join(" "),
        exemption: part.exemption.as_ref().filter(|_| !litigation).map(|used| ExemptionFacts {
            statute: used.statute.clone(),
            rule: used.rule.clone(),
            reason: used.reason.clone(),
            must_give: used.must_give.clone(),
            foia: weighed.and_then(|weighed| weighed.foia.first()).map(|ground| ground.cite.clone()),
        }),
    }
}

/// What was done under the Freedom of Information Act with what is denied: it was weighed too, and that Act lets it be withheld.
fn foia(case: &Case) -> Option<FoiaFacts> {
    let grounds: Vec<&crate::law::Ground> = case.weighed.iter().flat_map(|weighed| &weighed.foia).collect();
    if grounds.is_empty() {
        let found = case.search.as_ref().is_some_and(|search| !search.items.is_empty());
        let words = if found { words::FOIA_GIVES_NO_MORE } else { words::FOIA_FINDS_NOTHING };
        return Some(FoiaFacts { words: words.to_owned(), appeal: None });
    }
    let mut cites: Vec<&str> = grounds.iter().map(|ground| ground.cite.as_str()).collect();
    cites.sort_unstable();
    cites.dedup();
    Some(FoiaFacts { words: words::foia_withholds(&cites), appeal: None })
}

/// Copies of everything that was granted, or the appointment to see it.
fn access(case: &Case, kind: LetterKind) -> Option<AccessFacts> {
    if !matches!(kind, LetterKind::Grant | LetterKind::Denial | LetterKind::Inspection) {
        return None;
    }
    let pages = case.granted_pages();
    if let Some(inspection) = &case.inspection {
        let where_and_when = words::appointment(&inspection.place, inspection.on, &inspection.time);
        return Some(AccessFacts {
            how: "inspection".to_owned(),
            pages,
            where_and_when: Some(where_and_when),
        });
    }
    let granted = kind == LetterKind::Grant || pages > 0;
    (kind != LetterKind::Inspection && granted).then(|| AccessFacts {
        how: "copies".to_owned(),
        pages,
        where_and_when: None,
    })
}

/// The road of a request that the Privacy Act does not answer: in the rulebook's words where it has them.
fn road(case: &Case, kind: LetterKind, ground: &Ground<'_>) -> Result<Option<RoadFacts>, Refusal> {
    let Some(triage) = case.triage.as_ref().filter(|_| kind == LetterKind::FoiaRoute) else {
        return Ok(None);
    };
    let known =
        triage.misfit.map(|misfit| ground.law.misfit(&case.agency, misfit, case.received)).transpose()?;
    let (tell, cite) = match known {
        Some(road) => (road.tell, road.cite),
        None => (triage.reason.clone(), case.identity(ground)?.cites.join("; ")),
    };
    let answer_by = if triage.road == Road::Foia {
        match ground.law.clock(&case.agency, "foia-determination", case.received) {
            Ok(clock) => Some(clock.due),
            Err(LawError::NoSuchRule { .. } | LawError::NotInForce { .. }) => None,
            Err(other) => return Err(other.into()),
        }
    } else {
        None
    };
    Ok(Some(RoadFacts { tell, cite, answer_by }))
}

/// The requester as the letter addresses them.
fn requester(case: &Case) -> Addressee {
    let address = if case.requester.address.is_empty() {
        case.requester.email.clone().into_iter().collect()
    } else {
        case.requester.address.clone()
    };
    Addressee { name: case.requester.name.clone(), address }
}

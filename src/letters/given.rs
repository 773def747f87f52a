//! The facts as the clauses see them: composed characters, single spaces, masked numbers, and no value that is not known.

use minijinja::value::{Serde, Value};

use super::numbers::mask_ssns;
use super::reply::Reply;
use super::wording::tidy;
use super::{AppealFacts, Audience, LetterFacts, LetterKind};

/// The outcome of a part that is evidence or a finding in a claim (20 CFR 401.65(b)): refused, with its own wording.
pub(super) const CLAIM_EVIDENCE: &str = "refused-claim-evidence";
/// The outcome of a part that would reveal a confidential source (20 CFR 401.85(c)(3)).
pub(super) const SOURCE: &str = "denied-source";

fn prose(text: &mut String) {
    *text = mask_ssns(&tidy(text));
}

/// Names, titles, addresses and numbers, in which nine digits need not be a Social Security number.
fn plain(text: &mut String) {
    *text = tidy(text);
}

fn lines(lines: &mut Vec<String>) {
    lines.iter_mut().for_each(plain);
    lines.retain(|line| !line.is_empty());
}

/// The facts with composed characters, single spaces and masked numbers, as the letter keeps them.
pub(super) fn tidied(facts: &LetterFacts) -> LetterFacts {
    let mut facts = facts.clone();
    plain(&mut facts.letterhead.agency);
    plain(&mut facts.letterhead.office);
    lines(&mut facts.letterhead.address);
    plain(&mut facts.addressee.name);
    lines(&mut facts.addressee.address);
    plain(&mut facts.case_number);
    plain(&mut facts.channel_words);
    plain(&mut facts.request_kind);
    plain(&mut facts.signer.name);
    plain(&mut facts.signer.title);
    facts.other_names.iter_mut().for_each(plain);
    facts.system_manager.iter_mut().for_each(plain);
    facts.requester_name.iter_mut().for_each(plain);
    facts.translation_approved_by.iter_mut().for_each(plain);
    for text in [&mut facts.subject_name, &mut facts.handling_office, &mut facts.help_office] {
        text.iter_mut().for_each(prose);
    }
    if let Some(system) = &mut facts.system {
        plain(&mut system.number);
        prose(&mut system.name);
    }
    for missing in &mut facts.missing {
        prose(&mut missing.what);
        plain(&mut missing.cite);
    }
    if let Some(search) = &mut facts.search {
        [&mut search.by, &mut search.where_searched, &mut search.how].into_iter().for_each(prose);
    }
    for part in &mut facts.parts {
        plain(&mut part.outcome);
        [&mut part.what, &mut part.words].into_iter().for_each(prose);
        if let Some(exemption) = &mut part.exemption {
            [&mut exemption.statute, &mut exemption.rule].into_iter().for_each(plain);
            exemption.foia.iter_mut().for_each(plain);
            prose(&mut exemption.reason);
            exemption.must_give.iter_mut().for_each(prose);
        }
    }
    if let Some(access) = &mut facts.access {
        access.where_and_when.iter_mut().for_each(prose);
    }
    if let Some(fee) = &mut facts.fee {
        prose(&mut fee.basis);
        plain(&mut fee.cite);
    }
    if let Some(delay) = &mut facts.delay {
        prose(&mut delay.reason);
        if let Some(more_time) = &mut delay.more_time {
            more_time.unusual.iter_mut().for_each(prose);
            [&mut more_time.days, &mut more_time.cite].into_iter().for_each(plain);
        }
    }
    if Reply::of(&facts) == Reply::MinorMedical {
        // The rule prescribes the whole answer, and an appeal beside it would give the record away.
        facts.appeal = None;
    }
    tidy_second_look(&mut facts);
    tidy_others(&mut facts);
    tidy_office(&mut facts);
    facts
}

fn tidy_appeal(appeal: &mut AppealFacts) {
    plain(&mut appeal.to);
    lines(&mut appeal.address);
    appeal.should_have.iter_mut().for_each(plain);
    appeal.within.iter_mut().for_each(plain);
    appeal.counted_from.iter_mut().for_each(plain);
}

fn tidy_second_look(facts: &mut LetterFacts) {
    facts.appeal.iter_mut().for_each(tidy_appeal);
    if let Some(foia) = &mut facts.foia {
        prose(&mut foia.words);
        foia.appeal.iter_mut().for_each(tidy_appeal);
    }
    if let Some(appeal) = &mut facts.appeal_decision {
        plain(&mut appeal.outcome);
        prose(&mut appeal.reasons);
    }
    if let Some(extension) = &mut facts.extension {
        prose(&mut extension.reason);
        [&mut extension.approver, &mut extension.approver_title, &mut extension.cite]
            .into_iter()
            .for_each(plain);
    }
    if let Some(court) = &mut facts.court {
        plain(&mut court.within);
    }
    if let Some(statement) = &mut facts.statement {
        prose(&mut statement.about);
        statement.agency_reasons.iter_mut().for_each(prose);
    }
}

fn tidy_others(facts: &mut LetterFacts) {
    if let Some(recipient) = &mut facts.recipient {
        prose(&mut recipient.what);
        plain(&mut recipient.notice);
    }
    if let Some(representative) = &mut facts.representative {
        plain(&mut representative.name);
        plain(&mut representative.role);
        lines(&mut representative.address);
    }
    for disclosure in &mut facts.disclosures {
        [&mut disclosure.nature, &mut disclosure.purpose].into_iter().for_each(prose);
        [&mut disclosure.to, &mut disclosure.address].into_iter().for_each(plain);
    }
    if let Some(referral) = &mut facts.forwarded_to {
        plain(&mut referral.to);
        lines(&mut referral.address);
        prose(&mut referral.why);
    }
    if let Some(road) = &mut facts.road {
        prose(&mut road.tell);
        plain(&mut road.cite);
    }
}

fn tidy_office(facts: &mut LetterFacts) {
    if let Some(task) = &mut facts.task {
        prose(&mut task.asked);
        for particular in &mut task.particulars {
            plain(&mut particular.name);
            prose(&mut particular.value);
        }
    }
    for station in &mut facts.stations {
        [&mut station.office, &mut station.action].into_iter().for_each(prose);
    }
    facts.papers.iter_mut().for_each(prose);
    if let Some(disposal) = &mut facts.disposal {
        prose(&mut disposal.authority);
        for item in &mut disposal.items {
            prose(&mut item.kind);
            plain(&mut item.sha256);
        }
    }
}

/// The facts as the clauses see them: what is not known is not there at all, so that no blank can be printed.
pub(super) fn template_values(facts: &LetterFacts) -> Value {
    let mut values = serde_json::to_value(facts).unwrap_or_default();
    drop_unknown(&mut values);
    let to_requester = facts.kind.audience() == Audience::Requester;
    let requester = match &facts.requester_name {
        Some(name) if !to_requester => name.clone(),
        _ => facts.addressee.name.clone(),
    };
    let (whose, about) = match &facts.subject_name {
        Some(name) => (format!("{name}’s"), name.clone()),
        None if to_requester || facts.kind == LetterKind::MinorNote => ("your".to_owned(), "you".to_owned()),
        None => (format!("{requester}’s"), requester.clone()),
    };
    let sobre = if about == "you" { "sobre usted".to_owned() } else { format!("sobre {about}") };
    let outcome = |wanted: &str| facts.parts.iter().any(|part| part.outcome == wanted);
    let claim_parts: Vec<_> =
        facts.parts.iter().filter(|part| part.outcome == CLAIM_EVIDENCE).map(|part| &part.what).collect();
    if let serde_json::Value::Object(map) = &mut values {
        map.insert("reply".to_owned(), Reply::of(facts).name().into());
        map.insert("whose".to_owned(), whose.into());
        map.insert("about".to_owned(), about.into());
        map.insert("de_quien".to_owned(), sobre.into());
        map.insert("requester".to_owned(), requester.into());
        map.insert("some_amended".to_owned(), outcome("amended").into());
        map.insert("some_granted".to_owned(), outcome("granted").into());
        map.insert("some_source".to_owned(), outcome(SOURCE).into());
        map.insert("claim_evidence".to_owned(), (!claim_parts.is_empty()).into());
        map.insert("claim_parts".to_owned(), serde_json::json!(claim_parts));
    }
    Value::from(Serde(values))
}

fn drop_unknown(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(map) => {
            map.retain(|_, inner| !inner.is_null() && inner.as_str() != Some(""));
            map.values_mut().for_each(drop_unknown);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(drop_unknown),
        _ => {}
    }
}

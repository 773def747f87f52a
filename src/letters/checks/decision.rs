//! What a letter with a decision must say: the outcome of every part, the search, how access is given.

use super::super::LetterKind::{Amended, AmendmentRefused, Grant, Notification};
use super::super::PartFacts;
use super::super::given::CLAIM_EVIDENCE;
use super::super::reply::Reply;
use super::super::wording::dollars;
use super::Inspection;

pub(super) fn inspect(letter: &mut Inspection<'_>) {
    decision(letter);
    search(letter);
    access(letter);
}

/// What was decided, and every part of it.
fn decision(letter: &mut Inspection<'_>) {
    if !letter.is(&[Grant, Notification, Amended, AmendmentRefused]) || letter.reply != Reply::Open {
        return;
    }
    let facts = &letter.letter.facts;
    let (usps, ssa, clause) = match letter.letter.kind {
        Grant => ("39 CFR 266.5(b)(1)", "20 CFR 401.50(a)", "grant.decision"),
        Notification if facts.search.as_ref().is_some_and(|search| search.found) => {
            ("39 CFR 266.5(c)", "20 CFR 401.25", "notification.found")
        }
        Notification => ("39 CFR 266.5(c)", "20 CFR 401.25", "notification.not-found"),
        Amended => ("39 CFR 266.5(d)(1)", "20 CFR 401.65(d)", "amended.decision"),
        _ if facts.parts.iter().any(|part| part.outcome == "amended") => {
            ("39 CFR 266.5(d)(2)", "20 CFR 401.65(e)", "refusal.part")
        }
        _ => ("39 CFR 266.5(d)(2)", "20 CFR 401.65(e)", "refusal.whole"),
    };
    let cite = letter.cite(usps, ssa);
    let unsaid = (!letter.has_clause(clause)).then(|| "The letter does not say what was decided.".to_owned());
    letter.record("determination", "It says what was decided.", cite, unsaid);

    if !letter.is(&[Notification]) || !facts.parts.is_empty() {
        let parts = if facts.parts.is_empty() {
            Some("No part of the request is listed with its outcome.".to_owned())
        } else {
            facts.parts.iter().find_map(|part| part_fault(letter, part))
        };
        letter.record(
            "parts-covered",
            "Every part has its outcome, and each refusal its reason.",
            cite,
            parts,
        );
    }
    if letter.is(&[AmendmentRefused]) && !facts.parts.iter().any(refused) {
        let fault = Some("No part is refused, yet the letter refuses an amendment.".to_owned());
        letter.record("something-refused", "At least one part is refused.", cite, fault);
    }
    if facts.parts.iter().any(|part| part.outcome == "amended") {
        let told = (!letter.has_clause("amended.recipients"))
            .then(|| "The letter does not say that earlier recipients are told.".to_owned());
        let cite = letter.cite("39 CFR 266.3(c)", "20 CFR 401.65(d)");
        letter.record(
            "recipients-told",
            "It says that earlier recipients are told of the change.",
            cite,
            told,
        );
    }
    let claim = facts.parts.iter().any(|part| part.outcome == CLAIM_EVIDENCE);
    if letter.is(&[AmendmentRefused]) && letter.ssa() {
        let fault = match (claim, letter.has_clause("refusal.claim-evidence")) {
            (true, false) => {
                Some("The letter does not give the way through the appeal of a claim.".to_owned())
            }
            (false, true) => {
                letter.sentence_where(|sentence| sentence.contains("evidence that we received in a claim"))
            }
            _ => None,
        };
        letter.record(
            "claim-evidence",
            "Claim evidence has its own words, and only claim evidence.",
            "20 CFR 401.65(b)",
            fault,
        );
    }
}

fn refused(part: &PartFacts) -> bool {
    part.outcome == "refused" || part.outcome == CLAIM_EVIDENCE
}

fn part_fault(letter: &Inspection<'_>, part: &PartFacts) -> Option<String> {
    let allowed: &[&str] = match letter.letter.kind {
        Grant => &["granted"],
        Amended => &["amended"],
        AmendmentRefused => &["amended", "refused", CLAIM_EVIDENCE],
        _ => &[],
    };
    if !allowed.is_empty() && !allowed.contains(&part.outcome.as_str()) {
        return Some(format!("“{}” is {}, which this letter cannot say.", part.what, part.outcome));
    }
    if (refused(part) || part.outcome == "amended") && part.words.is_empty() {
        return Some(format!("“{}” has no reason.", part.what));
    }
    letter.unsaid("one of the parts", [part.what.as_str()]).or_else(|| {
        (!part.words.is_empty())
            .then(|| letter.unsaid("the reason of a part", [part.words.as_str()]))
            .flatten()
    })
}

/// Where, how and by whom.
fn search(letter: &mut Inspection<'_>) {
    if !letter.is(&[Grant, Notification]) || letter.reply != Reply::Open {
        return;
    }
    let fault = match &letter.letter.facts.search {
        None => Some("No search is attested.".to_owned()),
        Some(search) => letter
            .unsaid("where was searched", [search.where_searched.as_str()])
            .or_else(|| letter.unsaid("how it was searched", [search.how.as_str()]))
            .or_else(|| letter.unsaid("who searched", [search.by.as_str()])),
    };
    let cite = letter.cite("39 CFR 266.5(c)", "20 CFR 401.25");
    letter.record("search-described", "It says where, how and by whom was searched.", cite, fault);
}

/// How access is given, and what it costs.
fn access(letter: &mut Inspection<'_>) {
    if !letter.is(&[Grant]) {
        return;
    }
    let facts = &letter.letter.facts;
    let fault = match &facts.access {
        None => Some("The letter does not say how access is given.".to_owned()),
        Some(access) if access.how == "copies" => {
            (access.pages == 0).then(|| "No page is enclosed.".to_owned())
        }
        Some(access) => letter
            .unsaid("where and when to see the records", [access.where_and_when.as_deref().unwrap_or("")]),
    };
    let cite = letter.cite("39 CFR 266.5(b)(1)", "20 CFR 401.50(a)");
    letter.record(
        "access-given",
        "It encloses the copies, or says where and when to see the records.",
        cite,
        fault,
    );

    if facts.access.as_ref().is_some_and(|access| access.how == "inspection") {
        let clause = if letter.usps() { "grant.inspection-duties" } else { "grant.companion-ssa" };
        let fault = (!letter.has_clause(clause)).then(|| {
            "The letter does not say what to do at the inspection, or how to bring a person.".to_owned()
        });
        let cite = letter.cite("39 CFR 266.5(b)(3)", "20 CFR 401.40(a)");
        letter.record(
            "inspection-duties",
            "It says what to do at the inspection and how to bring a person.",
            cite,
            fault,
        );
    }
    if let Some(fee) = &facts.fee {
        let amount = dollars(fee.cents);
        let fault = letter
            .unsaid("how the charge was reckoned", [fee.basis.as_str()])
            .or_else(|| (fee.cents > 0).then(|| letter.unsaid("the charge", [amount.as_str()])).flatten());
        let cite = letter.cite("39 CFR 266.7", "20 CFR 401.95");
        letter.record("fee-explained", "It states the charge and how it was reckoned.", cite, fault);
    }
}

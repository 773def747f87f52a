//! What a letter must say about the second look: appeal, review, and the statement of disagreement.

use super::super::AppealFacts;
use super::super::LetterKind::{AmendmentRefused, Notification};
use super::super::reply::Reply;
use super::Inspection;

/// Appeal or review, and the statement of disagreement.
pub(super) fn inspect(letter: &mut Inspection<'_>) {
    let refusal = letter.is(&[AmendmentRefused]);
    let facts = &letter.letter.facts;
    // Not to confirm is to deny a notification, which the requester may appeal.
    let neither = letter.reply == Reply::Neither && letter.is(&[Notification]);
    let owed = letter.letter.kind.is_refusal() || neither;
    if !owed && (facts.appeal.is_none() || !letter.is(&[Notification])) {
        return;
    }
    let (usps, ssa) = if refusal {
        ("39 CFR 266.5(d)(2)", "20 CFR 401.65(e)")
    } else {
        ("39 CFR 266.5(b)(6)", "20 CFR 401.70(c)")
    };
    let cite = letter.cite(usps, ssa);
    let Some(appeal) = &facts.appeal else {
        let fault = Some("The letter has no right of appeal or review.".to_owned());
        letter.record(
            "appeal-office",
            "It names the official and the address for the appeal or review.",
            cite,
            fault,
        );
        return;
    };
    let fault = office_fault(letter, appeal);
    letter.record(
        "appeal-office",
        "It names the official and the address for the appeal or review.",
        cite,
        fault,
    );

    if letter.usps() || !refusal {
        let fault = letter
            .unsaid("the time limit of the appeal", [appeal.within.as_deref().unwrap_or("")])
            .or_else(|| {
                letter
                    .unsaid("from when the time limit counts", [appeal.counted_from.as_deref().unwrap_or("")])
            });
        let cite = letter.cite("39 CFR 266.6(a)(2)", "20 CFR 401.70(c)");
        letter.record("appeal-limit", "It states the time limit and from when it counts.", cite, fault);
    }
    if letter.usps() {
        let fault = if appeal.should_have.is_empty() {
            Some("The letter does not say what an appeal should have.".to_owned())
        } else {
            letter.unsaid("what an appeal should have", appeal.should_have.iter().map(String::as_str))
        };
        letter.record("appeal-encloses", "It says what the appeal should have.", "39 CFR 266.6(a)(2)", fault);
    }
    if refusal && letter.usps() {
        let fault = (!letter.has_clause("statement.in-lieu")
            || !letter.says("statement of reasonable length"))
        .then(|| "The letter does not offer a statement in place of an appeal.".to_owned());
        letter.record(
            "statement-choice",
            "It offers a statement in place of an appeal.",
            "39 CFR 266.5(d)(2)",
            fault,
        );
    }
}

fn office_fault(letter: &Inspection<'_>, appeal: &AppealFacts) -> Option<String> {
    if appeal.address.is_empty() {
        return Some("The address for the appeal or review is not known.".to_owned());
    }
    letter.unsaid("the official of the appeal or review", [appeal.to.as_str()]).or_else(|| {
        letter.unsaid("the address of the appeal or review", appeal.address.iter().map(String::as_str))
    })
}
